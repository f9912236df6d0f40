package join

import (
	"encoding/binary"
	"math"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// decoder reads what a codec wrote, from the front. Once something is not as it
// was written, bad is set and everything after it is nothing.
type decoder struct {
	rest []byte
	bad  bool
}

func (d *decoder) fail() {
	d.bad, d.rest = true, nil
}

func (d *decoder) number() uint64 {
	n, used := binary.Uvarint(d.rest)
	if used <= 0 {
		d.fail()
		return 0
	}
	d.rest = d.rest[used:]
	return n
}

// count is a number of things that follow, each of at least one byte.
func (d *decoder) count() int {
	n := d.number()
	if n > uint64(len(d.rest)) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) text() string {
	n := d.count()
	s := string(d.rest[:n])
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) place(c *codec) casefile.Location {
	number := d.number()
	row := d.number()
	part := d.text()
	if number >= uint64(len(c.pages)) {
		d.fail()
		return casefile.Location{}
	}
	p := c.pages[number]
	return casefile.Location{File: p.file, Sheet: p.sheet, Row: int(row), Part: part}
}

func (d *decoder) item(fields []*casefile.Field) map[string]any {
	n := d.count()
	item := make(map[string]any, n)
	for range n {
		number := d.number()
		if number >= uint64(len(fields)) {
			d.fail()
			return item
		}
		item[fields[number].Name] = d.value()
	}
	return item
}

func (d *decoder) value() any {
	if len(d.rest) == 0 {
		d.fail()
		return nil
	}
	kind := d.rest[0]
	d.rest = d.rest[1:]
	switch kind {
	case isText:
		return d.text()
	case isList:
		n := d.count()
		list := make([]any, n)
		for i := range list {
			list[i] = d.text()
		}
		return list
	case isNo, isYes:
		return kind == isYes
	case isInt:
		n, used := binary.Varint(d.rest)
		if used > 0 {
			d.rest = d.rest[used:]
			return int(n)
		}
	case isNumber:
		if len(d.rest) >= 8 {
			n := math.Float64frombits(binary.BigEndian.Uint64(d.rest))
			d.rest = d.rest[8:]
			return n
		}
	}
	d.fail()
	return nil
}
