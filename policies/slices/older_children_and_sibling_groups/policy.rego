# METADATA
# scope: package
# title: Older children and sibling groups
# description: |
#   Permanence of a child who was 5 or older on decision_date, or of one of a sibling group. Where the date of birth or
#   the day of the decision is not known, or the decision is dated after as-at, only siblings decides.
# schemas:
#   - input: schema.case
# custom:
#   id: older_children_and_sibling_groups
#   of: permanence
#   needs: [permanence.decision_date, permanence.siblings, child.date_of_birth]
package slices.older_children_and_sibling_groups

import data.lib.dates

inside contains i if {
	some i, permanence in input.permanence
	dates.happened(permanence.decision_date)
	dates.aged_at_least(5, input.child.date_of_birth, permanence.decision_date)
}

inside contains i if {
	some i, permanence in input.permanence
	permanence.siblings == true
}
