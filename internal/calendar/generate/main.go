// Command generate writes policies/calendar/data.json, the days and working days
// that policies look up. Run it with `go generate ./policies`.
package main

import (
	"fmt"
	"os"

	"github.com/caseaudit/caseaudit/internal/calendar"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate FILE")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], calendar.New().Data(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
