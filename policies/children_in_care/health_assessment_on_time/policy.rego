# METADATA
# scope: package
# title: Health assessment on time
# description: |
#   Many children enter care with health needs that nobody has met. Audited: children in care, once for each period of
#   care, by the open episode that started last. Met: an initial_assessment within 20 working days of entered_care_date;
#   then, on as-at, no more than 6 months since the last assessment for a child under 5 on the day of that one, else 12.
#   With the initial assessment in time, a child without a date of birth is not audited. Checks count with status
#   completed or blank, or without status in the export, from entered_care_date on. An episode without a start counts as
#   begun; short breaks (legal_status V3 or V4) are no care, without legal_status every episode is. Care ends when the
#   child dies; without date_of_death the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-05
#   level: development
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [health.type, health.date, care_episodes.end_date, child.date_of_birth, care_episodes.entered_care_date]
#   optional: [health.status, care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [health]
#   footing: law
#   sources: [PET18-22, PET18-32, OFS-health]
#   finding: a health assessment of the child in care since {entered_care_date} was not made on time
#   action: Have the child's health assessed, and record the day.
#   phrase: The timeliness of health assessments for children in care
#   strength: Children in care have their health assessed on time
#   why: Needs that no assessment finds go untreated.
package audit.children_in_care.health_assessment_on_time

import data.lib.care
import data.lib.deadline
import data.lib.health
import data.lib.settings

entered[i] := care.entered(input.care_episodes[i]) if some i in care.counted

initial_due[i] := deadline.working_days(day, settings.timescale("initial_health_assessment", day)) if {
	some i, day in entered
}

initial[i] := min({day |
	some day in health.checked("initial_assessment")
	day >= began
}) if {
	some i, began in entered
}

initial_kept := deadline.kept(initial_due, initial)

initial_late := deadline.judged(initial_due, initial) - initial_kept

# last[i] is the day of the last assessment, which is the initial one until a review follows.
last[i] := max(health.checked("initial_assessment") | health.checked("review_assessment")) if some i in initial_kept

next_due[i] := deadline.months(day, settings.timescale(timescale(day), day)) if some i, day in last

# timescale has no answer for a child whose date of birth is not known.
timescale(day) := "health_assessment_under_five" if care.under(5, day)

timescale(day) := "health_assessment_from_five" if {
	care.aged(0)
	not care.under(5, day)
}

overdue contains i if {
	some i, day in next_due
	deadline.passed(day)
}

met := object.keys(next_due) - overdue

applies := met | (initial_late | overdue)

# The report's arithmetic is of the initial assessment or, where a later one is overdue, of that.
start[i] := last[i] if some i in overdue

start[i] := day if {
	some i, day in entered
	not i in overdue
}

due[i] := next_due[i] if some i in overdue

due[i] := day if {
	some i, day in initial_due
	not i in overdue
}

done[i] := day if {
	some i, day in initial
	not i in overdue
}

note[i] := "the initial assessment is due within 20 working days of entering care" if some i in initial_late

note[i] := sprintf("the next one is counted from that of %s", [last[i]]) if some i in overdue

doubt[i] contains "the child is in care and nobody wrote since when, so the day of the initial health assessment is not known" if {
	some i in care.undated
}
