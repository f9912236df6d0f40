package handbook

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Book is a catalogue as its readers see it.
type Book struct {
	catalogue *criteria.Catalogue
	settings  []criteria.Setting
	documents []criteria.Document
	findings  []criteria.Finding // in the order of the file
	forms     map[string]string  // questions by name
	themes    []criteria.Theme   // of published reports, by id
}

// New makes the book of a catalogue. A finding of an unknown document is an error.
func New(catalogue *criteria.Catalogue) (*Book, error) {
	b := &Book{catalogue: catalogue, forms: catalogue.Forms()}
	var err error
	if b.settings, err = catalogue.Settings(); err != nil {
		return nil, err
	}
	if b.documents, b.findings, err = catalogue.Findings(); err != nil {
		return nil, err
	}
	if b.themes, err = catalogue.Themes(); err != nil {
		return nil, err
	}
	for _, f := range b.findings {
		if _, ok := b.document(f); !ok {
			return nil, fmt.Errorf("findings/data.yaml: finding %s: no document has its id before the dash", f.ID)
		}
	}
	return b, nil
}

// Finding finds a finding by its id, in capitals or not.
func (b *Book) Finding(id string) (criteria.Finding, bool) {
	for _, f := range b.findings {
		if strings.EqualFold(f.ID, id) {
			return f, true
		}
	}
	return criteria.Finding{}, false
}

// document is the one that a finding stands in: "PET09" of "PET09-D2b".
func (b *Book) document(f criteria.Finding) (criteria.Document, bool) {
	id, _, _ := strings.Cut(f.ID, "-")
	for _, d := range b.documents {
		if d.ID == id {
			return d, true
		}
	}
	return criteria.Document{}, false
}

// findingsOf are the findings of a document, in the order of the file.
func (b *Book) findingsOf(d criteria.Document) []criteria.Finding {
	var list []criteria.Finding
	for _, f := range b.findings {
		if strings.HasPrefix(f.ID, d.ID+"-") {
			list = append(list, f)
		}
	}
	return list
}

// slice finds the slice that a finding names by its title.
func (b *Book) slice(f criteria.Finding) (*criteria.Slice, bool) {
	for _, s := range b.catalogue.Slices {
		if strings.EqualFold(s.Title, f.Slice) {
			return s, true
		}
	}
	return nil, false
}

// cited is the source of a criterion that stands under an id: its gist and how its
// document classes it, or what a theme of published reports says.
func (b *Book) cited(id string) string {
	if f, ok := b.Finding(id); ok {
		return f.Gist + " (" + f.Kind + ")"
	}
	t, _ := b.theme(id)
	return t.Title
}

// theme finds a theme of published reports by its id.
func (b *Book) theme(id string) (criteria.Theme, bool) {
	for _, t := range b.themes {
		if t.ID == id {
			return t, true
		}
	}
	return criteria.Theme{}, false
}

// date is a day as it is written in Britain; a year stays a year.
func date(iso string) string {
	if len(iso) != len("2006-01-02") {
		return iso
	}
	return iso[8:] + "/" + iso[5:7] + "/" + iso[:4]
}
