# METADATA
# scope: package
# title: Placement stable
# description: |
#   Each move costs a child in care a home. Counted: children in care, once for each period of care, by the open episode
#   that started last. Met: fewer than three placements begun in the last twelve months, those before entered_care_date
#   left out, as they belong to earlier care; where that is blank or not in the export, none is left out. It is judged on
#   the rate, and a single child is never a finding. An episode without a start counts as begun. Short breaks
#   (legal_status V3 or V4) are no care; without legal_status every episode is. Care ends when the child dies; without
#   date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-10
#   level: advisory
#   unit: care_episodes
#   measure: true
#   target: at most [unstable_percent] per cent not met
#   national_framework: outcome 4
#   needs: [placements.start_date, care_episodes.end_date]
#   optional: [care_episodes.entered_care_date, care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [placements]
#   footing: inspection
#   sources: [PET18-21, PET18-28, OFS-permanence]
#   finding: three or more placements of a child in care begun in twelve months
#   action: Find out what made the placements end, and what would let the child stay.
#   phrase: The stability of placements
#   strength: Placements of children in care are stable
#   why: A child who keeps moving loses friends, school and trust.
package audit.children_in_care.placement_stable

import data.lib.care
import data.lib.dates

applies := care.counted

met contains i if {
	some i, episode in input.care_episodes
	count(begun(episode)) < 3
}

# begun is the positions of the placements of this period of care that began in the last twelve months.
begun(episode) := {p |
	some p, placement in input.placements
	care.during(placement.start_date, episode)
	dates.within_months(placement.start_date, 12)
}
