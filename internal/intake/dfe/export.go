package dfe

import (
	"context"
	"crypto/sha256"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/native"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Format is how a survey names this format.
const Format = "dfe-api"

// Key is the key that every child of the list has.
const Key = "la_child_id"

// New makes an export of files that each hold a list of children; ignored gives
// the reason why each other file of their folder is left alone.
func New(d *casefile.Dictionary, files []string, ignored map[string]string) casefile.Export {
	s := &returns.Stream{Dictionary: d, Format: Format, Ignored: ignored, Supply: supply}
	for _, path := range files {
		s.Readers = append(s.Readers, &reader{path: path})
	}
	return s
}

// reader reads one file.
type reader struct {
	path string
	text *table.Text
}

// Open reads the file's hash and encoding.
func (r *reader) Open(ctx context.Context) (casefile.Input, []casefile.Note, error) {
	text, err := table.OpenText(ctx, r.path)
	if err != nil {
		return casefile.Input{}, nil, err
	}
	r.text = text
	var notes []casefile.Note
	if text.Encoding == "windows-1252" {
		notes = append(notes, casefile.Note{Kind: ledger.Encoding, At: casefile.Location{File: text.Name, Row: 1},
			Text: "the file is not UTF-8 and was read as Windows-1252: check that accented names look right"})
	}
	return casefile.Input{Name: text.Name, Entity: "children", SHA256: text.SHA256, Encoding: text.Encoding}, notes, nil
}

// Children gives the children in the order of the file.
func (r *reader) Children(ctx context.Context, yield func(returns.Child) error, note func(casefile.Note)) error {
	return r.text.Read(ctx, func(from io.Reader) error {
		return table.Array(from, func(e table.ArrayElement) error {
			at := casefile.Location{File: r.text.Name, Row: e.Line}
			if n := strings.Count(string(e.Text), string(utf8.RuneError)); n > 0 {
				note(casefile.Note{Kind: ledger.Encoding, At: at, Count: n, Text: "characters that could not be decoded were replaced"})
			}
			return yield(child(at, e))
		})
	})
}

func child(at casefile.Location, e table.ArrayElement) returns.Child {
	c := returns.Child{At: at, Fault: e.Fault}
	if c.Fault != "" {
		return c
	}
	v, err := native.Decode(e.Text)
	object, ok := v.(map[string]any)
	switch {
	case err != nil:
		c.Fault = err.Error()
	case !ok:
		c.Fault = `it is not an object: write {"la_child_id": ...}`
	default:
		c.Value = object
		h := sha256.New()
		canonical(h, object)
		c.Same = [16]byte(h.Sum(nil)[:16])
	}
	return c
}

// canonical writes a value so that equal ones are written alike.
func canonical(w io.Writer, v any) {
	put := func(s string) { _, _ = io.WriteString(w, s) }
	switch v := v.(type) {
	case map[string]any:
		put("{")
		for _, key := range sorted(v) {
			put(strconv.Quote(key) + ":")
			canonical(w, v[key])
		}
		put("}")
	case []any:
		put("[")
		for _, element := range v {
			canonical(w, element)
		}
		put("]")
	default:
		put(strconv.Quote(stringOf(v)) + ",")
	}
}
