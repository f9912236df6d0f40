# METADATA
# scope: package
# title: Dated after the audit
# description: |
#   An event dated after as-at: it cannot have happened yet. Dates that may lie ahead are left out (due, expected, ended),
#   and so are the [export_lag_days] days after as-at, because an export is made some days after the month it is for.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-08
#   effect: The date reads as blank; where the audit looks back from a day well before the export was made, that is as it should be.
#   do: Put the date right; look for day and month exchanged.
package quality.after_the_audit

import data.lib.dates
import data.lib.faults
import data.lib.settings

fault contains {"entity": entity, "item": i, "fields": late, "text": text} if {
	some entity, fields in data.dictionary.events
	some i, item in input[entity]
	late := [field | some field in fields; item[field] > last_day; faults.before(last_day, dates.day(item[field]))]
	count(late) > 0
	text := sprintf("%s: after the date of the audit, %s", [faults.dated(item, late), dates.as_at])
}

fault contains {"entity": "child", "item": 0, "fields": ["date_of_death"], "text": text} if {
	died := dates.day(input.child.date_of_death)
	died > last_day
	text := sprintf("date of death %s: after the date of the audit, %s", [died, dates.as_at])
}

last_day := dates.add_days(dates.as_at, settings.value("export_lag_days"))
