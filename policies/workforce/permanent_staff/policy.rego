# METADATA
# scope: package
# title: Posts held by permanent staff
# description: |
#   Agency staff move on, and children lose the worker they know. Audited: posts of any level that need a registered
#   social worker and whose holder is on the list of professionals and in post on as-at. Met: the holder's agency is not
#   yes; a blank is not yes. Without professional_id no holder can be looked up and no post is audited; without their
#   dates everybody on the list is in post. Judged on its rate, in which each post counts by its fte and one without as 1.
# schemas:
#   - input: schema.case
# custom:
#   id: WF-04
#   level: development
#   unit: posts
#   scope: service
#   measure: true
#   target: at most [agency_percent] per cent not met weighted by fte
#   needs: [posts.holder_id, professionals.agency, posts.qualified_post]
#   optional: [professionals.professional_id, professionals.start_date, professionals.end_date, posts.fte]
#   footing: inspection
#   national_framework: enabler 3
#   sources: [POR09-T5, PET15-11, PET18-53, OFS-workforce]
#   finding: the post is held by an agency worker
#   action: Recruit a permanent social worker to the post.
#   phrase: The stability of the workforce and reliance on agency staff
#   strength: Posts are held by permanent staff
#   why: A child needs a worker who stays long enough to be trusted.
package audit.workforce.permanent_staff

import data.lib.establishment
import data.lib.post

applies contains i if {
	some i, place in data.service.posts
	place.qualified_post == true
	place.holder_id in establishment.in_post
}

met contains i if {
	some i, place in data.service.posts
	not held_by_agency_worker(place)
}

held_by_agency_worker(place) if place.holder_id in agency_workers

agency_workers contains professional.professional_id if {
	some professional in data.service.professionals
	professional.agency == true
	post.in_post(professional)
}
