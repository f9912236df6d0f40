# METADATA
# scope: package
# title: A date of birth or death that cannot be right
# description: |
#   A child born after as-at; one older than 25 on as-at, or at death; one who died before birth; one expected more than
#   280 days after as-at. On the 25th birthday is in order: support for care leavers may last until then.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-14
#   effect: Whatever goes by the child's age is judged wrongly or not at all.
#   do: Put the date right; look for the year.
package quality.implausible_age

import data.lib.dates

fault contains {"entity": "child", "item": 0, "fields": ["date_of_birth"], "text": text} if {
	born > dates.as_at
	text := sprintf("born on %s, after the date of the audit, %s", [born, dates.as_at])
}

fault contains {"entity": "child", "item": 0, "fields": ["date_of_birth"], "text": text} if {
	born < dates.add_months(last_day, -12 * 25)
	text := sprintf("born on %s, and so older than 25 on %s", [born, last_day])
}

fault contains {"entity": "child", "item": 0, "fields": ["date_of_birth", "date_of_death"], "text": text} if {
	died < born
	text := sprintf("died on %s, before the birth on %s", [died, born])
}

fault contains {"entity": "child", "item": 0, "fields": ["expected_date_of_birth"], "text": text} if {
	expected := dates.day(input.child.expected_date_of_birth)
	expected > dates.add_days(dates.as_at, 280)
	text := sprintf("expected to be born on %s, more than 280 days after the date of the audit", [expected])
}

born := dates.day(input.child.date_of_birth)

died := dates.day(input.child.date_of_death)

# last_day is as-at, or the day of an earlier death.
last_day := min(ends)

ends contains dates.as_at

ends contains died
