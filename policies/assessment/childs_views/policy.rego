# METADATA
# scope: package
# title: Child's views recorded
# description: |
#   A child old enough to speak is the best witness of the child's own life. Audited: assessments completed in the period,
#   save pre-birth ones, of a child aged at least [views_from_age] on completed_date; where the date of birth is not known,
#   not audited. Met: child_views is recorded. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-12
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.child_views, child.date_of_birth, assessments.type, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [POR09-S4a, PET18-10a, PET18-17, OFS-voice]
#   finding: the assessment completed on {completed_date} does not record the child's views
#   action: Ask the child, and record what the child says.
#   phrase: The recording of children's views in assessments
#   strength: Assessments record what children say
#   why: Decisions made without hearing the child may miss what matters most.
package audit.assessment.childs_views

import data.lib.dates
import data.lib.narrative
import data.lib.period
import data.lib.settings

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
	not assessment.type == "pre_birth"
	dates.aged_at_least(settings.value("views_from_age"), input.child.date_of_birth, assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	narrative.recorded(assessment.child_views)
}
