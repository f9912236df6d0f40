# METADATA
# scope: package
# title: Not signed off incomplete
# description: |
#   A signature on unfinished work meets a timescale and leaves the child unassessed. Audited: assessments signed off in
#   the period. Met: sections_missing is 0, and completed_date is present and not after signed_off_date. A blank number of
#   sections is not 0. An assessment is judged as soon as it is signed off.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-17
#   level: priority
#   unit: assessments
#   anchor: signed_off_date
#   needs: [assessments.signed_off_date, assessments.completed_date, assessments.sections_missing]
#   history: [assessments]
#   footing: inspection
#   sources: [PLY09-P2c, OFS-assessment_quality]
#   finding: the assessment signed off on {signed_off_date} is not recorded as complete
#   action: Complete the assessment, and have a manager read it and sign it off again.
#   phrase: The completeness of assessments at sign-off
#   strength: Assessments are complete when managers sign them off
#   why: What was left out may be what puts the child at risk.
package audit.assessment.not_signed_off_incomplete

import data.lib.dates
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.signed_off_date)
}

met contains i if {
	some i, assessment in input.assessments
	assessment.sections_missing == 0
	completed_by_sign_off[i]
}

completed_by_sign_off contains i if {
	some i, assessment in input.assessments
	dates.happened(assessment.completed_date)
	dates.day(assessment.completed_date) <= dates.day(assessment.signed_off_date)
}

reasons[i] contains sprintf("mandatory sections left blank: %v", [left_blank(assessment)]) if {
	some i, assessment in input.assessments
	not assessment.sections_missing == 0
}

reasons[i] contains "not recorded as completed by then" if {
	some i, _ in input.assessments
	not completed_by_sign_off[i]
}

note[i] := concat("; ", why) if some i, why in reasons

left_blank(assessment) := assessment.sections_missing if is_number(assessment.sections_missing)

else := "not recorded"
