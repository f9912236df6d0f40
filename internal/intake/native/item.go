package native

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// fault is why a line or an item is refused, and the path of what is wrong.
type fault struct{ path, reason string }

// seen is told what reading came across; the second reading needs none of it.
type seen interface {
	supplied(f *casefile.Field)
	unknown(path string)
	unmatched(f *casefile.Field, raw any)
	repeated(entity, part string)
}

// reader reads objects in the dictionary's names.
type reader struct {
	dictionary *casefile.Dictionary
	seen       seen
}

// fields reads an object's members by the fields it may have. Keys in skip
// are read elsewhere.
func (r reader) fields(object map[string]any, fields []*casefile.Field, path string, skip func(key string) bool) (map[string]any, *fault) {
	values := make(map[string]any, len(object))
	known := 0
	for _, f := range fields {
		raw, has := object[f.Name]
		if !has {
			continue
		}
		known++
		r.seen.supplied(f)
		value, unmatched, err := f.Read(raw)
		if err != nil {
			return nil, &fault{path + f.Name, err.Error()}
		}
		if unmatched {
			r.seen.unmatched(f, raw)
		}
		if value != nil {
			values[f.Name] = value
		}
	}
	if known < len(object) {
		for key := range object {
			if !slices.ContainsFunc(fields, func(f *casefile.Field) bool { return f.Name == key }) && (skip == nil || !skip(key)) {
				r.seen.unknown(plain(path) + shorten(key))
			}
		}
	}
	return values, nil
}

// plain drops the numbers from a path: what is unknown is unknown in every item.
func plain(path string) string {
	name, rest, numbered := strings.Cut(path, "[")
	if !numbered {
		return path
	}
	_, rest, _ = strings.Cut(rest, "]")
	return name + rest
}

// record reads a line's object. It is nil when the line is refused.
func (r reader) record(object map[string]any, at casefile.Location) (*casefile.Record, *fault) {
	d := r.dictionary
	isEntity := func(key string) bool {
		e, ok := d.Entity(key)
		return ok && !e.Service
	}
	own, wrong := r.fields(object, d.Record, "", isEntity)
	if wrong != nil {
		return nil, wrong
	}
	id, _ := own["case_id"].(string)
	if id == "" {
		return nil, &fault{"case_id", "the record has no case_id: give every record the id of its case"}
	}
	rec := d.NewRecord(id)
	rec.Source = at
	for name, value := range own {
		rec.Values[name] = value
	}
	rec.Team, _ = own["team"].(string)
	if raw, has := object["child"]; has && raw != nil {
		child, ok := raw.(map[string]any)
		if !ok {
			return nil, &fault{"child", "it is not an object: write {\"date_of_birth\": ...}"}
		}
		if rec.Values["child"], wrong = r.values(child, d.Child.Fields, "child."); wrong != nil {
			return nil, wrong
		}
	}
	for _, e := range d.Entities {
		if wrong := r.entity(rec, e, object[e.Name], at); wrong != nil {
			return nil, wrong
		}
	}
	return rec, nil
}

func (r reader) values(object map[string]any, fields []*casefile.Field, path string) (any, *fault) {
	values, wrong := r.fields(object, fields, path, nil)
	return values, wrong
}

// entity reads the list of an entity's items and drops exact repeats.
func (r reader) entity(rec *casefile.Record, e *casefile.Entity, raw any, at casefile.Location) *fault {
	if raw == nil {
		return nil
	}
	list, ok := raw.([]any)
	if !ok {
		return &fault{e.Name, "it is not a list: write [{...}, {...}], and [] when there are none"}
	}
	once := repeats{}
	for i, element := range list {
		part := e.Name + "[" + strconv.Itoa(i) + "]"
		object, ok := element.(map[string]any)
		if !ok {
			return &fault{part, "it is not an object: write {\"" + e.Fields[0].Name + "\": ...}"}
		}
		if len(list) > 1 && once.again(object) {
			r.seen.repeated(e.Name, part)
			continue
		}
		item, wrong := r.fields(object, e.Fields, part+".", nil)
		if wrong != nil {
			return wrong
		}
		rec.Add(e.Name, item, casefile.Location{File: at.File, Row: at.Row, Part: part})
	}
	return nil
}

// repeats tells whether an object was met before: the same keys and values, in
// any order.
type repeats map[string]bool

func (r repeats) again(object map[string]any) bool {
	var b strings.Builder
	canonical(&b, object)
	if r[b.String()] {
		return true
	}
	r[b.String()] = true
	return false
}

func canonical(b *strings.Builder, v any) {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		b.WriteByte('{')
		for _, key := range keys {
			b.WriteString(strconv.Quote(key))
			b.WriteByte(':')
			canonical(b, v[key])
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for _, element := range v {
			canonical(b, element)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case string:
		b.WriteString(strconv.Quote(v))
	default:
		fmt.Fprint(b, v)
	}
	b.WriteByte(' ')
}
