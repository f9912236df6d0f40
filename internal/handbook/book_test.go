package handbook_test

import (
	"flag"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/handbook"
	"github.com/caseaudit/caseaudit/policies"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func shipped(t testing.TB) (*criteria.Catalogue, *handbook.Book) {
	t.Helper()
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	book, err := handbook.New(catalogue)
	if err != nil {
		t.Fatal(err)
	}
	return catalogue, book
}
