# METADATA
# scope: package
# title: Support continues after a protection plan ends
# description: |
#   What a family gained may not last when help stops. Audited: child protection plans ended in the period, unless the
#   case was closed on that day: some referral had been closed by then and none was open, or the child had died. Met: a
#   child in need plan starts from end_date to [step_down_wd] working days after it, or is open on the day after
#   end_date. A referral without a date counts as begun, and one that needed no further action is never open. In an
#   export without these fields all referrals have begun and needed action; without date_of_death the child is taken to
#   be alive.
# schemas:
#   - input: schema.case
# custom:
#   id: CP-14
#   level: development
#   unit: plans
#   anchor: end_date
#   needs: [plans.end_date, plans.type, plans.start_date, plans=child_protection, plans=child_in_need, referrals.close_date]
#   optional: [referrals.date, referrals.no_further_action, child.date_of_death]
#   history: [plans=child_protection, plans=child_in_need, referrals]
#   footing: inspection
#   sources: [PET15-05, PET18-13b, OFS-early_help]
#   finding: no child in need plan followed within [step_down_wd] working days of the child protection plan that ended on {end_date}
#   action: Make a child in need plan with the family, or record why the case is to close.
#   phrase: The continuity of support when child protection plans end
#   strength: Children are supported by child in need plans when protection plans end
#   why: Families slip back when help stops on the day the protection plan ends.
package audit.child_protection.support_continues

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := plan.end_date if {
	some i, plan in input.plans
	plan.type == "child_protection"
	period.includes(plan.end_date)
	not case_closed(plan)
}

case_closed(plan) if {
	some referral in input.referrals
	closed_by(referral, plan)
	not some_open(plan)
}

case_closed(plan) if dates.day(input.child.date_of_death) <= dates.day(plan.end_date)

# some_open: a referral is open on the day the plan ended.
some_open(plan) if {
	some referral in input.referrals
	not referral.no_further_action == true
	not closed_by(referral, plan)
	not begins_after(referral, plan)
}

closed_by(referral, plan) if dates.day(referral.close_date) <= dates.day(plan.end_date)

begins_after(referral, plan) if dates.day(referral.date) > dates.day(plan.end_date)

due[i] := deadline.working_days(ended, settings.value("step_down_wd")) if some i, ended in start

# begun is the day the first child in need plan began, from the day the protection plan ended.
begun[i] := min(days) if {
	some i, ended in start
	days := {plan.start_date |
		some plan in input.plans
		plan.type == "child_in_need"
		dates.between(plan.start_date, ended, dates.as_at)
	}
}

# continued: a child in need plan is open on the day after the protection plan ended.
continued contains i if {
	some i, ended in start
	day_after := dates.add_days(ended, 1)
	some plan in input.plans
	plan.type == "child_in_need"
	not begins_later(plan, day_after)
	not ended_by(plan, day_after)
}

begins_later(plan, _) if dates.ahead(plan.start_date)

begins_later(plan, day) if dates.day(plan.start_date) > day

ended_by(plan, day) if {
	dates.happened(plan.end_date)
	dates.day(plan.end_date) <= day
}

# done is for the report's arithmetic, which a plan open on the day after does not need.
done[i] := day if {
	some i, day in begun
	not i in continued
}

met := (continued & object.keys(due)) | deadline.kept(due, begun)

applies := met | deadline.judged(due, begun)
