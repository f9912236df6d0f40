# METADATA
# title: Health checks
# description: |
#   Which health checks of a child in care took place. One whose status is blank did;
#   one that was planned, refused or cancelled did not.
package lib.health

import data.lib.dates

# checked is the days, on or before as-at, of the checks of one type that took place.
checked(type) := {dates.day(check.date) |
	some check in input.health
	check.type == type
	dates.happened(check.date)
	took_place(check)
}

took_place(check) if check.status == "COMPLETED"

took_place(check) if not has_status(check)

has_status(check) if trim_space(check.status) != ""
