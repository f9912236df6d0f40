package casefile

import "testing"

func TestCheckCaseID(t *testing.T) {
	d, err := NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	caseID, _ := d.Field("case_id")
	audited, _ := d.Field("file_audits.case_id")
	for _, test := range []struct {
		id    string
		taken bool
	}{{"service", true}, {" service ", true}, {"Service", false}, {"service-1", false}, {"0012", false}, {"", false}} {
		if err := CheckCaseID(Trim(test.id)); (err != nil) != test.taken {
			t.Errorf("%q: %v", test.id, err)
		}
		if _, _, err := caseID.Read(test.id); (err != nil) != test.taken {
			t.Errorf("read as the case's own id: %q: %v", test.id, err)
		}
		if _, _, err := audited.Read(test.id); err != nil {
			t.Errorf("read as an id beside the cases: %q: %v", test.id, err)
		}
	}
}
