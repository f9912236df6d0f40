# METADATA
# scope: package
# title: Not cautioned or convicted while in care
# description: |
#   Care should keep children out of court. Counted: children aged 10 or older on as-at who entered care at least 12
#   months ago, once for each period of care, by the open episode that started last; where the date of birth or
#   entered_care_date is not known, not counted. Met: no conviction or caution dated in the last 12 months. It is judged
#   on the rate, and a single child is never a finding. An episode without a start counts as begun. Short breaks
#   (legal_status V3 or V4) are no care; without legal_status every episode is. Care ends when the child dies; without
#   date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-11
#   level: advisory
#   unit: care_episodes
#   measure: true
#   target: at most [convicted_percent] per cent not met
#   needs: [convictions.date, care_episodes.end_date, care_episodes.entered_care_date, child.date_of_birth]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   footing: inspection
#   sources: [PET15-06]
#   finding: a child in care was cautioned or convicted in the last 12 months
#   action: Look with the child, carer and youth justice service at what led to it, and how to prevent another.
#   phrase: The share of children in care cautioned or convicted
#   strength: Few children in care are cautioned or convicted
#   why: A record gained in care follows a child into adult life.
package audit.children_in_care.not_convicted

import data.lib.care
import data.lib.dates

applies contains i if {
	care.aged(10)
	some i in care.counted
	care.for_months(input.care_episodes[i], 12)
}

met contains i if {
	some i, _ in input.care_episodes
	not convicted
}

convicted if {
	some conviction in input.convictions
	dates.within_months(conviction.date, 12)
}
