package native

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// decoder reads one JSON value strictly. The standard decoder keeps the last of
// two equal keys and says nothing; here that is an error, because one of the
// two values would be lost.
type decoder struct {
	b  []byte
	at int
}

var (
	errNotUTF8 = errors.New("it is not valid UTF-8: save the file as UTF-8")
	errDeep    = fmt.Errorf("objects and lists stand more than %d deep in one another", MaxDepth)
)

// Decode reads text as strictly as the native export is read: see decode.
func Decode(b []byte) (any, error) { return decode(b) }

// decode reads text that holds exactly one value: an object as map[string]any,
// a list as []any, a number as json.Number.
func decode(b []byte) (any, error) {
	if !utf8.Valid(b) {
		return nil, errNotUTF8
	}
	d := &decoder{b: b}
	v, err := d.value(0)
	if err != nil {
		return nil, err
	}
	if d.space(); d.at < len(d.b) {
		return nil, d.fault("something follows the end of the value")
	}
	return v, nil
}

// fault names the place and never what stands there, which may be personal.
func (d *decoder) fault(what string) error {
	return fmt.Errorf("it is not valid JSON: %s at character %d", what, utf8.RuneCount(d.b[:min(d.at, len(d.b))])+1)
}

func (d *decoder) space() {
	for d.at < len(d.b) {
		switch d.b[d.at] {
		case ' ', '\t', '\n', '\r':
			d.at++
		default:
			return
		}
	}
}

// next skips white space and gives the byte that follows, 0 at the end.
func (d *decoder) next() byte {
	d.space()
	if d.at == len(d.b) {
		return 0
	}
	return d.b[d.at]
}

func (d *decoder) value(depth int) (any, error) {
	if depth > MaxDepth {
		return nil, errDeep
	}
	switch c := d.next(); {
	case c == '{':
		return d.object(depth)
	case c == '[':
		return d.list(depth)
	case c == '"':
		return d.text()
	case c == '-' || c >= '0' && c <= '9':
		return d.number()
	case c == 0 && d.at == len(d.b):
		return nil, d.fault("it ends too soon")
	}
	for word, v := range map[string]any{"true": true, "false": false, "null": nil} {
		if len(d.b)-d.at >= len(word) && string(d.b[d.at:d.at+len(word)]) == word {
			d.at += len(word)
			return v, nil
		}
	}
	return nil, d.fault("an unexpected character")
}

func (d *decoder) object(depth int) (any, error) {
	object := map[string]any{}
	err := d.members('}', func() error {
		if d.next() != '"' {
			return d.fault("a key in quotation marks is expected")
		}
		key, err := d.text()
		if err != nil {
			return err
		}
		if _, again := object[key]; again {
			return fmt.Errorf("the key %q stands twice in one object: keep one", shorten(key))
		}
		if d.next() != ':' {
			return d.fault("a colon is expected")
		}
		d.at++
		object[key], err = d.value(depth + 1)
		return err
	})
	if err != nil {
		return nil, err
	}
	return object, nil
}

func (d *decoder) list(depth int) (any, error) {
	list := []any{}
	err := d.members(']', func() error {
		v, err := d.value(depth + 1)
		list = append(list, v)
		return err
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// members reads what stands between brackets, parted by commas.
func (d *decoder) members(end byte, read func() error) error {
	d.at++
	if d.next() == end {
		d.at++
		return nil
	}
	for {
		if err := read(); err != nil {
			return err
		}
		switch d.next() {
		case ',':
			d.at++
		case end:
			d.at++
			return nil
		default:
			return d.fault(fmt.Sprintf("a comma or %c is expected", end))
		}
	}
}

func (d *decoder) text() (string, error) {
	from := d.at
	escaped := false
	for d.at++; d.at < len(d.b); d.at++ {
		switch c := d.b[d.at]; {
		case c == '\\':
			escaped = true
			d.at++
		case c == '"':
			d.at++
			if !escaped {
				return string(d.b[from+1 : d.at-1]), nil
			}
			var s string
			if err := json.Unmarshal(d.b[from:d.at], &s); err != nil {
				return "", d.fault("a wrong escape in text that ends")
			}
			return s, nil
		case c < ' ':
			return "", d.fault("a control character inside text")
		}
	}
	d.at = len(d.b)
	return "", d.fault("text in quotation marks is not ended")
}

func (d *decoder) number() (any, error) {
	from := d.at
	for d.at < len(d.b) {
		c := d.b[d.at]
		if c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E' && (c < '0' || c > '9') {
			break
		}
		d.at++
	}
	if !json.Valid(d.b[from:d.at]) {
		return nil, d.fault("a wrong number that ends")
	}
	return json.Number(d.b[from:d.at]), nil
}

func shorten(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}
