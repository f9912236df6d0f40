# METADATA
# scope: package
# title: Conclusion and recommendation recorded
# description: |
#   An assessment that reaches no conclusion leaves the next step to chance. Audited: assessments completed in the
#   period. Met: conclusion is recorded. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-06
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.conclusion, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET09-D2c, PLY09-D4, PET18-10a, OFS-assessment_quality]
#   finding: the assessment completed on {completed_date} does not record a conclusion and recommendation
#   action: Write down what the assessment concludes and what it recommends.
#   phrase: The recording of conclusions and recommendations in assessments
#   strength: Assessments record a conclusion and a recommendation
#   why: Without a conclusion nobody knows what is to happen next for the child.
package audit.assessment.conclusion

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	narrative.recorded(assessment.conclusion)
}
