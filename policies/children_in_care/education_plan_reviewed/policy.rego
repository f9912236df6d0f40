# METADATA
# scope: package
# title: Education plan reviewed termly
# description: |
#   A child in care changes school and falls behind more often than others. Audited: children aged 4 to 17 on as-at who
#   entered care at least 3 months ago, once for each period of care, by the open episode that started last; where the
#   date of birth or entered_care_date is not known, not audited. Met: an education plan dated in the last [pep_days]
#   days and not before entered_care_date. An episode without a start counts as begun. Short breaks (legal_status V3 or
#   V4) are no care; without legal_status every episode is. Care ends when the child dies; without date_of_death in the
#   export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-07
#   level: development
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [education_plans.date, care_episodes.end_date, care_episodes.entered_care_date, child.date_of_birth]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   footing: statutory guidance
#   sources: [PET18-24, OFS-education_in_care]
#   finding: no education plan in the last [pep_days] days for a child in care since {entered_care_date}
#   action: Review the education plan with the school and the virtual school, and record it.
#   phrase: The termly review of education plans for children in care
#   strength: Education plans of children in care are reviewed every term
#   why: A child's schooling slips where nobody looks at it each term.
package audit.children_in_care.education_plan_reviewed

import data.lib.care
import data.lib.dates
import data.lib.settings

applies contains i if {
	care.aged_from_to(4, 17)
	some i in care.counted
	care.for_months(input.care_episodes[i], 3)
}

met contains i if {
	some i, day in last_plan
	dates.within_days(day, settings.value("pep_days"))
}

last_plan[i] := max([plan.date |
	some plan in input.education_plans
	care.during(plan.date, episode)
]) if {
	some i, episode in input.care_episodes
}

note[i] := sprintf("the last one is of %s", [day]) if some i, day in last_plan
