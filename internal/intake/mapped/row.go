package mapped

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// fault is why a row is refused, and the column.
type fault struct{ column, reason string }

// reading is what a row gives of one of the table's items.
type reading struct {
	items  *items
	values map[string]any // blank fields left out
}

// watcher is told what is odd in a row that is read. It may be nil.
type watcher interface {
	// unmatched is told of a word that stands for no code. Open says that the
	// field takes any code, so that the word is kept as it stands.
	unmatched(f *casefile.Field, raw string, open bool)
}

var (
	decimalID    = regexp.MustCompile(`^[0-9]+\.0+$`)
	scientificID = regexp.MustCompile(`^[0-9](\.[0-9]+)?[Ee]\+?[0-9]+$`)
)

// caseID reads the child's id. Decimal says that it was written as a number with
// decimals; id is "" when the cell is blank.
func (s *source) caseID(cell string) (id string, decimal bool, wrong *fault) {
	column := s.table.Header[s.caseAt]
	cell = s.text(cell)
	field, _ := s.export.dictionary.Field("case_id")
	value, _, err := field.Read(cell)
	if err != nil {
		return "", false, &fault{column, err.Error()}
	}
	id, _ = value.(string)
	if scientificID.MatchString(id) {
		return "", false, &fault{column, casefile.Quote(id) + " is a number that a spreadsheet cut short, and its digits are lost: format the column as text and export it again"}
	}
	if decimalID.MatchString(id) {
		id, decimal = id[:strings.IndexByte(id, '.')], true
	}
	if short := s.spec.CaseDigits - len(id); short > 0 && id != "" && strings.Trim(id, "0123456789") == "" {
		id = strings.Repeat("0", short) + id
	}
	return id, decimal, nil
}

// text gives a cell's text; a word that stands for nothing is nothing.
func (s *source) text(cell string) string {
	if len(s.blank) > 0 && s.blank[mapping.Fold(cell)] {
		return ""
	}
	return cell
}

// read reads a row's cells. It gives nothing for items that the row does not
// have. aside lists the places in s.items of those whose condition it fails.
func (s *source) read(cells []string, id string, w watcher) (list []reading, aside []int, wrong *fault) {
	more := 0
	refuse := func(f *fault) {
		if wrong == nil {
			wrong = f
		} else {
			more++
		}
	}
	for at, it := range s.items {
		if !it.meant(s, cells) {
			aside = append(aside, at)
			continue
		}
		if !it.present(s, cells) {
			continue
		}
		r := reading{items: it, values: make(map[string]any, len(it.bindings)+len(it.always))}
		for _, b := range it.bindings {
			value, err := s.value(b, it.spec.Closed, cells, id, w)
			if err != nil {
				refuse(&fault{s.table.Header[b.column], err.Error()})
			} else if value != nil {
				r.values[b.field.Name] = value
			}
		}
		for name, value := range it.always {
			r.values[name] = value
		}
		list = append(list, r)
	}
	if more > 0 {
		wrong.reason += fmt.Sprintf(" (and %d more of its cells cannot be read)", more)
	}
	return list, aside, wrong
}

// meant reports whether the row's words say that it gives these items.
func (it *items) meant(s *source, cells []string) bool {
	return !slices.ContainsFunc(it.where, func(w condition) bool { return mapping.Fold(cells[w.column]) != w.word })
}

// present reports whether something of the items stands in the row.
func (it *items) present(s *source, cells []string) bool {
	filled := func(at int) bool { return casefile.Trim(s.text(cells[at])) != "" }
	if slices.ContainsFunc(it.unless, filled) {
		return false
	}
	if len(it.needs) > 0 {
		return slices.ContainsFunc(it.needs, filled)
	}
	return len(it.bindings) == 0 || slices.ContainsFunc(it.bindings, func(b binding) bool {
		if code, coded := b.code(cells[b.column]); coded && code == "" {
			return false
		}
		return filled(b.column)
	})
}

