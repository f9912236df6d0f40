# METADATA
# title: Workers
# description: Who is in post on as-at, and who is a registered social worker.
package lib.post

import data.lib.dates

# in_post: started (or nobody wrote when) and not left by as-at.
in_post(professional) if {
	not starts_later(professional)
	not left(professional)
}

# `not` takes a rule of the whole professional: `not dates.happened(professional.end_date)`
# would be undefined, and so fail, where there is no end_date.
starts_later(professional) if dates.ahead(professional.start_date)

left(professional) if dates.happened(professional.end_date)

# involved: the involvement with a case is open on as-at; one without a start counts as begun.
involved(involvement) if {
	not starts_later(involvement)
	not left(involvement)
}

# registered: the id is that of a professional with a registration number, whenever in post.
registered(professional_id) if {
	written(professional_id)
	some professional in data.service.professionals
	professional.professional_id == professional_id
	written(professional.registration_number)
}

written(text) if {
	is_string(text)
	trim_space(text) != ""
}
