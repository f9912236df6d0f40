package audit.child_protection.allegation_concluded_test

import data.audit.child_protection.allegation_concluded
import data.lib.testing

verdict_on(as_at, item) := testing.verdict(applies, met, 0) if {
	applies := allegation_concluded.applies with data.service.allegations as [item] with data.run.as_at as as_at
	met := allegation_concluded.met with data.service.allegations as [item] with data.run.as_at as as_at
}

verdict(item) := verdict_on("2026-10-31", item)

due(as_at, day) := last_day if {
	last_day := allegation_concluded.due[0] with data.service.allegations as [{"received_date": day}] with data.run.as_at as as_at
}

reasoned := {"received_date": "2026-03-02", "outcome": "unfounded", "rationale": "Two witnesses saw otherwise"}

concluded(day) := verdict(object.union(reasoned, {"concluded_date": day}))

changed(details) := verdict(object.union(object.union(reasoned, {"concluded_date": "2026-04-01"}), details))

test_on_the_deadline if concluded("2026-06-02") == "met"

test_a_day_late if concluded("2026-06-03") == "not met"

test_the_same_day if concluded("2026-03-02") == "met"

test_never_concluded if {
	verdict(reasoned) == "not met"
	every blank in [null, "", " "] {
		concluded(blank) == "not met"
	}
}

test_no_outcome if {
	every blank in [null, ""] {
		changed({"outcome": blank}) == "not met"
	}
	verdict({"received_date": "2026-03-02", "concluded_date": "2026-04-01", "rationale": true}) == "not met"
}

test_no_reasons if {
	every blank in [null, "", "n/a", "see file", "two words", false] {
		changed({"rationale": blank}) == "not met"
	}
	verdict({"received_date": "2026-03-02", "concluded_date": "2026-04-01", "outcome": "false"}) == "not met"
}

test_reasons_as_a_flag if changed({"rationale": true}) == "met"

test_three_words_are_reasons if changed({"rationale": "Nobody saw it"}) == "met"

test_every_outcome_counts if {
	every outcome in ["substantiated", "unsubstantiated", "unfounded", "false", "malicious", "another"] {
		changed({"outcome": outcome}) == "met"
	}
}

test_the_note_says_what_is_lacking if {
	items := [
		{"received_date": "2026-03-02", "concluded_date": "2026-04-01"},
		{"received_date": "2026-03-02", "concluded_date": "2026-04-01", "outcome": "false"},
		{"received_date": "2026-03-02", "concluded_date": "2026-09-01"},
	]
	note := allegation_concluded.note with data.service.allegations as items with data.run.as_at as "2026-10-31"
	note == {0: "no outcome is recorded; no reasons are recorded", 1: "no reasons are recorded"}
}

# From 30 November three months end on the last day of February.
test_over_the_ends_of_months if {
	due("2026-10-31", "2025-11-30") == "2026-02-28"
	due("2028-10-31", "2027-11-30") == "2028-02-29"
}

test_the_deadline_was_the_day_before_as_at if verdict({"received_date": "2026-07-30"}) == "not met"

test_the_deadline_is_as_at if verdict({"received_date": "2026-07-31"}) == "not audited"

test_concluded_before_it_was_due if {
	verdict(object.union(reasoned, {"received_date": "2026-09-01", "concluded_date": "2026-10-01"})) == "met"
	verdict({"received_date": "2026-09-01", "concluded_date": "2026-10-01"}) == "not met"
}

test_concluded_after_as_at_reads_as_blank if {
	verdict({"received_date": "2026-09-01", "concluded_date": "2026-11-01"}) == "not audited"
}

test_a_council_may_allow_longer if {
	verdict := concluded("2026-06-03") with data.settings.allegation_months.values as [{"value": 4}]
	verdict == "met"
}

test_received_on_the_first_day_of_the_period if verdict({"received_date": "2025-11-01"}) == "not met"

test_received_before_the_period if verdict({"received_date": "2025-10-31"}) == "not audited"

test_nobody_wrote_when_it_was_received if verdict({"concluded_date": "2026-03-03"}) == "not audited"
