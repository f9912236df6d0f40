# METADATA
# scope: package
# title: Management oversight evident
# description: |
#   Cases drift where no manager looks at them. Audited: records with a referral or plan that has been open for at
#   least [oversight_days] days. Met: a decision dated in the last [oversight_days] days with its rationale recorded.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-01
#   level: priority
#   unit: record
#   needs: [decisions.date, decisions.rationale, plans.end_date, referrals.close_date, plans.start_date, referrals.date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   footing: local
#   sources: [PET09-D5, PLY09-P2a, PET18-N5, OFS-management_oversight]
#   finding: no manager's decision with its rationale recorded in the last [oversight_days] days
#   action: Review the case and record the decision and the reasons for it.
#   phrase: The consistency of management oversight and direction
#   strength: Management oversight is evident in case records
#   why: Without a manager's eye, work drifts and risk goes unnoticed.
package audit.management_oversight.oversight_evident

import data.lib.cases
import data.lib.dates
import data.lib.narrative
import data.lib.settings

applies if cases.open_for_days(settings.value("oversight_days"))

met if {
	some decision in input.decisions
	dates.within_days(decision.date, settings.value("oversight_days"))
	narrative.recorded(decision.rationale)
}

last_decision := max([decision.date |
	some decision in input.decisions
	dates.happened(decision.date)
	narrative.recorded(decision.rationale)
])

note := sprintf("the last one was on %s", [last_decision])
