# METADATA
# scope: package
# title: Feedback sought and acted on
# description: |
#   Families know what helped and what did not. Audited: records with a referral closed in the period, save one that needed
#   no further action, or a plan of any type ended in it; an export without no_further_action has no such referrals. Met:
#   feedback from anybody is dated in the period, and where any of that feedback says that the person was not satisfied,
#   acted_on_date is on or before as-at. Only a recorded no counts as not satisfied.
# schemas:
#   - input: schema.case
# custom:
#   id: QA-03
#   level: development
#   unit: record
#   needs: [feedback.date, feedback.acted_on_date, feedback.satisfied, plans.end_date, referrals.close_date]
#   optional: [referrals.no_further_action]
#   history: [feedback]
#   footing: inspection
#   national_framework: enabler 2
#   sources: [PLY09-S6, POR09-D4, PET15-03, OFS-participation]
#   finding: no feedback was sought, or feedback was not acted on
#   action: Ask the child and family what they thought of the service, and act on what they say.
#   phrase: The seeking of feedback from children and families, and action on it
#   strength: Feedback from children and families is sought and acted on
#   why: A service that does not ask does not learn, and one that does not act is not trusted.
package audit.quality_assurance.feedback_acted_on

import data.lib.dates
import data.lib.period

applies if {
	some referral in input.referrals
	period.includes(referral.close_date)
	not referral.no_further_action == true
}

applies if {
	some plan in input.plans
	period.includes(plan.end_date)
}

met if {
	count(given) > 0
	count(unanswered) == 0
}

# given is the feedback of the period.
given contains feedback if {
	some feedback in input.feedback
	period.includes(feedback.date)
}

unanswered contains feedback.date if {
	some feedback in given
	feedback.satisfied == false
	not acted_on(feedback)
}

acted_on(feedback) if dates.happened(feedback.acted_on_date)

note := "no feedback is dated in the period" if count(given) == 0

note := sprintf("not acted on: the feedback of %s", [concat(" and ", unanswered)]) if count(unanswered) > 0
