# METADATA
# title: Homeless children of 16 and 17
# description: |
#   When a child came, or was referred, to the council as homeless or soon to be. Only children who were 16 or 17 on
#   that day: a younger child is any child in need of care, and an older one an adult.
package lib.homelessness

import data.lib.dates
import data.lib.period

# presented[i] is the day, where it lies in the audit period. Without a date of birth nobody knows the age.
presented[i] := dates.day(case.presented_date) if {
	some i, case in input.homelessness
	period.includes(case.presented_date)
	aged_16_or_17(case.presented_date)
}

aged_16_or_17(on) if {
	dates.birthday(input.child.date_of_birth, 16) <= dates.day(on)
	dates.birthday(input.child.date_of_birth, 18) > dates.day(on)
}
