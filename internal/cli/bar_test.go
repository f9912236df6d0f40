package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/caseaudit/caseaudit/internal/progress"
)

// begun opens a stage that has gone on for long enough to be shown.
func begun(b *bar, what string, total int64, unit progress.Unit) *stage {
	s := b.Begin(what, total, unit).(*stage)
	s.began = time.Now().Add(-time.Hour)
	return s
}

func TestBar(t *testing.T) {
	for _, test := range []struct {
		name  string
		total int64
		unit  progress.Unit
		want  []string
	}{
		{"bytes of a total", 4 << 20, progress.Bytes, []string{"reading a.csv", "50%", "2.0/4.0 MiB"}},
		{"records of a total", 4 << 20, progress.Records, []string{"reading a.csv", "50%", "(2097152/4194304)"}},
		{"rows of nobody knows how many", 0, progress.Rows, []string{"reading a.csv", "(2097152/-"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			b := &bar{w: &out, words: 40}
			s := begun(b, "reading a.csv", test.total, test.unit)
			s.At(2 << 20)
			s.End()
			for _, want := range test.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("%q has no %q", out.String(), want)
				}
			}
			if !strings.HasSuffix(out.String(), " \r") {
				t.Errorf("the line is not cleared away: %q", out.String())
			}
		})
	}
}

// What is soon done is not shown, nor what goes on after the bar was stopped, nor a
// stage that another has taken the line from.
func TestBarIsSilent(t *testing.T) {
	var out bytes.Buffer
	b := &bar{w: &out, words: 40}
	quick := b.Begin("quick", 10, progress.Rows)
	quick.At(5)
	quick.End()
	outer := begun(b, "outer", 10, progress.Rows)
	inner := begun(b, "inner", 10, progress.Rows)
	outer.At(5)
	outer.End()
	inner.At(5)
	if got := out.String(); strings.Contains(got, "quick") || strings.Contains(got, "outer") || !strings.Contains(got, "inner") {
		t.Errorf("%q", got)
	}
	b.stop()
	length := out.Len()
	inner.At(6)
	late := begun(b, "late", 10, progress.Rows)
	late.At(5)
	late.End()
	if out.Len() != length {
		t.Errorf("%q", out.String()[length:])
	}
}

func TestShortLine(t *testing.T) {
	for what, want := range map[string]string{"reading a\x1b[2J\u202eb.csv": "reading a[2Jb.c…", "reading a.csv": "reading a.csv"} {
		if got := shortLine(what, 16); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
