# METADATA
# title: Allocated workers
# description: |
#   Who holds a case, as against who answers for it on a duty day. Codes are
#   compared whatever their case.
package lib.allocation

import data.lib.links
import data.lib.settings

# holds: an involvement by which somebody holds the case: it names a professional, and not in
# a duty role (a setting). One that does not say in what role is no duty role.
holds(involvement) if {
	links.named(involvement.professional_id)
	not on_duty(involvement)
}

on_duty(involvement) if {
	is_string(involvement.role)
	some role in settings.value("duty_roles")
	lower(involvement.role) == lower(role)
}
