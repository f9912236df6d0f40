# METADATA
# scope: package
# title: Allegation against a professional concluded in time, with reasons
# description: |
#   An allegation left open protects nobody and is fair to nobody. Audited: allegations that the designated officer
#   received in the period. Met: concluded_date within [allegation_months] months of received_date, outcome is recorded
#   and so is the rationale (narrative). Until it is concluded or overdue it is not audited.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-19
#   level: development
#   unit: allegations
#   anchor: received_date
#   scope: service
#   national_framework: outcome 3
#   needs: [allegations.received_date, allegations.concluded_date, allegations.outcome, allegations.rationale]
#   history: [allegations]
#   footing: local
#   sources: [OFS-allegations]
#   finding: the allegation of {received_date} was not concluded within [allegation_months] months with its outcome and reasons
#   action: Bring the matter to its end with employer and police, and record the outcome and why.
#   phrase: The timeliness and reasoning of conclusions on allegations against professionals
#   strength: Allegations against professionals are concluded in time and with reasons
#   why: An outcome without reasons cannot be weighed when the next concern about the same adult comes.
package audit.child_protection.allegation_concluded

import data.lib.deadline
import data.lib.links
import data.lib.narrative
import data.lib.period
import data.lib.settings

start[i] := allegation.received_date if {
	some i, allegation in data.service.allegations
	period.includes(allegation.received_date)
}

due[i] := deadline.months(day, settings.value("allegation_months")) if some i, day in start

done[i] := allegation.concluded_date if some i, allegation in data.service.allegations

in_time := deadline.kept(due, done)

with_outcome contains i if {
	some i, allegation in data.service.allegations
	links.named(allegation.outcome)
}

with_reasons contains i if {
	some i, allegation in data.service.allegations
	narrative.recorded(allegation.rationale)
}

met := (in_time & with_outcome) & with_reasons

applies := deadline.judged(due, done)

lacking[i] contains "no outcome is recorded" if some i in (in_time - with_outcome)

lacking[i] contains "no reasons are recorded" if some i in (in_time - with_reasons)

note[i] := concat("; ", parts) if some i, parts in lacking
