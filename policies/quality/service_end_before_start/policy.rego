# METADATA
# scope: package
# title: A date of the service before the one it follows
# description: |
#   A member of staff who left before the start, an audit action done before it was raised, or due before it was raised,
#   an allegation decided before it was received. The same day is in order.
# custom:
#   id: DQ-15
#   scope: service
#   effect: Who is in post, and how long an action took, cannot be told.
#   do: Put the wrong one of the two dates right.
package quality.service_end_before_start

import data.lib.faults

pairs := {
	"professionals": [["start_date", "end_date"]],
	"audit_actions": [["raised_date", "done_date"], ["raised_date", "due_date"]],
	"allegations": [["received_date", "decided_date"], ["received_date", "concluded_date"], ["decided_date", "concluded_date"]],
}

fault contains found if some found in faults.reversed(data.service, pairs)
