# METADATA
# scope: package
# title: Dedicated child protection plan written
# description: |
#   A child is not protected by a plan that nobody has written. Audited: child protection plans open on as-at, with a
#   start date. Met: written_date within [cp_plan_written_wd] working days of start_date. A plan without a start date
#   is not audited, and is listed with the faults in the data. No plan is open once the child has died; without
#   date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-07
#   level: priority
#   unit: plans
#   needs: [plans.written_date, plans.type, plans.end_date, plans.start_date, plans=child_protection]
#   optional: [child.date_of_death]
#   footing: local
#   sources: [PET09-P2b, OFS-plans]
#   finding: the child protection plan begun on {start_date} was not written within [cp_plan_written_wd] working days
#   action: Write the child's own protection plan with the family and the core group.
#   phrase: The writing of a dedicated plan for each child in need of protection
#   strength: Children on child protection plans have a dedicated written plan
#   why: Without a written plan nobody knows who is to do what to keep the child safe.
package audit.child_protection.plan_written

import data.lib.cases
import data.lib.dates
import data.lib.deadline
import data.lib.settings

start[i] := plan.start_date if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
	dates.happened(plan.start_date)
}

due[i] := deadline.working_days(began, settings.value("cp_plan_written_wd")) if some i, began in start

done[i] := plan.written_date if some i, plan in input.plans

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

doubt[i] contains "an open child protection plan has no start date, so the day it was to be written by is not known" if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
	not start[i]
}
