# METADATA
# scope: package
# title: Child in need has a plan
# description: |
#   An assessment that finds need and ends in no plan leaves the child as before. Audited: records with an open referral
#   and a completed assessment of it whose outcome is not no further action, more than [plan_after_assessment_wd] working
#   days after completed_date. An assessment is of the referral it names, or of any where it names none. Met: some plan of
#   any type is open on as-at. A referral counts as open unless no_further_action is yes, and nothing is open once the
#   child has died; an export without these fields has no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-01
#   level: development
#   unit: record
#   national_framework: outcome 1
#   needs: [plans.start_date, plans.type, plans=child_in_need, plans=child_protection, plans=care, assessments.no_further_action, assessments.referral_id, referrals.close_date, referrals.date, plans.end_date, assessments.completed_date, referrals.referral_id]
#   optional: [referrals.no_further_action, child.date_of_death]
#   history: [assessments]
#   footing: inspection
#   sources: [PET18-12a, OFS-disabled_children, OFS-plans]
#   finding: no open plan follows the completed assessment within [plan_after_assessment_wd] working days
#   action: Make a plan with the family, or record that no further action is needed and close the case.
#   phrase: The planning of help for children in need
#   strength: Children in need have a plan
#   why: Without a plan nobody knows what is to change for the child, or who is to help.
package audit.planning_and_allocation.child_has_plan

import data.lib.cases
import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.settings

# assessed is the days on which assessments that call for a plan were completed, long enough ago for one to be made.
assessed contains assessment.completed_date if {
	some referral in input.referrals
	cases.open_referral(referral)
	some assessment in input.assessments
	links.of_referral(assessment, referral)
	not assessment.no_further_action == true
	deadline.passed(deadline.working_days(assessment.completed_date, settings.value("plan_after_assessment_wd")))
}

applies if count(assessed) > 0

met if {
	some plan in input.plans
	cases.open_plan(plan)
}

note := concat("; ", said)

said contains sprintf("the assessment was completed on %s", [max(assessed)])

said contains sprintf("the last plan, %s, ended on %s", [replace(type, "_", " "), day]) if [day, type] := max(ended)

ended contains [plan.end_date, kind(plan)] if {
	some plan in input.plans
	dates.happened(plan.end_date)
}

kind(plan) := plan.type if links.named(plan.type)

else := "of no type"
