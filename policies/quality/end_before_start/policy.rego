# METADATA
# scope: package
# title: An end before its start
# description: |
#   Work that ended on a day before it began: one of the two dates is wrong. Looked for in everything that has a start
#   and an end. An end on the day of the start is in order.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-01
#   effect: Whether the work is open, and for how long it was, cannot be told.
#   do: Put the wrong one of the two dates right.
package quality.end_before_start

import data.lib.faults

pairs := {
	"involvements": [["start_date", "end_date"]],
	"early_help": [["start_date", "end_date"]],
	"referrals": [["date", "close_date"]],
	"section_47": [["start_date", "end_date"]],
	"plans": [["start_date", "end_date"]],
	"missing": [["start", "end"]],
	"pre_proceedings": [["decision_date", "end_date"]],
	"care_episodes": [["start_date", "end_date"]],
	"placements": [["start_date", "end_date"]],
	"private_fostering": [["notified_date", "end_date"]],
}

fault contains found if some found in faults.reversed(input, pairs)
