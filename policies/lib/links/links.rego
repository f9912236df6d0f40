# METADATA
# title: Links by id
# description: Which thing another names. Readers trim ids; they are compared as they stand.
package lib.links

# same: two ids are equal and not blank.
same(id, other) if {
	id == other
	not id in {null, ""}
}

# named: there is an id.
named(id) if not id in {null, ""}

# of_referral: an assessment or enquiry belongs to the referral it names, or to any where it names none.
of_referral(item, referral) if same(item.referral_id, referral.referral_id)

of_referral(item, _) if not names_a_referral(item)

names_a_referral(item) if named(item.referral_id)
