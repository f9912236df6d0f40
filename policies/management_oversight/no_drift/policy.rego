# METADATA
# scope: package
# title: No drift
# description: |
#   Drift leaves a child waiting while nobody decides that it should. Audited: records with a referral or plan that has
#   been open for at least [drift_days] days. Met: a drift_authorised decision in the last [drift_days] days; or all of:
#   no assessment of an open referral is unfinished past its timescale (the clocks of AS-01), no action of an open plan is
#   undone more than [drift_days] days after due_date, and a visit, meeting, conference, care review, decision or case note
#   is dated in the last [drift_days] days. An assessment or action that names no referral or plan belongs to any. An
#   assessment is finished on completed_date, or where that is blank signed_off_date; where the export has neither, none
#   is looked at. Without referral_id the 45 days run from start_date; without plan_id every action belongs to every plan;
#   conferences and care reviews count where the export has them. A referral counts as open unless no_further_action is
#   yes, and nothing is open once the child has died; an export without these fields has no such referrals or deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-07
#   level: priority
#   unit: record
#   needs: [assessments.start_date, assessments.type, visits.date, case_notes.date, decisions.date, decisions.kind, meetings.date, plan_actions.due_date, plan_actions.done_date, plans.end_date, plans.start_date, referrals.close_date, referrals.date]
#   optional: [assessments.completed_date, assessments.signed_off_date, assessments.referral_id, referrals.referral_id, plan_actions.plan_id, plans.plan_id, conferences.date, care_reviews.date, referrals.no_further_action, child.date_of_death]
#   history: [assessments, plan_actions, decisions]
#   footing: inspection
#   national_framework: enabler 2
#   sources: [PLY09-P2a, PET18-50, OFS-plan_progress]
#   finding: the case has drifted, and no decision of the last [drift_days] days allows for it
#   action: Decide what is to be done next, by whom and by when, or record why the case may wait.
#   phrase: The avoidance of drift in assessment and planning
#   strength: Work with children moves on without drift
#   why: While work stands still, a child's need or danger does not.
package audit.management_oversight.no_drift

import data.lib.assessments
import data.lib.cases
import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.planning
import data.lib.settings

applies if cases.open_for_days(settings.value("drift_days"))

met if authorised

met if count(drift) == 0

authorised if {
	some decision in input.decisions
	decision.kind == "drift_authorised"
	dates.within_days(decision.date, settings.value("drift_days"))
}

drift contains sprintf("the assessment begun on %s was due on %s", [assessment.start_date, last_day]) if {
	assessments_have_ends
	some assessment in input.assessments
	of_open_referral(assessment)
	not assessments.finished(assessment)
	last_day := assessments.last_day(assessment)
	deadline.passed(last_day)
}

drift contains sprintf("the action due on %s is not done", [action.due_date]) if {
	some action in input.plan_actions
	of_open_plan(action)
	not done(action)
	dates.day(action.due_date) < dates.add_days(dates.as_at, 0 - settings.value("drift_days"))
}

drift contains last_activity if not active

active if {
	some day in activity
	dates.within_days(day, settings.value("drift_days"))
}

activity contains visit.date if some visit in input.visits

activity contains meeting.date if some meeting in input.meetings

activity contains conference.date if some conference in input.conferences

activity contains review.date if some review in input.care_reviews

activity contains decision.date if some decision in input.decisions

activity contains entry.date if some entry in input.case_notes

last_activity := sprintf("the last activity was on %s", [day]) if {
	day := max({day | some day in activity; dates.happened(day)})
}

else := "no activity is recorded"

assessments_have_ends if data.run.supplies["assessments.completed_date"] == true

assessments_have_ends if data.run.supplies["assessments.signed_off_date"] == true

of_open_referral(assessment) if {
	some referral in input.referrals
	cases.open_referral(referral)
	links.of_referral(assessment, referral)
}

of_open_plan(action) if {
	some plan in input.plans
	cases.open_plan(plan)
	planning.of_plan(action, plan)
}

done(action) if dates.happened(action.done_date)

note := concat("; ", drift)
