# METADATA
# scope: package
# title: Child protection contact decided within four hours
# description: |
#   A child at risk of harm cannot wait a day for a decision. Audited: contacts of a child protection concern received in
#   the period. Met: decided within [cp_contact_hours] hours of received, by the clock. A decided contact is not audited,
#   and is listed with the faults in the data, where received or decided is a date without a time of day. An undecided
#   one is not met once the day on which its hours end is past; received on a date alone, they run from its last second.
# schemas:
#   - input: schema.case
# custom:
#   id: CR-02
#   level: priority
#   unit: contacts
#   anchor: received
#   needs: [contacts.received, contacts.decided, contacts.protection_concern]
#   history: [contacts]
#   footing: inspection
#   national_framework: outcome 3
#   sources: [PET09-S1, PET15-08, OFS-front_door]
#   finding: the child protection contact received on {received} was not decided within [cp_contact_hours] hours
#   action: Decide at once how the child is to be kept safe, and record the hour of the decision.
#   phrase: The speed of decisions on child protection contacts
#   strength: Child protection contacts are decided within hours
#   why: A child may come to harm in the hours before somebody decides to act.
package audit.contact_and_referral.protection_contact_decided

import data.lib.clock
import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := contact.received if {
	some i, contact in input.contacts
	period.includes(contact.received)
	contact.protection_concern == true
}

due[i] := clock.hours_later(clock.latest(received), settings.value("cp_contact_hours")) if some i, received in start

done[i] := contact.decided if {
	some i, contact in input.contacts
	dates.happened(contact.decided)
}

# timed is the contacts whose hours can be counted.
timed contains i if {
	some i, received in start
	clock.timed(received)
	clock.timed(done[i])
}

met contains i if {
	some i in timed
	done[i] <= due[i]
}

applies := timed | {i |
	some i, last in due
	not done[i]
	deadline.passed(dates.day(last))
}

note[i] := sprintf("received at %s and decided at %s", [substring(start[i], 11, 8), substring(done[i], 11, 8)]) if some i in timed

doubt[i] contains "received or decided has no time of day, so the hours between them cannot be counted" if {
	some i, _ in due
	done[i]
	not i in timed
}

doubt[i] contains sprintf("decided at %s, before it was received at %s", [substring(done[i], 11, 8), substring(start[i], 11, 8)]) if {
	some i in timed
	dates.day(done[i]) == dates.day(start[i])
	done[i] < start[i]
}
