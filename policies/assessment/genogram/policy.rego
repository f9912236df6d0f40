# METADATA
# scope: package
# title: Genogram used
# description: |
#   A genogram shows at a glance who is who in a child's family. Audited: assessments completed in the period, save
#   initial ones; one of no known type is audited. Met: genogram_date, however old, is on or before completed_date. An
#   assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-14
#   level: advisory
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.genogram_date, assessments.type, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET18-10b, OFS-assessment_quality]
#   finding: the assessment completed on {completed_date} had no genogram by then
#   action: Draw the genogram with the family, and use it to test what the assessment says.
#   phrase: The use of genograms in assessments
#   strength: Genograms are used in assessments
#   why: A relative whom nobody asked about may be a risk to the child, or the help the child needs.
package audit.assessment.genogram

import data.lib.dates
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
	not assessment.type == "initial"
}

met contains i if {
	some i, assessment in input.assessments
	dates.day(assessment.genogram_date) <= dates.day(assessment.completed_date)
}

note[i] := sprintf("the genogram is dated %s", [assessment.genogram_date]) if {
	some i, assessment in input.assessments
	dates.happened(assessment.genogram_date)
}
