# METADATA
# scope: package
# title: Personal adviser in touch
# description: |
#   A care leaver on their own needs somebody who keeps in touch. Audited: care leavers aged 18 or older on as-at; where
#   the date of birth is not known, not audited. Met: personal_adviser is named (not blank and no placeholder) and
#   last_contact_date is in the last [in_touch_days] days. Nobody is audited once the child has died; without
#   date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CL-05
#   level: development
#   unit: care_leaver
#   needs: [care_leaver.last_contact_date, care_leaver.personal_adviser, child.date_of_birth]
#   optional: [child.date_of_death]
#   footing: local
#   national_framework: outcome 4
#   sources: [PET18-36, OFS-care_leavers]
#   finding: no personal adviser in touch with the care leaver in the last [in_touch_days] days
#   action: Name a personal adviser, and have them get in touch with the young person.
#   phrase: Personal advisers' contact with care leavers
#   strength: Personal advisers are in regular contact with care leavers
#   why: A young person with nobody to turn to may be in trouble long before anybody hears of it.
package audit.care_leavers.personal_adviser_in_touch

import data.lib.care
import data.lib.cases
import data.lib.dates
import data.lib.narrative
import data.lib.settings

applies contains i if {
	not cases.child_has_died
	care.aged(18)
	some i, _ in input.care_leaver
}

met contains i if {
	some i, leaver in input.care_leaver
	advised(leaver)
	dates.within_days(leaver.last_contact_date, settings.value("in_touch_days"))
}

advised(leaver) if narrative.named(leaver.personal_adviser)

note[i] := concat("; ", parts) if {
	some i, leaver in input.care_leaver
	parts := [adviser(leaver), last_contact(leaver)]
}

adviser(leaver) := "a personal adviser is named" if advised(leaver)

else := "no personal adviser is named"

last_contact(leaver) := sprintf("the last contact was on %s", [leaver.last_contact_date]) if dates.happened(leaver.last_contact_date)

else := "no contact is dated"
