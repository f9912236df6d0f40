# METADATA
# title: Settings and timescales
# description: |
#   Every number a criterion uses is data with the dates it is valid. Settings
#   are the council's to change and are read as in force on as-at; timescales come
#   from law or guidance and are read as in force on the day the work began.
package lib.settings

import data.lib.dates

# value is a setting in force on as-at.
value(name) := entry.value if {
	some entry in data.settings[name].values
	in_force(entry, dates.as_at)
}

# timescale is a limit in force on a given day.
timescale(name, on) := entry.value if {
	some entry in data.timescales[name].values
	in_force(entry, dates.day(on))
}

in_force(entry, on) if {
	object.get(entry, "valid_from", "0000-00-00") <= on
	on <= object.get(entry, "valid_to", "9999-12-31")
}
