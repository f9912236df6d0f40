# METADATA
# scope: package
# title: Early help progress reviewed
# description: |
#   Early help that nobody reviews may go on without helping. Audited: early help episodes open on as-at and begun at
#   least [eh_review_months] months before it. Met: last_review_date in the last [eh_review_months] months. No episode
#   is open once the child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: EH-02
#   level: development
#   unit: early_help
#   needs: [early_help.start_date, early_help.last_review_date, early_help.end_date]
#   optional: [child.date_of_death]
#   footing: inspection
#   national_framework: outcome 1
#   sources: [PET15-15, PET18-02, OFS-early_help]
#   finding: the early help begun on {start_date} was not reviewed in the last [eh_review_months] months
#   action: Review with the family what has changed, and record the date.
#   phrase: The review of families' progress in early help
#   strength: The progress of families in early help is reviewed
#   why: Without a review nobody knows whether help works or a child needs more.
package audit.early_help.reviewed

import data.lib.cases
import data.lib.dates
import data.lib.settings

applies contains i if {
	some i, episode in input.early_help
	open(episode)
	dates.at_least_months_ago(episode.start_date, settings.value("eh_review_months"))
}

open(episode) if {
	not cases.child_has_died
	not ended(episode)
}

ended(episode) if dates.happened(episode.end_date)

met contains i if {
	some i, episode in input.early_help
	dates.within_months(episode.last_review_date, settings.value("eh_review_months"))
}

note[i] := sprintf("the last review was on %s", [episode.last_review_date]) if {
	some i, episode in input.early_help
	dates.happened(episode.last_review_date)
}
