package join

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// codec writes records as bytes and reads them again. Fields are written by
// their number in the dictionary and files by their number in the codec, which is
// therefore needed for reading. Equal records are written alike.
type codec struct {
	dictionary *casefile.Dictionary
	pages      []page
	numbers    map[page]uint64
}

// page is a file, or a sheet of one.
type page struct{ file, sheet string }

func newCodec(d *casefile.Dictionary) *codec {
	return &codec{dictionary: d, numbers: map[page]uint64{}}
}

// Kinds of values.
const (
	isText = iota
	isList
	isNo
	isYes
	isInt
	isNumber
)

var errCoded = errors.New("a record of the scratch store does not read as it was written: this is a fault in caseaudit")

// append appends a record: what was refused of it, its own place and fields,
// then each entity that has items.
func (c *codec) append(b []byte, r *casefile.Record) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(r.Refused))
	b = c.appendPlace(b, r.Source)
	b, err := appendItem(b, c.dictionary.Record, own(c.dictionary, r.Values))
	if err != nil {
		return nil, err
	}
	if b, err = appendItem(b, c.dictionary.Child.Fields, r.Child()); err != nil {
		return nil, err
	}
	for number, e := range c.dictionary.Entities {
		items := r.Items(e.Name)
		if len(items) == 0 {
			continue
		}
		b = binary.AppendUvarint(b, uint64(number))
		b = binary.AppendUvarint(b, uint64(len(items)))
		for i, item := range items {
			if b, err = appendItem(b, e.Fields, item.(map[string]any)); err != nil {
				return nil, err
			}
			b = c.appendPlace(b, placeOf(r, e.Name, i))
		}
	}
	return b, nil
}

// own picks the record's own fields out of its values.
func own(d *casefile.Dictionary, values map[string]any) map[string]any {
	item := map[string]any{}
	for _, f := range d.Record {
		if v, has := values[f.Name]; has {
			item[f.Name] = v
		}
	}
	return item
}

// placeOf is the place of an item; that of the record where it has none.
func placeOf(r *casefile.Record, entity string, i int) casefile.Location {
	if at := r.Where[entity]; i < len(at) {
		return at[i]
	}
	return r.Source
}

func (c *codec) appendPlace(b []byte, at casefile.Location) []byte {
	p := page{at.File, at.Sheet}
	number, known := c.numbers[p]
	if !known {
		number = uint64(len(c.pages))
		c.numbers[p] = number
		c.pages = append(c.pages, p)
	}
	b = binary.AppendUvarint(b, number)
	b = binary.AppendUvarint(b, uint64(at.Row))
	return appendText(b, at.Part)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendItem appends an object of fields, in their order.
func appendItem(b []byte, fields []*casefile.Field, item map[string]any) ([]byte, error) {
	b = binary.AppendUvarint(b, uint64(len(item)))
	found := 0
	for number, f := range fields {
		value, has := item[f.Name]
		if !has {
			continue
		}
		found++
		b = binary.AppendUvarint(b, uint64(number))
		var ok bool
		if b, ok = appendValue(b, value); !ok {
			return nil, fmt.Errorf("%s holds a value of type %T: this is a fault in caseaudit", f.Path(), value)
		}
	}
	if found != len(item) {
		return nil, errors.New("a record has a field that is not in the dictionary: this is a fault in caseaudit")
	}
	return b, nil
}

func appendValue(b []byte, value any) ([]byte, bool) {
	switch v := value.(type) {
	case string:
		return appendText(append(b, isText), v), true
	case []any:
		b = binary.AppendUvarint(append(b, isList), uint64(len(v)))
		for _, each := range v {
			text, ok := each.(string)
			if !ok {
				return b, false
			}
			b = appendText(b, text)
		}
		return b, true
	case bool:
		if v {
			return append(b, isYes), true
		}
		return append(b, isNo), true
	case int:
		return binary.AppendVarint(append(b, isInt), int64(v)), true
	case float64:
		return binary.BigEndian.AppendUint64(append(b, isNumber), math.Float64bits(v)), true
	}
	return b, false
}

// read gives the record that append wrote.
func (c *codec) read(caseID string, b []byte) (*casefile.Record, error) {
	r := c.dictionary.NewRecord(caseID)
	d := decoder{rest: b}
	r.Refused = int(d.number())
	r.Source = d.place(c)
	for name, value := range d.item(c.dictionary.Record) {
		r.Values[name] = value
	}
	r.Values["case_id"] = caseID
	r.Team, _ = r.Values["team"].(string)
	r.Values["child"] = d.item(c.dictionary.Child.Fields)
	for len(d.rest) > 0 && !d.bad {
		number := d.number()
		if number >= uint64(len(c.dictionary.Entities)) {
			return nil, errCoded
		}
		e := c.dictionary.Entities[number]
		for range d.count() {
			item := d.item(e.Fields)
			r.Add(e.Name, item, d.place(c))
		}
	}
	if d.bad {
		return nil, errCoded
	}
	return r, nil
}
