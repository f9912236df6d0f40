package docx

import (
	"fmt"
	"io"

	"github.com/caseaudit/caseaudit/internal/letter"
)

// DefaultMarking is the protective marking of a letter that names none.
const DefaultMarking = "OFFICIAL-SENSITIVE: personal data about children"

// Options are what a run may choose about its letter.
type Options struct {
	Marking string // protective marking, at the head of every page; empty for DefaultMarking
}

// Write writes a letter as a Word file. Writing the same letter again gives the
// same bytes.
func Write(w io.Writer, l *letter.Letter, opts Options) error {
	if opts.Marking == "" {
		opts.Marking = DefaultMarking
	}
	document, lists := documentOf(l)
	parts, err := fixedParts()
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	parts = append(parts,
		part{"word/document.xml", document},
		part{"word/numbering.xml", numbering(lists)},
		part{"word/header1.xml", header(opts.Marking, l.Notice)},
		part{"word/footer1.xml", footer(l.Identity())},
		part{"docProps/core.xml", core(l.Title)},
	)
	if err := writeArchive(w, parts, l.AsAt); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}
