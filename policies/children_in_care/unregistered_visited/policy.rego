# METADATA
# scope: package
# title: Child in an unregistered placement visited weekly
# description: |
#   No inspector sees an unregistered home, so the social worker must. Audited: placements in unregistered settings open on
#   as-at and begun at least [unregistered_visit_days] days before it. Met: a visit to the child in care at which the child
#   was seen in the last [unregistered_visit_days] days. A placement without a start counts as begun, but not as begun so
#   long ago. None is open once the child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-18
#   level: priority
#   unit: placements
#   national_framework: outcome 4
#   needs: [placements.unregistered, placements.start_date, placements.end_date, visits.date, visits.child_seen, visits.type, visits=care]
#   optional: [child.date_of_death]
#   footing: local
#   sources: [OFS-unregistered]
#   finding: no visit in the last [unregistered_visit_days] days to the child in an unregistered placement since {start_date}
#   action: See the child today, and find a registered home.
#   phrase: Visits to children in unregistered placements
#   strength: Children in unregistered placements are visited every week
#   why: Nobody else checks that the child is safe there.
package audit.children_in_care.unregistered_visited

import data.lib.care
import data.lib.dates
import data.lib.settings

applies contains i if {
	some i, placement in input.placements
	placement.unregistered == true
	care.open(placement)
	dates.at_least_days_ago(placement.start_date, settings.value("unregistered_visit_days"))
}

met contains i if {
	some i, _ in input.placements
	dates.within_days(last_visit, settings.value("unregistered_visit_days"))
}

last_visit := max([visit.date |
	some visit in input.visits
	visit.type == "care"
	visit.child_seen == true
	dates.happened(visit.date)
])

note[i] := sprintf("the last one was on %s", [last_visit]) if some i, _ in input.placements
