# METADATA
# scope: package
# title: Domestic abuse contact risk assessed
# description: |
#   A tool shows at the first contact how dangerous domestic abuse is. Audited: contacts of domestic abuse received in the
#   period, as soon as they are received. Met: risk_tool is named, in text that is no placeholder.
# schemas:
#   - input: schema.case
# custom:
#   id: CR-07
#   level: development
#   unit: contacts
#   anchor: received
#   needs: [contacts.domestic_abuse, contacts.risk_tool, contacts.received]
#   history: [contacts]
#   footing: inspection
#   national_framework: outcome 3
#   sources: [PET09-S7, PET18-04, OFS-neglect_domestic_abuse]
#   finding: the domestic abuse contact received on {received} names no tool to assess its risk
#   action: Assess the risk with the tool agreed locally, and record which one and what it shows.
#   phrase: The use of risk assessment tools in domestic abuse contacts
#   strength: The risk in domestic abuse contacts is assessed with a recognised tool
#   why: Abuse that looks slight at the first contact may put a child in grave danger.
package audit.contact_and_referral.domestic_abuse_tool

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, contact in input.contacts
	period.includes(contact.received)
	contact.domestic_abuse == true
}

met contains i if {
	some i, contact in input.contacts
	narrative.named(contact.risk_tool)
}
