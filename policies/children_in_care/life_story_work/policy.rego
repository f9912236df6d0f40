# METADATA
# scope: package
# title: Life-story work started
# description: |
#   A child who will grow up away from home needs to know why. Audited: permanence rows with a permanence_plan_date, of
#   a child who entered care at least [life_story_months] months ago and is in care on as-at; where entered_care_date is
#   not known, not audited. Met: a life_story_started_date on or before as-at, whenever it was. An episode without a
#   start counts as begun. Short breaks (legal_status V3 or V4) are no care; without legal_status every episode is. Care
#   ends when the child dies; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-15
#   level: advisory
#   unit: permanence
#   national_framework: outcome 4
#   needs: [permanence.life_story_started_date, care_episodes.end_date, care_episodes.entered_care_date, permanence.permanence_plan_date]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   history: [permanence]
#   footing: inspection
#   sources: [PET18-31, OFS-life_story]
#   finding: life-story work has not started for a child with a plan for permanence of {permanence_plan_date}
#   action: Start life-story work with the child, and record the day.
#   phrase: Life-story work with children in care
#   strength: Life-story work with children in care starts in good time
#   why: Children who do not know their own story tend to blame themselves for it.
package audit.children_in_care.life_story_work

import data.lib.care
import data.lib.dates
import data.lib.settings

applies contains i if {
	some episode in care.counted
	care.for_months(input.care_episodes[episode], settings.value("life_story_months"))
	some i, row in input.permanence
	dates.happened(row.permanence_plan_date)
}

met contains i if {
	some i, row in input.permanence
	dates.happened(row.life_story_started_date)
}
