package audit_test

import (
	"slices"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func TestDoubtsOfADeadline(t *testing.T) {
	for _, test := range []struct {
		name    string
		item    item
		audited bool
		want    []string
	}{
		{"none", item{"completed_date": "2026-03-02", "signed_off_date": "2026-03-03"}, true, nil},
		{"begun before the calendar", item{"completed_date": "1994-12-31", "signed_off_date": "1995-01-03"}, false,
			[]string{"the deadline cannot be worked out: 31/12/1994 lies outside the calendar (01/01/1995 to 31/12/2040)"}},
		{"done before it began", item{"completed_date": "2026-03-02", "signed_off_date": "2026-03-01"}, true,
			[]string{"done on 01/03/2026, before the event of 02/03/2026 that it follows"}},
		{"done and begun on one day", item{"completed_date": "2026-03-02", "signed_off_date": "2026-03-02"}, true, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.item["assessment_id"] = "A1"
			a := judge(t, signedOff, test.item)
			var got []string
			for _, d := range a.Doubts {
				got = append(got, d.Text)
				if d.CaseID != "C1" || d.Item != "A1" || d.Where != "assessments.csv row 2" || d.Criterion.ID != "AS-91" {
					t.Errorf("the doubt is %+v", d)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if audited := len(a.Outcomes) == 1; audited != test.audited {
				t.Errorf("audited: %v", audited)
			}
			for _, o := range a.Outcomes {
				if len(test.want) > 0 && o.Doubt != test.want[0] {
					t.Errorf("the outcome's doubt is %q", o.Doubt)
				}
			}
		})
	}
}

func TestDoubtsOfAPolicy(t *testing.T) {
	f := fake{name: "doubtful", needs: "assessments.type", rules: `applies contains i if { some i, a in input.assessments; a.type == "core" }

met contains i if { some i, a in input.assessments; a.type == "never" }

doubt[i] contains "written on 2026-01-02" if some i, a in input.assessments

doubt[i] contains "odd" if { some i, a in input.assessments; a.type == "core" }`}
	a := judge(t, f, item{"assessment_id": "A2", "type": "core"}, item{"assessment_id": "A1", "type": "initial"})
	var got []string
	for _, d := range a.Doubts {
		got = append(got, d.Item+": "+d.Text)
	}
	if want := []string{"A1: written on 02/01/2026", "A2: odd", "A2: written on 02/01/2026"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := "odd; written on 02/01/2026"; len(a.Outcomes) != 1 || a.Outcomes[0].Doubt != want {
		t.Errorf("got %+v, want one outcome with the doubt %q", a.Outcomes, want)
	}
}

func TestRefusedRowsCastDoubtOnFindings(t *testing.T) {
	for refused, want := range map[int]string{
		0: "",
		1: "1 row of this case could not be read and may hold the evidence",
		3: "3 rows of this case could not be read and may hold the evidence",
	} {
		r := record(t, "C1", "assessments",
			item{"assessment_id": "A1", "completed_date": "2026-03-02", "signed_off_date": "2026-03-03"},
			item{"assessment_id": "A2", "completed_date": "2026-03-02"},
			item{"assessment_id": "A3", "completed_date": "2026-03-02", "signed_off_date": "2026-03-01"})
		r.Refused = refused
		whole := record(t, "C2", "assessments", item{"assessment_id": "A1", "completed_date": "2026-03-02"})
		a := run(t, fakes(t, signedOff), &export{records: []*casefile.Record{r, whole}})
		doubts := map[string]string{}
		for _, o := range a.Outcomes {
			doubts[o.CaseID+" "+o.Item] = o.Doubt
		}
		early := "done on 01/03/2026, before the event of 02/03/2026 that it follows"
		if doubts["C1 A1"] != "" || doubts["C1 A2"] != want || doubts["C1 A3"] != early || doubts["C2 A1"] != "" {
			t.Errorf("%d rows refused: doubts %q", refused, doubts)
		}
	}
}

// A doubt of the policy and one of the rows stand side by side.
func TestDoubtsAreJoined(t *testing.T) {
	f := fake{name: "doubtful", needs: "assessments.type", rules: "applies := {0}\n\nmet contains 0 if input.assessments[0].type == \"never\"\n\ndoubt[0] contains \"odd\""}
	r := record(t, "C1", "assessments", item{})
	r.Refused = 1
	a := run(t, fakes(t, f), &export{records: []*casefile.Record{r}})
	if want := "odd; 1 row of this case could not be read and may hold the evidence"; a.Outcomes[0].Doubt != want {
		t.Errorf("got %q, want %q", a.Outcomes[0].Doubt, want)
	}
}
