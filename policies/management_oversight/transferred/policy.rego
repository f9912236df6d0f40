# METADATA
# scope: package
# title: Transferred as the protocol says
# description: |
#   Between two teams a child may be nobody's. Audited: transfers requested in the period. Met: accepted_date within
#   [transfer_wd] working days of requested_date.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-06
#   level: development
#   unit: transfers
#   anchor: requested_date
#   needs: [transfers.requested_date, transfers.accepted_date]
#   history: [transfers]
#   footing: local
#   sources: [PLY09-P2b]
#   finding: the transfer requested on {requested_date} was not accepted within [transfer_wd] working days
#   action: Agree which team holds the case, and record the day it was accepted.
#   phrase: The timeliness of transfers between teams
#   strength: Cases move between teams promptly
#   why: While teams discuss who holds a case, work with the child waits.
package audit.management_oversight.transferred

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := transfer.requested_date if {
	some i, transfer in input.transfers
	period.includes(transfer.requested_date)
}

due[i] := deadline.working_days(requested, settings.value("transfer_wd")) if some i, requested in start

done[i] := transfer.accepted_date if some i, transfer in input.transfers

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
