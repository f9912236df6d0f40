package table

import (
	"errors"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Columns that merged cells leave without a name of their own are named by their
// place where that is asked for, and refused otherwise.
func TestNamesByPlace(t *testing.T) {
	column := func(at int) string { return strconv.Itoa(at + 1) }
	cells := []string{"ID", "", " Date ", "date", "Date", ""}
	got, err := Layout{ByPlace: true}.Names(cells, column)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"ID", "column 2", "Date", "date (column 4)", "Date (column 5)", "column 6"}, got); diff != "" {
		t.Error(diff)
	}
	var header *HeaderError
	if _, err := (Layout{}).Names(cells, column); !errors.As(err, &header) {
		t.Error(err)
	}
	if _, err := (Layout{ByPlace: true}).Names([]string{"column 2", ""}, column); !errors.As(err, &header) {
		t.Error("two columns have one name", err)
	}
}
