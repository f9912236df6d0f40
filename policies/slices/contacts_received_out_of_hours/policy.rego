# METADATA
# scope: package
# title: Contacts received out of hours
# description: |
#   Contacts received at a weekend, on a bank holiday, before 09:00 or from 17:00, by the clock in London. A contact with a
#   date and no time of day is not in the slice, whatever day it was; nor is one dated after as-at.
# schemas:
#   - input: schema.case
# custom:
#   id: contacts_received_out_of_hours
#   of: contacts
#   needs: [contacts.received]
package slices.contacts_received_out_of_hours

import data.lib.dates

inside contains i if {
	some i, contact in input.contacts
	dates.happened(contact.received)
	time := substring(contact.received, 11, 5)
	time != ""
	out_of_hours(dates.day(contact.received), time)
}

out_of_hours(_, time) if time < "09:00"

out_of_hours(_, time) if time >= "17:00"

out_of_hours(day, _) if {
	data.calendar.day[day]
	not working(day)
}

# working: neither a weekend nor a bank holiday.
working(day) if data.calendar.working_date[data.calendar.working_day[day]] == day
