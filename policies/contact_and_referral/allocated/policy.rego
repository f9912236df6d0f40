# METADATA
# scope: package
# title: Referral allocated promptly
# description: |
#   A referral that is nobody's work is not worked on. Audited: referrals dated in the period, save those that needed no
#   further action. Met: allocated_date within [allocation_wd] working days of date.
# schemas:
#   - input: schema.case
# custom:
#   id: CR-03
#   level: development
#   unit: referrals
#   anchor: date
#   needs: [referrals.date, referrals.allocated_date, referrals.no_further_action]
#   history: [referrals]
#   footing: local
#   sources: [PET09-S2, POR09-S1, OFS-front_door]
#   finding: the referral of {date} was not allocated within [allocation_wd] working days
#   action: Allocate the referral to a worker, and record the day.
#   phrase: The timeliness of allocating referrals
#   strength: Referrals are allocated promptly
#   why: A child whose case nobody holds is nobody's to help.
package audit.contact_and_referral.allocated

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := referral.date if {
	some i, referral in input.referrals
	period.includes(referral.date)
	not referral.no_further_action == true
}

due[i] := deadline.working_days(referred, settings.value("allocation_wd")) if some i, referred in start

done[i] := referral.allocated_date if some i, referral in input.referrals

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
