# METADATA
# scope: package
# title: Assessed by a qualified social worker
# description: |
#   Judging a child's needs and risks takes a qualified social worker. Audited: assessments completed in the period. Met:
#   worker_id is that of somebody on the list of professionals, whenever in post, with a registration number. An
#   assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-19
#   level: development
#   unit: assessments
#   anchor: completed_date
#   national_framework: enabler 3
#   needs: [assessments.worker_id, professionals.professional_id, professionals.registration_number, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PLY09-S1, OFS-assessment_quality]
#   finding: the assessment completed on {completed_date} is not shown to be by a registered social worker
#   action: Have a registered social worker check the assessment and answer for it, or correct who is recorded as making it.
#   phrase: The completion of assessments by qualified social workers
#   strength: Qualified social workers complete assessments
#   why: A worker without the training may miss or misjudge harm to a child.
package audit.assessment.qualified_assessor

import data.lib.period
import data.lib.post

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	post.registered(assessment.worker_id)
}

note[i] := by(assessment) if some i, assessment in input.assessments

by(assessment) := sprintf("the worker recorded is %s", [assessment.worker_id]) if post.written(assessment.worker_id)

else := "no worker is recorded"
