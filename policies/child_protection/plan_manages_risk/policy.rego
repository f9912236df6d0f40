# METADATA
# scope: package
# title: Plan says what the risks are and how they are managed
# description: |
#   A plan that does not name the risk cannot lower it. Audited: child protection plans open on as-at; one without a start
#   date counts as begun. Met: risks and risk_management are both recorded. No plan is open once the child has died;
#   without date_of_death in the export the child is taken to be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-08
#   level: priority
#   unit: plans
#   national_framework: outcome 3
#   needs: [plans.risks, plans.risk_management, plans.end_date, plans.start_date, plans.type, plans=child_protection]
#   optional: [child.date_of_death]
#   footing: inspection
#   sources: [PET09-P2c, OFS-plans]
#   finding: the child protection plan does not say both what the risks are and how they are managed
#   action: Write into the plan what the risks to the child are and what is done about each of them.
#   phrase: The clarity of child protection plans about risks and how they are managed
#   strength: Child protection plans say what the risks are and how they are managed
#   why: Those who carry out the plan have to know what they are protecting the child from.
package audit.child_protection.plan_manages_risk

import data.lib.cases
import data.lib.narrative

applies contains i if {
	some i, plan in input.plans
	plan.type == "child_protection"
	cases.open_plan(plan)
}

met contains i if {
	some i, plan in input.plans
	names_risks(plan)
	manages_them(plan)
}

names_risks(plan) if narrative.recorded(plan.risks)

manages_them(plan) if narrative.recorded(plan.risk_management)

missing[i] contains "the risks are not recorded" if {
	some i, plan in input.plans
	not names_risks(plan)
}

missing[i] contains "how they are managed is not recorded" if {
	some i, plan in input.plans
	not manages_them(plan)
}

note[i] := concat("; ", parts) if some i, parts in missing
