# METADATA
# scope: package
# title: Child has had a permanent worker
# description: |
#   A child who knows only passing workers trusts none of them. Audited: records with a referral or plan that has been
#   open for at least [permanent_worker_months] months. Met: in the last [permanent_worker_months] months the case was held,
#   for however short a time, by a professional who is not an agency worker; holders are involvements that name a
#   professional, in a role that is not among [duty_roles]. A blank start counts as begun, and whoever is not marked as
#   agency is permanent. Where no holder is known to be permanent and one is not on the list of professionals, not audited.
#   A referral counts as open unless no_further_action is yes, and nothing is open once the child has died; an export
#   without these fields has no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-08
#   level: development
#   unit: record
#   national_framework: enabler 3
#   needs: [involvements.professional_id, involvements.role, involvements.start_date, involvements.end_date, professionals.professional_id, professionals.agency, plans.start_date, plans.end_date, referrals.date, referrals.close_date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   history: [involvements]
#   footing: local
#   sources: [OFS-workforce]
#   finding: no permanent worker has held the case in the last [permanent_worker_months] months
#   action: Give the child a worker who means to stay, and tell the child and family who it is.
#   phrase: Children's access to a permanent worker
#   strength: Children have permanent workers
#   why: Each worker who leaves takes the child's trust and half the story along.
package audit.planning_and_allocation.held_by_permanent_worker

import data.lib.allocation
import data.lib.cases
import data.lib.dates
import data.lib.post
import data.lib.settings

window := settings.value("permanent_worker_months")

long_open if {
	some referral in input.referrals
	cases.open_referral(referral)
	dates.at_least_months_ago(referral.date, window)
}

long_open if {
	some plan in input.plans
	cases.open_plan(plan)
	dates.at_least_months_ago(plan.start_date, window)
}

# holders is the ids of those who have held the case lately.
holders contains involvement.professional_id if {
	some involvement in input.involvements
	allocation.holds(involvement)
	not post.starts_later(involvement)
	not ended_before(involvement, dates.add_months(dates.as_at, 0 - window))
}

ended_before(involvement, day) if dates.day(involvement.end_date) < day

listed contains professional.professional_id if some professional in data.service.professionals

agency contains professional.professional_id if {
	some professional in data.service.professionals
	professional.agency == true
}

met if count((holders & listed) - agency) > 0

applies if {
	long_open
	met
}

applies if {
	long_open
	count(holders - listed) == 0
}

note := "nobody held it" if count(holders) == 0

note := "agency workers held it" if count(holders) > 0
