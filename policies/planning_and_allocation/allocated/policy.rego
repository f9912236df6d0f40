# METADATA
# scope: package
# title: Case allocated
# description: |
#   An open case that nobody holds is watched by nobody. Audited: records with an open referral or an open plan. Met: an
#   involvement open on as-at names a professional, in a role that is not among [duty_roles]; a blank role is not. Codes
#   are compared whatever their case. A referral counts as open unless no_further_action is yes, and nothing is open once
#   the child has died; an export without these fields has no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: PL-04
#   level: priority
#   unit: record
#   needs: [involvements.professional_id, involvements.start_date, plans.end_date, plans.start_date, referrals.close_date, referrals.date, involvements.end_date, involvements.role]
#   optional: [referrals.no_further_action, child.date_of_death]
#   history: [involvements]
#   footing: inspection
#   sources: [PLY09-S1, POR09-D1a, OFS-workforce]
#   finding: nobody holds the open case
#   action: Allocate the case to a worker, and say who answers for it until then.
#   phrase: The allocation of open cases to a named worker
#   strength: Open cases are allocated to a named worker
#   why: Nobody acts when things get worse for a child whose case nobody holds.
package audit.planning_and_allocation.allocated

import data.lib.allocation
import data.lib.links
import data.lib.open_work
import data.lib.post

applies if open_work.exists

met if {
	some involvement in input.involvements
	post.involved(involvement)
	allocation.holds(involvement)
}

involved contains involvement.professional_id if {
	some involvement in input.involvements
	post.involved(involvement)
	links.named(involvement.professional_id)
}

# A finding has nobody involved but duty workers.
note := sprintf("on duty: %s", [concat(", ", involved)]) if count(involved) > 0
