// Package json writes the audit as one JSON document, for programs that show,
// compare or store audits: what was read, what was judged, what could not be and
// why, and the letter.
//
// It holds counts and the faults in the data, and no judgement on a child: the
// items stand in the outcomes file. A rate
// of nothing is null, not nought. Every list is there even when it is empty, so
// that "none" and "not told" differ. docs/schemas/audit.json describes it; a
// change that a reader could stumble over raises SchemaVersion.
package json

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// SchemaVersion is the version of the document's form.
const SchemaVersion = 1

// Write writes the audit and its letter.
func Write(w io.Writer, a *audit.Audit, l *letter.Letter) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(documentOf(a, l)); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	return nil
}

// document is the whole file; its fields stand in the order they are written.
type document struct {
	SchemaVersion int                  `json:"schema_version"`
	Program       string               `json:"program"`
	Council       string               `json:"council"`
	AsAt          string               `json:"as_at"`
	AsAtStated    bool                 `json:"as_at_stated"`
	Period        period               `json:"period"`
	Policies      string               `json:"policies"`
	Settings      []setting            `json:"settings"`
	Format        string               `json:"format"`
	Inputs        []input              `json:"inputs"`
	Ignored       []string             `json:"ignored"`
	RecordsRead   int                  `json:"records_read"`
	Records       int                  `json:"records"`
	Criteria      map[string]criterion `json:"criteria"`
	Areas         []area               `json:"areas"`
	Teams         []team               `json:"teams"`
	Slices        []slice              `json:"slices"`
	Letter        letterPart           `json:"letter"`
	Refusals      []refusal            `json:"refusals"`
	Notes         []note               `json:"notes"`
	Errors        []policyError        `json:"errors"`
	Doubts        []doubt              `json:"doubts"`
	Checks        []check              `json:"checks"`
	Faults        []fault              `json:"faults"`
}

type period struct {
	From string `json:"from"`
	To   string `json:"to"`
}

type setting struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	Value   string `json:"value"`
	Footing string `json:"footing"`
	Source  string `json:"source"`
	Council bool   `json:"council"`
}

func documentOf(a *audit.Audit, l *letter.Letter) document {
	s := a.Survey
	return document{
		SchemaVersion: SchemaVersion,
		Program:       a.Program,
		Council:       a.Council,
		AsAt:          a.AsAt,
		AsAtStated:    a.AsAtStated,
		Period:        period{From: a.From, To: a.AsAt},
		Policies:      a.Policies,
		Settings:      list(a.Settings, settingOf),
		Format:        s.Format,
		Inputs:        list(s.Inputs, inputOf),
		Ignored:       list(s.Ignored, func(text string) string { return text }),
		RecordsRead:   s.Records,
		Records:       a.Records,
		Criteria:      criteriaOf(a, l),
		Areas:         list(a.Summary.Areas, areaOf),
		Teams:         list(a.Summary.Teams, teamOf),
		Slices:        list(a.Slices, sliceOf),
		Letter:        letterOf(l),
		Refusals:      list(s.Refusals, refusalOf),
		Notes:         list(s.Notes, noteOf),
		Errors:        list(a.Errors, errorOf),
		Doubts:        list(a.Doubts, doubtOf),
		Checks:        list(a.Checks, checkOf),
		Faults:        list(a.Faults, faultOf),
	}
}

func settingOf(s audit.Setting) setting {
	return setting{Name: s.Name, Title: s.Title, Value: s.Value, Footing: s.Footing, Source: s.Source, Council: s.Council}
}

// list turns each of a list into its JSON form. It never gives nil, which would
// be written as null.
func list[T, J any](items []T, form func(T) J) []J {
	forms := make([]J, len(items))
	for i, item := range items {
		forms[i] = form(item)
	}
	return forms
}
