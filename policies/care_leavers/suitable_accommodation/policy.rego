# METADATA
# scope: package
# title: Suitable accommodation
# description: |
#   A young person without a decent home cannot make a life after care. Audited: care leavers aged 17 or older on as-at;
#   where the date of birth is not known, not audited. Met: accommodation_suitable is yes; a blank is not yes. Nobody is
#   audited once the child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CL-06
#   level: priority
#   unit: care_leaver
#   needs: [care_leaver.accommodation_suitable, child.date_of_birth]
#   optional: [child.date_of_death]
#   footing: inspection
#   national_framework: outcome 4
#   sources: [PET18-37, OFS-care_leaver_homes]
#   finding: the care leaver is not recorded as living in suitable accommodation
#   action: Find the young person a suitable home, or record that the one they have is suitable.
#   phrase: The suitability of care leavers' accommodation
#   strength: Care leavers live in suitable accommodation
#   why: Unsafe or unsettled housing puts a young person at risk of harm and of homelessness.
package audit.care_leavers.suitable_accommodation

import data.lib.care
import data.lib.cases

applies contains i if {
	not cases.child_has_died
	care.aged(17)
	some i, _ in input.care_leaver
}

met contains i if {
	some i, leaver in input.care_leaver
	leaver.accommodation_suitable == true
}
