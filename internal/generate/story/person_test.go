package story

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

func newTeller(t *testing.T, cases int) *Teller {
	t.Helper()
	clock, err := timing.New("2026-10-31")
	if err != nil {
		t.Fatal(err)
	}
	dict, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	teller, err := NewTeller(clock, dict, Config{Cases: cases, Seed: 1, Teams: []string{"North", "South"}, Depth: 3})
	if err != nil {
		t.Fatal(err)
	}
	return teller
}

// No two of a hundred thousand children could be taken for one another.
func TestPersonsAreApart(t *testing.T) {
	teller := newTeller(t, 10)
	seen := map[string]int{}
	for n := range 100_000 {
		p := teller.person(n, rand.New(rand.NewPCG(9, uint64(n))), false, "2026-01-12")
		fold := strings.NewReplacer("'", "", "-", "", " ", "").Replace(strings.ToLower(p.Forename + "|" + p.Surname))
		for _, mark := range []string{p.NHS, p.UPN, fold} {
			if other, twice := seen[mark]; mark != "" && twice {
				t.Fatalf("children %d and %d share %s", other, n, mark)
			}
			seen[mark] = n
		}
		if p.Born >= "2026-01-12" || timing.Birthday(p.Born, 18) <= "2026-10-31" {
			t.Fatalf("child %d was born on %s", n, p.Born)
		}
	}
}

// A second record of a child shares a number, or the name however it is spelled.
func TestAgain(t *testing.T) {
	teller := newTeller(t, 10)
	r := rand.New(rand.NewPCG(3, 3))
	for n := range 200 {
		p := teller.person(n, r, false, "2026-01-12")
		q := teller.again(p, r)
		number := (p.NHS != "" && p.NHS == q.NHS) || (p.UPN != "" && p.UPN == q.UPN)
		if q.Born != p.Born || (!number && q.NHS+q.UPN != "") {
			t.Errorf("%+v again is %+v", p, q)
		}
	}
}

// Every story is told, and only of what has happened: no date but a due one lies after as-at.
func TestNothingIsToldAhead(t *testing.T) {
	teller := newTeller(t, 400)
	for n := range 400 {
		record := teller.Tell(n, nil).Record
		for _, e := range teller.dict.Entities {
			for _, item := range record.Items(e.Name) {
				for _, f := range e.Fields {
					date, _ := item.(Item)[f.Name].(string)
					if f.Dated() && timing.Day(date) > "2026-10-31" && !strings.HasPrefix(f.Name, "due") {
						t.Errorf("case %s: %s is %s", record.CaseID, f.Path(), date)
					}
				}
			}
		}
	}
}
