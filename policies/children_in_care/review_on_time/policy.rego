# METADATA
# scope: package
# title: Care review on time
# description: |
#   Reviews keep a child's care on course. Audited: children in care, once for each period of care, by the open episode
#   that started last, once a review has been held or was due. Met: the first review is held within 20 working days of
#   entered_care_date, the second within 3 months of the first, each later one within 6 months of the one before, and
#   none is overdue on as-at. Reviews of one day count once; those before entered_care_date belong to earlier care. An
#   episode without a start counts as begun. Short breaks (legal_status V3 or V4) are no care; without legal_status every
#   episode is. Care ends when the child dies; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-03
#   level: development
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [care_reviews.date, care_episodes.entered_care_date, care_episodes.end_date]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [care_reviews]
#   footing: law
#   sources: [PET18-26a, OFS-plan_progress]
#   finding: a review of the care begun on {entered_care_date} was not held on time
#   action: Hold the review if it is overdue, and find out what delayed it.
#   phrase: The timeliness of reviews for children in care
#   strength: Reviews of children in care are held on time
#   why: A plan that nobody reviews stops fitting the child.
package audit.children_in_care.review_on_time

import data.lib.care
import data.lib.deadline
import data.lib.settings

# days[i] is the day the child entered care, and after it those of the reviews in order.
days[i] := array.concat([entered], care.reviews(episode)) if {
	some i in care.counted
	episode := input.care_episodes[i]
	entered := care.entered(episode)
}

# From each of those days runs the time to the review that follows: [i, 0] from entry, [i, n] from the nth review.
last_day[[i, n]] := following(n, day) if {
	some i, _ in days
	some n, day in days[i]
}

following(0, day) := deadline.working_days(day, settings.timescale("first_care_review", day))

following(1, day) := deadline.months(day, settings.timescale("second_care_review", day))

following(n, day) := deadline.months(day, settings.timescale("later_care_reviews", day)) if n > 1

next_day[[i, n]] := days[i][n + 1] if {
	some i, _ in days
	some n, _ in days[i]
}

missed := deadline.judged(last_day, next_day) - deadline.kept(last_day, next_day)

# counted: the calendar reaches back to the child's entry to care.
counted contains i if some [i, 0], _ in last_day

# last_missed[i] is the last of the reviews that was not held on time.
last_missed[i] := max({n | some n, _ in days[i]; [i, n] in missed}) if some i in counted

met contains i if {
	some i in counted
	count(days[i]) > 1
	not last_missed[i]
}

applies := met | object.keys(last_missed)

# The report's arithmetic is of the last review missed, else of the first.
shown[i] := object.get(last_missed, i, 0) if some i, _ in days

start[i] := days[i][n] if some i, n in shown

due[i] := last_day[[i, n]] if some i, n in shown

done[i] := next_day[[i, n]] if some i, n in shown

note[i] := "the first review is counted from the day the child entered care" if some i, 0 in last_missed

note[i] := sprintf("the later reviews are counted each from the one before, here from that of %s", [days[i][n]]) if {
	some i, n in last_missed
	n > 0
}

doubt[i] contains "the child is in care and nobody wrote since when, so the day of the first review is not known" if {
	some i in care.undated
}
