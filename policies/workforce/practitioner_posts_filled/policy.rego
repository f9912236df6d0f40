# METADATA
# scope: package
# title: Practitioner posts filled
# description: |
#   Empty posts mean fewer visits and more changes of worker. Audited: posts at practitioner level that need a registered
#   social worker. Met: the holder is on the list of professionals and in post on as-at; where the export has no list of
#   professionals a holder_id is enough, and without their dates everybody on it is in post. Judged on its rate, in which
#   each post counts by its fte and one without as 1.
# schemas:
#   - input: schema.case
# custom:
#   id: WF-03
#   level: priority
#   unit: posts
#   scope: service
#   measure: true
#   target: at most [vacancy_percent] per cent not met weighted by fte
#   needs: [posts.holder_id, posts.level, posts.qualified_post]
#   optional: [professionals.professional_id, professionals.start_date, professionals.end_date, posts.fte]
#   footing: inspection
#   national_framework: enabler 3
#   sources: [PET09-P1, POR09-T5, PET15-11, OFS-workforce]
#   finding: the practitioner post is vacant
#   action: Recruit to the post, and say who does its work until then.
#   phrase: Vacancies among practitioners
#   strength: Practitioner posts are filled
#   why: Children whose worker's post is empty wait longer and tell their story more often.
package audit.workforce.practitioner_posts_filled

import data.lib.establishment

applies contains i if {
	some i, place in data.service.posts
	place.level == "practitioner"
	place.qualified_post == true
}

met contains i if {
	some i, place in data.service.posts
	establishment.filled(place)
}
