package dfe

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// object is one object of a child.
type object struct {
	values map[string]any
	kind   string // its path in the schema
	at     casefile.Location
}

// building is a child's record while it is put together.
type building struct {
	*returns.Case
	referral string
	spells   []returns.Spell
}

// cell gives a value and its place.
func (o object) cell(key string) returns.Cell {
	return returns.Cell{At: casefile.Location{File: o.at.File, Row: o.at.Row}, Column: join(o.at.Part, key), Raw: o.values[key]}
}

// set reads a value into an item, and leaves it out when it is blank.
func (b *building) set(item map[string]any, o object, key, path string) {
	b.Set(item, path, o.cell(key))
}

// open looks through an object's keys. It reports false when the object is
// marked for removal.
func (b *building) open(o object) bool {
	if yes, _ := casefile.YesNo(o.values["purge"]); yes {
		b.Note(casefile.Note{Kind: returns.Purged, At: casefile.Location{File: o.at.File, Row: o.at.Row}, Field: o.kind,
			Text: "what is marked with purge is to be removed and was left out"})
		return false
	}
	known := keys(o.kind)
	for _, key := range sorted(o.values) {
		if _, has := known[key]; has {
			b.Found[o.kind+"/"+key]++
			continue
		}
		b.Note(casefile.Note{Kind: ledger.UnknownField, At: casefile.Location{File: o.at.File, Row: o.at.Row},
			Text: casefile.Quote(join(o.kind, key)) + " is not in the schema and was not read"})
	}
	return true
}

// one gives the object under a key, false when there is none to be read.
func (b *building) one(o object, key string) (object, bool) {
	inner := object{kind: key, at: casefile.Location{File: o.at.File, Row: o.at.Row, Part: join(o.at.Part, key)}}
	raw := o.values[key]
	if raw == nil {
		return inner, false
	}
	values, ok := raw.(map[string]any)
	if !ok {
		b.Refuse(o.cell(key), "it is not an object: write {...}, or null")
		return inner, false
	}
	inner.values = values
	return inner, b.open(inner)
}

// all gives the objects of the list under a key, repeats and those marked for
// removal left out.
func (b *building) all(o object, key string) []object {
	raw := o.values[key]
	if raw == nil {
		return nil
	}
	list, ok := raw.([]any)
	if !ok {
		b.Refuse(o.cell(key), "it is not a list: write [{...}, {...}], and [] when there are none")
		return nil
	}
	var objects []object
	same := map[string]bool{}
	for i, element := range list {
		inner := object{kind: key, at: casefile.Location{File: o.at.File, Row: o.at.Row, Part: join(o.at.Part, key+"["+strconv.Itoa(i)+"]")}}
		values, ok := element.(map[string]any)
		if !ok {
			b.Refuse(returns.Cell{At: inner.at, Column: inner.at.Part}, "it is not an object: write {...}")
			continue
		}
		inner.values = values
		var text strings.Builder
		if canonical(&text, values); same[text.String()] {
			b.Note(casefile.Note{Kind: ledger.DuplicateItem, At: casefile.Location{File: o.at.File, Row: o.at.Row}, Field: key,
				Text: key + ": items that repeat another of the same child exactly were dropped"})
			continue
		}
		same[text.String()] = true
		if b.open(inner) {
			objects = append(objects, inner)
		}
	}
	return objects
}

// text gives a value that is read as text, "" when it is blank.
func (b *building) text(o object, key, path string) string {
	s, _ := b.Read(path, o.cell(key)).(string)
	return s
}

func join(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }

func stringOf(v any) string {
	switch v := v.(type) {
	case string:
		return "s" + v
	case json.Number:
		return "n" + v.String()
	}
	return fmt.Sprint(v)
}
