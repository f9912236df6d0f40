# METADATA
# scope: package
# title: Recorded before it happened
# description: |
#   A visit, note, chronology entry, supervision or decision that was written up on a day before its own: somebody typed
#   one of the two dates wrong, or wrote up what was only planned. Written up on the day itself is in order.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-03
#   effect: It counts as done and as written up in time, and perhaps it never took place.
#   do: Ask whether it took place, and put the wrong date right.
package quality.recorded_before_it_happened

import data.lib.faults

pairs := {
	"visits": [["date", "recorded_date"]],
	"case_notes": [["date", "recorded_date"]],
	"chronology": [["date", "recorded_date"]],
	"supervision": [["date", "recorded_date"]],
	"decisions": [["date", "recorded_date"]],
}

fault contains found if some found in faults.reversed(input, pairs)
