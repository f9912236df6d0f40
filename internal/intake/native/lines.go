package native

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
)

// line is one line of cases.ndjson.
type line struct {
	number int
	text   []byte // valid until the next line is read
	long   bool   // longer than a line may be: text is cut
}

// lines calls yield with each line that is not blank. A line that is too long
// is passed over in pieces and given with long set.
func lines(ctx context.Context, r io.Reader, yield func(line) error) error {
	buffered := bufio.NewReaderSize(r, 256<<10)
	if mark, err := buffered.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = buffered.Discard(3)
	}
	var text []byte
	for number := 1; ; number++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		text = text[:0]
		long := false
		var err error
		for {
			var piece []byte
			piece, err = buffered.ReadSlice('\n')
			if len(text)+len(piece) > MaxLineBytes {
				long = true
			} else {
				text = append(text, piece...)
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				break
			}
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if trimmed := bytes.TrimSpace(text); len(trimmed) > 0 || long {
			if err := yield(line{number, trimmed, long}); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}
