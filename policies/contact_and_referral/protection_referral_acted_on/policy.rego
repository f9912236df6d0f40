# METADATA
# scope: package
# title: Child protection referral leads to a strategy discussion or an assessment
# description: |
#   A concern that is not written down or not followed up leaves a child at risk. Audited: referrals of a child protection
#   concern dated in the period, even those with no further action. Met: a strategy discussion or the start of an
#   assessment lies from the referral's date to [cp_response_wd] working days after it, and the concern is recorded. Only
#   enquiries and assessments that name this referral or none count; where the export does not link them, each counts for
#   any. The concern is judged once there was such a response.
# schemas:
#   - input: schema.case
# custom:
#   id: CR-05
#   level: priority
#   unit: referrals
#   anchor: date
#   needs: [referrals.protection_concern, referrals.concern, assessments.start_date, section_47.strategy_discussion_date, referrals.date]
#   optional: [referrals.referral_id, assessments.referral_id, section_47.referral_id]
#   history: [referrals, assessments, section_47]
#   footing: inspection
#   national_framework: outcome 3
#   sources: [PET09-S1, PLY09-P1c, OFS-front_door]
#   finding: the child protection referral of {date} has no recorded concern that led to a strategy discussion or an assessment by the end of working day [cp_response_wd]
#   action: Record the concern, and hold a strategy discussion or begin an assessment at once.
#   phrase: The response to child protection referrals
#   strength: Child protection referrals lead promptly to a strategy discussion or an assessment
#   why: A child at risk is not protected until somebody looks into the concern.
package audit.contact_and_referral.protection_referral_acted_on

import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.narrative
import data.lib.period
import data.lib.settings

start[i] := referral.date if {
	some i, referral in input.referrals
	period.includes(referral.date)
	referral.protection_concern == true
}

due[i] := deadline.working_days(referred, settings.value("cp_response_wd")) if some i, referred in start

# done is the day of the first response from the referral's date on.
done[i] := min([dates.day(day) |
	some day in (discussed(input.referrals[i]) | assessed(input.referrals[i]))
	dates.between(day, referred, dates.as_at)
]) if some i, referred in start

discussed(referral) := {enquiry.strategy_discussion_date |
	some enquiry in input.section_47
	links.of_referral(enquiry, referral)
}

assessed(referral) := {assessment.start_date |
	some assessment in input.assessments
	links.of_referral(assessment, referral)
}

met contains i if {
	some i in deadline.kept(due, done)
	concern_recorded(input.referrals[i])
}

concern_recorded(referral) if narrative.recorded(referral.concern)

applies := deadline.judged(due, done)

note[i] := "the concern is not recorded" if {
	some i, referral in input.referrals
	not concern_recorded(referral)
}
