# METADATA
# scope: package
# title: Work dated before the work it follows
# description: |
#   A conference dated before the enquiry that it names began, a review or a core group before the plan that it names, an
#   assessment or an enquiry before the referral that it names. The same day is in order. An initial conference makes
#   the plan, so it may come before the plan; a strategy or care team meeting may help to prepare one.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-04
#   effect: A clock that runs from one to the other comes out wrong, or the two do not belong together.
#   do: Put the wrong date right, or the id that joins the two.
package quality.before_what_it_follows

import data.lib.faults
import data.lib.links

# An item of `entity` follows the one of `after` whose `id` it has.
steps := [
	{"entity": "assessments", "date": "start_date", "after": "referrals", "id": "referral_id", "start": "date", "name": "referral"},
	{"entity": "section_47", "date": "start_date", "after": "referrals", "id": "referral_id", "start": "date", "name": "referral"},
	{"entity": "conferences", "date": "date", "after": "section_47", "id": "enquiry_id", "start": "start_date", "name": "enquiry"},
	{"entity": "conferences", "date": "date", "after": "plans", "id": "plan_id", "start": "start_date", "name": "plan", "types": {"review"}},
	{
		"entity": "meetings", "date": "date", "after": "plans", "id": "plan_id", "start": "start_date", "name": "plan",
		"types": {"core_group", "child_in_need_review"},
	},
]

fault contains {"entity": step.entity, "item": i, "fields": [step.date, step.id], "text": text} if {
	some step in steps
	some i, item in input[step.entity]
	of_type(item, step)
	some earlier in input[step.after]
	links.same(item[step.id], earlier[step.id])
	faults.before(item[step.date], earlier[step.start])
	text := sprintf("dated %s, before the %s that it names, of %s", [faults.moment(item[step.date]), step.name, faults.moment(earlier[step.start])])
}

of_type(_, step) if not step.types

of_type(item, step) if item.type in step.types
