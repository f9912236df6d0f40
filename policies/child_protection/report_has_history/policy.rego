# METADATA
# scope: package
# title: Conference report has the history of previous involvement
# description: |
#   A conference that does not know what was tried before may try it again. Audited: initial conferences held in the
#   period. Met: report_history is recorded, as a yes or as prose that is more than a placeholder.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-05
#   level: priority
#   unit: conferences
#   anchor: date
#   needs: [conferences.report_history, conferences.date, conferences.type, conferences=initial]
#   history: [conferences=initial]
#   footing: inspection
#   sources: [PET09-P2a, OFS-recording]
#   finding: the report to the initial conference on {date} has no history of previous involvement
#   action: Add the history of previous involvement to the report and send it to those who were at the conference.
#   phrase: The inclusion of previous involvement in reports to initial child protection conferences
#   strength: Reports to initial child protection conferences include the history of previous involvement
#   why: What happened before tells the conference how great the risk is now.
package audit.child_protection.report_has_history

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, conference in input.conferences
	conference.type == "initial"
	period.includes(conference.date)
}

met contains i if {
	some i, conference in input.conferences
	narrative.recorded(conference.report_history)
}
