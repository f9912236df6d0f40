# METADATA
# title: Children in care
# description: |
#   Who is in care on as-at, since when, and which evidence is of this time in care.
#   A period of care is the episodes with one entered_care_date; those without one make
#   one period of care together. Short breaks (legal status V3 or V4) are no care.
package lib.care

import data.lib.cases
import data.lib.dates

# open: the episode has begun (or nobody wrote when) and not ended by as-at. The child's death ends it.
open(episode) if {
	not cases.child_has_died
	not begins_later(episode)
	not ended(episode)
}

begins_later(episode) if dates.ahead(episode.start_date)

ended(episode) if dates.happened(episode.end_date)

# short_break: a respite break under a series agreement (V3) or a single one (V4).
short_break(episode) if episode.legal_status in {"V3", "V4"}

# in_care: the child is in care on as-at.
in_care if count(open_positions) > 0

# open_positions are the positions of the open episodes, short breaks left out.
open_positions contains i if {
	some i, episode in input.care_episodes
	open(episode)
	not short_break(episode)
}

# counted is one position for each period of care the child is in: that of the open
# episode that started last, the first of those that share a start.
counted := once_each(open_positions)

# once_each is one of some positions for each period of care, chosen likewise.
once_each(positions) := {first |
	some period in {period_of(input.care_episodes[i]) | some i in positions}
	same_period := [i | some i in positions; period_of(input.care_episodes[i]) == period]
	latest := max([started(input.care_episodes[i]) | some i in same_period])
	first := min([i | some i in same_period; started(input.care_episodes[i]) == latest])
}

# period_of is the day that marks a period of care; a blank for those that nobody dated.
period_of(episode) := day if day := entered(episode)

else := ""

started(episode) := day if day := dates.day(episode.start_date)

else := ""

# entered is the day the child entered care.
entered(episode) := dates.day(episode.entered_care_date) if dates.happened(episode.entered_care_date)

# began is the day the child entered care or, where nobody wrote it, the episode's own start.
began(episode) := day if day := entered(episode)

else := dates.day(episode.start_date)

# undated are the counted positions whose period of care has no day of entry.
undated contains i if {
	some i in counted
	not entered(input.care_episodes[i])
}

# for_months, for_days: the child has been in care for at least so long. Undated: not known to be.
for_months(episode, n) if dates.at_least_months_ago(episode.entered_care_date, n)

for_days(episode, n) if dates.at_least_days_ago(episode.entered_care_date, n)

# during: the date is on or before as-at and belongs to this period of care, not to an
# earlier one. Where nobody wrote when the child entered care, any such date does.
during(date, episode) if {
	dates.happened(date)
	not before_entry(date, episode)
}

before_entry(date, episode) if dates.day(date) < entered(episode)

# reviews are the days of the reviews in this period of care, in order. Reviews of one day count once.
reviews(episode) := sort({dates.day(review.date) |
	some review in input.care_reviews
	during(review.date, episode)
})

# aged: the child is at least so old on as-at. Like under, undefined without a date of birth on or before as-at.
aged(years) if dates.aged_at_least(years, input.child.date_of_birth, dates.as_at)

# aged_from_to: from the first birthday to the day before the one after the last ("4 to 17" ends before the 18th).
aged_from_to(first, last) if {
	aged(first)
	not aged(last + 1)
}

# under: on a day, the child had not reached the age.
under(years, on) if {
	dates.happened(input.child.date_of_birth)
	dates.birthday(input.child.date_of_birth, years) > dates.day(on)
}
