# METADATA
# scope: package
# title: Closure signed off on time
# description: |
#   A case that waits to be closed hides the work that is left to do. Audited: referrals whose work was complete, and
#   closure asked for, in the period. Met: closure_signed_off_date within [closure_wd] working days of closure_ready_date.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-08
#   level: development
#   unit: referrals
#   anchor: closure_ready_date
#   needs: [referrals.closure_ready_date, referrals.closure_signed_off_date]
#   history: [referrals]
#   footing: local
#   sources: [PLY09-D6b, OFS-early_help]
#   finding: the closure asked for on {closure_ready_date} was not signed off within [closure_wd] working days
#   action: Read the case and sign off the closure, or say what is still to be done.
#   phrase: The timeliness of managers' sign-off of closures
#   strength: Managers sign off closures promptly
#   why: Families wait to hear that they are done, and workers carry cases that have ended.
package audit.management_oversight.closure_signed_off

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := referral.closure_ready_date if {
	some i, referral in input.referrals
	period.includes(referral.closure_ready_date)
}

due[i] := deadline.working_days(ready, settings.value("closure_wd")) if some i, ready in start

done[i] := referral.closure_signed_off_date if some i, referral in input.referrals

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
