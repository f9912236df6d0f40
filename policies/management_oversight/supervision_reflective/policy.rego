# METADATA
# scope: package
# title: Supervision shows reflection
# description: |
#   Supervision that only lists tasks does not test the thinking behind them. Audited: supervision held in the period.
#   Met: reflection and actions are both recorded, each as a yes or as prose that is more than a placeholder. A session is
#   judged as soon as it has been held.
# schemas:
#   - input: schema.case
# custom:
#   id: MO-05
#   level: development
#   unit: supervision
#   anchor: date
#   needs: [supervision.reflection, supervision.actions, supervision.date]
#   history: [supervision]
#   footing: inspection
#   national_framework: enabler 2
#   sources: [PLY09-D6a, PET18-52b, OFS-supervision]
#   finding: the supervision of {date} does not record both reflection and actions
#   action: Record what was thought through in supervision and what is to follow from it.
#   phrase: The quality of reflection in records of supervision
#   strength: Records of supervision show reflection and actions
#   why: Reflection is how a worker and manager notice what they have missed.
package audit.management_oversight.supervision_reflective

import data.lib.narrative
import data.lib.period

applies contains i if {
	some i, session in input.supervision
	period.includes(session.date)
}

met contains i if {
	some i, fields in recorded
	fields == {"reflection", "actions"}
}

recorded[i] contains "reflection" if {
	some i, session in input.supervision
	narrative.recorded(session.reflection)
}

recorded[i] contains "actions" if {
	some i, session in input.supervision
	narrative.recorded(session.actions)
}

note[i] := sprintf("missing: %s", [concat(", ", missing)]) if {
	some i, _ in input.supervision
	missing := {"reflection", "actions"} - object.get(recorded, i, set())
	count(missing) > 0
}
