# METADATA
# scope: package
# title: Step-down taken up by early help
# description: |
#   A family told that help goes on must not find that it has stopped. Audited: referrals closed in the period for a
#   reason that hands the family to early help, [step_down_reasons], whatever the case of the code. Met: an early help
#   episode that had not ended by the day of closing begins by [early_help_wd] working days after it; one already running
#   counts. An episode without a start is no evidence, and one without an end goes on.
# schemas:
#   - input: schema.case
# custom:
#   id: EH-04
#   level: development
#   unit: referrals
#   anchor: close_date
#   national_framework: outcome 1
#   needs: [referrals.close_date, referrals.close_reason, early_help.start_date, early_help.end_date]
#   history: [referrals, early_help]
#   footing: local
#   sources: [OFS-early_help]
#   finding: the case closed on {close_date} and handed to early help was not taken up within [early_help_wd] working days
#   action: Find out who helps the family now, and ask early help to begin.
#   phrase: The handing on of closed cases to early help
#   strength: Early help takes up the cases that are handed to it
#   why: A family whose help stops at the handover is soon referred again.
package audit.early_help.step_down_taken_up

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := dates.day(referral.close_date) if {
	some i, referral in input.referrals
	period.includes(referral.close_date)
	upper(referral.close_reason) in {upper(reason) | some reason in settings.value("step_down_reasons")}
}

due[i] := deadline.working_days(day, settings.value("early_help_wd")) if some i, day in start

# done: help that already ran is taken up on the day of closing.
done[i] := max([day, min(begun)]) if {
	some i, day in start
	begun := {dates.day(episode.start_date) |
		some episode in input.early_help
		not ended_by(episode, day)
	}
}

ended_by(episode, day) if dates.day(episode.end_date) <= day

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
