# METADATA
# scope: package
# title: Pathway plan reviewed every six months
# description: |
#   A plan for leaving care goes out of date as the young person's life changes. Audited: care leavers whose
#   pathway_plan_date is more than six months before as-at. Met: pathway_plan_review_date in the last six months.
#   Nobody is audited once the child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CL-02
#   level: development
#   unit: care_leaver
#   needs: [care_leaver.pathway_plan_review_date, care_leaver.pathway_plan_date]
#   optional: [child.date_of_death]
#   footing: law
#   national_framework: outcome 4
#   sources: [PET18-35, OFS-pathway_plans]
#   finding: the pathway plan of {pathway_plan_date} was not reviewed in the last six months
#   action: Review the pathway plan with the young person, and record the date.
#   phrase: The regular review of pathway plans
#   strength: Pathway plans are reviewed every six months
#   why: A plan that is not reviewed stops helping the young person it was made for.
package audit.care_leavers.pathway_plan_reviewed

import data.lib.cases
import data.lib.dates
import data.lib.settings

limit[i] := settings.timescale("pathway_plan_review", leaver.pathway_plan_date) if some i, leaver in input.care_leaver

applies contains i if {
	not cases.child_has_died
	some i, leaver in input.care_leaver
	dates.day(leaver.pathway_plan_date) < dates.add_months(dates.as_at, 0 - limit[i])
}

met contains i if {
	some i, leaver in input.care_leaver
	dates.within_months(leaver.pathway_plan_review_date, limit[i])
}

note[i] := sprintf("the last review was on %s", [leaver.pathway_plan_review_date]) if {
	some i, leaver in input.care_leaver
	dates.happened(leaver.pathway_plan_review_date)
}
