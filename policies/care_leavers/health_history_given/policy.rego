# METADATA
# scope: package
# title: Health history given
# description: |
#   A young person who leaves care may know nobody else who can tell them their health history. Audited: care leavers
#   aged 18 or older on as-at; where the date of birth is not known, not audited. Met: health_history_given_date on or
#   before as-at. Nobody is audited once the child has died; without date_of_death in the export the child is taken to
#   be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CL-03
#   level: development
#   unit: care_leaver
#   needs: [care_leaver.health_history_given_date, child.date_of_birth]
#   optional: [child.date_of_death]
#   footing: inspection
#   sources: [PET18-N4, PET18-39, OFS-health_histories]
#   finding: the care leaver, aged 18 or older, has not been given a health history
#   action: Give the young person their health history, and record the date.
#   phrase: Giving care leavers their health histories
#   strength: Care leavers are given their health histories
#   why: Without it a young person cannot tell a doctor what illnesses and treatment they have had.
package audit.care_leavers.health_history_given

import data.lib.care
import data.lib.cases
import data.lib.dates

applies contains i if {
	not cases.child_has_died
	care.aged(18)
	some i, _ in input.care_leaver
}

met contains i if {
	some i, leaver in input.care_leaver
	dates.happened(leaver.health_history_given_date)
}
