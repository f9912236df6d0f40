package annexa_test

import (
	"bytes"
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/annexa"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/tables"
)

// rows is a table in CSV: a header, then rows, cells separated by bars.
type rows []string

func (r rows) csv(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range r {
		if err := w.Write(strings.Split(row, "|")); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.Bytes()
}

// lists finds the lists in a folder of CSV files.
func lists(t *testing.T, files map[string]rows) (*annexa.Lists, *tables.Found, error) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content.csv(t), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := tables.Find(t.Context(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := annexa.Recognise(t.Context(), found.Tables)
	return l, found, err
}

// read reads a folder of CSV files whole.
func read(t *testing.T, files map[string]rows) (*casefile.Survey, map[string]*casefile.Record) {
	t.Helper()
	l, found, err := lists(t, files)
	if err != nil {
		t.Fatal(err)
	}
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	e, err := annexa.New(d, l, nil, found.Ignored)
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	records := map[string]*casefile.Record{}
	if err := e.Records(t.Context(), func(r *casefile.Record) error {
		records[r.CaseID] = r
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if s.Records != len(records) {
		t.Errorf("%d records surveyed, %d read", s.Records, len(records))
	}
	for _, in := range s.Inputs {
		if in.Rows != in.Read+in.Duplicates+in.Refused {
			t.Errorf("rows are lost: %+v", in)
		}
	}
	return s, records
}

func item(r *casefile.Record, entity string, i int) map[string]any {
	return r.Items(entity)[i].(map[string]any)
}

func TestDialects(t *testing.T) {
	five := "Child Unique ID|Gender|Ethnicity|Date of Birth|Age of Child (Years)|"
	for _, test := range []struct {
		name  string
		files map[string]rows
		want  map[string]string // list, by what the input was read as: its file
	}{
		{"a file a list", map[string]rows{"list_1.csv": {five + "Date of Contact|Contact Source", "1||||||"}, "list_2.csv": {five + "Assessment start date|Assessment completion date|Organisation completing assessment", "1|||||||"}},
			map[string]string{"list_1.csv": "list 1", "list_2.csv": "list 2"}},
		{"titles above the header", map[string]rows{"List 1.csv": {"List 1: Contacts", "", "Child Unique ID|Age|Date of Contact|Contact Source|Gender", "1|3|||"}},
			map[string]string{"List 1.csv": "list 1"}},
		{"names", map[string]rows{"Contacts.csv": {five + "Date of Contact|Contact Source", "1||||||"},
			"Sec47 and ICPC.csv": {"ChildUniqueID|Gender|Ethnicity|DateOfBirth|Age|HasDisability|StratDiscussionDate|InitialCPConfUnnecessary|InitialCPConfDate|CPConfResultInCPPlan|NumberS47s12m|NumberICPCs12m|AllocatedTeam|AllocatedWorker", "1|||||||||||||"}},
			map[string]string{"Contacts.csv": "list 1", "Sec47 and ICPC.csv": "list 5"}},
		{"no names at all", map[string]rows{"a.csv": {five + "Date of Contact|Contact Source", "1||||||"}, "b.csv": {five + "Date of referral|Referral Source|Referral NFA?|Allocated Team", "1||||||||"}},
			map[string]string{"a.csv": "list 1", "b.csv": "list 3"}},
		{"13 columns of list 9", map[string]rows{"List_9.csv": {five + "Does the Child have a Disability|Allocated Team|Allocated Worker|Eligibility Category|LA In Touch |Type of Accommodation|Suitability of Accommodation|Activity Status", "1||||||||||||"}},
			map[string]string{"List_9.csv": "list 9"}},
		{"17 columns of list 9", map[string]rows{"List_9.csv": {five + "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)|Does the Child have a Disability|Allocated Team|Allocated Worker|" +
			"Allocated Personal Advisor|Eligibility Category|Latest Pathway Plan Review Date|LA in Touch|Latest Date of Contact|Type of Accommodation|Suitability of Accommodation|Activity Status", "1||||||||||||||||"}},
			map[string]string{"List_9.csv": "list 9"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, records := read(t, test.files)
			got := map[string]string{}
			for _, in := range s.Inputs {
				got[in.Name], _, _ = strings.Cut(in.Entity, ":")
				if in.Read != 1 {
					t.Errorf("%s: %d rows read", in.Name, in.Read)
				}
			}
			if !maps.Equal(got, test.want) {
				t.Errorf("read as %v", got)
			}
			if records["1"] == nil {
				t.Errorf("the child is in none of %v", slices.Sorted(maps.Keys(records)))
			}
			for _, n := range s.Notes {
				if n.Kind == ledger.UnknownColumn {
					t.Error(n.Text)
				}
			}
		})
	}
}

func TestWhatIsNoAnnexA(t *testing.T) {
	contacts := rows{"Child Unique ID|Date of Contact|Contact Source|Gender|Age", "1||||"}
	for _, test := range []struct {
		name  string
		files map[string]rows
		err   []string
	}{
		{"a lone table without a number", map[string]rows{"contacts.csv": contacts}, nil},
		{"tables of another kind", map[string]rows{"visits.csv": {"case_id|date", "1|2026-01-01"}}, nil},
		{"a list twice", map[string]rows{"list_1.csv": contacts, "list 1 old.csv": contacts}, []string{"list 1 old.csv and list_1.csv are both list 1 of Annex A (Contacts)", "keep one"}},
		{"a number over another table", map[string]rows{"list_1.csv": contacts, "list_7.csv": {"Person|When", "1|2026-01-01"}},
			[]string{"list_7.csv", "list 7 of Annex A (Child protection)", `"Child Unique ID"`}},
		{"two columns for one", map[string]rows{"list_3.csv": {"Child Unique ID|Gender|Ethnicity|Date of Birth|Age|Date of referral|Date Of Referral.|Referral Source", "1|||||||"}},
			[]string{"list_3.csv: row 1", `columns "Date of referral" and "Date Of Referral." may both be "Date of referral"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, _, err := lists(t, test.files)
			if test.err == nil {
				if err != nil || l.Found() {
					t.Errorf("found it: %v", err)
				}
				return
			}
			for _, part := range test.err {
				if err == nil || !strings.Contains(err.Error(), part) {
					t.Errorf("got %v, want in it %q", err, part)
				}
			}
		})
	}
}
