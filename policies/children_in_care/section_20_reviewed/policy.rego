# METADATA
# scope: package
# title: Section 20 arrangement reviewed
# description: |
#   Care that rests on parents' agreement drifts where nobody asks if it should go on. Audited: children in care under
#   section 20 (legal_status V2 or V4) for at least [s20_months] months, once for each period of care, by the open
#   episode that started last; V3 episodes do not count. The months run from entered_care_date; where that is blank or
#   not in the export, from the episode's start_date. Met: a care review in the last [s20_months] months. Care ends when
#   the child dies; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-01
#   level: development
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [care_episodes.legal_status, care_reviews.date, care_episodes.end_date, care_episodes.start_date]
#   optional: [care_episodes.entered_care_date, child.date_of_death]
#   footing: inspection
#   sources: [PET18-20, OFS-entry_and_return]
#   finding: no review in the last [s20_months] months of a child in care under section 20
#   action: Review with the parents whether care under section 20 should go on, and record the review.
#   phrase: The review of care arranged with parents under section 20
#   strength: Section 20 arrangements are reviewed promptly
#   why: A child may stay in care by agreement for years without a lasting plan.
package audit.children_in_care.section_20_reviewed

import data.lib.care
import data.lib.dates
import data.lib.settings

applies contains i if {
	some i in care.once_each(open_episodes)
	episode := input.care_episodes[i]
	episode.legal_status in {"V2", "V4"}
	dates.at_least_months_ago(care.began(episode), settings.value("s20_months"))
}

# open_episodes are the positions of the open episodes. V4 is a short break, and section 20 all the same.
open_episodes contains i if {
	some i, episode in input.care_episodes
	care.open(episode)
	not episode.legal_status == "V3"
}

met contains i if {
	some i, _ in input.care_episodes
	dates.within_months(last_review, settings.value("s20_months"))
}

last_review := max([review.date |
	some review in input.care_reviews
	dates.happened(review.date)
])

note[i] := sprintf("the last one was on %s", [last_review]) if some i, _ in input.care_episodes
