# METADATA
# scope: package
# title: Adoption timely
# description: |
#   A child for whom adoption is right should not wait for it. Audited: decisions made in the period that adoption is in
#   the child's best interests. Met: placed_date within [adoption_months] months of decision_date.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-13
#   level: development
#   unit: permanence
#   anchor: decision_date
#   national_framework: outcome 4
#   needs: [permanence.decision_date, permanence.placed_date]
#   history: [permanence]
#   footing: inspection
#   sources: [PET15-16, PET18-33, OFS-permanence]
#   finding: the child was not placed for adoption within [adoption_months] months of the decision of {decision_date}
#   action: Find adopters for the child, or review whether adoption is still right.
#   phrase: The timeliness of adoption
#   strength: Children are placed for adoption in time
#   why: The longer a child waits, the harder it is to find and settle into a family.
package audit.children_in_care.adoption_timely

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := row.decision_date if {
	some i, row in input.permanence
	period.includes(row.decision_date)
}

due[i] := deadline.months(day, settings.value("adoption_months")) if some i, day in start

done[i] := row.placed_date if some i, row in input.permanence

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
