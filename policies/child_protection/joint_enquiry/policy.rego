# METADATA
# scope: package
# title: Enquiry joint with police
# description: |
#   Social workers and the police see different parts of the same harm. Audited: enquiries begun in the period. Met:
#   conducted is joint, or is single_agency and single_agency_reason is recorded. A way of conducting it that is neither
#   does not meet it. An enquiry is judged as soon as it has begun.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-02
#   level: development
#   unit: section_47
#   anchor: start_date
#   national_framework: enabler 1
#   needs: [section_47.conducted, section_47.single_agency_reason, section_47.start_date]
#   history: [section_47]
#   footing: inspection
#   sources: [PET09-T3, PLY09-S2, POR09-S3, PET18-06b, PET18-18, OFS-enquiries_conferences, OFS-partners]
#   finding: the enquiry begun on {start_date} was neither joint with the police nor single agency for a recorded reason
#   action: Agree with the police who conducts the enquiry, and record the reason where it is one agency alone.
#   phrase: The conduct of enquiries jointly with the police
#   strength: Enquiries are conducted jointly with the police where they should be
#   why: An enquiry by one agency alone may lose evidence and leave the child at risk.
package audit.child_protection.joint_enquiry

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, enquiry in input.section_47
	period.includes(enquiry.start_date)
}

met contains i if {
	some i, enquiry in input.section_47
	enquiry.conducted == "joint"
}

met contains i if {
	some i, enquiry in input.section_47
	enquiry.conducted == "single_agency"
	narrative.recorded(enquiry.single_agency_reason)
}

note[i] := how(enquiry) if {
	some i, enquiry in input.section_47
	not i in met
}

how(enquiry) := "single agency, with no reason recorded" if enquiry.conducted == "single_agency"

else := "not recorded how it was conducted"
