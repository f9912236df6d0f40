package cli

import (
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/caseaudit/caseaudit/internal/progress"
)

// terminal gives the terminal that the errors go to; false when they go elsewhere,
// or to one that cannot move its cursor.
func terminal(w io.Writer) (*os.File, bool) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || os.Getenv("TERM") == "dumb" {
		return nil, false
	}
	return f, true
}

// showProgress lets a command that reads exports show how far it has come, when
// somebody sits at a terminal and wants to see it. The first word that the command
// itself has to say ends it.
func (p *program) showProgress(cmd *cobra.Command, unwanted bool) {
	f, ok := terminal(p.stderr)
	if !ok || unwanted || p.bar != nil || cmd.Flags().Lookup("no-progress") == nil {
		return
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < barOthers+barLeast {
		return
	}
	p.bar = &bar{w: f, words: width - barOthers}
	p.stdout = &after{stop: p.bar.stop, w: p.stdout}
	cmd.SetContext(progress.With(cmd.Context(), p.bar))
}

// stopProgress clears the bar away, if there is one.
func (p *program) stopProgress() {
	if p.bar != nil {
		p.bar.stop()
	}
}

// bar shows on a terminal how far a run has come: one line for the stage that began
// last, once it has taken long enough to be worth a look, gone when the stage is.
// It has no colours, so NO_COLOR asks nothing more of it.
type bar struct {
	w     io.Writer
	words int // characters that a stage's name has room for

	mutex   sync.Mutex
	current *stage
	stopped bool
}

// How the bar looks, in characters, and when it moves.
const (
	barLength   = 16
	barOthers   = 60 // what stands beside the name: share, bar, numbers, times
	barLeast    = 12 // a name that is cut shorter says nothing
	barPatience = 300 * time.Millisecond
	barInterval = 100 * time.Millisecond
)

// stop clears the bar away for good, so that something else can be written.
func (b *bar) stop() {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.stopped = true
	b.clear()
}

// clear takes the line of the current stage away. The mutex is held.
func (b *bar) clear() {
	if b.current != nil && b.current.line != nil {
		_ = b.current.line.Finish() // the terminal's troubles are not the run's
	}
	b.current = nil
}

// Begin makes a stage the one that is shown.
func (b *bar) Begin(what string, total int64, unit progress.Unit) progress.Stage {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	s := &stage{bar: b, what: shortLine(what, b.words), total: total, unit: unit, began: time.Now()}
	if !b.stopped {
		b.clear()
		b.current = s
	}
	return s
}

// stage is a stage of a bar.
type stage struct {
	bar   *bar
	what  string
	total int64
	unit  progress.Unit
	began time.Time
	line  *progressbar.ProgressBar // nil while it is not shown
}

// At shows how far the stage has come.
func (s *stage) At(done int64) {
	s.bar.mutex.Lock()
	defer s.bar.mutex.Unlock()
	if s.bar.current != s {
		return
	}
	if s.line == nil {
		if time.Since(s.began) < barPatience {
			return
		}
		s.line = s.show()
	}
	if s.total > 0 {
		done = min(done, s.total-1) // whole is when it ends
	}
	_ = s.line.Set64(done)
}

func (s *stage) show() *progressbar.ProgressBar {
	total := s.total
	if total <= 0 {
		total = -1 // not known: it turns
	}
	options := []progressbar.Option{
		progressbar.OptionSetWriter(s.bar.w), progressbar.OptionSetDescription(s.what), progressbar.OptionSetWidth(barLength),
		progressbar.OptionThrottle(barInterval), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(total > 0),
		progressbar.OptionSetRenderBlankState(false), progressbar.OptionSetTheme(progressbar.ThemeASCII), progressbar.OptionShowCount(),
	}
	if s.unit == progress.Bytes {
		options = append(options, progressbar.OptionShowBytes(true), progressbar.OptionUseIECUnits(true))
	}
	return progressbar.NewOptions64(total, options...)
}

// End takes the stage away, if it is the one that is shown.
func (s *stage) End() {
	s.bar.mutex.Lock()
	defer s.bar.mutex.Unlock()
	if s.bar.current == s {
		s.bar.clear()
	}
}

// shortLine keeps a file's name from moving the cursor, or from taking the line.
func shortLine(s string, limit int) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > limit {
		s = string(runes[:limit-1]) + "…"
	}
	return s
}

// after writes once something else has been stopped.
type after struct {
	stop func()
	w    io.Writer
}

func (a *after) Write(b []byte) (int, error) {
	a.stop()
	return a.w.Write(b)
}
