# METADATA
# scope: package
# title: Caseload manageable
# description: |
#   Nobody can know and protect more children than there is time for. Audited: registered professionals in post on as-at
#   who hold a case. Met: the cases held, divided by fte, are at most [caseload_max]. Cases held are the different records
#   with an involvement of that worker open on as-at, in any role; only where the export has no involvements, caseload.
#   Without start and end dates every involvement is open; fte counts as 1 where it is blank, 0 or not in the export.
# schemas:
#   - input: schema.case
# custom:
#   id: WF-02
#   level: development
#   unit: professionals
#   scope: service
#   needs: [involvements.professional_id | professionals.caseload, professionals.professional_id, professionals.registration_number, professionals.start_date, professionals.end_date]
#   optional: [involvements.start_date, involvements.end_date, professionals.fte]
#   history: [involvements]
#   footing: local
#   national_framework: enabler 3
#   sources: [PET09-D1, PLY09-P1b, POR09-S5, POR09-T5, OFS-workforce]
#   finding: the caseload is above [caseload_max] cases for a full-time worker
#   action: Review the worker's cases, and move or close enough of them to make the caseload manageable.
#   phrase: The size of social workers' caseloads
#   strength: Social workers have manageable caseloads
#   why: A worker with too many cases sees each child less and misses more.
package audit.workforce.caseload_manageable

import data.lib.links
import data.lib.post
import data.lib.settings

gather contains involvement.professional_id if {
	some involvement in input.involvements
	post.involved(involvement)
	links.named(involvement.professional_id)
}

applies contains i if {
	some i, professional in data.service.professionals
	post.in_post(professional)
	post.written(professional.registration_number)
	held[i] > 0
}

met contains i if {
	some i, professional in data.service.professionals
	full_time_cases(held[i], fte(professional)) <= settings.value("caseload_max")
}

held[i] := object.get(data.gathered["WF-02"], professional.professional_id, 0) if {
	export_has_involvements
	some i, professional in data.service.professionals
}

held[i] := professional.caseload if {
	not export_has_involvements
	some i, professional in data.service.professionals
	is_number(professional.caseload)
}

export_has_involvements if data.run.supplies["involvements.professional_id"] == true

# full_time_cases is rounded to a millionth: to a computer 39 / 0.65 is a little more than 60.
full_time_cases(cases, share) := round((1000000 * cases) / share) / 1000000

fte(professional) := professional.fte if {
	is_number(professional.fte)
	professional.fte > 0
}

else := 1

note[i] := sprintf("%v cases at %v of full time", [held[i], fte(professional)]) if {
	some i, professional in data.service.professionals
}
