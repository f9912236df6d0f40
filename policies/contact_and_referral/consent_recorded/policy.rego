# METADATA
# scope: package
# title: Consent recorded
# description: |
#   Families have a say in who shares what about them, unless a child needs protection. Audited: contacts received in the
#   period, save those of a child protection concern, as soon as they are received; one that does not say whether there
#   is such a concern is audited. Met: consent is obtained or dispensed (with). Refused or blank is not met.
# schemas:
#   - input: schema.case
# custom:
#   id: CR-04
#   level: development
#   unit: contacts
#   anchor: received
#   needs: [contacts.consent, contacts.protection_concern, contacts.received]
#   history: [contacts]
#   footing: inspection
#   sources: [PET18-03b, OFS-front_door]
#   finding: the contact received on {received} records neither consent to gather information nor a decision to dispense with it
#   action: Ask the family for consent, or record the decision to go without it and the reason.
#   phrase: The recording of consent to gather information
#   strength: Consent to gather information is recorded
#   why: Families trust help more when they agree to what is shared about them.
package audit.contact_and_referral.consent_recorded

import data.lib.period

applies contains i if {
	some i, contact in input.contacts
	period.includes(contact.received)
	not contact.protection_concern == true
}

met contains i if {
	some i, contact in input.contacts
	contact.consent in {"obtained", "dispensed"}
}
