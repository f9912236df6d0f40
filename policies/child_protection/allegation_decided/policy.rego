# METADATA
# scope: package
# title: Allegation against a professional decided promptly
# description: |
#   An adult who may harm children is with them until somebody decides what is to be done. Audited: allegations that the
#   designated officer received in the period. Met: decided_date within [allegation_decision_wd] working days of
#   received_date.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-18
#   level: priority
#   unit: allegations
#   anchor: received_date
#   scope: service
#   national_framework: outcome 3
#   needs: [allegations.received_date, allegations.decided_date]
#   history: [allegations]
#   footing: local
#   sources: [OFS-allegations]
#   finding: what was to be done about the allegation of {received_date} was not decided within [allegation_decision_wd] working day
#   action: Decide what is to be done, and record how children are kept safe until it is.
#   phrase: The timeliness of decisions on allegations against professionals
#   strength: Allegations against professionals are decided on promptly
#   why: Each day without a decision may be another with the children.
package audit.child_protection.allegation_decided

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := allegation.received_date if {
	some i, allegation in data.service.allegations
	period.includes(allegation.received_date)
}

due[i] := deadline.working_days(day, settings.value("allegation_decision_wd")) if some i, day in start

done[i] := allegation.decided_date if some i, allegation in data.service.allegations

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
