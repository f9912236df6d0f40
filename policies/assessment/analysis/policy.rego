# METADATA
# scope: package
# title: Analysis recorded
# description: |
#   An assessment that gathers facts without weighing them does not say what they mean for the child. Audited:
#   assessments completed in the period. Met: analysis is recorded. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-05
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.analysis, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET09-S5, PET09-D2c, PLY09-D4, PET18-10a, OFS-assessment_quality, OFS-disabled_children]
#   finding: the assessment completed on {completed_date} does not record an analysis
#   action: Write down what the information gathered means for the child.
#   phrase: The recording of analysis in assessments
#   strength: Assessments record an analysis of what was found
#   why: Without analysis nobody can say why the plan is the right one.
package audit.assessment.analysis

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	narrative.recorded(assessment.analysis)
}
