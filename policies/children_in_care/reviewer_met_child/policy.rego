# METADATA
# scope: package
# title: Reviewing officer met the child before the review
# description: |
#   A reviewing officer who has met the child can speak up for the child. Audited: care reviews held in the period, as
#   soon as they have been held; several on one day count once, as the first of them. Met: reviewer_met_child_date is on
#   or before the day of the review and after that of the review before it, whatever period of care that belonged to;
#   where several rows give the same day, one of them is enough.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-04
#   level: development
#   unit: care_reviews
#   anchor: date
#   national_framework: outcome 4
#   needs: [care_reviews.reviewer_met_child_date, care_reviews.date]
#   history: [care_reviews]
#   footing: inspection
#   sources: [PET18-26a, OFS-reviewer_challenge]
#   finding: no record that the reviewing officer met the child before the review of {date}
#   action: Have the reviewing officer meet the child before the next review, and record the day.
#   phrase: Reviewing officers' meetings with children before their reviews
#   strength: Reviewing officers meet children before their reviews
#   why: A review that has not heard the child may decide against what the child needs.
package audit.children_in_care.reviewer_met_child

import data.lib.dates
import data.lib.period

applies contains i if {
	some day, positions in held
	period.includes(day)
	i := min(positions)
}

met contains i if {
	some day, positions in held
	some i in positions
	some j in positions
	met_child(input.care_reviews[j], day)
}

# held[day] is the positions of the reviews held on a day.
held[day] contains i if {
	some i, review in input.care_reviews
	day := dates.day(review.date)
}

met_child(review, day) if {
	dates.day(review.reviewer_met_child_date) <= day
	not before_earlier_review(review, day)
}

# before_earlier_review: met no later than on the day of an earlier review.
before_earlier_review(review, day) if {
	some earlier, _ in held
	earlier < day
	dates.day(review.reviewer_met_child_date) <= earlier
}

note[i] := sprintf("the date of the meeting is %s", [review.reviewer_met_child_date]) if {
	some i, review in input.care_reviews
	dates.happened(review.reviewer_met_child_date)
}
