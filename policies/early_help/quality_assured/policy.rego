# METADATA
# scope: package
# title: Early help assessment quality assured
# description: |
#   An early help assessment that nobody checks may miss what a family needs. Audited: early help episodes assessed in
#   the period. Met: quality_assured_date within [eh_qa_wd] working days of assessed_date.
# schemas:
#   - input: schema.case
# custom:
#   id: EH-01
#   level: development
#   unit: early_help
#   anchor: assessed_date
#   needs: [early_help.assessed_date, early_help.quality_assured_date]
#   history: [early_help]
#   footing: statutory guidance
#   national_framework: outcome 1
#   sources: [PET15-15, PET18-01, OFS-early_help]
#   finding: the early help assessment of {assessed_date} was not quality assured within [eh_qa_wd] working days
#   action: Check the quality of the assessment, put right what is weak and record the date.
#   phrase: The quality assurance of early help assessments
#   strength: Early help assessments are quality assured
#   why: Help that rests on a weak assessment may miss what the family needs.
package audit.early_help.quality_assured

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := episode.assessed_date if {
	some i, episode in input.early_help
	period.includes(episode.assessed_date)
}

due[i] := deadline.working_days(assessed, settings.value("eh_qa_wd")) if some i, assessed in start

done[i] := episode.quality_assured_date if some i, episode in input.early_help

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
