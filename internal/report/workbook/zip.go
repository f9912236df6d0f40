package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/xml"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// contentTypes is the part that lists the kinds of all others.
const contentTypes = "[Content_Types].xml"

// archive is a ZIP writer that gives the same bytes for the same parts, whatever
// order they arrive in. Parts are held compressed until Close.
type archive struct {
	out     io.Writer
	date    time.Time
	stopped func() error // why the writing is to stop; nil when it is not
	parts   []*part
}

type part struct {
	name  string
	data  bytes.Buffer // deflated, once mended
	mend  func([]byte) ([]byte, error)
	sum   hash.Hash32
	size  uint64
	flate *flate.Writer

	stopped func() error
}

func newArchive(w io.Writer, date time.Time, stopped func() error) *archive {
	return &archive{out: w, date: date, stopped: stopped}
}

// Create starts a part. Those that need mending are held as they come.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name, sum: crc32.NewIEEE(), stopped: a.stopped}
	a.parts = append(a.parts, p)
	switch {
	case name == contentTypes:
		p.mend = sortTypes
	case strings.HasPrefix(name, "xl/charts/chart"):
		p.mend = untitle
	default:
		return p, p.deflate()
	}
	return &p.data, nil
}

// AddFS is not needed to write a workbook.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts in an order that file-type sniffers know: contents,
// relationships, workbook, its parts, properties.
func (a *archive) Close() error {
	for _, p := range a.parts {
		if err := p.finish(); err != nil {
			return err
		}
	}
	slices.SortFunc(a.parts, func(x, y *part) int {
		return cmp.Or(cmp.Compare(rank(x.name), rank(y.name)), cmp.Compare(x.name, y.name))
	})
	z := zip.NewWriter(a.out)
	for _, p := range a.parts {
		w, err := z.CreateRaw(a.header(p))
		if err != nil {
			return err
		}
		if _, err := w.Write(p.data.Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}

func (a *archive) header(p *part) *zip.FileHeader {
	const zip20 = 20
	year, month, day := a.date.Date()
	return &zip.FileHeader{
		Name: p.name, Method: zip.Deflate, CreatorVersion: zip20, ReaderVersion: zip20,
		ModifiedDate: uint16(day + int(month)<<5 + (max(year, 1980)-1980)<<9),
		CRC32:        p.sum.Sum32(), CompressedSize64: uint64(p.data.Len()), UncompressedSize64: p.size,
	}
}

func rank(name string) int {
	switch {
	case name == contentTypes:
		return 0
	case name == "_rels/.rels":
		return 1
	case name == "xl/workbook.xml":
		return 2
	case strings.HasPrefix(name, "xl/"):
		return 3
	}
	return 4
}

func (p *part) deflate() (err error) {
	p.flate, err = flate.NewWriter(&p.data, flate.DefaultCompression)
	return err
}

// Write adds to the part.
func (p *part) Write(b []byte) (int, error) {
	if err := p.stopped(); err != nil {
		return 0, err
	}
	p.size += uint64(len(b))
	p.sum.Write(b)
	return p.flate.Write(b)
}

func (p *part) finish() error {
	if p.mend != nil {
		mended, err := p.mend(bytes.Clone(p.data.Bytes()))
		if err != nil {
			return err
		}
		p.data.Reset()
		if err := p.deflate(); err != nil {
			return err
		}
		if _, err := p.Write(mended); err != nil {
			return err
		}
	}
	return p.flate.Close()
}

// types is the content of contentTypes.
type types struct {
	XMLName   xml.Name   `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []typeRule `xml:"Default"`
	Overrides []typeRule `xml:"Override"`
}

// typeRule gives the kind of all parts with an extension, or of one part.
type typeRule struct {
	Extension   string `xml:",attr,omitempty"`
	PartName    string `xml:",attr,omitempty"`
	ContentType string `xml:",attr"`
}

// sortTypes puts the entries of the content types, which the library writes in
// the order of a map, into the order of their names.
func sortTypes(text []byte) ([]byte, error) {
	var t types
	if err := xml.Unmarshal(text, &t); err != nil {
		return nil, err
	}
	byName := func(a, b typeRule) int {
		return cmp.Or(cmp.Compare(a.Extension, b.Extension), cmp.Compare(a.PartName, b.PartName))
	}
	slices.SortFunc(t.Defaults, byName)
	slices.SortFunc(t.Overrides, byName)
	sorted, err := xml.Marshal(t)
	return append([]byte(xml.Header), sorted...), err
}

// untitle keeps Excel from printing the name of a chart's only series over it as a
// title; the library has no word for that. Its language is set by the way.
func untitle(chart []byte) ([]byte, error) {
	chart = bytes.Replace(chart, []byte("<chart><view3D>"), []byte(`<chart><autoTitleDeleted val="1"></autoTitleDeleted><view3D>`), 1)
	return bytes.Replace(chart, []byte(`<lang val="en-US">`), []byte(`<lang val="en-GB">`), 1), nil
}
