# METADATA
# scope: package
# title: Few changes of social worker
# description: |
#   Each new worker has to win a child's trust afresh. Audited: records with a referral or plan that has been open for at
#   least [continuity_months] months. Met: at most [worker_changes] changes of allocated professional in the last 12
#   months. Involvements that name a professional, in a role that is not among [duty_roles], are put in order of
#   start_date, those of one day in the order of the record; each whose professional is another than the one before is a
#   change on its start_date, and the first is none. Involvements without a start date are left out. A referral counts as
#   open unless no_further_action is yes, and nothing is open once the child has died; an export without these fields has
#   no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-05
#   level: development
#   unit: record
#   national_framework: enabler 3
#   needs: [involvements.start_date, involvements.role, plans.end_date, referrals.close_date, involvements.professional_id, plans.start_date, referrals.date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   history: [involvements]
#   footing: local
#   sources: [PET15-14, POR09-D1b, OFS-workforce]
#   finding: more than [worker_changes] changes of allocated worker in the last 12 months
#   action: Find out why the worker changed so often, and keep the present one with the child.
#   phrase: The continuity of social workers for children
#   strength: Children have few changes of social worker
#   why: Children tell little to workers who do not stay.
package audit.planning_and_allocation.few_changes

import data.lib.allocation
import data.lib.cases
import data.lib.dates
import data.lib.settings

applies if {
	some referral in input.referrals
	cases.open_referral(referral)
	dates.at_least_months_ago(referral.date, settings.value("continuity_months"))
}

applies if {
	some plan in input.plans
	cases.open_plan(plan)
	dates.at_least_months_ago(plan.start_date, settings.value("continuity_months"))
}

# allocations is who was allocated and when, in order.
allocations := sort([[dates.day(involvement.start_date), i, involvement.professional_id] |
	some i, involvement in input.involvements
	allocation.holds(involvement)
])

# changes is the day of each change in the last 12 months.
changes := [day |
	some n, [day, _, worker] in allocations
	n > 0
	allocations[n - 1][2] != worker
	dates.within_months(day, 12)
]

met if count(changes) <= settings.value("worker_changes")

note := sprintf("%d changes: %s", [count(changes), concat(", ", changes)])
