# METADATA
# scope: package
# title: Child in care visited on time
# description: |
#   Visits show whether a child is safe and well cared for. Audited: children in care, once for each period of care, by
#   the open episode that started last. Met: a care visit at which the child was seen within 7 days of the start of each
#   placement begun in the audit period, and no gap longer than [care_visit_days] days between such visits, or
#   [care_visit_long_days] from a visit made when the child had been a year in the same placement of a type meant to last
#   ([long_term_placement_types]). Gaps count that began in the audit period, and always the one up to as-at. The first
#   gap runs from entered_care_date. With no visit yet and none overdue, or a first visit to a placement not due, not
#   audited. Visits and placements before entered_care_date belong to earlier care; where it is blank, all count. An
#   episode without a start counts as begun. Short breaks (legal_status V3 or V4) are no care; without legal_status every
#   episode is. Care ends when the child dies; without date_of_death the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-17
#   level: priority
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [visits.type, visits.date, visits.child_seen, visits=care, placements.start_date, placements.type, placements.end_date, care_episodes.end_date, care_episodes.entered_care_date]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [visits=care, placements]
#   footing: law
#   sources: [PET18-53, OFS-visits]
#   finding: a visit to the child in care was late or is overdue
#   action: See the child now if a visit is overdue, and find out what delayed the visits.
#   phrase: The regularity of visits to children in care
#   strength: Children in care are visited on time
#   why: A child whom nobody visits has nobody to tell when care goes wrong.
package audit.children_in_care.visited_on_time

import data.lib.care
import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

# seen[i] is the days of this period of care on which the child was seen.
seen[i] := {dates.day(visit.date) |
	some visit in input.visits
	visit.type == "care"
	visit.child_seen == true
	care.during(visit.date, input.care_episodes[i])
} if {
	some i in care.counted
}

# days[i] is the day the child entered care, and after it those of the visits in order.
days[i] := array.concat([day | day := care.entered(input.care_episodes[i])], sort(on)) if some i, on in seen

# began[[i, "placement", p]] and began[[i, "gap", n]] are the events that a visit is to follow.
began[[i, "placement", p]] := dates.day(placement.start_date) if {
	some i, _ in seen
	some p, placement in input.placements
	period.includes(placement.start_date)
	care.during(placement.start_date, input.care_episodes[i])
}

began[[i, "gap", n]] := day if {
	some i, _ in days
	some n, day in days[i]
	gap_counts(n, day, days[i])
}

gap_counts(_, day, _) if period.includes(day)

gap_counts(n, _, on) if n == count(on) - 1

last_day[[i, "placement", p]] := deadline.days(day, settings.timescale("placement_visit", day)) if {
	some [i, "placement", p], day in began
}

last_day[[i, "gap", n]] := deadline.days(day, allowed(day, input.care_episodes[i])) if some [i, "gap", n], day in began

allowed(day, episode) := settings.value("care_visit_long_days") if settled(day, episode)

else := settings.value("care_visit_days")

# settled: on that day the child has been a year in a placement that is meant to last.
settled(day, episode) if {
	some placement in input.placements
	placement.type in {upper(type) | some type in settings.value("long_term_placement_types")}
	care.during(placement.start_date, episode)
	dates.add_months(placement.start_date, 12) <= day
	not ended_by(placement, day)
}

ended_by(placement, day) if dates.day(placement.end_date) <= day

visit_day[[i, "placement", p]] := min({on | some on in seen[i]; on >= day}) if some [i, "placement", p], day in began

visit_day[[i, "gap", n]] := days[i][n + 1] if some [i, "gap", n], _ in began

kept := deadline.kept(last_day, visit_day)

missed := deadline.judged(last_day, visit_day) - kept

failed contains i if some [i, _, _] in missed

# waiting: the first visit to a placement, or in care, is neither made nor overdue.
waiting contains i if {
	some [i, "placement", p], _ in last_day
	not [i, "placement", p] in kept
}

waiting contains i if {
	some i, on in seen
	count(on) == 0
}

met := (object.keys(seen) - failed) - waiting

applies := met | failed

# The report's arithmetic is of the missed visit that was due last.
shown[i] := max({[last_day[key], key] | some key in missed; key[0] == i})[1] if some i in failed

start[i] := began[key] if some i, key in shown

due[i] := last_day[key] if some i, key in shown

done[i] := visit_day[key] if some i, key in shown

note[i] := sprintf("%s; visits late or overdue in all: %d", [counted_from(key), late]) if {
	some i, key in shown
	late := count([1 | some other in missed; other[0] == i])
}

counted_from([_, "placement", _]) := "counted from the start of the placement"

counted_from([i, "gap", n]) := "counted from entering care" if first_gap(i, n)

else := "counted from the visit before it"

# first_gap: it began with the child's entry to care, not with a visit.
first_gap(i, 0) if care.entered(input.care_episodes[i])

doubt[i] contains "the child is in care, nobody wrote since when, and no visit is recorded" if {
	some i in care.undated
	count(seen[i]) == 0
}
