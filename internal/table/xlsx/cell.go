package xlsx

import (
	"bytes"
	"strconv"
)

// found is what a cell turned out to hold.
type found struct {
	kind    []byte // the attribute t, copied
	value   bool   // there is a <v>
	inline  bool   // there is an <is>
	formula bool   // there is an <f>
	dde     bool
}

// readCell reads the cell begun last and adds it to the row unless it is blank.
func (r *sheetReader) readCell() error {
	x := r.x
	r.column++
	if value, ok := x.attr("r"); ok {
		column, row := parseCell(value)
		switch {
		case column == 0 || row != r.number:
			return x.fault("a cell after column %s has a name that no cell of the row has", ColumnName(r.column-1))
		case column < r.column:
			return x.fault("a cell after column %s stands in the same column or in one before", ColumnName(r.column-1))
		}
		r.column = column
	}
	if r.column > lastColumn {
		return x.fault("a cell beyond the last column that a sheet has")
	}
	style, err := r.style()
	if err != nil {
		return err
	}
	kind, err := r.cellKind()
	if err != nil {
		return err
	}
	r.value = r.value[:0]
	var has found
	if err := r.inside(kind, &has); err != nil {
		return err
	}
	if has.dde {
		r.seen.dde.cell(r.column, r.number)
	}
	if has.inline != (kind == kindInline) && (has.inline || has.value) || has.inline && has.value {
		return r.cellFault("its value is not of the kind that it says")
	}
	return r.addCell(kind, style, has)
}

// cellKind is what the attribute t says a cell's value is.
type cellKind uint8

const (
	kindNumber cellKind = iota
	kindShared
	kindBool
	kindDate
	kindError
	kindText
	kindInline
)

func (r *sheetReader) cellKind() (cellKind, error) {
	value, ok := r.x.attr("t")
	if !ok {
		return kindNumber, nil
	}
	switch string(value) {
	case "n":
		return kindNumber, nil
	case "s":
		return kindShared, nil
	case "b":
		return kindBool, nil
	case "d":
		return kindDate, nil
	case "e":
		return kindError, nil
	case "str":
		return kindText, nil
	case "inlineStr":
		return kindInline, nil
	}
	return 0, r.cellFault("it is of a type that no cell has")
}

// inside reads what stands in a cell.
func (r *sheetReader) inside(kind cellKind, has *found) (err error) {
	x := r.x
	for {
		token, err := x.next()
		switch {
		case err != nil:
			return err
		case token == tokenEnd:
			return nil
		case token == tokenText && !x.white():
			return r.cellFault("text beside its value")
		case token != tokenStart:
			continue
		case x.is("v"):
			if has.value {
				return r.cellFault("it has two values")
			}
			has.value = true
			if kind == kindText {
				r.value, err = x.content(r.value)
			} else {
				err = r.bare()
			}
		case x.is("is"):
			if has.inline {
				return r.cellFault("it has two values")
			}
			has.inline = true
			r.value, err = x.rich(r.value)
		case x.is("f"):
			has.formula = true
			err = r.formula(has)
		case x.is("extLst"):
			err = x.skip()
		default:
			return r.cellFault("an element that no cell has")
		}
		if err != nil {
			return err
		}
	}
}

// bare reads a value that is no text: what stands in <v>, without escapes.
func (r *sheetReader) bare() error {
	for {
		token, err := r.x.next()
		switch {
		case err != nil:
			return err
		case token == tokenEnd:
			r.value = bytes.TrimSpace(r.value)
			return nil
		case token == tokenStart:
			return r.cellFault("an element stands in its value")
		}
		r.value = append(r.value, r.x.text...)
	}
}

// formula passes over a formula. The call of another program is written
// program|'topic'!item; a | has no other use outside quotation marks.
func (r *sheetReader) formula(has *found) error {
	for {
		token, err := r.x.next()
		switch {
		case err != nil:
			return err
		case token == tokenEnd:
			return nil
		case token == tokenStart:
			return r.cellFault("an element stands in its formula")
		}
		if bar := bytes.IndexByte(r.x.text, '|'); bar >= 0 && bytes.IndexByte(r.x.text[bar:], '!') >= 0 && bytes.Count(r.x.text[:bar], []byte{'"'})%2 == 0 {
			has.dde = true
		}
	}
}

