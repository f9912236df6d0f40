# METADATA
# scope: package
# title: Neglect tool used and its evidence analysed
# description: |
#   A tool for neglect helps only when somebody says what it shows. Audited: assessments completed in the period whose
#   factors name neglect (16A). Met: neglect_tool is named, in text that is no placeholder, and neglect_tool_analysis is
#   recorded. An assessment is judged as soon as it is completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-16
#   level: development
#   unit: assessments
#   anchor: completed_date
#   national_framework: outcome 3
#   needs: [assessments.factors, assessments.neglect_tool, assessments.neglect_tool_analysis, assessments.completed_date]
#   history: [assessments]
#   footing: inspection
#   sources: [PET15-12, PET18-15, OFS-neglect_domestic_abuse]
#   finding: the assessment completed on {completed_date} found neglect and lacks a neglect tool with an analysis of its evidence
#   action: Complete the neglect tool with the family, and record what its evidence means for the child.
#   phrase: The use of neglect tools and the analysis of their evidence
#   strength: Neglect is assessed with a recognised tool and its evidence is analysed
#   why: Neglect builds up slowly, and without measured evidence nobody sees it grow.
package audit.assessment.neglect_tool

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
	"16A" in assessment.factors
}

met contains i if {
	some i, assessment in input.assessments
	names_tool(assessment)
	analyses_it(assessment)
}

names_tool(assessment) if narrative.named(assessment.neglect_tool)

analyses_it(assessment) if narrative.recorded(assessment.neglect_tool_analysis)

missing[i] contains "no tool named" if {
	some i, assessment in input.assessments
	not names_tool(assessment)
}

missing[i] contains "no analysis of its evidence recorded" if {
	some i, assessment in input.assessments
	not analyses_it(assessment)
}

note[i] := concat("; ", parts) if some i, parts in missing
