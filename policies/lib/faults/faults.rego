# METADATA
# title: Faults in the data
# description: |
#   What the checks of policies/quality have in common: dates the wrong way round, and
#   the words for them. Field names are looked up by text here, because a check goes
#   through many entities; a test holds the tables of the checks to the dictionary.
package lib.faults

import data.lib.dates

# before: one date lies before another. A date alone and a time of the same day have no order.
before(date, other) if {
	date < other
	dates.day(date)
	dates.day(other)
	not startswith(other, date)
}

# reversed is a fault for each pair of fields, by entity, whose second date lies before the first.
reversed(record, pairs) := {found |
	some entity, list in pairs
	some i, item in record[entity]
	some [first, last] in list
	item[last] < item[first] # most are not: spare them the call
	before(item[last], item[first])
	found := {
		"entity": entity, "item": i, "fields": [first, last],
		"text": sprintf("%s %s, before %s %s", [words(last), moment(item[last]), words(first), moment(item[first])]),
	}
}

# words is a field's name for a person.
words(field) := replace(field, "_", " ")

# moment is a date with its time of day, where it has one.
moment(date) := concat(" at ", [dates.day(date), substring(date, 11, 5)]) if count(date) > 10

else := dates.day(date)

# dated is some fields of an item with their dates, for a person.
dated(item, fields) := concat(", ", [sprintf("%s %s", [words(field), dates.day(item[field])]) | some field in fields])
