package xlsx

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// inflater reads a part, trusting nothing that the file says of it. The
// library's own reader will not do: it believes a checksum of nought, and it
// reads no further than the size that the directory states.
type inflater struct {
	ctx     context.Context
	archive *archive
	part    *part
	packed  *bufio.Reader
	plain   io.Reader
	read    int64 // inflated
	crc     uint32
	err     error
}

func (a *archive) open(ctx context.Context, p *part) (*inflater, error) {
	raw, err := p.file.OpenRaw()
	if err != nil {
		return nil, damaged("the directory of the file points nowhere: %w", err)
	}
	r := &inflater{ctx: ctx, archive: a, part: p, packed: bufio.NewReaderSize(raw, bufferFor(p.file.CompressedSize64))}
	r.plain = r.packed
	if p.file.Method == zip.Deflate {
		r.plain = flate.NewReader(r.packed)
	}
	return r, nil
}

// Read gives io.EOF only when the part was whole.
func (r *inflater) Read(b []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	if r.err = r.ctx.Err(); r.err != nil {
		return 0, r.err
	}
	n, err := r.plain.Read(b)
	r.read += int64(n)
	r.crc = crc32.Update(r.crc, crc32.IEEETable, b[:n])
	if r.err = r.bounded(); r.err != nil {
		return 0, r.err
	}
	switch {
	case errors.Is(err, io.EOF):
		if r.err = r.whole(); r.err == nil {
			r.err = io.EOF
		}
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.err = damaged("%w", errShort)
	case err != nil:
		r.err = damaged("the part's compressed bytes are damaged: %w", err)
	}
	if r.err != nil && !errors.Is(r.err, io.EOF) {
		return 0, r.err
	}
	return n, r.err
}

// bounded holds what has been inflated against the limits.
func (r *inflater) bounded() error {
	l, p := r.archive.limits, r.part
	if r.read > p.inflated {
		r.archive.total += r.read - p.inflated
		p.inflated = r.read
	}
	switch {
	case r.read > l.part:
		return fmt.Errorf("the part holds more than %d bytes, which no export has: the file may be made to fill the machine", l.part)
	case r.archive.total > l.total:
		return fmt.Errorf("the file holds more than %d bytes in all: split the export", l.total)
	case r.read > l.ratioFrom && r.read > l.ratio*int64(p.file.CompressedSize64):
		return fmt.Errorf("the part grows to more than %d times its size, which no export does: the file may be made to fill the machine", l.ratio)
	}
	return nil
}

// whole compares the part that was read with what the directory says of it.
func (r *inflater) whole() error {
	if _, err := r.packed.ReadByte(); !errors.Is(err, io.EOF) {
		return damaged("the part goes on after its end")
	}
	f := r.part.file
	switch {
	case uint64(r.read) != f.UncompressedSize64:
		return damaged("the part has %d bytes where the directory of the file says %d", r.read, f.UncompressedSize64)
	case r.crc != f.CRC32:
		return damaged("the part's checksum is wrong")
	}
	return nil
}
