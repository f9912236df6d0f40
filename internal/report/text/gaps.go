package text

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// notJudged says which criteria could not be judged and why, and which had too
// little or nothing to judge.
func (b *account) notJudged(a *audit.Audit, l *letter.Letter) {
	var missing, failed, few, none []string
	for _, r := range a.Summary.Criteria {
		c := r.Criterion
		if !r.Assessable() {
			missing = append(missing, fmt.Sprintf("%s %s: %s", c.ID, c.Title, letter.Because(r.Missing)))
		}
		switch l.Classes[c.ID] {
		case letter.TooFew:
			few = append(few, c.ID)
		case letter.NoneAudited:
			none = append(none, c.ID)
		}
	}
	for _, e := range a.Errors {
		failed = append(failed, fmt.Sprintf("%s %s: the rule failed on %s, first on %s: %s", e.Criterion.ID, e.Criterion.Title, plural(e.Records, "record"), e.CaseID, e.Text))
	}
	if len(failed) > 0 {
		b.heading(fmt.Sprintf("Rules that failed: %s not fully judged", plural(len(failed), "criterion")))
		b.entries(failed)
	}
	if len(missing) > 0 {
		b.heading(fmt.Sprintf("Not assessable: %s", plural(len(missing), "criterion")))
		b.entries(missing)
	}
	if len(few)+len(none) > 0 {
		b.heading("Judged on little or nothing")
		b.ids("too few items to say", few)
		b.ids("nothing to audit", none)
	}
}

func (b *account) ids(what string, ids []string) {
	if len(ids) == 0 {
		return
	}
	shown := strings.Join(ids[:min(most, len(ids))], ", ")
	if rest := len(ids) - most; rest > 0 {
		shown += fmt.Sprintf(" and %d more", rest)
	}
	b.entry(fmt.Sprintf("%s: %s", what, shown))
}

func (b *account) refusals(s *casefile.Survey) {
	if len(s.Refusals) == 0 {
		return
	}
	b.heading(fmt.Sprintf("Refused: %s of the export could not be read", plural(len(s.Refusals), "row")))
	lines := make([]string, len(s.Refusals))
	for i, r := range s.Refusals {
		place := r.At.String()
		if r.Column != "" {
			place += fmt.Sprintf(" column %q", r.Column)
		}
		lines[i] = place + ": " + r.Reason
	}
	b.entries(lines)
}

// notes counts the faults in the data by kind, most frequent first.
func (b *account) notes(a *audit.Audit) {
	byKind := map[string]int{}
	for _, n := range a.Survey.Notes {
		byKind[n.Kind] += max(1, n.Count)
	}
	if len(byKind)+len(a.Doubts)+len(a.Survey.Ignored) == 0 {
		return
	}
	b.heading("Notes on the data")
	kinds := slices.SortedFunc(maps.Keys(byKind), func(x, y string) int {
		return cmp.Or(cmp.Compare(byKind[y], byKind[x]), cmp.Compare(x, y))
	})
	for _, kind := range kinds {
		b.entry(fmt.Sprintf("%s: %d", kind, byKind[kind]))
	}
	if n := len(a.Doubts); n > 0 {
		b.entry(fmt.Sprintf("doubts of a criterion: %d", n))
	}
	if n := len(a.Survey.Ignored); n > 0 {
		b.entry(fmt.Sprintf("files not read: %d", n))
	}
}
