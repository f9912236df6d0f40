# METADATA
# scope: package
# title: Review conference on time
# description: |
#   A protection plan that nobody reviews may leave the child unsafe, or stay too long. Audited: child protection plans
#   open on as-at, with a start date, once a review has been held or was due. Met: the first review conference is held
#   within 3 months of start_date, each later one within 6 months of the one before, and none is overdue on as-at.
#   Reviews of one day count once. Reviews are those that name this plan or, from start_date on, name no plan, as none
#   does without conferences.plan_id. No plan is open once the child has died; without date_of_death in the export the
#   child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-13
#   level: development
#   unit: plans
#   national_framework: outcome 3
#   needs: [conferences.type, conferences.date, conferences=review, plans.end_date, plans.plan_id, plans.start_date, plans.type, plans=child_protection]
#   optional: [conferences.plan_id, child.date_of_death]
#   history: [conferences=review]
#   footing: statutory guidance
#   sources: [PET18-12a, OFS-enquiries_conferences, OFS-plan_progress]
#   finding: a review conference of the child protection plan begun on {start_date} was not held on time
#   action: Hold the review conference if it is overdue, and find out what delayed it.
#   phrase: The timeliness of review child protection conferences
#   strength: Review child protection conferences are held on time
#   why: Only a review can tell whether the plan is making the child safer.
package audit.child_protection.review_on_time

import data.lib.cases
import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.planning
import data.lib.settings

# days[i] is the day the plan began, and after it those of its reviews in order.
days[i] := array.concat([plan.start_date], sort(reviewed(plan))) if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
	dates.happened(plan.start_date)
}

reviewed(plan) := {conference.date |
	some conference in input.conferences
	conference.type == "review"
	dates.happened(conference.date)
	of_plan(conference, plan)
}

of_plan(conference, plan) if links.same(conference.plan_id, plan.plan_id)

# One that names no plan may be of an earlier plan, and is where it was held before this one.
of_plan(conference, plan) if {
	planning.of_plan(conference, plan)
	dates.between(conference.date, plan.start_date, dates.as_at)
}

# From each of those days runs the time to the review that follows: [i, 0] from the start, [i, n] from the nth review.
last_day[[i, n]] := deadline.months(day, allowed(n, day)) if {
	some i, in_order in days
	some n, day in in_order
}

allowed(0, began) := settings.timescale("first_review_conference", began)

allowed(n, reviewed_on) := settings.timescale("later_review_conferences", reviewed_on) if n > 0

next_day[[i, n]] := in_order[n + 1] if {
	some i, in_order in days
	some n, _ in in_order
}

missed := deadline.judged(last_day, next_day) - deadline.kept(last_day, next_day)

# last_missed[i] is the last of the plan's reviews that was not held on time.
last_missed[i] := max({n | some n, _ in days[i]; [i, n] in missed}) if some i, _ in days

met contains i if {
	some i, on in days
	count(on) > 1
	not last_missed[i]
}

applies := met | object.keys(last_missed)

# The report's arithmetic is of the last review missed, else of the first.
shown[i] := object.get(last_missed, i, 0) if some i, _ in days

start[i] := days[i][n] if some i, n in shown

due[i] := last_day[[i, n]] if some i, n in shown

done[i] := next_day[[i, n]] if some i, n in shown

note[i] := "the first review is counted from the start of the plan" if some i, 0 in last_missed

note[i] := sprintf("the later reviews are counted each from the one before, here from that of %s", [days[i][n]]) if {
	some i, n in last_missed
	n > 0
}

doubt[i] contains "an open child protection plan has no start date, so the day of its first review is not known" if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
	not days[i]
}
