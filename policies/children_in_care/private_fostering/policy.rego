# METADATA
# scope: package
# title: Private fostering assessed and visited
# description: |
#   A privately fostered child lives with people whom nobody checked before. Audited: private fostering open on as-at,
#   with a notified_date, once both parts pass or one fails. Met: assessed_date within 42 working days of notified_date;
#   and the last private fostering visit within 42 days of as-at or, from the first anniversary of notified_date on,
#   within 84. A visit is missed only once those days have passed since notified_date too. Nothing is open once the
#   child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-14
#   level: priority
#   unit: private_fostering
#   national_framework: outcome 3
#   needs: [private_fostering.notified_date, private_fostering.assessed_date, private_fostering.end_date, visits.type, visits.date, visits=private_fostering]
#   optional: [child.date_of_death]
#   footing: law
#   sources: [PET18-19, OFS-private_fostering]
#   finding: the private fostering notified on {notified_date} was not assessed and visited on time
#   action: Assess the arrangement and see the child, and record both.
#   phrase: The assessment and visiting of privately fostered children
#   strength: Privately fostered children are assessed and visited on time
#   why: Nobody else checks that a privately fostered child is safe and well.
package audit.children_in_care.private_fostering

import data.lib.cases
import data.lib.dates
import data.lib.deadline
import data.lib.settings

# notified[i] is the day the council was told of an arrangement that is open on as-at.
notified[i] := dates.day(arrangement.notified_date) if {
	some i, arrangement in input.private_fostering
	open(arrangement)
}

open(arrangement) if {
	not cases.child_has_died
	not begins_later(arrangement)
	not ended(arrangement)
}

begins_later(arrangement) if dates.ahead(arrangement.notified_date)

ended(arrangement) if dates.happened(arrangement.end_date)

assessment_due[i] := deadline.working_days(day, settings.timescale("private_fostering_assessment", day)) if {
	some i, day in notified
}

assessed[i] := arrangement.assessed_date if some i, arrangement in input.private_fostering

assessment_kept := deadline.kept(assessment_due, assessed)

assessment_late := deadline.judged(assessment_due, assessed) - assessment_kept

last_visit := max([dates.day(visit.date) |
	some visit in input.visits
	visit.type == "private_fostering"
	dates.happened(visit.date)
])

# every_days[i] is the time allowed between visits on as-at.
every_days[i] := settings.timescale("private_fostering_visit", day) if {
	some i, day in notified
	dates.ahead(dates.add_months(day, 12))
}

every_days[i] := settings.timescale("private_fostering_later_visit", day) if {
	some i, day in notified
	dates.happened(dates.add_months(day, 12))
}

visited contains i if {
	some i, n in every_days
	dates.within_days(last_visit, n)
}

# counted_from[i] is the event that the next visit follows: the notice, or the last visit where that is later.
counted_from[i] := max({day} | {visit | visit := last_visit}) if some i, day in notified

visit_due[i] := deadline.days(counted_from[i], n) if some i, n in every_days

visit_missed contains i if {
	some i, day in visit_due
	deadline.passed(day)
}

met := assessment_kept & visited

applies := met | (assessment_late | visit_missed)

# The report's arithmetic is of the assessment or, where only a visit is missed, of that.
only_visit := visit_missed - assessment_late

start[i] := counted_from[i] if some i in only_visit

start[i] := day if {
	some i, day in notified
	not i in only_visit
}

due[i] := visit_due[i] if some i in only_visit

due[i] := day if {
	some i, day in assessment_due
	not i in only_visit
}

done[i] := day if {
	some i, day in assessed
	not i in only_visit
}

note[i] := concat("; ", words) if some i, words in said

said[i] contains "the assessment is due within 42 working days" if some i in assessment_late

said[i] contains sprintf("no visit in the %d days to %s", [every_days[i], dates.as_at]) if some i in visit_missed

doubt[i] contains "nobody wrote when the open private fostering was notified, so its deadlines are not known" if {
	some i, arrangement in input.private_fostering
	open(arrangement)
	not notified[i]
}
