# METADATA
# scope: package
# title: First-line manager posts filled
# description: |
#   Work without a manager goes unseen and undecided. Audited: first-line manager posts. Met: the holder is on the list of
#   professionals and in post on as-at; where the export has no list of professionals a holder_id is enough, and without
#   their dates everybody on it is in post. Judged on its rate, in which each post counts once, whatever its fte.
# schemas:
#   - input: schema.case
# custom:
#   id: WF-05
#   level: priority
#   unit: posts
#   scope: service
#   measure: true
#   target: at most [manager_vacancy_percent] per cent not met
#   needs: [posts.holder_id, posts.level]
#   optional: [professionals.professional_id, professionals.start_date, professionals.end_date]
#   footing: inspection
#   national_framework: enabler 3
#   sources: [PET09-P1, OFS-workforce]
#   finding: the first-line manager post is vacant
#   action: Recruit to the post, and say who manages the team until then.
#   phrase: Vacancies among first-line managers
#   strength: First-line manager posts are filled
#   why: Decisions, supervision and sign-off wait where there is no manager.
package audit.workforce.manager_posts_filled

import data.lib.establishment

applies contains i if {
	some i, place in data.service.posts
	place.level == "first_line_manager"
}

met contains i if {
	some i, place in data.service.posts
	establishment.filled(place)
}
