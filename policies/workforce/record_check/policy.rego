# METADATA
# scope: package
# title: Criminal record check in date
# description: |
#   Nobody should work with children unchecked. Audited: professionals in post on as-at who have contact with
#   children. Met: record_check_date is within [record_check_years] years of as-at.
# schemas:
#   - input: schema.case
# custom:
#   id: WF-01
#   level: priority
#   unit: professionals
#   scope: service
#   needs: [professionals.record_check_date, professionals.contact_with_children, professionals.end_date, professionals.start_date]
#   footing: local
#   sources: [PLY09-P3]
#   finding: "{role} in contact with children without a criminal record check in the last [record_check_years] years"
#   action: Obtain a check, and keep the worker from unsupervised contact with children until it is in place.
#   phrase: Criminal record checks for staff in contact with children
#   strength: Criminal record checks are in place for staff in contact with children
#   why: An unchecked worker may be a danger to children.
package audit.workforce.record_check

import data.lib.dates
import data.lib.post
import data.lib.settings

applies contains i if {
	some i, professional in data.service.professionals
	post.in_post(professional)
	professional.contact_with_children == true
}

met contains i if {
	some i, professional in data.service.professionals
	dates.within_months(professional.record_check_date, 12 * settings.value("record_check_years"))
}

note[i] := sprintf("the last one was on %s", [professional.record_check_date]) if {
	some i, professional in data.service.professionals
	dates.happened(professional.record_check_date)
}
