# METADATA
# scope: package
# title: Support after returning home
# description: |
#   Children who go home without help often come back into care. Audited: care episodes ended in the period because the
#   child returned home (end_reason E4A, E4B or E13), V3 short breaks left out. Met: a child in need plan or care plan
#   that began by [step_down_wd] working days after end_date and did not end before end_date + [home_support_days] days;
#   until then such a plan leaves the episode not audited, as does the time left to begin one. A plan without a start is
#   no evidence. Without legal_status in the export no episode is a short break.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-16
#   level: development
#   unit: care_episodes
#   anchor: end_date
#   national_framework: outcome 1
#   needs: [care_episodes.end_reason, care_episodes.end_date, plans.start_date, plans.type, plans.end_date, plans=child_in_need, plans=care]
#   optional: [care_episodes.legal_status]
#   history: [care_episodes, plans=child_in_need, plans=care]
#   footing: inspection
#   sources: [PET18-34, OFS-entry_and_return]
#   finding: no plan supported the child for [home_support_days] days after the return home on {end_date}
#   action: Find out how the child is, and make a plan with the family if they need help.
#   phrase: Planning and support for children who return home from care
#   strength: Children who return home from care have planning and support
#   why: A return home that nobody supports often fails within weeks.
package audit.children_in_care.support_after_returning_home

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

returned[i] := episode.end_date if {
	some i, episode in input.care_episodes
	period.includes(episode.end_date)
	episode.end_reason in {"E4A", "E4B", "E13"}
	not episode.legal_status == "V3"
}

begin_by[i] := deadline.working_days(day, settings.value("step_down_wd")) if some i, day in returned

run_to[i] := deadline.days(day, settings.value("home_support_days")) if some i, day in returned

# supported: a plan began in time and has not ended too soon.
supported contains i if {
	some i, day in run_to
	some plan in input.plans
	plan.type in {"child_in_need", "care"}
	dates.happened(plan.start_date)
	dates.day(plan.start_date) <= begin_by[i]
	not ended_before(plan, day)
}

ended_before(plan, day) if {
	dates.happened(plan.end_date)
	dates.day(plan.end_date) < day
}

# too_late: no plan supports the child, and the time to begin one has passed.
too_late contains i if {
	some i, last_day in begin_by
	deadline.passed(last_day)
	not i in supported
}

met contains i if {
	some i in supported
	dates.happened(run_to[i])
}

applies := met | too_late

note[i] := sprintf("a plan was to begin by %s and run to %s", [begin_by[i], day]) if some i, day in run_to
