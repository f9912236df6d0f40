# METADATA
# scope: package
# title: Protection plan held by a qualified social worker
# description: |
#   A child on a protection plan needs a qualified social worker. Audited: child protection plans open on as-at. Met: a
#   worker involved on as-at is on the list of professionals, whenever in post, with a registration number. An
#   involvement without a start date counts as begun, as does every one where the export has no start dates. No plan is open
#   once the child has died; without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-10
#   level: priority
#   unit: plans
#   needs: [involvements.professional_id, involvements.end_date, professionals.professional_id, professionals.registration_number, plans.end_date, plans.start_date, plans.type, plans=child_protection]
#   optional: [involvements.start_date, child.date_of_death]
#   history: [involvements]
#   footing: inspection
#   sources: [PET09-S3]
#   finding: no registered social worker holds the open child protection plan
#   action: Allocate the child to a registered social worker.
#   phrase: The allocation of children on protection plans to qualified social workers
#   strength: Children on child protection plans have a qualified social worker
#   why: Keeping a child safe from significant harm takes a qualified social worker's judgement.
package audit.child_protection.held_by_qualified_worker

import data.lib.cases
import data.lib.links
import data.lib.post

applies contains i if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
}

met contains i if {
	some i, _ in input.plans
	some professional_id in involved
	post.registered(professional_id)
}

# involved is the workers whose involvement is open on as-at.
involved contains involvement.professional_id if {
	some involvement in input.involvements
	post.involved(involvement)
	links.named(involvement.professional_id)
}

note[i] := sprintf("involved: %s", [concat(", ", involved)]) if {
	some i, _ in input.plans
	count(involved) > 0
}
