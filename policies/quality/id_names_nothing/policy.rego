# METADATA
# scope: package
# title: An id that names nothing in the record
# description: |
#   An assessment or enquiry that names a referral, a conference that names an enquiry, or anything that names a plan,
#   which the record does not have. Nothing is looked for where the export lacks what would be named: the ids of
#   referrals, enquiries or plans, or a table of child protection, child in need or care plans.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-12
#   effect: The item counts as one that belongs to nothing, so what it shows is not found.
#   do: Put the id right, or export the row that it names.
package quality.id_names_nothing

links := [
	{"entity": "assessments", "field": "referral_id", "of": "referrals"},
	{"entity": "assessments", "field": "plan_id", "of": "plans"},
	{"entity": "section_47", "field": "referral_id", "of": "referrals"},
	{"entity": "conferences", "field": "enquiry_id", "of": "section_47"},
	{"entity": "conferences", "field": "plan_id", "of": "plans"},
	{"entity": "plan_actions", "field": "plan_id", "of": "plans"},
	{"entity": "meetings", "field": "plan_id", "of": "plans"},
]

fault contains {"entity": link.entity, "item": i, "fields": [link.field], "text": text} if {
	some link in links
	data.run.supplies[concat(".", [link.of, link.field])]
	not partly_supplied(link)
	some i, item in input[link.entity]
	id := item[link.field]
	written(id)
	not id in {other[link.field] | some other in input[link.of]}
	text := sprintf("names the %s %s, which is not in the record", [trim_suffix(link.field, "_id"), id])
}

# partly_supplied: the export keeps the plans of each kind in a table of its own, and lacks one of them.
partly_supplied(link) if {
	kinds := data.run.kinds[link.of]
	some kind in ["child_protection", "child_in_need", "care"]
	not kind in kinds
}

written(id) if {
	is_string(id)
	trim_space(id) != ""
}
