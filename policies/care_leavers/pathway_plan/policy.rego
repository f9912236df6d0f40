# METADATA
# scope: package
# title: Pathway plan by 16 and a quarter
# description: |
#   A child who will soon leave care needs a plan for it in good time. Audited: children in care on as-at, from the day
#   they are 16 years and three months to the day before the 18th birthday; where the date of birth is not known, not
#   audited. Met: a pathway_plan_date on or before as-at; where the record has several care leavers' entries, one is
#   enough. An episode without a start counts as begun, and short breaks (legal_status V3 or V4) are not counted as care;
#   without legal_status every episode is. Care ends when the child dies; without date_of_death in the export the child
#   is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CL-01
#   level: development
#   unit: record
#   needs: [care_leaver.pathway_plan_date, child.date_of_birth, care_episodes.end_date]
#   optional: [care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   footing: law
#   national_framework: outcome 4
#   sources: [PET18-26b, PET18-35, OFS-pathway_plans]
#   finding: no pathway plan for a child in care who is 16 and a quarter or older
#   action: Make the pathway plan with the young person, and record its date.
#   phrase: Pathway planning for children in care from the age of 16
#   strength: Children in care have a pathway plan in good time
#   why: Without a plan a young person leaves care unprepared.
package audit.care_leavers.pathway_plan

import data.lib.care
import data.lib.dates
import data.lib.deadline
import data.lib.settings

applies if {
	care.in_care
	care.under(18, dates.as_at)
	sixteenth := dates.birthday(input.child.date_of_birth, 16)
	dates.happened(deadline.months(sixteenth, settings.timescale("pathway_plan", sixteenth)))
}

met if {
	some leaver in input.care_leaver
	dates.happened(leaver.pathway_plan_date)
}
