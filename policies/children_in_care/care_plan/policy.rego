# METADATA
# scope: package
# title: Child in care has a care plan
# description: |
#   A child in care needs a plan for that care. Audited: children in care for at least 10 working days, once for each
#   period of care, by the open episode that started last. The days run from entered_care_date; where that is blank or
#   not in the export, from the episode's start_date. Met: a care plan open on as-at, whenever it began. Short breaks
#   (legal_status V3 or V4) are not counted as care; without legal_status every episode is. Care and plans end when the
#   child dies; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-02
#   level: development
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [plans.type, plans.start_date, plans.end_date, plans=care, care_episodes.end_date, care_episodes.start_date]
#   optional: [care_episodes.entered_care_date, care_episodes.legal_status, child.date_of_death]
#   footing: law
#   sources: [PET18-32, OFS-plans]
#   finding: no open care plan for a child who has been in care for 10 working days or more
#   action: Make the care plan with the child and those who care for the child, and record it.
#   phrase: Care plans for children in care
#   strength: Children in care have a care plan
#   why: Without a plan nobody can say what the child's care is to achieve.
package audit.children_in_care.care_plan

import data.lib.care
import data.lib.cases
import data.lib.dates
import data.lib.deadline
import data.lib.settings

applies contains i if {
	some i in care.counted
	began := care.began(input.care_episodes[i])
	dates.happened(deadline.working_days(began, settings.timescale("care_plan", began)))
}

met contains i if {
	some i, _ in input.care_episodes
	some plan in input.plans
	plan.type == "care"
	cases.open_plan(plan)
}
