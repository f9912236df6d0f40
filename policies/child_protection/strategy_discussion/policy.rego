# METADATA
# scope: package
# title: Strategy discussion with police and health
# description: |
#   An enquiry planned without the police and health services misses what they know. Audited: enquiries begun in the
#   period. Met: strategy_discussion_date is on or before start_date, police_attended is yes and health_attended is yes.
#   The enquiry has to begin within 15 working days of the discussion, the time that guidance gives from there to a
#   conference; an older discussion led to another enquiry. An enquiry is judged as soon as it has begun.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-01
#   level: development
#   unit: section_47
#   anchor: start_date
#   national_framework: enabler 1
#   needs: [section_47.strategy_discussion_date, section_47.police_attended, section_47.health_attended, section_47.start_date]
#   history: [section_47]
#   footing: statutory guidance
#   sources: [PET09-T3, PLY09-S2, PET18-06a, OFS-partners, OFS-strategy_meetings]
#   finding: the enquiry begun on {start_date} is not shown to follow a strategy discussion with both police and health
#   action: Hold a strategy discussion with the police and health services, or record when it was and who took part.
#   phrase: The holding of strategy discussions with police and health before enquiries
#   strength: Strategy discussions with police and health come before enquiries
#   why: Each agency holds a part of what is known about the risk to the child.
package audit.child_protection.strategy_discussion

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

applies contains i if {
	some i, enquiry in input.section_47
	period.includes(enquiry.start_date)
}

met contains i if {
	some i, enquiry in input.section_47
	led_to(enquiry)
	enquiry.police_attended == true
	enquiry.health_attended == true
}

# led_to: the enquiry began on the day of its strategy discussion, or within 15 working days of it.
led_to(enquiry) if {
	held := enquiry.strategy_discussion_date
	limit := settings.timescale("child_protection_conference", held)
	dates.between(enquiry.start_date, held, deadline.working_days(held, limit))
}

missing[i] contains dated(enquiry) if {
	some i, enquiry in input.section_47
	not led_to(enquiry)
}

missing[i] contains "police not recorded as taking part" if {
	some i, enquiry in input.section_47
	led_to(enquiry)
	not enquiry.police_attended == true
}

missing[i] contains "health not recorded as taking part" if {
	some i, enquiry in input.section_47
	led_to(enquiry)
	not enquiry.health_attended == true
}

dated(enquiry) := sprintf("the strategy discussion is dated %s", [enquiry.strategy_discussion_date]) if {
	dates.happened(enquiry.strategy_discussion_date)
} else := "no strategy discussion is dated"

note[i] := concat("; ", parts) if some i, parts in missing
