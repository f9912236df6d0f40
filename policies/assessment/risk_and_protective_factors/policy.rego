# METADATA
# scope: package
# title: Risk and protective factors identified
# description: |
#   What endangers a child and what protects the child have to be weighed together. Audited: assessments completed in
#   the period. Met: risk_factors and protective_factors are both recorded. An assessment is judged as soon as it is
#   completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-08
#   level: priority
#   unit: assessments
#   anchor: completed_date
#   national_framework: outcome 3
#   needs: [assessments.risk_factors, assessments.protective_factors, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PLY09-D1, OFS-assessment_quality]
#   finding: the assessment completed on {completed_date} does not record both risk factors and protective factors
#   action: Record what puts the child at risk and what protects the child.
#   phrase: The identification of risk and protective factors in assessments
#   strength: Assessments identify risk and protective factors
#   why: A risk that nobody named is a risk that no plan will manage.
package audit.assessment.risk_and_protective_factors

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

met contains i if {
	some i, assessment in input.assessments
	names_risks(assessment)
	names_protection(assessment)
}

names_risks(assessment) if narrative.recorded(assessment.risk_factors)

names_protection(assessment) if narrative.recorded(assessment.protective_factors)

missing[i] contains "no protective factors recorded" if {
	some i, assessment in input.assessments
	not names_protection(assessment)
}

missing[i] contains "no risk factors recorded" if {
	some i, assessment in input.assessments
	not names_risks(assessment)
}

note[i] := concat("; ", parts) if some i, parts in missing
