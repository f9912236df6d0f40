# METADATA
# title: Posts and who fills them
# description: Whether a post has a holder who is in post on as-at.
package lib.establishment

import data.lib.links
import data.lib.post

# filled: the holder is on the list of professionals and in post. Where the export has no such list
# the holder's id is enough.
filled(place) if place.holder_id in in_post

filled(place) if {
	not professionals_listed
	links.named(place.holder_id)
}

# in_post is the ids of the professionals in post on as-at.
in_post contains professional.professional_id if {
	some professional in data.service.professionals
	post.in_post(professional)
	links.named(professional.professional_id)
}

professionals_listed if data.run.supplies["professionals.professional_id"] == true
