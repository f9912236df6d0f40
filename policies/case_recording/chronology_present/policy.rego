# METADATA
# scope: package
# title: Chronology present
# description: |
#   A child's story cannot be understood without its events in order. Audited: records with a referral or plan that has
#   been open for at least [chronology_days] days. Met: a chronology entry dated on or before as-at. A referral counts
#   as open unless no_further_action is yes, and nothing is open once the child has died; an export without these
#   fields has no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: RE-01
#   level: development
#   unit: record
#   needs: [chronology.date, plans.end_date, plans.start_date, referrals.close_date, referrals.date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   footing: inspection
#   sources: [PLY09-D3b, PET18-N2, OFS-recording]
#   finding: no dated entry in the chronology
#   action: Begin the chronology with the significant events in the child's life.
#   phrase: The presence of chronologies in case records
#   strength: Case records hold a chronology
#   why: Without a chronology, patterns of harm over time go unseen.
package audit.case_recording.chronology_present

import data.lib.cases
import data.lib.dates
import data.lib.settings

applies if cases.open_for_days(settings.value("chronology_days"))

met if {
	some entry in input.chronology
	dates.happened(entry.date)
}
