# METADATA
# scope: package
# title: History and previous involvement considered
# description: |
#   What happened before is the best guide to what may happen again. Audited: assessments completed in the period. Met:
#   history, which is previous involvement and the family's history, is recorded. An assessment is judged as soon as it
#   is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-10
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.history, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PLY09-D3c, PET18-03a, OFS-recording]
#   finding: the assessment completed on {completed_date} does not record the family's history and previous involvement
#   action: Read the earlier records, and write down what the history means for the child now.
#   phrase: Consideration of family history and previous involvement in assessments
#   strength: Assessments take account of family history and previous involvement
#   why: Without the history, a pattern of harm looks like a single event.
package audit.assessment.history

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	narrative.recorded(assessment.history)
}
