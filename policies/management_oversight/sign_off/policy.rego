# METADATA
# scope: package
# title: Completed work signed off on time
# description: |
#   A manager who signs off late delays the decision and everything that follows from it. Audited: assessments
#   completed in the period. Met: signed_off_date within [sign_off_wd] working days of completed_date.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-03
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.completed_date, assessments.signed_off_date]
#   history: [assessments]
#   footing: local
#   sources: [PLY09-D6b, OFS-management_oversight]
#   finding: the assessment completed on {completed_date} was not signed off within [sign_off_wd] working days
#   action: Read the assessment and sign it off, or send it back with what is missing.
#   phrase: The timeliness of managers' sign-off of completed work
#   strength: Managers sign off completed work promptly
#   why: Decisions, services and closures wait for the manager's signature.
package audit.management_oversight.sign_off

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := assessment.completed_date if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
}

due[i] := deadline.working_days(completed, settings.value("sign_off_wd")) if some i, completed in start

done[i] := assessment.signed_off_date if some i, assessment in input.assessments

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
