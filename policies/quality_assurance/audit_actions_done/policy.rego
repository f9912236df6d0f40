# METADATA
# scope: package
# title: Audit actions completed on time
# description: |
#   An audit changes nothing until somebody does what it asked for. Audited: audit actions due in the period; one that is
#   due on as-at and not done is not audited yet. Met: done_date on or before due_date. Where the export has raised_date the
#   report shows it as the start; without it the verdict is the same.
# schemas:
#   - input: schema.case
# custom:
#   id: QA-02
#   level: development
#   unit: audit_actions
#   scope: service
#   anchor: due_date
#   needs: [audit_actions.due_date, audit_actions.done_date]
#   optional: [audit_actions.raised_date]
#   history: [audit_actions]
#   footing: inspection
#   national_framework: enabler 2
#   sources: [PLY09-S4, PLY09-D7, PET15-13, PET18-42, OFS-quality_assurance]
#   finding: the audit action due on {due_date} was not done by then
#   action: Do what the audit asked for, or record why it is no longer needed.
#   phrase: The completion of actions from audits
#   strength: Actions from audits are completed on time
#   why: Audits that nobody acts on leave the same children at the same risk.
package audit.quality_assurance.audit_actions_done

import data.lib.dates
import data.lib.deadline
import data.lib.period

due[i] := dates.day(action.due_date) if {
	some i, action in data.service.audit_actions
	period.includes(action.due_date)
}

start[i] := data.service.audit_actions[i].raised_date if some i, _ in due

done[i] := action.done_date if some i, action in data.service.audit_actions

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
