# METADATA
# scope: package
# title: Dated long before the birth
# description: |
#   Anything dated more than 280 days before the child was born, or expected where that is earlier or the child is not
#   born yet: work with an unborn child lies within those days. The chronology and genograms are left out, because they
#   tell of the family. A date of birth after as-at is another fault, and nothing is measured by it. A birth in 1995 or
#   before is outside the calendar, and ten months stand for the 280 days.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-06
#   effect: Ages and periods come out wrong, and the work may be that of another child.
#   do: Look at the date of birth first; then put the date right, or move the work to the child it belongs to.
package quality.before_birth

import data.lib.dates
import data.lib.faults

fault contains {"entity": entity, "item": i, "fields": early, "text": text} if {
	first_day
	some entity, fields in data.dictionary.dates
	entity != "chronology"
	some i, item in input[entity]
	early := [field | some field in fields; item[field] < first_day; faults.before(item[field], first_day); field != "genogram_date"]
	count(early) > 0
	text := sprintf("%s: more than 280 days before the child was %s", [faults.dated(item, early), measure])
}

first_day := min({unborn_from(birth) | some birth in births})

unborn_from(birth) := day if day := dates.add_days(birth, -280)

else := dates.add_months(birth, -10)

births contains dates.day(input.child.date_of_birth) if dates.happened(input.child.date_of_birth)

births contains dates.day(input.child.expected_date_of_birth) if {
	dates.day(input.child.expected_date_of_birth) <= dates.add_days(dates.as_at, 280)
}

measure := sprintf("born, on %s", [dates.day(input.child.date_of_birth)]) if {
	dates.happened(input.child.date_of_birth)
} else := sprintf("expected, on %s", [dates.day(input.child.expected_date_of_birth)])
