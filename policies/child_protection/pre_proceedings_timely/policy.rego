# METADATA
# scope: package
# title: Pre-proceedings timely
# description: |
#   Pre-proceedings work is a family's last chance to change before court. Audited: pre-proceedings decided on in the
#   period. Met: letter_date within [plo_letter_wd] working days of decision_date, and the work ended within [plo_weeks]
#   weeks of decision_date or goes on with those weeks not past. Work without an end date, or with one after as-at, goes on.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-16
#   level: development
#   unit: pre_proceedings
#   anchor: decision_date
#   needs: [pre_proceedings.decision_date, pre_proceedings.letter_date, pre_proceedings.end_date]
#   history: [pre_proceedings]
#   footing: inspection
#   sources: [PET18-16, OFS-pre_proceedings]
#   finding: the pre-proceedings work decided on {decision_date} did not keep to its time limits
#   action: Send the letter or bring the work to its end, and record the date.
#   phrase: The timeliness of pre-proceedings work
#   strength: Pre-proceedings work is timely
#   why: A child waits in harm's way while pre-proceedings work drifts.
package audit.child_protection.pre_proceedings_timely

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

decided[i] := work.decision_date if {
	some i, work in input.pre_proceedings
	period.includes(work.decision_date)
}

letter_due[i] := deadline.working_days(day, settings.value("plo_letter_wd")) if some i, day in decided

letter[i] := work.letter_date if some i, work in input.pre_proceedings

letter_sent := deadline.kept(letter_due, letter)

letter_late := deadline.judged(letter_due, letter) - letter_sent

end_due[i] := deadline.days(day, 7 * settings.value("plo_weeks")) if some i, day in decided

ended[i] := work.end_date if some i, work in input.pre_proceedings

overran := deadline.judged(end_due, ended) - deadline.kept(end_due, ended)

met := letter_sent - overran

applies := (letter_sent | letter_late) | overran

# The report's arithmetic is of the letter or, where only the work is late, of its end.
start := decided

only_overran := overran - letter_late

due[i] := day if {
	some i, day in letter_due
	not i in only_overran
}

due[i] := end_due[i] if some i in only_overran

done[i] := day if {
	some i, day in letter
	not i in only_overran
}

done[i] := ended[i] if some i in only_overran

note[i] := concat("; ", words) if some i, words in said

said[i] contains sprintf("no letter within %d working days", [settings.value("plo_letter_wd")]) if some i in letter_late

said[i] contains sprintf("not ended within %d weeks, by %s", [settings.value("plo_weeks"), end_due[i]]) if some i in overran

doubt[i] contains "pre-proceedings work ended before the decision that began it" if {
	some i, day in decided
	dates.day(ended[i]) < dates.day(day)
}
