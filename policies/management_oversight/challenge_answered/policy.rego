# METADATA
# scope: package
# title: Challenge by a reviewing officer or chair answered in time
# description: |
#   A challenge that nobody answers changes nothing for the child. Audited: challenges raised in the period by a reviewing
#   officer or a conference chair. Met: answered_date within [challenge_wd] working days of raised_date. What the answer
#   says is for a reader to judge.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-11
#   level: development
#   unit: challenges
#   anchor: raised_date
#   national_framework: enabler 2
#   needs: [challenges.raised_date, challenges.by_role, challenges.answered_date]
#   history: [challenges]
#   footing: local
#   sources: [OFS-reviewer_challenge]
#   finding: the challenge raised on {raised_date} by a {by_role} was not answered within [challenge_wd] working days
#   action: Answer the challenge in writing, and say what will change for the child and by when.
#   phrase: The timeliness of answers to reviewing officers' and chairs' challenges
#   strength: Challenges by reviewing officers and chairs are answered promptly
#   why: Reviewing officers and chairs are the check on a plan that drifts.
package audit.management_oversight.challenge_answered

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := challenge.raised_date if {
	some i, challenge in input.challenges
	challenge.by_role in {"reviewing_officer", "conference_chair"}
	period.includes(challenge.raised_date)
}

due[i] := deadline.working_days(day, settings.value("challenge_wd")) if some i, day in start

done[i] := challenge.answered_date if some i, challenge in input.challenges

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
