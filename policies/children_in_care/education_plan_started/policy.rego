# METADATA
# scope: package
# title: First education plan within ten working days of entering care
# description: |
#   A child who enters care often changes home and school at once. Audited: children in care on as-at who entered care in
#   the period, aged 4 to 17 on that day, once for each period of care, by the open episode that started last; where the
#   date of birth or entered_care_date is not known, not audited. Met: an education plan dated on or after entered_care_date
#   and within 10 working days of it. An episode without a start counts as begun. Short breaks (legal_status V3 or V4) are
#   no care; without legal_status every episode is. Care ends when the child dies; without date_of_death the child is alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-21
#   level: development
#   unit: care_episodes
#   anchor: entered_care_date
#   national_framework: outcome 4
#   needs: [education_plans.date, care_episodes.entered_care_date, care_episodes.end_date, child.date_of_birth]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [education_plans]
#   footing: statutory guidance
#   sources: [OFS-education_in_care]
#   finding: no education plan was started within 10 working days for the child in care since {entered_care_date}
#   action: Start the education plan with the school and the virtual school, and record the day.
#   phrase: The timeliness of first education plans for children in care
#   strength: First education plans for children in care are started on time
#   why: The first weeks decide whether a child keeps the school place and the help that goes with it.
package audit.children_in_care.education_plan_started

import data.lib.care
import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := entered if {
	some i in care.counted
	entered := care.entered(input.care_episodes[i])
	period.includes(entered)
	aged_4_to_17(entered)
}

aged_4_to_17(on) if {
	dates.birthday(input.child.date_of_birth, 4) <= on
	dates.birthday(input.child.date_of_birth, 18) > on
}

due[i] := deadline.working_days(day, settings.timescale("education_plan", day)) if some i, day in start

done[i] := min({dates.day(plan.date) |
	some plan in input.education_plans
	care.during(plan.date, input.care_episodes[i])
}) if {
	some i, _ in start
}

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

doubt[i] contains "the child is in care and nobody wrote since when, so the day of the first education plan is not known" if {
	some i in care.undated
}
