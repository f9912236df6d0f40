# METADATA
# scope: package
# title: Child seen during the assessment
# description: |
#   An assessment for which nobody saw the child cannot judge the child's safety. Audited: assessments completed
#   in the period, save pre-birth ones. Met: child_seen is yes, or child_seen_date lies from start_date to
#   completed_date. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-02
#   level: priority
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.child_seen | assessments.child_seen_date, assessments.start_date, assessments.type, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET09-D2b, OFS-voice]
#   finding: the assessment completed on {completed_date} does not record that the child was seen
#   action: See the child, or record when the child was seen.
#   phrase: Seeing children during their assessments
#   strength: Children are seen during their assessments
#   why: Nobody can judge whether a child is safe without seeing the child.
package audit.assessment.child_seen

import data.lib.dates
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
	not assessment.type == "pre_birth"
}

met contains i if {
	some i, assessment in input.assessments
	assessment.child_seen == true
}

met contains i if {
	some i, assessment in input.assessments
	dates.between(assessment.child_seen_date, assessment.start_date, assessment.completed_date)
}
