package generate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// object writes a JSON object field by field. The first error stays.
type object struct {
	w     *bytes.Buffer
	n     int
	lines bool // each field, and each item of a list, on a line of its own
	err   error
}

func (o *object) key(name string) {
	if o.n++; o.n == 1 {
		o.w.WriteByte('{')
	} else {
		o.w.WriteByte(',')
	}
	if o.lines {
		o.w.WriteByte('\n')
	}
	fmt.Fprintf(o.w, "%q:", name)
}

func (o *object) put(name string, value any) {
	o.key(name)
	o.err = errors.Join(o.err, encode(o.w, value))
}

// object writes an item. With a filter, every field that passes is written, blank ones as null.
func (o *object) object(e *casefile.Entity, item map[string]any, all func(path string) bool) {
	inner := object{w: o.w}
	for _, f := range e.Fields {
		if value, ok := item[f.Name]; ok || (all != nil && all(f.Path())) {
			inner.put(f.Name, value)
		}
	}
	if inner.n == 0 {
		o.w.WriteByte('{')
	}
	o.w.WriteByte('}')
	o.err = errors.Join(o.err, inner.err)
}

func (o *object) list(e *casefile.Entity, items []any, all func(path string) bool) {
	o.w.WriteByte('[')
	for i, item := range items {
		if i > 0 {
			o.w.WriteByte(',')
		}
		if o.lines {
			o.w.WriteString("\n ")
		}
		o.object(e, item.(map[string]any), all)
	}
	o.w.WriteByte(']')
}

// encode writes a value as JSON without escaping &, < and >.
func encode(w *bytes.Buffer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	w.Truncate(w.Len() - 1) // Encode ends with a new line
	return err
}
