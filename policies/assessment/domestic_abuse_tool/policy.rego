# METADATA
# scope: package
# title: Domestic abuse tool used where it is a factor
# description: |
#   A tool makes workers ask the questions that show how dangerous domestic abuse is. Audited: assessments completed in
#   the period whose factors name domestic abuse, of the child (3A), of a parent (3B) or of somebody else at home (3C).
#   Met: domestic_abuse_tool is named, in text that is no placeholder. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-15
#   level: development
#   unit: assessments
#   anchor: completed_date
#   national_framework: outcome 3
#   needs: [assessments.factors, assessments.domestic_abuse_tool, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET09-S7, PET18-04, OFS-neglect_domestic_abuse]
#   finding: the assessment completed on {completed_date} found domestic abuse and names no tool to assess its risk
#   action: Assess the risk with the tool agreed locally, and record which one and what it shows.
#   phrase: The use of risk assessment tools where there is domestic abuse
#   strength: Domestic abuse is assessed with a recognised tool
#   why: Without a tool the danger of domestic abuse is easily underrated.
package audit.assessment.domestic_abuse_tool

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
	some factor in assessment.factors
	factor in {"3A", "3B", "3C"}
}

met contains i if {
	some i, assessment in input.assessments
	narrative.named(assessment.domestic_abuse_tool)
}
