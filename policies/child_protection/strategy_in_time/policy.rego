# METADATA
# scope: package
# title: Strategy discussion held in time after the concern
# description: |
#   A child in danger waits while agencies find an hour to talk. Audited: enquiries whose concern_date lies in the period.
#   Met: strategy_discussion_date within [strategy_wd] working days of concern_date. Concerns that led to no enquiry are
#   not in the export, so they are not judged here.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-17
#   level: priority
#   unit: section_47
#   anchor: concern_date
#   national_framework: enabler 1
#   needs: [section_47.concern_date, section_47.strategy_discussion_date]
#   history: [section_47]
#   footing: local
#   sources: [OFS-strategy_meetings]
#   finding: no strategy discussion was held within [strategy_wd] working day of the concern of {concern_date}
#   action: Hold the strategy discussion today, or record when it was and how the child was kept safe until then.
#   phrase: The timeliness of strategy discussions
#   strength: Strategy discussions are held promptly
#   why: Until the agencies have spoken, each protects the child from what it alone knows.
package audit.child_protection.strategy_in_time

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := enquiry.concern_date if {
	some i, enquiry in input.section_47
	period.includes(enquiry.concern_date)
}

due[i] := deadline.working_days(day, settings.value("strategy_wd")) if some i, day in start

done[i] := enquiry.strategy_discussion_date if some i, enquiry in input.section_47

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
