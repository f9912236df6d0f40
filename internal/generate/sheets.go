package generate

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

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
					if kind, _ := item["type"].(string); !c.apart || !t.held[kind] {
						row[k] = cell(item[c.field])
					}
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
