package database

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/progress"
	"github.com/caseaudit/caseaudit/internal/scratch"
	"github.com/caseaudit/caseaudit/internal/table"
)

// kept is a table that was read whole.
type kept struct {
	header  []string
	sha256  string
	rows    *rows
	cut     []bool // columns of nothing but midnights, whose times are left out
	remarks []table.Remark
}

// open gives a table, reading it when that has not been done.
func (d *Database) open(ctx context.Context, o object, l table.Layout) (*table.Table, error) {
	k, err := d.keep(ctx, o)
	if err != nil {
		return nil, err
	}
	t := &table.Table{Name: d.Name, Sheet: o.sheet(), SHA256: k.sha256, Header: k.header}
	switch {
	case l.HeaderRow > 0 || l.HeaderRows > 1:
		return nil, fmt.Errorf("%s: a table of a database has no header row to choose: leave it out of the mapping", t.Called())
	case l.IsHeader != nil && !l.IsHeader(k.header):
		return nil, fmt.Errorf("%s: %w", t.Called(), table.ErrNoHeader)
	}
	t.Reader = &reader{kept: k, table: t, aside: l.Aside}
	return t, nil
}

func (d *Database) keep(ctx context.Context, o object) (*kept, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if k := d.kept[o]; k != nil {
		return k, nil
	}
	called := (&table.Table{Name: d.Name, Sheet: o.sheet()}).Called()
	if d.engine == nil {
		return nil, fmt.Errorf("%s: the connection to the database is closed", called)
	}
	k, err := d.read(ctx, o)
	if err != nil {
		return nil, err
	}
	d.kept[o] = k
	return k, nil
}

// read reads a table into the store.
func (d *Database) read(ctx context.Context, o object) (*kept, error) {
	called := (&table.Table{Name: d.Name, Sheet: o.sheet()}).Called()
	all, err := d.engine.columns(ctx, o)
	if err != nil {
		return nil, d.source.fault(ctx, called, err)
	}
	k := &kept{remarks: d.remarks, rows: &rows{store: d.rows}}
	var columns []column
	keyed := true
	for _, c := range all {
		if c.withheld == "" {
			columns = append(columns, c)
			k.header = append(k.header, c.name)
			continue
		}
		keyed = keyed && c.key == 0
		k.remarks = append(k.remarks, table.Remark{Kind: "column not read", Sheet: o.sheet(), Place: c.name, Count: 1,
			Text: fmt.Sprintf("column %s %s", strconv.Quote(c.name), c.withheld)})
	}
	if len(columns) == 0 {
		return nil, fmt.Errorf("%s: it has no column that can be read", called)
	}
	for i := range columns {
		if !keyed { // what is left of the key puts rows in no certain order
			columns[i].key = 0
		}
	}
	if k.header, err = table.Names(k.header, func(at int) string { return strconv.Itoa(at + 1) }); err != nil {
		return nil, fmt.Errorf("%s: %w", called, err)
	}
	if err := d.readRows(ctx, o, columns, k); err != nil {
		return nil, err
	}
	return k, nil
}

func (d *Database) readRows(ctx context.Context, o object, columns []column, k *kept) error {
	hash := sha256.New()
	hash.Write(scratch.AppendRow(nil, k.header))
	timed := make([]bool, len(columns)) // columns with a time of day that is no midnight
	cells := make([]string, len(columns))
	var record []byte
	var size int64
	called := (&table.Table{Name: d.Name, Sheet: o.sheet()}).Called()
	var own error // ours, which is fit to be shown
	stage := progress.Begin(ctx, "reading "+called, 0, progress.Rows)
	defer stage.End()
	read := int64(0)
	err := d.engine.read(ctx, o, columns, func(values []any) error {
		if read++; read%progress.Every == 0 {
			stage.At(read)
		}
		fault, length := "", 0
		for i, c := range columns {
			text, why := d.engine.text(c, values[i])
			if why != "" && fault == "" {
				fault = fmt.Sprintf("column %s %s", strconv.Quote(c.name), why)
			}
			cells[i] = strings.ToValidUTF8(text, string(utf8.RuneError))
			length += len(cells[i])
			timed[i] = timed[i] || cells[i] != "" && !midnight(cells[i])
		}
		if length > table.MaxRowBytes {
			fault = fmt.Sprintf("the row has %d bytes and the limit is %d", length, table.MaxRowBytes)
			clear(cells)
		}
		record = appendRecord(record[:0], cells, fault)
		hash.Write(record)
		if size += int64(len(record)); size > table.MaxFileBytes {
			own = fmt.Errorf("%s: its rows have more than %d bytes: give a view with fewer rows or columns", called, int64(table.MaxFileBytes))
		} else {
			own = k.rows.append(record)
		}
		return own
	})
	switch {
	case own != nil:
		return own
	case err != nil:
		return d.source.fault(ctx, called, err)
	}
	k.sha256 = hex.EncodeToString(hash.Sum(nil))
	k.cut = make([]bool, len(columns))
	for i, c := range columns {
		k.cut[i] = c.moment && !timed[i]
	}
	return k.rows.end()
}

// midnight reports whether a text is a day and the time of its beginning. Many
// databases keep days as moments, and a column of nothing but midnights is a
// column of days: nobody decided every contact of a year at midnight.
func midnight(text string) bool {
	if len(text) < len("2006-01-02T00:00") || text[10] != 'T' && text[10] != ' ' {
		return false
	}
	return strings.Trim(text[11:], "0:.") == ""
}
