# METADATA
# scope: package
# title: Staff supervised regularly
# description: |
#   Staff who are not supervised carry risk alone. Audited: professionals in post on as-at, and for at least
#   [staff_supervision_days] days, who have contact with children; where nobody wrote when they started, not audited. Met:
#   they were supervised in the last [staff_supervision_days] days.
# schemas:
#   - input: schema.case
# custom:
#   id: WF-06
#   level: development
#   unit: professionals
#   scope: service
#   needs: [staff_supervision.date, staff_supervision.professional_id, professionals.professional_id, professionals.contact_with_children, professionals.start_date, professionals.end_date]
#   footing: local
#   national_framework: enabler 3
#   sources: [PET09-S4, POR09-T6, OFS-supervision]
#   finding: "{role} in contact with children without supervision in the last [staff_supervision_days] days"
#   action: Hold the supervision, and agree when the next is to be.
#   phrase: The regularity of staff supervision
#   strength: Staff are supervised regularly
#   why: Supervision is where a worker's judgement is tested and the worker is supported.
package audit.workforce.staff_supervised

import data.lib.dates
import data.lib.links
import data.lib.post
import data.lib.settings

applies contains i if {
	some i, professional in data.service.professionals
	post.in_post(professional)
	professional.contact_with_children == true
	dates.at_least_days_ago(professional.start_date, settings.value("staff_supervision_days"))
}

met contains i if {
	some i, day in last_supervised
	dates.within_days(day, settings.value("staff_supervision_days"))
}

last_supervised[i] := max(supervised[professional.professional_id]) if some i, professional in data.service.professionals

# supervised is the days on which each worker was supervised.
supervised[professional_id] contains session.date if {
	some session in data.service.staff_supervision
	professional_id := session.professional_id
	links.named(professional_id)
	dates.happened(session.date)
}

note[i] := sprintf("the last one was on %s", [day]) if some i, day in last_supervised
