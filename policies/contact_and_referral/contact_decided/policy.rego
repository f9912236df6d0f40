# METADATA
# scope: package
# title: Contact decided within one working day
# description: |
#   Until somebody decides on a contact nobody acts on it. Audited: contacts received in the period. Met: decided by the
#   end of working day [contact_decision_wd] after the day it was received, at whatever hour.
# schemas:
#   - input: schema.case
# custom:
#   id: CR-01
#   level: development
#   unit: contacts
#   anchor: received
#   needs: [contacts.received, contacts.decided]
#   history: [contacts]
#   footing: statutory guidance
#   sources: [PET09-S1, PLY09-S3, POR09-S1, POR09-T1, PET15-09, PET18-03a, PET18-03c, PET18-05, OFS-front_door]
#   finding: the contact received on {received} was not decided by the end of working day [contact_decision_wd]
#   action: Decide what is to happen next, record it and tell whoever made the contact.
#   phrase: The timeliness of decisions on contacts
#   strength: Contacts are decided promptly
#   why: A child who needs help or protection waits while a contact waits.
package audit.contact_and_referral.contact_decided

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := dates.day(contact.received) if {
	some i, contact in input.contacts
	period.includes(contact.received)
}

due[i] := deadline.working_days(received, settings.value("contact_decision_wd")) if some i, received in start

done[i] := dates.day(contact.decided) if some i, contact in input.contacts

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
