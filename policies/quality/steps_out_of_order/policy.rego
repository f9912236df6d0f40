# METADATA
# scope: package
# title: Steps in an impossible order
# description: |
#   A step dated before the one that it can only follow: decided before it was received, completed before it was begun,
#   signed off before it was completed. Two steps on one day are in order. Steps that may well come early are left out:
#   a child seen before the assessment began, a strategy discussion after an urgent enquiry has begun, an outline plan
#   updated before the plan was written.
# schemas:
#   - input: schema.case
# custom:
#   id: DQ-02
#   effect: The time that a step took comes out wrong, and a late one may look as if it were in time.
#   do: Put the wrong one of the two dates right.
package quality.steps_out_of_order

import data.lib.faults

pairs := {
	"contacts": [["received", "decided"], ["received", "referrer_told_date"]],
	"early_help": [["assessed_date", "quality_assured_date"]],
	"referrals": [
		["date", "allocated_date"], ["date", "partners_told_date"], ["date", "referrer_told_date"],
		["date", "closure_child_seen_date"], ["date", "closure_ready_date"], ["closure_ready_date", "closure_signed_off_date"],
	],
	"assessments": [
		["start_date", "completed_date"], ["start_date", "signed_off_date"],
		["completed_date", "signed_off_date"], ["start_date", "outcome_shared_date"],
	],
	"section_47": [["concern_date", "strategy_discussion_date"]],
	"conferences": [["date", "decisions_sent_date"]],
	"transfers": [["requested_date", "accepted_date"]],
	"challenges": [["raised_date", "answered_date"]],
	"missing": [["end", "interview_date"], ["interview_date", "shared_date"]],
	"exploitation": [["identified_date", "escalated_date"]],
	"homelessness": [["presented_date", "assessed_date"]],
	"pre_proceedings": [["decision_date", "letter_date"], ["decision_date", "first_meeting_date"]],
	"care_episodes": [["entered_care_date", "start_date"]],
	"placements": [["temporary_approval_date", "approval_extended_date"], ["temporary_approval_date", "approved_date"]],
	"permanence": [["decision_date", "placed_date"], ["decision_date", "order_date"], ["placed_date", "order_date"]],
	"private_fostering": [["notified_date", "assessed_date"]],
	"feedback": [["date", "acted_on_date"]],
}

fault contains found if some found in faults.reversed(input, pairs)
