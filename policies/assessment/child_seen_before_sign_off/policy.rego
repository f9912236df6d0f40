# METADATA
# scope: package
# title: Not signed off before the child is seen
# description: |
#   A manager cannot agree to a judgement about a child whom nobody has seen. Audited: assessments signed off in the
#   period, save pre-birth ones. Met: child_seen_date is on or before signed_off_date. Where the export has no
#   child_seen_date column, child_seen is yes; where it has, child_seen is not read. An assessment is judged as soon as it
#   is signed off.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-18
#   level: priority
#   unit: assessments
#   anchor: signed_off_date
#   needs: [assessments.signed_off_date, assessments.child_seen | assessments.child_seen_date, assessments.type]
#   history: [assessments]
#   footing: inspection
#   sources: [PLY09-P2d, OFS-voice]
#   finding: the assessment was signed off on {signed_off_date} with no record that the child had been seen
#   action: See the child, and read the assessment again in the light of the visit.
#   phrase: Seeing children before their assessments are signed off
#   strength: Children are seen before their assessments are signed off
#   why: A signature without a sight of the child may leave a child in danger.
package audit.assessment.child_seen_before_sign_off

import data.lib.dates
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.signed_off_date)
	not assessment.type == "pre_birth"
}

met contains i if {
	export_dates_it
	some i, assessment in input.assessments
	dates.happened(assessment.child_seen_date)
	dates.day(assessment.child_seen_date) <= dates.day(assessment.signed_off_date)
}

met contains i if {
	not export_dates_it
	some i, assessment in input.assessments
	assessment.child_seen == true
}

# export_dates_it: the export has a column for the day the child was seen.
export_dates_it if data.run.supplies["assessments.child_seen_date"] == true

note[i] := sprintf("seen on %s", [assessment.child_seen_date]) if {
	export_dates_it
	some i, assessment in input.assessments
	dates.happened(assessment.child_seen_date)
}
