# METADATA
# scope: package
# title: Assessment leads to or refers to a plan
# description: |
#   An assessment that no plan follows changes nothing for the child. Audited: core and single assessments completed in
#   the period, save those that ended in no further action. Met: plan_id names a plan in the record, open or not, or a
#   plan of any type starts from start_date to [plan_after_assessment_wd] working days after completed_date.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-07
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.plan_id, plans.start_date, assessments.no_further_action, assessments.start_date, plans.plan_id, assessments.completed_date, assessments.type]
#   history: [assessments, plans]
#   footing: inspection
#   sources: [PET09-D2d, PLY09-T1, OFS-plans]
#   finding: the {type} assessment completed on {completed_date} refers to no plan in the record, and none started within [plan_after_assessment_wd] working days
#   action: Make the plan that the assessment calls for, or record that no further action is needed.
#   phrase: The making of plans that follow from assessments
#   strength: Assessments lead to plans
#   why: An assessment helps a child only through what is done next.
package audit.assessment.leads_to_plan

import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.period
import data.lib.settings

start[i] := assessment.completed_date if {
	some i, assessment in input.assessments
	assessment.type in {"core", "single"}
	period.includes(assessment.completed_date)
	not assessment.no_further_action == true
}

due[i] := deadline.working_days(completed, settings.value("plan_after_assessment_wd")) if some i, completed in start

names_plan contains i if {
	some i, assessment in input.assessments
	some plan in input.plans
	links.same(plan.plan_id, assessment.plan_id)
}

# begun is the day the first plan began, on or after the day the assessment did.
begun[i] := min(days) if {
	some i, assessment in input.assessments
	days := [plan.start_date |
		some plan in input.plans
		dates.between(plan.start_date, assessment.start_date, dates.as_at)
	]
}

# done is for the report's arithmetic, which a plan named, or begun before completion, does not need.
done[i] := day if {
	some i, day in begun
	day >= start[i]
	not i in names_plan
}

met := names_plan | deadline.kept(due, begun)

applies := (names_plan & object.keys(due)) | deadline.judged(due, begun)
