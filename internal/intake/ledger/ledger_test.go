package ledger

import (
	"fmt"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func open(t *testing.T) (*Ledger, *casefile.Dictionary) {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return New(d, "test"), d
}

// Rows that nobody answers for must not pass for an audit.
func TestCloseFindsLostRows(t *testing.T) {
	l, _ := open(t)
	in := l.Input(casefile.Input{Name: "a.csv"})
	in.Rows, in.Read = 3, 1
	l.Refuse(1, casefile.Refusal{At: casefile.Location{File: "a.csv", Row: 2}, Reason: "x"})
	if _, err := l.Close(); err == nil || !strings.Contains(err.Error(), "3 rows, but 1 read, 0 repeated and 1 refused") {
		t.Error(err)
	}
}

// However bad the file, its faults fit on a page and every one is counted.
func TestListsAreBounded(t *testing.T) {
	l, d := open(t)
	in := l.Input(casefile.Input{Name: "a.csv"})
	f, _ := d.Field("visits.type")
	const faults = MaxRefusals + 500
	for i := range faults {
		at := casefile.Location{File: "a.csv", Row: i + 2}
		in.Rows++
		l.Refuse(1, casefile.Refusal{At: at, Reason: "x"})
		l.Note(casefile.Note{Kind: Conflict, At: at, Field: "visits.date", Text: fmt.Sprint(i)})
		l.Count(casefile.Note{Kind: UnknownField, At: at, Text: fmt.Sprint(i)})
		l.Unmatched(f, fmt.Sprint(i), at)
	}
	s, err := l.Close()
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Refusals) != MaxRefusals+1 || s.Inputs[0].Refused != faults {
		t.Error(len(s.Refusals), s.Inputs)
	}
	counts, listed := map[string]int{}, map[string]int{}
	for _, n := range s.Notes {
		counts[n.Kind] += n.Count
		listed[n.Kind]++
	}
	for _, kind := range []string{Conflict, UnknownField, UnmatchedValue} {
		if counts[kind] != faults || listed[kind] > MaxNotes+1 {
			t.Errorf("%s: %d counted, %d listed", kind, counts[kind], listed[kind])
		}
	}
}

func TestDates(t *testing.T) {
	l, d := open(t)
	for path, date := range map[string]string{
		"child.date_of_birth": "1960-01-01", "contacts.received": "2024-05-01T09:00:00", "visits.date": "2099-01-01",
		"plans.end_date": "2030-01-01", "conferences.due_date": "1994-12-31",
	} {
		f, _ := d.Field(path)
		l.Date(f, date, casefile.Location{File: "a.csv", Row: 2})
	}
	s, err := l.Close()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range s.Notes {
		out = append(out, n.Field)
	}
	if s.Newest != "2024-05-01" || fmt.Sprint(out) != "[conferences.due_date visits.date]" {
		t.Error(s.Newest, out)
	}
}

// The accounts of an export, taken into those of several joined, stay as they
// were; its rows may yet be refused.
func TestTake(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	one := &casefile.Survey{
		Inputs:   []casefile.Input{{Name: "a.csv", Rows: 3, Read: 2, Refused: 1}},
		Refusals: []casefile.Refusal{{At: casefile.Location{File: "a.csv", Row: 2}, Reason: "x"}},
		Notes:    []casefile.Note{{Kind: casefile.LoneDate, Text: "of this export alone"}, {Kind: "odd", Text: "kept", Count: 1}},
	}
	l := New(d, "several")
	in := l.Take(one)[0]
	in.Read--
	l.Refuse(1, casefile.Refusal{At: casefile.Location{File: "a.csv", Row: 3}, Reason: "y"})
	s, err := l.Close()
	if err != nil {
		t.Fatal(err)
	}
	if in := s.Inputs[0]; in.Rows != 3 || in.Read != 1 || in.Refused != 2 || len(s.Refusals) != 2 || len(s.Notes) != 1 || s.Notes[0].Kind != "odd" {
		t.Errorf("%+v %+v %+v", in, s.Refusals, s.Notes)
	}
}

// A reader that let a case by the service's name through would mix its outcomes up
// with the service's.
func TestNoCaseIsCalledService(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	l := New(d, "any")
	l.Record("service", nil)
	if _, err := l.Close(); err == nil {
		t.Error("the case was taken")
	}
}
