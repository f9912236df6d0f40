// Command generate writes case.json and service.json, the JSON Schemas of what
// policies see, to a folder. Run it with `go generate ./internal/casefile`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate FOLDER")
		os.Exit(2)
	}
	if err := generate(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(folder string) error {
	d, err := casefile.NewDictionary()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "case.json"), d.Schema(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "service.json"), d.ServiceSchema(), 0o644)
}
