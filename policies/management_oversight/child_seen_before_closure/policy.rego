# METADATA
# scope: package
# title: Not closed without the child seen
# description: |
#   A case closed unseen rests on what adults said. Audited: referrals closed in the period, save those that needed no
#   further action, as soon as they have closed. Met: the child was seen from the referral's date to close_date: on
#   closure_child_seen_date, at a visit, or by an assessment that names this referral or none. An assessment saw the
#   child on child_seen_date; with only a yes, on completed_date, else start_date. What has no date is no evidence;
#   where the export does not link assessments to referrals, each counts for any.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-09
#   level: priority
#   unit: referrals
#   anchor: close_date
#   needs: [referrals.close_date, referrals.closure_child_seen_date | assessments.child_seen | visits.child_seen, referrals.date, referrals.no_further_action]
#   optional: [visits.date, assessments.child_seen_date, assessments.completed_date, assessments.start_date, assessments.referral_id, referrals.referral_id]
#   history: [referrals, assessments, visits]
#   footing: inspection
#   sources: [POR09-P1, OFS-early_help]
#   finding: the referral was closed on {close_date} with no record that the child was seen
#   action: See the child, or reopen the case until the child has been seen.
#   phrase: Seeing children before their cases are closed
#   strength: Children are seen before their cases are closed
#   why: A child whom nobody saw may still be at risk when the case is closed.
package audit.management_oversight.child_seen_before_closure

import data.lib.dates
import data.lib.links
import data.lib.period

applies contains i if {
	some i, referral in input.referrals
	period.includes(referral.close_date)
	not referral.no_further_action == true
}

met contains i if {
	some i, referral in input.referrals
	some day in seen(referral)
	dates.between(day, referral.date, referral.close_date)
}

# seen is the days on which the child was seen, as far as the referral's evidence goes.
seen(referral) := (visited | assessed(referral)) | {day | day := referral.closure_child_seen_date}

visited := {visit.date | some visit in input.visits; visit.child_seen == true}

assessed(referral) := {seen_on(assessment) | some assessment in input.assessments; links.of_referral(assessment, referral)}

seen_on(assessment) := assessment.child_seen_date if dates.happened(assessment.child_seen_date)

else := assessment.completed_date if {
	assessment.child_seen == true
	dates.happened(assessment.completed_date)
}

else := assessment.start_date if assessment.child_seen == true
