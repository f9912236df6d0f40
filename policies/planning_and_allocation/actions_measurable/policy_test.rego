package audit.planning_and_allocation.actions_measurable_test

import data.audit.planning_and_allocation.actions_measurable
import data.lib.testing

verdict_of(record) := testing.verdict(applies, met, 0) if {
	applies := actions_measurable.applies with input as record with data.run.as_at as "2026-10-31"
	met := actions_measurable.met with input as record with data.run.as_at as "2026-10-31"
}

plan := {"type": "child_in_need", "plan_id": "P1", "start_date": "2026-03-02"}

action := {
	"plan_id": "P1",
	"owner": "School",
	"due_date": "2026-06-01",
	"measure": "Attendance is above 95 per cent.",
}

acting(actions) := verdict_of({"plans": [plan], "plan_actions": actions})

one(details) := acting([object.union(action, details)])

without(field) := acting([object.remove(action, [field])])

planned(details) := verdict_of({"plans": [object.union(plan, details)], "plan_actions": []})

test_an_action_with_all_three if acting([action]) == "met"

test_no_action if acting([]) == "not met"

test_every_action_counts if {
	acting([action, object.union(action, {"owner": "Parents"})]) == "met"
	acting([action, object.union(action, {"owner": null})]) == "not met"
	acting([object.union(action, {"measure": null}), action]) == "not met"
}

test_without_an_owner if without("owner") == "not met"

test_without_a_due_date if without("due_date") == "not met"

test_without_a_measure if without("measure") == "not met"

test_blank if {
	every field in ["owner", "due_date", "measure"] {
		every blank in [null, "", "  "] {
			one({field: blank}) == "not met"
		}
	}
}

test_an_owner_of_one_word_is_named if one({"owner": "Mum"}) == "met"

test_an_owner_that_is_a_placeholder if {
	every placeholder in ["tbc", "N/A", "To be confirmed.", "?", "not known"] {
		one({"owner": placeholder}) == "not met"
	}
}

test_a_measure_of_three_words if one({"measure": "School reports attendance."}) == "met"

test_a_measure_of_two_words if one({"measure": "Better attendance."}) == "not met"

test_a_measure_that_is_a_placeholder if {
	every placeholder in ["see above", "See case notes.", "to be confirmed", "n/a"] {
		one({"measure": placeholder}) == "not met"
	}
}

test_a_measure_that_is_a_yes_or_a_no if {
	one({"measure": true}) == "met"
	one({"measure": false}) == "not met"
}

test_a_due_date_after_as_at_counts if one({"due_date": "2027-03-01"}) == "met"

test_a_due_date_long_past_counts if one({"due_date": "2024-03-01"}) == "met"

test_the_actions_own_text_is_not_read if {
	one({"action": ""}) == "met"
	one({"action": "tbc"}) == "met"
}

test_an_action_that_is_done_counts if one({"done_date": "2026-05-11", "measure": null}) == "not met"

test_the_action_of_another_plan_does_not_count if {
	every plan_id in ["P2", "p1"] {
		one({"plan_id": plan_id}) == "not met"
		acting([action, {"plan_id": plan_id}]) == "met"
	}
}

test_an_action_that_names_no_plan_is_of_every_plan if {
	every blank in [null, ""] {
		one({"plan_id": blank}) == "met"
		acting([action, {"plan_id": blank, "owner": "School"}]) == "not met"
	}
	without("plan_id") == "met"
}

test_each_plan_has_its_own_actions if {
	record := {
		"plans": [plan, object.union(plan, {"plan_id": "P2"}), object.union(plan, {"plan_id": "P3"})],
		"plan_actions": [action, {"plan_id": "P2", "owner": "School"}],
	}
	actions_measurable.met == {0} with input as record with data.run.as_at as "2026-10-31"
	actions_measurable.applies == {0, 1, 2} with input as record with data.run.as_at as "2026-10-31"
}

test_an_open_plan_of_any_type_is_audited if {
	every type in ["child_protection", "care", "pathway", null, ""] {
		planned({"type": type}) == "not met"
	}
	verdict_of({"plans": [{"plan_id": "P1"}]}) == "not met"
}

test_a_plan_begun_on_as_at_is_audited if planned({"start_date": "2026-10-31"}) == "not met"

test_a_plan_without_a_start_counts_as_begun if {
	every blank in [null, ""] {
		planned({"start_date": blank}) == "not met"
	}
}

test_a_plan_that_begins_after_as_at_is_not_audited if planned({"start_date": "2026-11-01"}) == "not audited"

test_ended_on_as_at_is_not_audited if planned({"end_date": "2026-10-31"}) == "not audited"

test_an_end_after_as_at_is_still_open if planned({"end_date": "2026-11-01"}) == "not met"

test_the_child_has_died if verdict_of({"child": {"date_of_death": "2026-10-20"}, "plans": [plan]}) == "not audited"

test_a_death_after_as_at_has_not_happened if {
	verdict_of({"child": {"date_of_death": "2026-11-01"}, "plans": [plan]}) == "not met"
}

note(actions) := words if {
	record := {"plans": [plan], "plan_actions": actions}
	words := actions_measurable.note with input as record with data.run.as_at as "2026-10-31"
}

test_the_note_counts_the_actions_that_fall_short if {
	note([action, {"plan_id": "P1"}, {"owner": "School"}, {"plan_id": "P2"}]) == {0: "2 of its 3 actions fall short"}
}

test_the_note_says_that_there_is_none if note([{"plan_id": "P2"}]) == {0: "it has no action"}

test_no_note_where_all_are_complete if note([action]) == {}
