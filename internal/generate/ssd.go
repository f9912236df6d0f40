package generate

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// WriteSSD writes the export as CSV files: the tables of the Standard
// Safeguarding Dataset, each with its own column names, and practice tables for
// what the dataset lacks. The key goes to the file named by answers; "" leaves it
// out. Files are for their owner only.
func (g *Generator) WriteSSD(dir, answers string) (err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	key, err := create(answers)
	if err != nil {
		return err
	}
	defer key.close(&err)
	set := &sheets{}
	defer func() { err = errors.Join(err, set.close()) }()
	for _, t := range g.tables() {
		if err := set.open(dir, t); err != nil {
			return err
		}
	}
	for c, err := range g.Cases() {
		if err != nil {
			return err
		}
		if err := set.write(c.Record); err != nil {
			return err
		}
		if err := key.answers(c.Answers); err != nil {
			return err
		}
	}
	values, answersOfService := g.Service()
	if err := set.write(&casefile.Record{Values: values}); err != nil {
		return err
	}
	return key.answers(answersOfService)
}

// tables are all tables, with the columns that the export has; those without any are left out.
func (g *Generator) tables() []table {
	all := append(ssdTables(), practiceTables(g.dict)...)
	all = append(all,
		table{file: "ssd_linked_identifiers.csv", entity: "@upn", columns: []column{{"link_table_id", number}, {"link_person_id", caseID},
			{"link_identifier_type", "type"}, {"link_identifier_value", "upn"}}},
		table{file: "ssd_disability.csv", entity: "@disability", columns: []column{{"disa_table_id", number}, {"disa_person_id", caseID},
			{"disa_disability_code", "code"}}},
		table{file: "ssd_assessment_factors.csv", entity: "@factors", columns: []column{{"cinf_table_id", number},
			{"cinf_assessment_id", "assessment_id"}, {"cinf_assessment_factors_json", "factors"}}})
	var kept []table
	for _, t := range all {
		own := 0
		t.columns = slices.DeleteFunc(t.columns, func(c column) bool { return !g.columnHas(t, c) })
		for _, c := range t.columns {
			if c.field != caseID && c.field != number {
				own++
			}
		}
		if own > 0 {
			kept = append(kept, t)
		}
	}
	return kept
}

func (g *Generator) columnHas(t table, c column) bool {
	entity := t.entity
	switch {
	case c.field == caseID || c.field == number:
		return true
	case c.field == "@team":
		return g.has("team")
	case entity == "@upn":
		return g.has("child.upn")
	case entity == "@disability":
		return g.has("child.disabilities")
	case entity == "@factors":
		return g.has("assessments.factors")
	case entity == "":
		entity = "child"
	}
	return g.has(entity + "." + c.field)
}

// sheets are the files being written.
type sheets struct {
	tables []table
	files  []*output
	rows   []*csv.Writer
	number []int
}

func (s *sheets) open(dir string, t table) error {
	f, err := create(filepath.Join(dir, t.file))
	if err != nil {
		return err
	}
	s.tables, s.files, s.rows, s.number = append(s.tables, t), append(s.files, f), append(s.rows, csv.NewWriter(f)), append(s.number, 0)
	header := make([]string, len(t.columns))
	for i, c := range t.columns {
		header[i] = c.name
	}
	return s.rows[len(s.rows)-1].Write(header)
}

func (s *sheets) close() error {
	var err error
	for i, rows := range s.rows {
		rows.Flush()
		err = errors.Join(err, rows.Error())
		s.files[i].close(&err)
	}
	return err
}

// write puts a record (or the service, which has no case id) into its tables.
func (s *sheets) write(r *casefile.Record) error {
	for i, t := range s.tables {
		for _, item := range itemsOf(t, r) {
			s.number[i]++
			row := make([]string, len(t.columns))
			for k, c := range t.columns {
				switch c.field {
				case caseID:
					row[k] = r.CaseID
				case number:
					row[k] = fmt.Sprintf("%07d", s.number[i])
				case "@team":
					row[k] = r.Team
				default:
					row[k] = cell(item[c.field])
				}
			}
			if err := s.rows[i].Write(row); err != nil {
				return err
			}
		}
	}
	return nil
}

// itemsOf are the items of a record that a table holds.
func itemsOf(t table, r *casefile.Record) []map[string]any {
	var items []map[string]any
	child, _ := r.Values["child"].(map[string]any)
	switch t.entity {
	case "":
		if child != nil {
			items = append(items, child)
		}
	case "@upn":
		if child["upn"] != nil {
			items = append(items, map[string]any{"type": "Unique Pupil Number", "upn": child["upn"]})
		}
	case "@disability":
		codes, _ := child["disabilities"].([]any)
		for _, code := range codes {
			items = append(items, map[string]any{"code": code})
		}
	case "@factors":
		for _, item := range r.Items("assessments") {
			if a := item.(map[string]any); a["factors"] != nil {
				items = append(items, a)
			}
		}
	default:
		for _, item := range r.Items(t.entity) {
			if m := item.(map[string]any); t.kind == "" || m["type"] == t.kind {
				items = append(items, m)
			}
		}
	}
	return items
}

// cell is a value as a CSV file holds it.
func cell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		if v {
			return "Y"
		}
		return "N"
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	text, err := json.Marshal(value)
	if err != nil {
		panic(fmt.Sprintf("generate: %v cannot stand in a cell", value))
	}
	return string(text)
}