// addCell adds the cell to the row.
func (r *sheetReader) addCell(kind cellKind, style format, has found) error {
	c := Cell{Column: r.column}
	at := span{from: len(r.buf), textFrom: -1}
	var err error
	switch {
	case len(r.value) == 0 && has.formula && (kind != kindText || !has.value) && kind != kindInline:
		c.Type = Missing
		r.seen.noValue.cell(r.column, r.number)
		at.from = -1
	case len(r.value) == 0 && kind != kindNumber && kind != kindText && kind != kindInline && has.value:
		return r.cellFault("it has no value")
	case len(r.value) == 0:
		return nil
	case kind == kindShared:
		c.Text, err = r.shared()
		c.Raw = c.Text
		at.from = -1
		if c.Text == "" {
			return err
		}
	case kind == kindText, kind == kindInline:
		r.buf = append(r.buf, r.value...)
		at.to = len(r.buf)
	default:
		c.Type, at.textFrom, err = r.valued(kind, style, at.from)
		at.to = at.from + len(r.value)
		at.textTo = len(r.buf)
	}
	if err != nil {
		return err
	}
	r.row.Cells, r.spans = append(r.row.Cells, c), append(r.spans, at)
	return r.bounded(len(c.Text) + len(r.buf) - max(at.from, 0))
}

// shared gives the shared string that a cell refers to.
func (r *sheetReader) shared() (string, error) {
	n, err := strconv.ParseUint(string(r.value), 10, 31)
	if err != nil || int(n) >= len(r.texts) {
		return "", r.cellFault("it refers to a shared string that the workbook does not have")
	}
	return r.texts[n], nil
}

// valued puts a value that is no text into the row's buffer, and behind it the
// text it is read as when that is another; textFrom is -1 when it is not.
func (r *sheetReader) valued(kind cellKind, style format, from int) (t Type, textFrom int, err error) {
	r.buf = append(r.buf, r.value...)
	raw := r.value
	textFrom = len(r.buf)
	switch kind {
	case kindBool:
		switch string(raw) {
		case "1", "true":
			r.buf = append(r.buf, "true"...)
		case "0", "false":
			r.buf = append(r.buf, "false"...)
		default:
			return 0, 0, r.cellFault("it is neither true nor false")
		}
		return Bool, textFrom, nil
	case kindError:
		r.seen.error(errorCode(raw), r.column, r.number)
		return Error, -1, nil
	case kindDate:
		var ok bool
		if r.buf, ok = appendISO(r.buf, raw); !ok {
			return 0, 0, r.cellFault("it is no date")
		}
		return Date, textFrom, nil
	}
	if !isNumber(raw) {
		return 0, 0, r.cellFault("it is no number")
	}
	return r.numeric(raw, style, textFrom)
}

// numeric reads a number as its style shows it.
func (r *sheetReader) numeric(raw []byte, style format, textFrom int) (Type, int, error) {
	if style.kind != plain {
		text, t, odd := appendSerial(r.buf, raw, style.kind, r.epoch1904)
		if odd {
			r.seen.dates.cell(r.column, r.number)
		}
		if t != Number {
			r.buf = text
			return t, textFrom, nil
		}
	}
	if r.buf = appendNumber(r.buf, raw, style.zeros); len(r.buf) == textFrom {
		textFrom = -1
	} else {
		raw = r.buf[textFrom:]
	}
	if longNumber(raw) {
		r.seen.long.cell(r.column, r.number)
	}
	return Number, textFrom, nil
}

// errorCode is the code as a remark may show it.
func errorCode(raw []byte) string {
	switch code := string(raw); code {
	case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!":
		return code
	}
	return "an error"
}
