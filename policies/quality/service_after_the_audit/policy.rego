# METADATA
# scope: package
# title: A date of the service after the audit
# description: |
#   A record check, supervision, case file audit, audit action or allegation dated after as-at: it cannot have happened
#   yet. Staff may be listed before they start. The [export_lag_days] days after as-at are left out, because an export is
#   made some days after the month it is for.
# custom:
#   id: DQ-16
#   scope: service
#   effect: The date reads as blank; where the audit looks back from a day well before the export was made, that is as it should be.
#   do: Put the date right; look for day and month exchanged.
package quality.service_after_the_audit

import data.lib.dates
import data.lib.faults
import data.lib.settings

fault contains {"entity": entity, "item": i, "fields": late, "text": text} if {
	some entity, fields in data.dictionary.service
	some i, item in data.service[entity]
	late := [field | some field in fields; item[field] > last_day; faults.before(last_day, dates.day(item[field])); not appointed(entity, field)]
	count(late) > 0
	text := sprintf("%s: after the date of the audit, %s", [faults.dated(item, late), dates.as_at])
}

# appointed: staff may be on the list before they start.
appointed("professionals", "start_date")

last_day := dates.add_days(dates.as_at, settings.value("export_lag_days"))
