# METADATA
# scope: package
# title: Plan for permanence by the second review
# description: |
#   A child in care needs to know where home will be. Audited: children who entered care at least [permanence_days] days
#   ago, once for each period of care, by the open episode that started last. Met: permanence_plan_date on or before the
#   day of the second review held or, where no second one was held or the export has no reviews, within 4 months of
#   entered_care_date. Reviews of one day count once; reviews and plans before entered_care_date belong to earlier care.
#   An episode without a start counts as begun. Short breaks (legal_status V3 or V4) are no care; without legal_status
#   every episode is. Care ends when the child dies; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-09
#   level: development
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [permanence.permanence_plan_date, care_episodes.end_date, care_episodes.entered_care_date]
#   optional: [care_reviews.date, care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [permanence, care_reviews]
#   footing: statutory guidance
#   sources: [PET18-28, PET18-50, OFS-permanence]
#   finding: no plan for permanence was agreed in time for the child in care since {entered_care_date}
#   action: Agree the plan for permanence at a review, and record the day.
#   phrase: Early planning for permanence
#   strength: Plans for permanence are made by the second review
#   why: Months without a plan for permanence are months of a childhood spent waiting.
package audit.children_in_care.permanence_plan

import data.lib.care
import data.lib.deadline
import data.lib.settings

start[i] := care.entered(episode) if {
	some i in care.counted
	episode := input.care_episodes[i]
	care.for_days(episode, settings.value("permanence_days"))
}

second_review[i] := care.reviews(input.care_episodes[i])[1] if some i, _ in start

four_months[i] := deadline.months(day, settings.timescale("permanence_plan", day)) if some i, day in start

due[i] := object.get(second_review, i, day) if some i, day in four_months

done[i] := min([row.permanence_plan_date |
	some row in input.permanence
	care.during(row.permanence_plan_date, input.care_episodes[i])
]) if {
	some i, _ in start
}

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

note[i] := "it was due by the second review" if second_review[i]

note[i] := "no second review is recorded, so it was due 4 months after entering care" if {
	some i, _ in start
	not second_review[i]
}

doubt[i] contains "the child is in care and nobody wrote since when, so the day of the plan for permanence is not known" if {
	some i in care.undated
}
