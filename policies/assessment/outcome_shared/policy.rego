# METADATA
# scope: package
# title: Outcome shared with the child and family
# description: |
#   A family that is not told the outcome cannot act on it or dispute it. Audited: assessments of any type signed off in
#   the period. Met: outcome_shared_date within [outcome_shared_wd] working days of signed_off_date.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-13
#   level: development
#   unit: assessments
#   anchor: signed_off_date
#   needs: [assessments.outcome_shared_date, assessments.signed_off_date]
#   history: [assessments]
#   footing: local
#   sources: [POR09-S4b, OFS-voice]
#   finding: the outcome of the assessment signed off on {signed_off_date} was not shared with the child and family within [outcome_shared_wd] working days
#   action: Send the outcome to the child and family in words they understand, and record the date.
#   phrase: The sharing of assessment outcomes with children and families
#   strength: The outcome of assessments is shared promptly with children and families
#   why: Children and families have a right to know what was decided about them, and why.
package audit.assessment.outcome_shared

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := assessment.signed_off_date if {
	some i, assessment in input.assessments
	period.includes(assessment.signed_off_date)
}

due[i] := deadline.working_days(signed_off, settings.value("outcome_shared_wd")) if some i, signed_off in start

done[i] := assessment.outcome_shared_date if some i, assessment in input.assessments

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
