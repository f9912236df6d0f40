# METADATA
# title: Whether there is open work
# description: Whether the record has any open work at all on as-at, however long it has been open.
package lib.open_work

import data.lib.cases

# exists: some referral or some plan of the record is open on as-at.
exists if {
	some referral in input.referrals
	cases.open_referral(referral)
}

exists if {
	some plan in input.plans
	cases.open_plan(plan)
}
