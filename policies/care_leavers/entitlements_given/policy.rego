# METADATA
# scope: package
# title: Rights and entitlements given
# description: |
#   Care leavers can claim only the help that they know of. Audited: every care leaver, of whatever age. Met:
#   entitlements_given_date on or before as-at. Nobody is audited once the child has died; without date_of_death in the
#   export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CL-04
#   level: development
#   unit: care_leaver
#   needs: [care_leaver.entitlements_given_date]
#   optional: [child.date_of_death]
#   footing: inspection
#   sources: [PET18-N4, OFS-entitlements]
#   finding: the care leaver has not been told their rights and entitlements
#   action: Tell the young person their rights and entitlements, and record the date.
#   phrase: Telling care leavers their rights and entitlements
#   strength: Care leavers are told their rights and entitlements
#   why: A young person who does not know their rights goes without help that is theirs.
package audit.care_leavers.entitlements_given

import data.lib.cases
import data.lib.dates

applies contains i if {
	not cases.child_has_died
	some i, _ in input.care_leaver
}

met contains i if {
	some i, leaver in input.care_leaver
	dates.happened(leaver.entitlements_given_date)
}
