// Command generate writes what follows from the dictionary: case.json and
// service.json, the JSON Schemas of what policies see, to one folder, and data.json,
// the names of the dates, to another. Run it with `go generate ./internal/casefile`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: generate SCHEMAS-FOLDER DATES-FOLDER")
		os.Exit(2)
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(schemas, dates string) error {
	d, err := casefile.NewDictionary()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(schemas, "case.json"), d.Schema(), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(schemas, "service.json"), d.ServiceSchema(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dates, "data.json"), d.DateTables(), 0o644)
}
