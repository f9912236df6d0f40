package intake_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
)

// Two lists of a child on a protection plan.
func annexLists() map[string]string {
	return map[string]string{
		"list_6.csv": "Child Unique ID,Gender,CIN Start Date,Primary Need Code,Date Child Was Last Seen,CIN Closure Date,Reason for Closure,Case Status\n" +
			"0012,b) Female,02/03/2026,N1 - Abuse or neglect,20/05/2026,,,b) Child Protection plan\n",
		"list_7.csv": "Child Unique ID,Gender,Child Protection Plan Start Date,Initial Category of Abuse,Date of the Last Statutory Visit,Was the Child Seen Alone?," +
			"Date of latest review conference,Child Protection Plan End Date,Number of Previous Child Protection Plans\n0012,F,12/03/2026,Neglect,20/05/2026,a) Yes,,,0\n",
	}
}

// Tables of practice beside the lists are joined, and what they have in full is
// no longer the latest only.
func TestAnnexAWithPracticeTables(t *testing.T) {
	files := annexLists()
	files["supervision.csv"] = "case_id,date,recorded_date\n0012,2026-05-01,2026-05-02\n"
	s, records := audit(t, files)
	if got := records["0012"]; got == nil || len(got.Items("supervision")) != 1 || len(got.Items("plans")) != 1 || len(got.Items("visits")) != 1 {
		t.Fatalf("the lists and the log are not one record: %v", got)
	}
	if missing := s.Supply.Missing([]string{"supervision.recorded_date", "referrals.close_date", "plans=child_protection"}); missing != nil {
		t.Errorf("missing %q", missing)
	}
	latest := []string{"latest only: the export holds each child's latest visit and no earlier one"}
	if got := s.Supply.Short([]string{"visits=child_protection"}); !slices.Equal(got, latest) {
		t.Errorf("visits: %q", got)
	}
	files["visits.csv"] = "case_id,type,date,child_seen\n0012,child_protection,2026-05-20,yes\n0012,child_protection,2026-04-24,yes\n"
	s, records = audit(t, files)
	if got := s.Supply.Short([]string{"visits=child_protection"}); got != nil {
		t.Errorf("every visit is there: %q", got)
	}
	if n := len(records["0012"].Items("visits")); n < 2 {
		t.Errorf("%d visits", n)
	}
}

// One list alone may be anybody's table, unless it is called by its number.
func TestLoneList(t *testing.T) {
	contacts := "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n1,F,,,,02/03/2026,q) 6: Police\n"
	s, _ := audit(t, map[string]string{"list_1.csv": contacts})
	if s.Format != "annex-a" || s.Records != 1 {
		t.Errorf("read as %s, %d records", s.Format, s.Records)
	}
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	_, err = intake.Open(t.Context(), d, []string{folder(t, map[string]string{"phone calls.csv": contacts})})
	if err == nil || !strings.Contains(err.Error(), "nor lists of Annex A") {
		t.Errorf("got %v", err)
	}
}

// FuzzAnnexA reads damaged lists: of need, of plans and of referrals. Whatever
// stands in them, every row is answered for and the records are as many as the survey
// says.
func FuzzAnnexA(f *testing.F) {
	d, err := casefile.NewDictionary()
	if err != nil {
		f.Fatal(err)
	}
	lists := annexLists()
	referrals := "List 3: Referral\nChild Unique ID,Gender,Date of Birth,Date of referral,Referral Source,Referral NFA?,Allocated Team\n0012,F,01/02/2015,02/03/2026,1A,b) No,North\n7,,,31/02/2026,,maybe,\n"
	f.Add([]byte(lists["list_6.csv"]), []byte(lists["list_7.csv"]), []byte(referrals))
	f.Add([]byte(strings.ReplaceAll(lists["list_6.csv"], ",", ";")), []byte(lists["list_7.csv"]+"0012,F,12/03/2026,,,,,,none\n"), []byte("Date of referral,Date of Referral.\n"))
	f.Add([]byte(lists["list_6.csv"]), []byte("\xff\xfe"), []byte("\"\n"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, need, plans, referrals []byte) {
		for name, content := range map[string][]byte{"list_6.csv": need, "list_7.csv": plans, "list_3.csv": referrals} {
			if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if e, err := intake.Open(t.Context(), d, []string{dir}); err == nil {
			accounted(t, e, t)
		}
	})
}
