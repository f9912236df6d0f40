# METADATA
# scope: package
# title: Identity considered
# description: |
#   Ethnicity, religion, culture, language and disability shape what a child needs. Audited: assessments completed in
#   the period. Met: identity is recorded. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-11
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.identity, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET09-T1, PLY09-D5, POR09-S4c, PET18-10a, OFS-voice]
#   finding: the assessment completed on {completed_date} does not record that the child's identity was considered
#   action: Consider the child's ethnicity, religion, culture, language and disability, and record what they mean for the child's needs.
#   phrase: Consideration of children's identity in assessments
#   strength: Assessments consider the child's identity
#   why: Help that takes no account of a child's identity may not fit the child.
package audit.assessment.identity

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	narrative.recorded(assessment.identity)
}
