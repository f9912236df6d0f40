# METADATA
# scope: package
# title: A worker who is on no list
# description: |
#   An id of a worker, manager or adviser that is not on the export's list of professionals. Nothing is looked for where
#   the export has no such list. The id is not printed, because some exports hold names there.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-13
#   effect: The worker counts as one who is not a registered social worker.
#   do: Add the worker to the list, those who have left too, or put the id right.
package quality.worker_not_listed

import data.lib.faults

workers := {
	"involvements": ["professional_id"],
	"referrals": ["worker_id"],
	"assessments": ["worker_id", "signed_off_by"],
	"section_47": ["worker_id"],
	"plans": ["worker_id"],
	"supervision": ["supervisor_id", "worker_id"],
	"decisions": ["by_id"],
	"care_leaver": ["personal_adviser"],
}

fault contains {"entity": entity, "item": i, "fields": unknown, "text": text} if {
	data.run.workers
	some entity, fields in workers
	some i, item in input[entity]
	unknown := [field | some field in fields; not_listed(item[field])]
	count(unknown) > 0
	text := sprintf("%s: not on the list of professionals", [concat(", ", [faults.words(field) | some field in unknown])])
}

not_listed(id) if {
	is_string(id)
	trim_space(id) != ""
	not data.run.workers[id]
}
