package intake_test

import (
	"fmt"
	"strings"
	"testing"
)

// Rows that repeat another exactly are dropped wherever they stand, and no others:
// of a case, of one with so many rows that they are not looked through one by one,
// of the service, of those whose case only a key tells, and of those refused.
func TestRepeatedRows(t *testing.T) {
	var visits strings.Builder
	visits.WriteString("cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date\n")
	const many = 1500
	for i := range many {
		fmt.Fprintf(&visits, "v%d,1,2024-05-01\n", i)
		if i%100 == 0 {
			fmt.Fprintf(&visits, "w%d,2,2024-05-01\n", i)
		}
	}
	for i := range many {
		fmt.Fprintf(&visits, "v%d,1,2024-05-01\n", i)
	}
	visits.WriteString("w0,2,2024-05-01\nw0,2,2024-05-02\n")
	s, records := audit(t, map[string]string{
		"ssd_person.csv":             "pers_person_id,pers_sex\n1,F\n2,M\n1,F\n1,M\n1,M\n",
		"ssd_cin_visits.csv":         visits.String(),
		"ssd_cp_visits.csv":          "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date\n1,9,2024-05-01\n1,9,2024-05-01\n2,1,soon\n2,1,soon\n",
		"ssd_cin_assessments.csv":    "cina_assessment_id,cina_person_id\na,1\n",
		"assessments.csv":            "assessment_id,analysis\na,yes\na,yes\na,no\na,no\n",
		"ssd_assessment_factors.csv": "cinf_assessment_id,cinf_assessment_factors_json\na,1A\na,1A\na,2A\n",
		"posts.csv":                  "post_id,team\n1,North\n1,North\n2,North\n",
	})
	for name, want := range map[string][3]int{ // read, repeated, refused
		"ssd_person.csv": {2, 2, 1}, "ssd_cin_visits.csv": {many + 15 + 1, many + 1, 0}, "ssd_cp_visits.csv": {0, 2, 2},
		"ssd_cin_assessments.csv": {1, 0, 0}, "assessments.csv": {1, 2, 1}, "ssd_assessment_factors.csv": {2, 1, 0}, "posts.csv": {2, 1, 0},
	} {
		for _, in := range s.Inputs {
			if got := [3]int{in.Read, in.Duplicates, in.Refused}; in.Name == name && got != want {
				t.Errorf("%s: %v read, repeated and refused, want %v", name, got, want)
			}
		}
	}
	if one, two := len(records["1"].Items("visits")), len(records["2"].Items("visits")); one != many || two != 16 {
		t.Errorf("%d and %d visits", one, two)
	}
}
