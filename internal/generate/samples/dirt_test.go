package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Each kind of dirt, on one small file.
func TestSpelling(t *testing.T) {
	const clean = "id,date,seen,text\n007,2026-03-09,Y,£5 a week\n008,2026-03-10T09:30:00,N,\n"
	for name, tc := range map[string]struct {
		s    spelling
		want string
	}{
		"dates":        {spelling{Dates: "uk"}, "id,date,seen,text\n007,09/03/2026,Y,£5 a week\n008,10/03/2026 09:30,N,\n"},
		"yes and no":   {spelling{Yes: "true", No: "false"}, "id,date,seen,text\n007,2026-03-09,true,£5 a week\n008,2026-03-10T09:30:00,false,\n"},
		"blank":        {spelling{Blank: "NULL"}, "id,date,seen,text\n007,2026-03-09,Y,£5 a week\n008,2026-03-10T09:30:00,N,NULL\n"},
		"windows-1252": {spelling{Encoding: "windows-1252", Delimiter: ";"}, "id;date;seen;text\r\n007;2026-03-09;Y;\xa35 a week\r\n008;2026-03-10T09:30:00;N;\r\n"},
		"twice":        {spelling{Twice: 1}, clean + "007,2026-03-09,Y,£5 a week\n"},
		"column":       {spelling{Add: map[string]string{"why": "Statutory"}}, "id,date,seen,text,why\n007,2026-03-09,Y,£5 a week,Statutory\n008,2026-03-10T09:30:00,N,,Statutory\n"},
		"rows and lines": {spelling{Rows: []map[string]string{{"id": "$first", "date": "31/02/2026"}}, Lines: []string{"009,2026"}},
			clean + "007,31/02/2026,,\n009,2026\n"},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "a.csv")
		if err := os.WriteFile(path, []byte(clean), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := (dirt{Tables: map[string]spelling{"a.csv": tc.s}}).spoil(dir); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != tc.want {
			t.Errorf("%s: %q, not %q (%v)", name, got, tc.want, err)
		}
	}
}
