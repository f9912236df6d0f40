# METADATA
# title: Open work
# description: |
#   What is open on as-at: begun (or nobody wrote when) and not ended. An end
#   on as-at is an end; one planned for later is none. A referral that needed no
#   further action is never open. A child's death ends all of it.
package lib.cases

import data.lib.dates

# open_plan: a plan open on as-at.
open_plan(plan) if {
	not child_has_died
	not plan_begins_later(plan)
	not plan_ended(plan)
}

# `not` takes a rule of the whole plan: `not dates.happened(plan.end_date)` would be
# undefined, and so fail, where the plan has no end_date.
plan_begins_later(plan) if dates.ahead(plan.start_date)

plan_ended(plan) if dates.happened(plan.end_date)

# open_referral: a referral open on as-at.
open_referral(referral) if {
	not child_has_died
	not referral.no_further_action == true
	not referral_begins_later(referral)
	not referral_closed(referral)
}

referral_begins_later(referral) if dates.ahead(referral.date)

referral_closed(referral) if dates.happened(referral.close_date)

# open_for_days: some open referral or open plan began at least n days before as-at.
open_for_days(n) if {
	some referral in input.referrals
	open_referral(referral)
	dates.at_least_days_ago(referral.date, n)
}

open_for_days(n) if {
	some plan in input.plans
	open_plan(plan)
	dates.at_least_days_ago(plan.start_date, n)
}

child_has_died if dates.happened(input.child.date_of_death)
