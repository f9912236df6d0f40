# METADATA
# scope: package
# title: Dental check in the last year
# description: |
#   Poor teeth are a sign of neglect that care should mend. Audited: children aged 2 or older on as-at who entered care
#   at least 12 months ago, once for each period of care, by the open episode that started last; where the date of birth
#   or entered_care_date is not known, not audited. Met: a dental check in the last 12 months, with status completed or
#   blank, or without status in the export. An episode without a start counts as begun. Short breaks (legal_status V3 or
#   V4) are no care; without legal_status every episode is. Care ends when the child dies; without date_of_death in the
#   export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CC-06
#   level: development
#   unit: care_episodes
#   national_framework: outcome 4
#   needs: [health.type, health.date, care_episodes.end_date, care_episodes.entered_care_date, child.date_of_birth]
#   optional: [health.status, care_episodes.start_date, care_episodes.legal_status, child.date_of_death]
#   footing: inspection
#   sources: [PET18-22, OFS-health]
#   finding: no dental check in the last 12 months of a child in care
#   action: Have the child's teeth checked, and record the day.
#   phrase: Dental checks for children in care
#   strength: Children in care have their teeth checked every year
#   why: Toothache that nobody treats spoils a child's sleep, food and school.
package audit.children_in_care.dental_check

import data.lib.care
import data.lib.dates
import data.lib.health

applies contains i if {
	care.aged(2)
	some i in care.counted
	care.for_months(input.care_episodes[i], 12)
}

met contains i if {
	some i, _ in input.care_episodes
	dates.within_months(last_check, 12)
}

last_check := max(health.checked("dental"))

note[i] := sprintf("the last one was on %s", [last_check]) if some i, _ in input.care_episodes
