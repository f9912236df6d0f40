# METADATA
# scope: package
# title: Casework routinely audited
# description: |
#   Managers who do not read files do not know how good the work is. Audited: each team that holds a record with a referral
#   or plan open on as-at, in each of the last 12 whole months: those whose last day is on or before as-at. An item is the
#   team and the month, "North 2026-09". Met: at least [audits_per_team_month] audits of that team's files are dated in
#   the month. Team names are compared as they stand; records and audits without a team count for none. A referral counts
#   as open unless no_further_action is yes, and nothing is open once the child has died; without these fields no referral
#   is left out and every child is taken to be alive. Where the export has no team, or no dates of referrals or plans, no
#   team is known from them. Judged on its rate.
# schemas:
#   - input: schema.case
# custom:
#   id: QA-01
#   level: development
#   unit: team-month
#   scope: service
#   measure: true
#   target: at least [audit_months_percent] per cent met
#   needs: [file_audits.date, file_audits.team]
#   optional: [team, referrals.date, referrals.close_date, referrals.no_further_action, plans.start_date, plans.end_date, child.date_of_death]
#   history: [file_audits]
#   footing: local
#   national_framework: enabler 2
#   sources: [PET09-D4, POR09-S5, PET18-47, OFS-quality_assurance]
#   finding: fewer than [audits_per_team_month] of the team's case files were audited in the month
#   action: Audit the team's files every month, and act on what the audits find.
#   phrase: The routine auditing of casework
#   strength: Casework is audited routinely in every team
#   why: Audits show leaders where practice is weak before an inspector does.
package audit.quality_assurance.casework_audited

import data.lib.dates
import data.lib.links
import data.lib.open_work
import data.lib.settings

gather contains input.team if {
	open_work.exists
	links.named(input.team)
}

applies contains sprintf("%s %s", [team, month]) if {
	some team, _ in data.gathered["QA-01"]
	some month in last_months
}

met contains item if {
	some item, audits in audited
	count(audits) >= settings.value("audits_per_team_month")
}

# audited is the audits of each team and month, by their positions.
audited[item] contains i if {
	some i, audit in data.service.file_audits
	item := sprintf("%s %s", [audit.team, substring(dates.day(audit.date), 0, 7)])
}

last_months := array.slice(whole_months, count(whole_months) - 12, count(whole_months))

# whole_months is every month of the calendar that had ended by as-at.
whole_months := [month |
	some month in data.calendar.months
	data.calendar.month_end[month] <= dates.as_at
]
