package progress_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/caseaudit/caseaudit/internal/progress"
)

// log remembers what it is told.
type log struct{ lines []string }

func (l *log) Begin(what string, total int64, unit progress.Unit) progress.Stage {
	l.lines = append(l.lines, fmt.Sprintf("%s of %d %s", what, total, unit))
	return l
}

func (l *log) At(done int64) { l.lines = append(l.lines, fmt.Sprint(done)) }
func (l *log) End()          { l.lines = append(l.lines, "end") }

func TestTheContextsListenerIsTold(t *testing.T) {
	l := &log{}
	for _, ctx := range []context.Context{t.Context(), progress.With(t.Context(), l)} {
		stage := progress.Begin(ctx, "reading a.csv", 7, progress.Bytes)
		stage.At(3)
		stage.End()
	}
	if got := fmt.Sprint(l.lines); got != "[reading a.csv of 7 bytes 3 end]" {
		t.Error(got)
	}
}
