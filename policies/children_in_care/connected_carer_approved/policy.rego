# METADATA
# scope: package
# title: Connected carer approved before temporary approval ends
# description: |
#   Relatives and friends may care for a child before they are assessed, but not for long. Audited: placements with a
#   connected person temporarily approved in the period. Met: approved_date, or end_date where the placement ended first,
#   within 16 weeks of temporary_approval_date, or within 24 where approval_extended_date lies in those 16; without that
#   field in the export none is extended. An extension that awaits the review of a refused approval is not told apart.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-20
#   level: priority
#   unit: placements
#   anchor: temporary_approval_date
#   national_framework: outcome 2
#   needs: [placements.temporary_approval_date, placements.approved_date, placements.end_date]
#   optional: [placements.approval_extended_date]
#   history: [placements]
#   footing: law
#   sources: [OFS-connected_carers]
#   finding: the temporary approval of {temporary_approval_date} ended and the connected carer was not approved
#   action: Complete the assessment and take it to panel, or make other arrangements for the child.
#   phrase: The approval of connected carers within the time the law allows
#   strength: Connected carers are approved in time
#   why: A placement whose approval has lapsed is unlawful, and nobody has finished asking whether it is safe.
package audit.children_in_care.connected_carer_approved

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := placement.temporary_approval_date if {
	some i, placement in input.placements
	period.includes(placement.temporary_approval_date)
}

first_due[i] := deadline.days(day, 7 * settings.timescale("connected_carer_approval", day)) if some i, day in start

# extended: the decision to extend was made in the weeks of the temporary approval.
extended contains i if {
	some i, last_day in first_due
	dates.between(input.placements[i].approval_extended_date, start[i], last_day)
}

due[i] := day if {
	some i, day in first_due
	not i in extended
}

due[i] := deadline.days(first_due[i], 7 * settings.timescale("connected_carer_extension", start[i])) if some i in extended

done[i] := min(days) if some i, days in settled

# settled[i] is the days on which the carer was approved or the placement ended.
settled[i] contains dates.day(placement.approved_date) if some i, placement in input.placements

settled[i] contains dates.day(placement.end_date) if some i, placement in input.placements

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

note[i] := "extended once" if some i in extended
