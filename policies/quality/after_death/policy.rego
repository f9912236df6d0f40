# METADATA
# scope: package
# title: Dated after the child's death
# description: |
#   Work that needs a living child and is dated after the day the child died: a visit, a referral, an assessment, a plan,
#   a placement begun. What a service still does then is in order: decisions, records, meetings, enquiries, sign-offs and
#   closures.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-07
#   effect: The child's death ends what is audited as open, and work after it is judged as if the child lived.
#   do: Look at the date of death first; then put the date right, or move the work to the child it belongs to.
package quality.after_death

import data.lib.dates
import data.lib.faults

of_the_living := {
	"early_help": ["start_date"],
	"referrals": ["date", "closure_child_seen_date"],
	"assessments": ["start_date", "child_seen_date"],
	"plans": ["start_date"],
	"visits": ["date"],
	"missing": ["start", "interview_date"],
	"exploitation": ["identified_date"],
	"care_episodes": ["entered_care_date", "start_date"],
	"placements": ["start_date"],
	"care_reviews": ["date", "reviewer_met_child_date"],
	"health": ["date"],
	"education_plans": ["date"],
	"permanence": ["placed_date", "order_date", "life_story_started_date"],
	"convictions": ["date"],
	"private_fostering": ["notified_date"],
	"care_leaver": ["last_contact_date", "pathway_plan_date", "entitlements_given_date", "health_history_given_date"],
}

fault contains {"entity": entity, "item": i, "fields": late, "text": text} if {
	dates.happened(input.child.date_of_death)
	died := dates.day(input.child.date_of_death)
	some entity, fields in of_the_living
	some i, item in input[entity]
	late := [field | some field in fields; faults.before(died, dates.day(item[field]))]
	count(late) > 0
	text := sprintf("%s: after the child died on %s", [faults.dated(item, late), died])
}
