# METADATA
# scope: package
# title: Conference report has a chronology
# description: |
#   A conference that cannot see what happened and when weighs the last event alone. Audited: initial conferences held
#   in the period. Met: report_chronology is recorded, as a yes or as prose that is more than a placeholder.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-04
#   level: development
#   unit: conferences
#   anchor: date
#   needs: [conferences.report_chronology, conferences.date, conferences.type, conferences=initial]
#   history: [conferences=initial]
#   footing: inspection
#   sources: [PET09-D3, OFS-recording]
#   finding: the report to the initial conference on {date} has no chronology
#   action: Add the chronology to the report and send it to those who were at the conference.
#   phrase: The inclusion of a chronology in reports to initial child protection conferences
#   strength: Reports to initial child protection conferences include a chronology
#   why: A chronology shows the conference patterns that single events hide.
package audit.child_protection.report_has_chronology

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, conference in input.conferences
	conference.type == "initial"
	period.includes(conference.date)
}

met contains i if {
	some i, conference in input.conferences
	narrative.recorded(conference.report_chronology)
}
