# METADATA
# scope: package
# title: Brothers and sisters assessed
# description: |
#   Whether brothers and sisters live together is one of the largest decisions care makes. Audited: permanence rows with
#   siblings, of a child in care on as-at. Met: a siblings_assessed_date on or before as-at, whenever it was. An episode
#   without a start counts as begun. Short breaks (legal_status V3 or V4) are no care; without legal_status every episode
#   is. Care ends when the child dies; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-12
#   level: development
#   unit: permanence
#   national_framework: outcome 4
#   needs: [permanence.siblings, permanence.siblings_assessed_date, care_episodes.end_date]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [permanence]
#   footing: inspection
#   sources: [PET18-29, OFS-permanence]
#   finding: no assessment of a child in care together with brothers and sisters
#   action: Assess what the brothers and sisters mean to each other, and use it to decide on placement and contact.
#   phrase: Assessments of brothers and sisters in care
#   strength: Brothers and sisters in care are assessed together
#   why: Children parted without an assessment may lose the people they know best.
package audit.children_in_care.siblings_assessed

import data.lib.care
import data.lib.dates

applies contains i if {
	care.in_care
	some i, row in input.permanence
	row.siblings == true
}

met contains i if {
	some i, row in input.permanence
	dates.happened(row.siblings_assessed_date)
}
