# METADATA
# scope: package
# title: In education employment or training
# description: |
#   Work and study are what a care leaver's independence rests on. Audited: care leavers aged 17 to 21 on as-at, from
#   the 17th birthday to the day before the 22nd; where the date of birth is not known, not audited. Met: activity is a
#   code that begins with F (full time) or P (part time); a blank is neither. Judged on its rate. Nobody is audited once
#   the child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CL-07
#   level: advisory
#   unit: care_leaver
#   measure: true
#   target: at least [eet_percent] per cent met
#   needs: [care_leaver.activity, child.date_of_birth]
#   optional: [child.date_of_death]
#   footing: inspection
#   national_framework: outcome 4
#   sources: [PET18-38, OFS-care_leaver_work]
#   finding: the care leaver is not recorded as in education, employment or training
#   action: Help the young person into education, employment or training, or record what they do.
#   phrase: Care leavers' education, employment and training
#   strength: Care leavers are in education, employment or training
#   why: Young people out of work and study are at greater risk of poverty and isolation.
package audit.care_leavers.education_employment_training

import data.lib.care
import data.lib.cases

applies contains i if {
	not cases.child_has_died
	care.aged_from_to(17, 21)
	some i, _ in input.care_leaver
}

met contains i if {
	some i, leaver in input.care_leaver
	some initial in ["F", "P"]
	startswith(leaver.activity, initial)
}
