package letter_test

import (
	"testing"

	"github.com/caseaudit/caseaudit/internal/letter"
)

func TestBecause(t *testing.T) {
	latest := "latest only: the export holds each child's latest visit and no earlier one"
	for want, missing := range map[string][]string{
		"the export lacks plans.type":                                                                {"plans.type"},
		"the export lacks a or b; visits of type care":                                               {"a | b", "visits=care"},
		"the export holds each child's latest visit and no earlier one":                              {latest},
		"the export lacks plans.type; the export holds each child's latest visit and no earlier one": {"plans.type", latest},
	} {
		if got := letter.Because(missing); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
