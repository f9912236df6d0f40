# METADATA
# scope: package
# title: Concern shared with partners and the referrer told
# description: |
#   Agencies that do not know of a concern cannot help to keep the child safe. Audited: referrals of a child protection
#   concern dated in the period, even those with no further action. Met: partners_told_date and referrer_told_date both
#   within [referrer_told_wd] working days of date. The deadline is one for both; the later of the two days is the day it
#   was done.
# schemas:
#   - input: schema.case
# custom:
#   id: CR-06
#   level: development
#   unit: referrals
#   anchor: date
#   needs: [referrals.partners_told_date, referrals.referrer_told_date, referrals.date, referrals.protection_concern]
#   history: [referrals]
#   footing: inspection
#   national_framework: enabler 1
#   sources: [PLY09-P1c, OFS-front_door, OFS-partners]
#   finding: partners and the referrer were not both told within [referrer_told_wd] working days of the child protection referral of {date}
#   action: Tell the partner agencies and the referrer what was decided, and record the dates.
#   phrase: The sharing of child protection concerns with partners and referrers
#   strength: Concerns are shared with partners and referrers are told what was decided
#   why: Each agency holds a part of the picture, and a referrer who hears nothing may assume the child is safe.
package audit.contact_and_referral.partners_and_referrer_told

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := referral.date if {
	some i, referral in input.referrals
	period.includes(referral.date)
	referral.protection_concern == true
}

due[i] := deadline.working_days(referred, settings.value("referrer_told_wd")) if some i, referred in start

done[i] := max({told(referral, "partners"), told(referral, "the referrer")}) if some i, referral in input.referrals

parties := ["partners", "the referrer"]

told(referral, "partners") := dates.day(referral.partners_told_date) if dates.happened(referral.partners_told_date)

told(referral, "the referrer") := dates.day(referral.referrer_told_date) if dates.happened(referral.referrer_told_date)

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

failed[i] contains sprintf("%s not told", [who]) if {
	some i, _ in due
	some who in parties
	not told(input.referrals[i], who)
}

failed[i] contains sprintf("%s told on %s", [who, told(input.referrals[i], who)]) if {
	some i, last_day in due
	some who in parties
	told(input.referrals[i], who) > last_day
}

note[i] := concat("; ", words) if some i, words in failed

# The host doubts a day before the referral when it decides, that is, when both are.
doubt[i] contains sprintf("%s told on %s, before the referral of %s", [who, day, start[i]]) if {
	some i, last_told in done
	some who in parties
	day := told(input.referrals[i], who)
	day < dates.day(start[i])
	last_told >= dates.day(start[i])
}
