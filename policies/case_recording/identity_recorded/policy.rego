# METADATA
# scope: package
# title: Ethnicity religion and language recorded
# description: |
#   A child whose identity nobody wrote down is not known. Audited: records with an open referral or plan whose child is
#   born: date_of_birth is on or before as-at. Met: ethnicity, religion and first_language are all recorded. The ethnicity
#   code NOBT (not yet obtained) is no answer, and REFU (refused) is one. A placeholder is no answer to religion or
#   first_language, save that "none" is one. A referral counts as open unless no_further_action is yes, and nothing is
#   open once the child has died; an export without these fields has no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: RE-06
#   level: development
#   unit: record
#   needs: [child.ethnicity, child.religion, child.first_language, child.date_of_birth, plans.end_date, plans.start_date, referrals.close_date, referrals.date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   footing: inspection
#   sources: [PET09-T1, PLY09-D5, OFS-voice]
#   finding: the child's ethnicity, religion and first language are not all recorded
#   action: Ask the child and family, and record what they say.
#   phrase: The recording of children's ethnicity, religion and language
#   strength: Children's ethnicity, religion and language are recorded
#   why: Services fit a child only when people know who the child is.
package audit.case_recording.identity_recorded

import data.lib.dates
import data.lib.narrative
import data.lib.open_work
import data.lib.post

applies if {
	open_work.exists
	dates.happened(input.child.date_of_birth)
}

met if count(missing) == 0

missing := {"ethnicity", "religion", "first language"} - recorded

recorded contains "ethnicity" if {
	post.written(input.child.ethnicity)
	not input.child.ethnicity == "NOBT"
}

recorded contains "religion" if answered(input.child.religion)

recorded contains "first language" if answered(input.child.first_language)

answered(text) if narrative.named(text)

answered(text) if {
	is_string(text)
	narrative.bare(text) == "none"
}

note := sprintf("missing: %s", [concat(", ", missing)])
