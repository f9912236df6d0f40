# METADATA
# scope: package
# title: Decisions and outline plan sent within a day
# description: |
#   Those who are to carry out a plan need it at once. Audited: initial conferences held in the period. Met:
#   decisions_sent_date within [conference_decisions_wd] working days of the conference.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-06
#   level: development
#   unit: conferences
#   anchor: date
#   needs: [conferences.decisions_sent_date, conferences.date, conferences.type, conferences=initial]
#   history: [conferences=initial]
#   footing: local
#   sources: [PET09-T4, OFS-enquiries_conferences]
#   finding: the decisions of the conference on {date} were not sent by the end of working day [conference_decisions_wd]
#   action: Send the decisions and the outline plan to the family and to every agency, and record the date.
#   phrase: The prompt sending of conference decisions and outline plans
#   strength: Conference decisions and outline plans are sent out promptly
#   why: Families and agencies cannot act on decisions that they have not received.
package audit.child_protection.decisions_sent

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := conference.date if {
	some i, conference in input.conferences
	conference.type == "initial"
	period.includes(conference.date)
}

due[i] := deadline.working_days(held, settings.value("conference_decisions_wd")) if some i, held in start

done[i] := conference.decisions_sent_date if some i, conference in input.conferences

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
