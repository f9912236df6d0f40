package xlsx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// Merges gives the sheet's merged ranges, in the file's order, before its rows
// are read. They stand behind the rows, so that the sheet is gone through for
// them; most sheets have none, which is found out without parsing them. It fails
// when there are more than it keeps.
func (s *Sheet) Merges(ctx context.Context) ([]Range, error) {
	if s.seen == nil {
		some, err := s.mentions(ctx, []byte("mergeCell"))
		if err != nil || !some {
			return nil, err
		}
		if err := s.Rows(ctx, func(*Row) error { return nil }); err != nil {
			return nil, err
		}
	}
	if s.seen.mergedCount > mergedKept {
		return nil, s.fault(fmt.Errorf("the sheet has %d merged ranges and the limit is %d: unmerge its cells in Excel", s.seen.mergedCount, mergedKept))
	}
	return s.seen.merged, nil
}

func (s *Sheet) fault(err error) error {
	if stopped(err) {
		return err
	}
	return s.book.named(&Fault{Sheet: s.Name, Part: s.part.name, Err: err})
}

// mentions reports whether a word stands anywhere in the sheet's part, which is
// read to its end.
func (s *Sheet) mentions(ctx context.Context, word []byte) (bool, error) {
	a := s.book.archive
	r, err := a.open(ctx, s.part)
	if err != nil {
		return false, s.fault(err)
	}
	buf := make([]byte, 64<<10)
	kept := 0 // bytes of the word's beginning that may stand at the end of the last piece
	found := false
	for {
		n, err := r.Read(buf[kept:])
		found = found || bytes.Contains(buf[:kept+n], word)
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return false, s.fault(err)
		}
		end := buf[:kept+n]
		kept = copy(buf, end[max(0, len(end)-len(word)+1):])
	}
}

// Remarks gives what the last reading of the sheet to its end showed; nil before
// the first.
func (s *Sheet) Remarks() []Remark {
	if s.seen == nil {
		return nil
	}
	return s.seen.remarks(s)
}
