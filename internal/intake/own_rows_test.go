package intake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A row of a practice table is an item of its own where no table of the export holds
// items of its type; a row of another type must still extend one.
func TestRowsOfOtherTypes(t *testing.T) {
	s, records := audit(t, map[string]string{
		"ssd_person.csv":    "pers_person_id,pers_dob\n001,2012-05-01\n",
		"ssd_cp_visits.csv": "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\nV1,001,2024-02-03,Y\n",
		"visits.csv": "visit_id,case_id,type,date,recorded_date\nV1,001,child_protection,,2024-02-04\nV2,001,private_fostering,2024-03-01,2024-03-02\n" +
			"V2,001,private_fostering,2024-03-09,\nV3,001,child_protection,2024-03-05,\nV4,009,private_fostering,2024-03-05,\nV5,001,,2024-03-05,\n",
	})
	want := []any{
		map[string]any{"visit_id": "V1", "type": "child_protection", "date": "2024-02-03", "child_seen": true, "recorded_date": "2024-02-04"},
		map[string]any{"visit_id": "V2", "type": "private_fostering", "date": "2024-03-01", "recorded_date": "2024-03-02"}}
	if diff := cmp.Diff(want, filled(records["001"])["visits"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		`visits.csv row 4 [visit_id] row 3 of this file already speaks of it: keep one row`,
		`visits.csv row 5 [visit_id] no item of visits has this visit ID: add it to the dataset's table or mend the id`,
		`visits.csv row 6 [case_id] no such case in ssd_person.csv: add the child there or mend the id`,
		`visits.csv row 7 [visit_id] no item of visits has this visit ID: add it to the dataset's table or mend the id`,
	}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	for kind, want := range map[string]bool{"child_protection": true, "private_fostering": true, "other": true} {
		if s.Supply.HasKind("visits", kind) != want {
			t.Errorf("visits of type %s supplied: %t", kind, !want)
		}
	}
}
