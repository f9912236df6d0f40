# METADATA
# scope: package
# title: Child's views recorded in early help
# description: |
#   Help that nobody asked the child about may miss what troubles the child. Audited: early help episodes assessed in the
#   period, as soon as they are assessed. Met: child_views is recorded, as a yes or as prose that is more than a
#   placeholder. The child's age makes no difference.
# schemas:
#   - input: schema.case
# custom:
#   id: EH-03
#   level: development
#   unit: early_help
#   anchor: assessed_date
#   needs: [early_help.child_views, early_help.assessed_date]
#   history: [early_help]
#   footing: inspection
#   national_framework: outcome 1
#   sources: [PET18-01, OFS-early_help, OFS-voice]
#   finding: the early help assessment of {assessed_date} does not record the child's views
#   action: Ask the child, and record what the child said or showed.
#   phrase: The recording of children's views in early help
#   strength: Children's views are recorded in early help
#   why: Help that leaves out what the child says may not help the child.
package audit.early_help.childs_views

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, episode in input.early_help
	period.includes(episode.assessed_date)
}

met contains i if {
	some i, episode in input.early_help
	narrative.recorded(episode.child_views)
}
