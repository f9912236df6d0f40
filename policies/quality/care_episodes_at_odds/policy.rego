# METADATA
# scope: package
# title: Care episodes that are at odds
# description: |
#   A child has one episode of care at a time, and each ends when the next begins. An open episode beside another open
#   one, or beside an ended one that began later, was not ended. Short breaks (legal status V3 or V4) are left out.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-11
#   effect: The child may count as in care who is not, or by a legal status that has ended.
#   do: End the episode that is over.
package quality.care_episodes_at_odds

import data.lib.care
import data.lib.dates

fault contains {"entity": "care_episodes", "item": i, "fields": ["start_date", "end_date"], "text": text} if {
	some i in care.open_positions
	count(care.open_positions) > 1
	text := sprintf("one of %d episodes that are open at once", [count(care.open_positions)])
}

fault contains {"entity": "care_episodes", "item": i, "fields": ["start_date", "end_date"], "text": text} if {
	some i in care.open_positions
	began := dates.day(input.care_episodes[i].start_date)
	later := [day | some episode in input.care_episodes; ended(episode); day := dates.day(episode.start_date); day > began]
	count(later) > 0
	text := sprintf("open, and an episode that began later, on %s, has ended", [max(later)])
}

ended(episode) if {
	not care.short_break(episode)
	care.ended(episode)
}
