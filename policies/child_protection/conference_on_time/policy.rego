# METADATA
# scope: package
# title: Conference within 15 working days of the strategy discussion
# description: |
#   A late conference leaves a child at risk without a plan. Audited: enquiries begun in the period whose outcome asks
#   for a conference. Met: the earliest initial conference of the same enquiry_id is held within 15 working days of
#   strategy_discussion_date; where that is blank or not in the export, of start_date.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-03
#   level: priority
#   unit: section_47
#   anchor: start_date
#   needs: [section_47.to_conference, section_47.enquiry_id, section_47.start_date, conferences.date, conferences.enquiry_id, conferences.type, conferences=initial]
#   optional: [section_47.strategy_discussion_date]
#   history: [section_47, conferences=initial]
#   footing: statutory guidance
#   sources: [POR09-S3, PET18-06c, OFS-enquiries_conferences]
#   finding: the enquiry begun on {start_date} did not come to an initial conference within 15 working days
#   action: Hold the conference, and say how the child is kept safe until then.
#   phrase: The timeliness of initial child protection conferences
#   strength: Initial child protection conferences are held on time
#   why: Until the conference meets, no plan that all agencies share protects the child.
package audit.child_protection.conference_on_time

import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.period
import data.lib.settings

start[i] := clock_start(enquiry) if {
	some i, enquiry in input.section_47
	period.includes(enquiry.start_date)
	enquiry.to_conference == true
}

clock_start(enquiry) := enquiry.strategy_discussion_date if discussed(enquiry)

else := enquiry.start_date

discussed(enquiry) if dates.happened(enquiry.strategy_discussion_date)

due[i] := deadline.working_days(day, settings.timescale("child_protection_conference", day)) if some i, day in start

done[i] := min([conference.date |
	some conference in input.conferences
	conference.type == "initial"
	links.same(conference.enquiry_id, enquiry.enquiry_id)
	dates.happened(conference.date)
]) if some i, enquiry in input.section_47

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

note[i] := "the days are counted from the start of the enquiry, as no strategy discussion is dated" if {
	some i, enquiry in input.section_47
	not discussed(enquiry)
}
