# METADATA
# scope: package
# title: Case supervision recorded at the required frequency
# description: |
#   Supervision that nobody recorded cannot guide the work. Audited: records with a referral or plan that has been open
#   for at least [supervision_days] days. Met: a supervision held in the last [supervision_days] days has a
#   recorded_date on or before as-at. A referral counts as open unless no_further_action is yes, and nothing is open
#   once the child has died; an export without these fields has no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-02
#   level: development
#   unit: record
#   needs: [supervision.date, supervision.recorded_date, plans.end_date, plans.start_date, referrals.close_date, referrals.date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   footing: local
#   sources: [PET09-S4, PLY09-D6a, POR09-T6, PET18-N5, PET18-52a, OFS-supervision]
#   finding: no supervision of the case held and recorded in the last [supervision_days] days
#   action: Hold supervision of this case and record it on the file.
#   phrase: The regularity and recording of case supervision
#   strength: Case supervision is regular and recorded
#   why: Regular supervision keeps the work on course and tests the worker's judgement.
package audit.management_oversight.supervision_recorded

import data.lib.cases
import data.lib.dates
import data.lib.settings

applies if cases.open_for_days(settings.value("supervision_days"))

met if dates.within_days(last_recorded, settings.value("supervision_days"))

# last_recorded is the day of the last supervision that was written up.
last_recorded := max([supervision.date |
	some supervision in input.supervision
	dates.happened(supervision.date)
	dates.happened(supervision.recorded_date)
])

note := sprintf("the last one was on %s", [last_recorded])
