package workbook

import (
	"context"
	"fmt"
	"io"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// DefaultMarking is the protective marking of a workbook that names none.
const DefaultMarking = "OFFICIAL-SENSITIVE: personal data about children"

// Options are what a run may choose about its workbook.
type Options struct {
	Marking string          // protective marking, in the head of every printed page; empty for DefaultMarking
	Profile *letter.Profile // the letter's, to print its thresholds on Method; may be nil
	RunID   string          // names the run in the foot of every page; empty for one made from the inputs' hashes
}

// The sheets, in their order. Findings beyond the first million stand on
// "Findings 2" and so on, after "Findings".
const (
	sheetSummary     = "Summary"
	sheetDevelopment = "Areas for development"
	sheetCriteria    = "Criteria"
	sheetTeams       = "Teams"
	sheetTeamDetail  = "Teams by criterion"
	sheetSlices      = "Groups of children"
	sheetChildren    = "Children"
	sheetFindings    = "Findings"
	sheetQuality     = "Data quality"
	sheetMethod      = "Method"
	sheetKey         = "Key"
)

// Write writes the workbook of an audit. The letter supplies classes and the
// areas for development; without one every criterion is unclassed. Writing the
// same audit again gives the same bytes. A context that is done stops it.
func Write(ctx context.Context, w io.Writer, a *audit.Audit, l *letter.Letter, opts Options) error {
	if l == nil {
		l = &letter.Letter{}
	}
	if opts.Marking == "" {
		opts.Marking = DefaultMarking
	}
	if opts.RunID == "" {
		opts.RunID = runID(a)
	}
	b, err := newBook(ctx, a, l, opts)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return b.write(w)
}

// write writes every sheet, and then the file.
func (b *book) write(w io.Writer) error {
	defer b.file.Close()
	defer b.stage.End()
	for _, s := range b.contents {
		if err := s.write(b); err != nil {
			return fmt.Errorf("workbook: sheet %q: %w", s.name, err)
		}
	}
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// contents is every sheet of the workbook in order: its name, the colour of its
// tab, what the Summary says of it, and how it is written.
func contents(findings int) []sheet {
	list := []sheet{
		{name: sheetSummary, tab: navy, write: writeSummary},
		{name: sheetDevelopment, tab: red, about: "What needs to improve; who will do it, by when", write: writeDevelopment},
		{name: sheetCriteria, tab: navy, about: "The result of each criterion, and those that could not be judged", write: writeCriteria},
		{name: sheetTeams, tab: navy, about: "Each team by area of practice", write: writeTeams},
		{name: sheetTeamDetail, tab: navy, about: "Each criterion by team", write: writeTeamDetail},
		{name: sheetSlices, tab: navy, about: "Disabled children, out of hours and other groups apart", write: writeSlices},
		{name: sheetChildren, tab: red, about: "One row for each child, those who need somebody first", write: writeChildren},
	}
	for part := range max(1, (findings+findingsPerSheet-1)/findingsPerSheet) {
		list = append(list, sheet{
			name: findingsSheet(part), tab: red, about: "Every item that was not met, and why",
			write: func(b *book) error { return writeFindings(b, part) },
		})
	}
	return append(list,
		sheet{name: sheetQuality, tab: grey, about: "Faults in the data, what could not be read, and the effect", write: writeQuality},
		sheet{name: sheetMethod, tab: grey, about: "How this audit was made and how to repeat it", write: writeMethod},
		sheet{name: sheetKey, tab: grey, about: "What the words, symbols and columns mean", write: writeKey},
	)
}
