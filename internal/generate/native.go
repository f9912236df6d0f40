package generate

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// WriteNative writes the export in caseaudit's own format: dir/cases.ndjson, a
// record a line in the dictionary's order after a first line that says what the
// export supplies, and dir/service.json. The key goes to the file named by
// answers, a line an answer; "" leaves it out, and it should lie outside dir. Files
// are for their owner only.
func (g *Generator) WriteNative(dir, answers string) (err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	cases, err := create(filepath.Join(dir, "cases.ndjson"))
	if err != nil {
		return err
	}
	defer cases.close(&err)
	key, err := create(answers)
	if err != nil {
		return err
	}
	defer key.close(&err)
	if err := cases.line(map[string]any{"supplies": g.ofCases()}); err != nil {
		return err
	}
	var text bytes.Buffer
	for c, err := range g.Cases() {
		if err != nil {
			return err
		}
		text.Reset()
		if err := g.record(&text, c.Record); err != nil {
			return err
		}
		if _, err := cases.Write(text.Bytes()); err != nil {
			return err
		}
		if err := key.answers(c.Answers); err != nil {
			return err
		}
	}
	service, err := create(filepath.Join(dir, "service.json"))
	if err != nil {
		return err
	}
	defer service.close(&err)
	values, answersOfService, err := g.Service()
	if err != nil {
		return err
	}
	if err := g.service(service, values); err != nil {
		return err
	}
	return key.answers(answersOfService)
}

// ofCases lists the fields of the cases that the export has.
func (g *Generator) ofCases() []string {
	var paths []string
	for _, path := range g.Supplied() {
		if f, ok := g.dict.Field(path); ok {
			if e, ok := g.dict.Entity(f.Entity); !ok || !e.Service {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// record writes one case on a line: keys in the dictionary's order, empty lists left out.
func (g *Generator) record(w *bytes.Buffer, r *casefile.Record) error {
	fields := object{w: w}
	for _, f := range g.dict.Record {
		if value, ok := r.Values[f.Name]; ok {
			fields.put(f.Name, value)
		}
	}
	fields.key("child")
	fields.object(g.dict.Child, r.Child(), nil)
	for _, e := range g.dict.Entities {
		if items := r.Items(e.Name); len(items) > 0 {
			fields.key(e.Name)
			fields.list(e, items, nil)
		}
	}
	w.WriteString("}\n")
	return fields.err
}

// service writes the service, an item a line, with every field that the export has.
func (g *Generator) service(w io.Writer, values map[string]any) error {
	var text bytes.Buffer
	fields := object{w: &text, lines: true}
	for _, e := range g.dict.Service {
		fields.key(e.Name)
		items, _ := values[e.Name].([]any)
		fields.list(e, items, g.has)
	}
	text.WriteString("\n}\n")
	if fields.err != nil {
		return fields.err
	}
	_, err := w.Write(text.Bytes())
	return err
}
