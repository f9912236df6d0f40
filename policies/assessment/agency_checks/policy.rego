# METADATA
# scope: package
# title: Agency checks recorded
# description: |
#   Schools, health services and the police may know what the family does not say. Audited: assessments completed in
#   the period. Met: agency_checks is recorded. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-04
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.agency_checks, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET09-D2a, OFS-assessment_quality, OFS-partners]
#   finding: the assessment completed on {completed_date} does not record checks with other agencies
#   action: Make the checks with other agencies, or record what they said.
#   phrase: The recording of checks with other agencies in assessments
#   strength: Assessments record checks with other agencies
#   why: Other agencies may know of a risk that the family does not mention.
package audit.assessment.agency_checks

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	narrative.recorded(assessment.agency_checks)
}
