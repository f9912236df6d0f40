# METADATA
# scope: package
# title: Next actions clear
# description: |
#   A case note that leads to nothing leaves the next worker guessing. Audited: records with an open referral or plan and
#   a case note dated on or before as-at. Met: next_actions of the last case note is recorded, as a yes or as prose that
#   is more than a placeholder; of several of that day one is enough. A referral counts as open unless
#   no_further_action is yes, and nothing is open once the child has died; an export without these fields has no such
#   referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: RE-05
#   level: development
#   unit: record
#   needs: [case_notes.next_actions, case_notes.date, plans.end_date, plans.start_date, referrals.close_date, referrals.date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   footing: inspection
#   sources: [PLY09-D2, OFS-recording]
#   finding: the last case note does not say what is to be done next
#   action: Record what is to be done next, by whom and by when.
#   phrase: The clarity of next actions in case notes
#   strength: Case notes say what is to be done next
#   why: Work stops where nobody knows what comes next.
package audit.case_recording.next_actions_clear

import data.lib.dates
import data.lib.narrative
import data.lib.open_work

applies if {
	open_work.exists
	last_day
}

met if {
	some entry in input.case_notes
	dates.day(entry.date) == last_day
	narrative.recorded(entry.next_actions)
}

last_day := max([dates.day(entry.date) |
	some entry in input.case_notes
	dates.happened(entry.date)
])

note := sprintf("the last case note is of %s", [last_day])
