package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/baseline"
	"github.com/caseaudit/caseaudit/internal/waiver"
)

// accept applies the waivers and the baseline that were asked for: what
// somebody has accepted, and what was known before.
func (j *judged) accept() error {
	if path := j.config.Waivers; path != "" {
		file, err := os.ReadFile(path)
		if err != nil {
			return usage(fmt.Errorf("waivers: %w", err))
		}
		list, err := waiver.Read(filepath.Base(path), file, j.audit.Catalogue)
		if err != nil {
			return usage(err)
		}
		list.Apply(j.audit)
	}
	if path := j.config.Baseline; path != "" {
		file, err := os.ReadFile(path)
		if err != nil {
			return usage(fmt.Errorf("baseline: %w; --write-baseline writes one", err))
		}
		known, err := baseline.Read(filepath.Base(path), file)
		if err != nil {
			return usage(err)
		}
		against := known.Compare(j.audit)
		j.against = &against
	}
	return nil
}

// writeBaseline writes the findings of this audit for later checks.
func (j *judged) writeBaseline() error {
	if j.config.WriteBaseline == "" {
		return nil
	}
	return j.writeFile(j.config.WriteBaseline, baseline.Of(j.audit).Write)
}

// compared says what became of the findings of the baseline. What is no longer
// found is told apart from what is mended.
func (j *judged) compared(w io.Writer) {
	c := j.against
	if c == nil {
		return
	}
	fmt.Fprintf(w, "against the baseline: %d new, %d still open, %d fixed\n", c.New, c.Open, len(c.Fixed))
	stale := func(entries []baseline.Entry, why string) {
		for i, e := range entries {
			if i == 20 {
				fmt.Fprintf(w, "  and %d more\n", len(entries)-i)
				return
			}
			fmt.Fprintf(w, "  %s %s %s: %s\n", e.Criterion, e.CaseID, e.Item, why)
		}
	}
	stale(c.Gone, "in the baseline, and its item is no longer judged: write the baseline anew when that is right")
	stale(c.Unassessed, "in the baseline, and its criterion could not be judged: it is not mended")
}
