package samples_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// shown is what the audit of a sample makes of the criteria that answer one
// finding of its source document.
type shown struct {
	finding string
	class   letter.Class // sound stands for a strength or satisfactory
	short   string       // the share not met, in the profile's word or per cent; "|" between those that will do; empty where the document gives no measure
	by      string       // ids of criteria
	note    string       // why the class is not what the document's kind of finding asks for, or why a slice shows nothing
}

// sound: a share tells strength from satisfactory, and a source document seldom does.
const sound letter.Class = "strength or satisfactory"

// Each sample that mirrors a source document shows what the document found: every
// finding that a rule or a rate answers stands in the tables below with each of its
// criteria, and the audit gives them the class that is written there.
func TestSamplesMirrorTheirDocuments(t *testing.T) {
	for folder, m := range map[string]struct {
		document string
		rows     []shown
	}{
		"peterborough-2009": {"PET09", peterborough2009()},
		"plymouth-2009":     {"PLY09", plymouth2009()},
		"portsmouth-2009":   {"POR09", portsmouth2009()},
		"peterborough-2015": {"PET15", peterborough2015()},
		"peterborough-2018": {"PET18", peterborough2018()},
	} {
		t.Run(folder, func(t *testing.T) {
			a := audited(t, folder)
			_, all, err := a.Catalogue.Findings()
			if err != nil {
				t.Fatal(err)
			}
			in := mirror{audit: a, profile: profile(t), results: map[string]audit.CriterionResult{}}
			for _, r := range a.Summary.Criteria {
				in.results[r.Criterion.ID] = r
			}
			known := map[string]bool{}
			for _, f := range all {
				if !strings.HasPrefix(f.ID, m.document+"-") || len(f.By) == 0 {
					continue // a reader's judgement, or a line for the QA lead to write
				}
				known[f.ID] = true
				in.check(t, f, rowsOf(m.rows, f.ID))
			}
			for _, row := range m.rows {
				if !known[row.finding] {
					t.Errorf("%s is no finding of %s that a rule answers", row.finding, m.document)
				}
			}
		})
	}
}

func rowsOf(rows []shown, finding string) []shown {
	return slices.DeleteFunc(slices.Clone(rows), func(r shown) bool { return r.finding != finding })
}

// mirror holds an audit against its document.
type mirror struct {
	audit   *audit.Audit
	profile *letter.Profile
	results map[string]audit.CriterionResult
}

func (m mirror) check(t *testing.T, f criteria.Finding, rows []shown) {
	t.Helper()
	var by []string
	for _, row := range rows {
		if weak := f.Kind != "strength" && f.Kind != "satisfactory"; weak == (row.class == sound) && row.note == "" {
			t.Errorf("%s is of kind %s and shows as %s: say why in a note", f.ID, f.Kind, row.class)
		}
		for _, id := range strings.Fields(row.by) {
			by = append(by, id)
			m.criterion(t, f, row, m.results[id])
		}
	}
	want := slices.Sorted(slices.Values(f.By))
	if slices.Sort(by); !slices.Equal(by, want) {
		t.Errorf("%s: the table has %v, and %v answer it", f.ID, by, want)
	}
}

func (m mirror) criterion(t *testing.T, f criteria.Finding, row shown, r audit.CriterionResult) {
	t.Helper()
	at := fmt.Sprintf("%s %s, %d of %d not met", f.ID, r.Criterion.ID, r.NotMet, r.Audited())
	if class := m.profile.Classify(r); !fits(class, row.class) {
		t.Errorf("%s: %s, want %s", at, class, row.class)
	}
	if short := []string{m.word(r.NotMet, r.Audited()), letter.PerCent(r.NotMet, r.Audited())}; row.short != "" &&
		!slices.ContainsFunc(short, func(s string) bool { return slices.Contains(strings.Split(row.short, "|"), s) }) {
		t.Errorf("%s: that is %s, want %s", at, strings.Join(short, ", "), row.short)
	}
	if f.Slice == "by team" {
		m.teamsDiffer(t, at, r)
		return
	}
	for _, s := range m.audit.Slices {
		if !strings.EqualFold(s.Slice.Title, f.Slice) {
			continue
		}
		inside := r
		inside.Count = audit.Count{}
		for _, c := range s.Criteria {
			if c.Criterion.ID == r.Criterion.ID {
				inside.Count = c.Count
			}
		}
		if inside.Audited() == 0 && row.note != "" {
			continue
		}
		if inside.Target != nil { // it was held to its target as a whole
			inside.Criterion, inside.Target = &criteria.Criterion{Level: r.Criterion.Level}, nil
		}
		if class := m.profile.Classify(inside); !fits(class, row.class) {
			t.Errorf("%s: %s among %s (%d of %d not met), want %s", at, class, s.Slice.Title, inside.NotMet, inside.Audited(), row.class)
		}
	}
}

// teamsDiffer: the document says that practice is not the same in every team.
func (m mirror) teamsDiffer(t *testing.T, at string, r audit.CriterionResult) {
	t.Helper()
	seen := map[bool]bool{}
	for _, team := range r.Teams {
		inTeam := r
		inTeam.Count = team.Count
		seen[fits(m.profile.Classify(inTeam), sound)] = true
	}
	if !seen[true] || !seen[false] {
		t.Errorf("%s: every team is alike", at)
	}
}

func fits(got, want letter.Class) bool {
	return got == want || want == sound && (got == letter.Strength || got == letter.Satisfactory)
}

// word is the profile's for a share.
func (m mirror) word(n, of int) string {
	switch n {
	case 0:
		return m.profile.Words.None
	case of:
		return m.profile.Words.All
	}
	for _, s := range m.profile.Words.Shares {
		if n*100 >= s.AtLeast*of {
			return s.Word
		}
	}
	return ""
}
