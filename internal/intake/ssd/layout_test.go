package ssd

import (
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Every name in tables.yaml that stands for something of the dictionary does.
func TestLayout(t *testing.T) {
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	l, err := readLayout()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range l.Tables {
		if table.Role == items && table.Case == "" {
			t.Errorf("%s: nothing says whose its rows are", table.Table)
		}
		if table.Entity == "" {
			continue
		}
		e, ok := d.Entity(table.Entity)
		if !ok {
			t.Errorf("%s: no entity %s", table.Table, table.Entity)
			continue
		}
		for _, field := range table.Columns {
			if _, ok := e.Field(field); !ok {
				t.Errorf("%s: no field %s", table.Table, field)
			}
		}
		for field, words := range table.Codes {
			f, ok := e.Field(field)
			if !ok {
				t.Errorf("%s: no field %s", table.Table, field)
				continue
			}
			for word, code := range words {
				if _, unmatched, err := f.Read(code); unmatched || err != nil {
					t.Errorf("%s: %s: %s stands for %s, which is no code", table.Table, field, word, code)
				}
			}
		}
		if kind, ok := e.Field("type"); table.Kind != "" && ok {
			if _, unmatched, err := kind.Read(table.Kind); unmatched || err != nil {
				t.Errorf("%s: no type %s", table.Table, table.Kind)
			}
		}
	}
}

func TestTableName(t *testing.T) {
	for path, want := range map[string]string{
		"ssd_person": "ssd_person", "dbo.SSD_Person": "ssd_person", "hdm.dbo.ssd_cin_visits": "ssd_cin_visits",
		"Plan Actions": "plan_actions", "case-notes": "case_notes",
	} {
		if got := TableName(path); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}
