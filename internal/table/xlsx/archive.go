package xlsx

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// archive is the ZIP file that a workbook is. Its directory is checked when it
// is opened, its parts whenever they are read; what has been inflated of all of
// them together is counted.
type archive struct {
	limits limits
	parts  map[string]*part // by name in lower case: names differ by more than case
	sorted []*part
	total  int64
}

// part is one file inside.
type part struct {
	name     string // without a leading slash
	file     *zip.File
	inflated int64 // the most that any reading came to
}

func openArchive(content io.ReaderAt, size int64, l limits) (*archive, error) {
	z, err := zip.NewReader(content, size)
	if err != nil {
		return nil, damaged("the file is cut short or damaged: %w", err)
	}
	if len(z.File) > l.entries {
		return nil, fmt.Errorf("the file has %d parts and the limit is %d", len(z.File), l.entries)
	}
	a := &archive{limits: l, parts: make(map[string]*part, len(z.File))}
	for _, f := range z.File {
		if err := a.add(f); err != nil {
			return nil, err
		}
	}
	if err := a.overlaps(); err != nil {
		return nil, err
	}
	slices.SortFunc(a.sorted, func(x, y *part) int { return cmp.Compare(x.name, y.name) })
	return a, nil
}

// add takes up an entry of the directory.
func (a *archive) add(f *zip.File) error {
	if why := badName(f.Name); why != "" {
		return damaged("a part's name %s", why)
	}
	if strings.HasSuffix(f.Name, "/") {
		if f.UncompressedSize64 > 0 {
			return damaged("%s: a folder that holds data", f.Name)
		}
		return nil
	}
	switch {
	case f.Flags&1 != 0:
		return fmt.Errorf("%s: the part is encrypted on its own, which no workbook is: save the workbook again in Excel", f.Name)
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return damaged("%s: compressed in a way that no workbook is (method %d)", f.Name, f.Method)
	}
	key := strings.ToLower(f.Name)
	if a.parts[key] != nil {
		return damaged("%s: the part stands twice in the file", f.Name)
	}
	p := &part{name: f.Name, file: f}
	a.parts[key], a.sorted = p, append(a.sorted, p)
	return nil
}

// badName says what is wrong with the name of a part, "" when nothing is.
func badName(name string) string {
	switch {
	case name == "" || !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }):
		return "is no text"
	case strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':':
		return "is absolute"
	case strings.Contains(name, `\`):
		return "holds a backslash"
	}
	for step := range strings.SplitSeq(strings.TrimSuffix(name, "/"), "/") {
		if step == "" || step == "." || step == ".." {
			return "leads out of the file"
		}
	}
	return ""
}

// overlaps refuses parts that share bytes, by which a small file can inflate
// without end.
func (a *archive) overlaps() error {
	type extent struct {
		from, to int64
		name     string
	}
	var extents []extent
	for _, p := range a.sorted {
		from, err := p.file.DataOffset()
		if err != nil {
			return damaged("%s: the directory of the file points nowhere: %w", p.name, err)
		}
		extents = append(extents, extent{from, from + int64(p.file.CompressedSize64), p.name})
	}
	slices.SortFunc(extents, func(x, y extent) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to)) })
	for i := 1; i < len(extents); i++ {
		if extents[i].from < extents[i-1].to {
			return damaged("%s: the part shares bytes with %s", extents[i].name, extents[i-1].name)
		}
	}
	return nil
}

// find gives a part by its name.
func (a *archive) find(name string) *part {
	return a.parts[strings.ToLower(strings.TrimPrefix(name, "/"))]
}

// drain reads a part to its end for its checksum alone.
func (a *archive) drain(ctx context.Context, p *part) error {
	r, err := a.open(ctx, p)
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, r); err != nil {
		return err
	}
	return nil
}

var errShort = errors.New("the part is cut short")
