package native

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/progress"
)

// Format is how a survey names this format.
const Format = "native"

// Export is a native export.
type Export struct {
	dictionary *casefile.Dictionary
	cases      string            // path of cases.ndjson
	service    string            // path of service.json, "" when there is none
	ignored    map[string]string // other files of the folder, and why
	refused    map[int]bool      // lines of cases that hold no record; nil before Survey
	size       int64
	changed    time.Time
}

// New makes an export of the given files. Service is "" when there is none;
// ignored gives the reason why each other file of the folder is left alone.
func New(d *casefile.Dictionary, cases, service string, ignored map[string]string) *Export {
	return &Export{dictionary: d, cases: cases, service: service, ignored: ignored}
}

// Survey reads the whole export once.
func (e *Export) Survey(ctx context.Context) (*casefile.Survey, error) {
	l := ledger.New(e.dictionary, Format)
	for name, why := range e.ignored {
		l.Ignore(name, why)
	}
	e.refused = map[int]bool{}
	if err := e.surveyCases(ctx, l); err != nil {
		e.refused = nil
		return nil, fmt.Errorf("%s: %w", filepath.Base(e.cases), err)
	}
	if e.service != "" {
		if err := e.surveyService(ctx, l); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(e.service), err)
		}
	}
	return l.Close()
}

func (e *Export) surveyCases(ctx context.Context, l *ledger.Ledger) error {
	f, err := openRegular(e.cases)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	e.size, e.changed = info.Size(), info.ModTime()
	name := filepath.Base(e.cases)
	in := l.Input(casefile.Input{Name: name, Entity: "cases", Encoding: "utf-8"})
	hash := sha256.New()
	s := &surveyor{ledger: l, ids: map[string]int{}, fields: map[*casefile.Field]bool{}}
	first := true
	stage := progress.Begin(ctx, "reading "+name, info.Size(), progress.Bytes)
	defer stage.End()
	err = lines(ctx, progress.Reader(io.TeeReader(f, hash), stage), func(line line) error {
		at := casefile.Location{File: name, Row: line.number}
		object, wrong := parse(line)
		declares := first && isSupplies(object)
		if first = false; declares {
			if wrong = s.supplies(e.dictionary, object["supplies"]); wrong == nil {
				return nil
			}
		}
		in.Rows++
		if wrong == nil {
			wrong = s.record(e.dictionary, object, at)
		}
		if wrong == nil {
			in.Read++
			return nil
		}
		e.refused[line.number] = true
		id, _ := object["case_id"].(string)
		l.Refuse(1, casefile.Refusal{At: at, Column: wrong.path, CaseID: casefile.Trim(id), Reason: wrong.reason})
		return nil
	})
	in.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return err
}

// Records reads the cases again, one at a time.
func (e *Export) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	if e.refused == nil {
		return errors.New("records were asked for before the survey")
	}
	f, err := openRegular(e.cases)
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(e.cases), err)
	}
	defer f.Close()
	name := filepath.Base(e.cases)
	changed := fmt.Errorf("%s: the file has changed since it was first read: run the audit again", name)
	if info, err := f.Stat(); err != nil || info.Size() != e.size || !info.ModTime().Equal(e.changed) {
		return changed
	}
	r := reader{e.dictionary, nothing{}}
	first := true
	return lines(ctx, f, func(line line) error {
		if e.refused[line.number] {
			first = false
			return nil
		}
		object, wrong := parse(line)
		if wrong != nil {
			return changed
		}
		declares := first && isSupplies(object)
		if first = false; declares {
			return nil
		}
		rec, wrong := r.record(object, casefile.Location{File: name, Row: line.number})
		if wrong != nil {
			return changed
		}
		return yield(rec)
	})
}

// parse reads a line as one JSON object.
func parse(line line) (map[string]any, *fault) {
	if line.long {
		return nil, &fault{"", fmt.Sprintf("the line is longer than %d bytes: write one record a line", MaxLineBytes)}
	}
	v, err := decode(line.text)
	if err != nil {
		return nil, &fault{"", err.Error()}
	}
	object, ok := v.(map[string]any)
	if !ok {
		return nil, &fault{"", "it is not one JSON object: write one record a line"}
	}
	return object, nil
}

// openRegular opens a file that is one: a pipe would wait for ever.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, short(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a regular file")
	}
	f, err := os.Open(path)
	return f, short(err)
}

// short drops the path from a file error: the name has been said.
func short(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