// value reads one field; nil when it is blank. Closed says that its codes are all
// there are.
func (s *source) value(b binding, closed bool, cells []string, id string, w watcher) (any, error) {
	raw := s.text(cells[b.column])
	if b.column == s.caseAt && b.field.Name == "case_id" {
		raw = id
	}
	if code, coded := b.code(raw); coded {
		value, _, err := b.field.Read(code)
		return value, err
	}
	if closed && b.field.Type == casefile.Bool && len(b.codes) > 0 && casefile.Trim(raw) != "" {
		if w != nil {
			w.unmatched(b.field, raw, false)
		}
		return nil, nil
	}
	if b.field.Dated() && casefile.Trim(raw) != "" {
		var err error
		if raw, err = s.moment(b, raw, cells); err != nil {
			return nil, err
		}
	}
	var value any
	var odd bool
	var err error
	if b.field.Type == casefile.Codes && len(b.codes) > 0 {
		value, odd, err = b.list(raw)
	} else {
		value, odd, err = b.field.Read(raw)
	}
	switch {
	case err != nil || w == nil:
	case odd:
		w.unmatched(b.field, raw, false)
	case b.stranger(raw):
		w.unmatched(b.field, raw, !closed)
	}
	if closed && err == nil && b.stranger(raw) {
		value = nil
	}
	return value, err
}

// code gives the code that a word stands for; coded is false when the mapping does
// not say.
func (b *binding) code(word string) (code string, coded bool) {
	if len(b.codes) == 0 {
		return "", false
	}
	code, coded = b.codes[mapping.Fold(word)]
	return code, coded
}

// list reads a cell with several codes, each of which may be a word.
func (b *binding) list(raw string) (any, bool, error) {
	parts := strings.FieldsFunc(raw, func(r rune) bool { return r == ',' || r == ';' })
	list := make([]any, 0, len(parts))
	for _, part := range parts {
		if code, coded := b.code(part); coded {
			part = code
		}
		list = append(list, part)
	}
	return b.field.Read(list)
}

// stranger reports whether a word is none of those that the mapping lists for a
// field that takes any code: it is then kept, and likely a new or a mistyped one.
func (b *binding) stranger(raw string) bool {
	if len(b.codes) == 0 || len(b.field.Values) > 0 || casefile.Trim(raw) == "" {
		return false
	}
	known := func(word string) bool {
		_, coded := b.codes[mapping.Fold(word)]
		return coded || b.known[mapping.Fold(word)]
	}
	switch b.field.Type {
	case casefile.Code:
		return !known(raw)
	case casefile.Codes:
		return slices.ContainsFunc(strings.FieldsFunc(raw, func(r rune) bool { return r == ',' || r == ';' }), func(part string) bool { return !known(part) })
	}
	return false
}

// moment gives a date as the dictionary reads it, from the column's own format
// and the time of day that stands in another.
func (s *source) moment(b binding, raw string, cells []string) (string, error) {
	if b.date != nil && !strings.HasPrefix(raw, "#") { // an error in a cell is for the field to name
		iso, err := b.date.ISO(raw)
		if err != nil && b.field.Personal {
			return "", err
		} else if err != nil {
			return "", fmt.Errorf("%s %w", casefile.Quote(raw), err)
		}
		raw = iso
	}
	if b.time < 0 {
		return raw, nil
	}
	clock := casefile.Trim(s.text(cells[b.time]))
	if clock == "" {
		return raw, nil
	}
	// A workbook writes a day as one at midnight, and a time as one of its first day.
	day, _, _ := strings.Cut(strings.TrimSuffix(casefile.Trim(raw), " 00:00:00"), "T00:00:00")
	if _, after, dated := strings.Cut(clock, "T"); dated {
		clock = after
	}
	return day + " " + clock, nil
}

// fold gives a cell as words are compared.
func (s *source) fold(cells []string, at int) string { return mapping.Fold(cells[at]) }
