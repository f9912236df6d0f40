package workbook

import (
	"strconv"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// A check's count is the number of its faults that follow one by one, and only the
// count is in the column that the tile sums up.
func TestFaultsAreCountedOnce(t *testing.T) {
	a, l := small()
	s := sheetNamed(t, open(t, build(t, a, l, Options{})).sheets(t), sheetQuality)
	counted, listed, first := map[string]int{}, map[string]int{}, map[string]bool{}
	for row := firstRow; row <= s.rows; row++ {
		id := s.cells[at(0, row)].text
		n, _ := strconv.Atoi(s.cells[at(6, row)].text)
		switch {
		case n > 0:
			counted[id] = n
			first[id] = listed[id] == 0
		default:
			listed[id]++
		}
	}
	for _, r := range a.Checks {
		if id := r.Check.ID; counted[id] != r.Faults || listed[id] != r.Faults || !first[id] {
			t.Errorf("%s: counted as %d, %d rows; the check found %d (the count stands first: %v)", id, counted[id], listed[id], r.Faults, first[id])
		}
	}
	if counted["Check failed"] != 1 {
		t.Errorf("the check that failed is counted %d times", counted["Check failed"])
	}
}

func TestFaultsBeyondTheList(t *testing.T) {
	a, l := small()
	one := a.Faults[0]
	a.Checks = []audit.CheckResult{{Check: one.Check, Faults: problemsListed + 7, Cases: 1}}
	a.Faults = nil
	for range problemsListed + 7 {
		a.Faults = append(a.Faults, one)
	}
	b, err := newBook(t.Context(), a, l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	list := b.faults()
	if len(list) != problemsListed+1 || list[problemsListed].what != "7 more are not listed one by one" || list[problemsListed].count != 0 {
		t.Errorf("%d rows, the last %+v", len(list), list[len(list)-1])
	}
}
