# METADATA
# scope: package
# title: Unregistered placement known to the regulator and brief
# description: |
#   An unregistered home is against the law, so it may only be a stopgap. Audited: placements in unregistered settings begun
#   in the period. Met: regulator_told_date within [unregistered_told_wd] working days of start_date, and end_date
#   within [unregistered_days] days of it; one that has not ended is not audited until those days are past, unless the
#   regulator was not told in time. A home that has registered since is taken to have ended and begun anew.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-19
#   level: priority
#   unit: placements
#   anchor: start_date
#   national_framework: outcome 4
#   needs: [placements.unregistered, placements.start_date, placements.end_date, placements.regulator_told_date]
#   history: [placements]
#   footing: local
#   sources: [OFS-unregistered]
#   finding: the unregistered placement begun on {start_date} was not both known to the regulator and brief
#   action: Tell the regulator, and move the child to a registered home or have this one registered.
#   phrase: The use and length of unregistered placements
#   strength: Unregistered placements are brief and the regulator knows of them
#   why: Children in unregistered homes are those most at risk, in the care least checked.
package audit.children_in_care.unregistered_brief

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := placement.start_date if {
	some i, placement in input.placements
	placement.unregistered == true
	period.includes(placement.start_date)
}

tell_by[i] := deadline.working_days(day, settings.value("unregistered_told_wd")) if some i, day in start

told[i] := placement.regulator_told_date if some i, placement in input.placements

told_in_time := deadline.kept(tell_by, told)

told_late := deadline.judged(tell_by, told) - told_in_time

end_by[i] := deadline.days(day, settings.value("unregistered_days")) if some i, day in start

ended[i] := placement.end_date if some i, placement in input.placements

ended_in_time := deadline.kept(end_by, ended)

overran := deadline.judged(end_by, ended) - ended_in_time

met := told_in_time & ended_in_time

applies := met | (told_late | overran)

# The report's arithmetic is of the placement's end or, where only the regulator was told late, of that.
only_told_late := told_late - overran

due[i] := day if {
	some i, day in end_by
	not i in only_told_late
}

due[i] := tell_by[i] if some i in only_told_late

done[i] := day if {
	some i, day in ended
	not i in only_told_late
}

done[i] := told[i] if some i in only_told_late

said[i] contains sprintf("regulator not told by %s", [tell_by[i]]) if some i in told_late

said[i] contains sprintf("not ended within %d days", [settings.value("unregistered_days")]) if some i in overran

note[i] := concat("; ", words) if some i, words in said
