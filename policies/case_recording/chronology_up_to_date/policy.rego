# METADATA
# scope: package
# title: Chronology up to date
# description: |
#   A chronology that stops months ago misleads whoever relies on it. Audited: records with any chronology entry and a
#   referral or plan that has been open for at least [chronology_days] days. Met: an entry recorded in the last
#   [chronology_months] months. A referral counts as open unless no_further_action is yes, and nothing is open once the
#   child has died; an export without these fields has no such referrals and no such deaths.
# schemas:
#   - input: schema.case
# custom:
#   id: RE-02
#   level: development
#   unit: record
#   needs: [chronology.recorded_date, plans.end_date, plans.start_date, referrals.close_date, referrals.date]
#   optional: [referrals.no_further_action, child.date_of_death]
#   footing: local
#   sources: [PLY09-D3b, PET18-N2, OFS-recording]
#   finding: no chronology entry recorded in the last [chronology_months] months
#   action: Bring the chronology up to date with the significant events since its last entry.
#   phrase: The keeping of chronologies up to date
#   strength: Chronologies are kept up to date
#   why: Decisions rest on what the chronology shows, and recent events matter most.
package audit.case_recording.chronology_up_to_date

import data.lib.cases
import data.lib.dates
import data.lib.settings

applies if {
	cases.open_for_days(settings.value("chronology_days"))
	count(input.chronology) > 0
}

met if dates.within_months(last_recorded, settings.value("chronology_months"))

last_recorded := max([entry.recorded_date |
	some entry in input.chronology
	dates.happened(entry.recorded_date)
])

note := sprintf("the last one was on %s", [last_recorded])
