# METADATA
# title: Verdicts in tests
# description: |
#   What a test compares: the verdict on one item, in the words of the reports.
package lib.testing

# verdict on the item at a position, from a criterion's applies and met.
verdict(applies, met, i) := "met" if {
	i in applies
	i in met
}

verdict(applies, met, i) := "not met" if {
	i in applies
	not i in met
}

verdict(applies, _, i) := "not audited" if not i in applies

# verdict_on_record is the verdict of a criterion whose unit is the record. It takes
# lists, [x | x := criterion.applies], because applies and met may be undefined.
verdict_on_record(applies, met) := "met" if {
	true in applies
	true in met
}

verdict_on_record(applies, met) := "not met" if {
	true in applies
	not true in met
}

verdict_on_record(applies, _) := "not audited" if not true in applies
