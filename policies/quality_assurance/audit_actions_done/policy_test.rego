package audit.quality_assurance.audit_actions_done_test

import data.audit.quality_assurance.audit_actions_done
import data.lib.testing

verdict_on(action, as_at) := testing.verdict(applies, met, 0) if {
	applies := audit_actions_done.applies with data.service.audit_actions as [action] with data.run.as_at as as_at
	met := audit_actions_done.met with data.service.audit_actions as [action] with data.run.as_at as as_at
}

verdict(action) := verdict_on(action, "2026-10-31")

june(done) := {"due_date": "2026-06-12", "done_date": done}

test_done_on_the_day_it_was_due if verdict(june("2026-06-12")) == "met"

test_done_a_day_late if verdict(june("2026-06-13")) == "not met"

test_done_early if verdict(june("2026-05-01")) == "met"

test_never_done if {
	verdict({"due_date": "2026-06-12"}) == "not met"
	every blank in [null, ""] {
		verdict(june(blank)) == "not met"
	}
}

test_not_done_on_the_day_it_is_due_is_not_audited if verdict_on({"due_date": "2026-06-12"}, "2026-06-12") == "not audited"

test_not_done_the_day_after_it_was_due if verdict_on({"due_date": "2026-06-12"}, "2026-06-13") == "not met"

test_done_on_the_day_it_is_due_is_judged_at_once if verdict_on(june("2026-06-12"), "2026-06-12") == "met"

test_done_after_as_at_reads_as_blank if {
	verdict_on(june("2026-06-13"), "2026-06-12") == "not audited"
	verdict_on(june("2026-06-14"), "2026-06-13") == "not met"
}

test_due_on_the_first_day_of_the_period if verdict({"due_date": "2025-11-01"}) == "not met"

test_due_before_the_period_is_not_audited if verdict({"due_date": "2025-10-31"}) == "not audited"

test_due_after_as_at_is_not_audited_even_when_done if {
	verdict({"due_date": "2026-11-01", "done_date": "2026-10-30"}) == "not audited"
}

test_no_due_date_is_not_audited if {
	every blank in [null, ""] {
		verdict({"due_date": blank, "done_date": "2026-06-12"}) == "not audited"
	}
	verdict({"done_date": "2026-06-12"}) == "not audited"
}

actions := [
	{"raised_date": "2026-05-04", "due_date": "2026-06-12", "done_date": "2026-06-19"},
	{"due_date": "2026-06-12"},
	{"raised_date": "2024-05-06", "due_date": "2024-06-10"},
]

test_each_action_is_judged_alone if {
	applies := audit_actions_done.applies with data.service.audit_actions as actions with data.run.as_at as "2026-10-31"
	applies == {0, 1}
}

test_report_has_the_arithmetic if {
	start := audit_actions_done.start with data.service.audit_actions as actions with data.run.as_at as "2026-10-31"
	due := audit_actions_done.due with data.service.audit_actions as actions with data.run.as_at as "2026-10-31"
	done := audit_actions_done.done with data.service.audit_actions as actions with data.run.as_at as "2026-10-31"
	start == {0: "2026-05-04"}
	due == {0: "2026-06-12", 1: "2026-06-12"}
	done == {0: "2026-06-19"}
}
