# METADATA
# scope: package
# title: Senior manager approves entry to care
# description: |
#   Bringing a child into care is too grave a decision for one team. Audited: care episodes that began on the
#   entered_care_date they name, which lies in the period; a series of short breaks recorded as one agreement (legal status
#   V3) is no entry to care. Met: entry_approved_date within 2 working days of entered_care_date, and
#   entry_approved_by_role is service_manager or head_of_service, capitals and spaces aside. The role counts once the
#   approval is in time. Without legal_status in the export every episode is audited.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-10
#   level: development
#   unit: care_episodes
#   anchor: entered_care_date
#   needs: [care_episodes.entry_approved_by_role, care_episodes.entry_approved_date, care_episodes.entered_care_date, care_episodes.start_date]
#   optional: [care_episodes.legal_status]
#   history: [care_episodes]
#   footing: inspection
#   sources: [POR09-S6, OFS-entry_and_return]
#   finding: the entry to care on {entered_care_date} was not approved by a senior manager within 2 working days
#   action: Have a service manager or head of service consider the decision, and record what they decide.
#   phrase: Senior managers' oversight of decisions to bring children into care
#   strength: Senior managers approve decisions to bring children into care
#   why: A senior manager can ask whether the child could stay safely at home or with family.
package audit.management_oversight.entry_to_care_approved

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := episode.entered_care_date if {
	some i, episode in input.care_episodes
	period.includes(episode.entered_care_date)
	dates.day(episode.start_date) == dates.day(episode.entered_care_date)
	not episode.legal_status == "V3"
}

due[i] := deadline.working_days(entered, settings.timescale("care_entry_approval", entered)) if some i, entered in start

done[i] := episode.entry_approved_date if some i, episode in input.care_episodes

approved := deadline.kept(due, done)

met contains i if {
	some i in approved
	by_senior_manager(input.care_episodes[i])
}

applies := deadline.judged(due, done)

by_senior_manager(episode) if {
	is_string(episode.entry_approved_by_role)
	role := replace(lower(episode.entry_approved_by_role), " ", "_")
	role in {"service_manager", "head_of_service"}
}

note[i] := "approved in time, and not recorded as by a service manager or head of service" if {
	some i in approved
	not by_senior_manager(input.care_episodes[i])
}
