# METADATA
# scope: package
# title: Disabled children
# description: |
#   Records of children with a disability code other than NONE. A child with no code at all is not in the slice.
# schemas:
#   - input: schema.case
# custom:
#   id: disabled_children
#   of: record
#   needs: [child.disabilities]
package slices.disabled_children

import data.lib.links

inside if {
	some code in input.child.disabilities
	links.named(code)
	code != "NONE"
}
