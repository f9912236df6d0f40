# METADATA
# scope: package
# title: Decisions outside supervision recorded on the file
# description: |
#   A decision that stays in a conversation cannot be followed. Audited: decisions of any kind made in the period, save
#   those made in supervision; where in_supervision is blank the decision counts as made outside it. Met: recorded_date
#   within [decision_recorded_wd] working days of date.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-04
#   level: development
#   unit: decisions
#   anchor: date
#   needs: [decisions.in_supervision, decisions.recorded_date, decisions.date]
#   history: [decisions]
#   footing: local
#   national_framework: enabler 2
#   sources: [POR09-D3, OFS-management_oversight]
#   finding: the decision of {date} made outside supervision was not recorded within [decision_recorded_wd] working days
#   action: Record the decision and the reasons for it on the file.
#   phrase: The recording of decisions made outside formal supervision
#   strength: Decisions made outside supervision are recorded promptly
#   why: The worker and the family cannot act on a decision that is not on the file.
package audit.management_oversight.decisions_recorded

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := decision.date if {
	some i, decision in input.decisions
	period.includes(decision.date)
	not decision.in_supervision == true
}

due[i] := deadline.working_days(decided, settings.value("decision_recorded_wd")) if some i, decided in start

done[i] := decision.recorded_date if some i, decision in input.decisions

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
