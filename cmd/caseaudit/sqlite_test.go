package main

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/caseaudit/caseaudit/internal/table"
)

// sqlite puts tables into a database: sqlite FILE.db statements.sql exports/*.csv.
// A CSV file becomes a table of text, and a key keeps its rows in their order.
func sqlite(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: sqlite FILE.db FILE.sql|FILE.csv...")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	tx, err := db.Begin()
	ts.Check(err)
	for _, pattern := range args[1:] {
		files, err := filepath.Glob(ts.MkAbs(pattern))
		ts.Check(err)
		for _, file := range files {
			if filepath.Ext(file) == ".sql" {
				_, err := tx.Exec(ts.ReadFile(file))
				ts.Check(err)
				continue
			}
			ts.Check(copyTable(tx, file))
		}
	}
	ts.Check(tx.Commit())
	ts.Check(db.Close())
}

func copyTable(tx *sql.Tx, path string) error {
	f, err := table.Open(context.Background(), path)
	if err != nil {
		return err
	}
	defer f.Close()
	name := strings.TrimSuffix(filepath.Base(path), ".csv")
	if _, err := tx.Exec("CREATE TABLE " + name + ` ("` + strings.Join(f.Header, `", "`) + `", row_no INTEGER PRIMARY KEY)`); err != nil {
		return err
	}
	insert, err := tx.Prepare("INSERT INTO " + name + " VALUES (" + strings.Repeat("?, ", len(f.Header)) + "NULL)")
	if err != nil {
		return err
	}
	return f.Rows(context.Background(), func(r table.Row) error {
		args := make([]any, len(r.Cells))
		for i, cell := range r.Cells {
			args[i] = cell
		}
		_, err := insert.Exec(args...)
		return err
	})
}
