package quality.service_after_the_audit_test

import data.quality.service_after_the_audit as check

found(service) := faults if {
	faults := {[fault.entity, fault.item, fault.fields] | some fault in check.fault} with data.service as service
		with data.run.as_at as "2026-10-17"
}

test_on_the_last_day_that_an_export_may_reach if found({"file_audits": [{"date": "2026-10-31"}]}) == set()

test_the_day_after if {
	found({"file_audits": [{}, {"date": "2026-11-01"}]}) == {["file_audits", 1, ["date"]]}
	found({"professionals": [{"record_check_date": "2026-11-01"}]}) == {["professionals", 0, ["record_check_date"]]}
}

test_what_may_lie_ahead if {
	found({
		"professionals": [{"start_date": "2027-01-04", "end_date": "2028-01-04"}],
		"audit_actions": [{"raised_date": "2026-10-01", "due_date": "2027-01-04"}],
	}) == set()
}

test_blank if {
	found({"staff_supervision": [{"date": null}, {"date": " "}, {}]}) == set()
	found({}) == set()
}
