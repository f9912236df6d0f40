# METADATA
# scope: package
# title: Children missing from care
# description: |
#   Episodes in which the child went missing from care: from_care is yes. A blank is not yes.
# schemas:
#   - input: schema.case
# custom:
#   id: children_missing_from_care
#   of: missing
#   needs: [missing.from_care]
package slices.children_missing_from_care

inside contains i if {
	some i, episode in input.missing
	episode.from_care == true
}
