package casefile

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// quoteLimit is how many characters of a value an error may quote.
const quoteLimit = 40

// Read reads one cell (a string) or one JSON value (string, bool, json.Number,
// nil, []any, map[string]any) as the field's type.
//
// The value is a string for ids, texts, codes, dates and datetimes, a []any of
// strings for lists of codes, a bool, an int, a float64, and for a narrative a
// bool or a string. It is nil when the cell is blank: nil, empty or white text,
// an empty list. A wrong value is never read as a blank or a nought: it is an
// error, which says what to do and quotes the value only when the field is not
// personal.
//
// Unmatched reports a code that is not among those the field lists (the folded
// text is kept), a yes/no that is neither (read as blank) or an error of a
// spreadsheet (see SheetError; the value is left out).
func (f *Field) Read(raw any) (value any, unmatched bool, err error) {
	if blank(raw) {
		return nil, false, nil
	}
	if s, ok := raw.(string); ok && SheetError(s) {
		unmatched, err := f.readSheetError(s)
		return nil, unmatched, err
	}
	switch f.Type {
	case ID:
		value, err = f.readID(raw)
	case Text:
		value, err = f.readText(raw)
	case Code:
		return f.readCode(raw)
	case Codes:
		return f.readCodes(raw)
	case Date, DateTime:
		value, err = f.readDate(raw)
	case Bool:
		return f.readBool(raw)
	case Int:
		value, err = f.readInt(raw)
	case Number:
		value, err = f.readNumber(raw)
	case Narrative:
		value, err = f.readNarrative(raw)
	default:
		err = fmt.Errorf("%w %q", errType, f.Type)
	}
	if err != nil {
		return nil, false, err
	}
	return value, false, nil
}

// Trim drops white space from both ends, and the invisible marks that
// spreadsheets and web pages leave there.
func Trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
	})
}

// Fold is how a code is compared with the codes listed: lower case, spaces and
// hyphens as underscores.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || unicode.IsSpace(r) {
			return '_'
		}
		return unicode.ToLower(r)
	}, Trim(s))
}

func blank(raw any) bool {
	switch v := raw.(type) {
	case nil:
		return true
	case string:
		return Trim(v) == ""
	case []any:
		return len(v) == 0
	}
	return false
}

// wrong makes the error for a value, quoting it only when it is not personal.
func (f *Field) wrong(raw any, why string) error {
	if f.Personal {
		return errors.New(why)
	}
	return fmt.Errorf("%s %s", Quote(raw), why)
}

// Quote gives a value as an error or a note may show it: in quotation marks,
// control characters escaped, cut at 40 characters.
func Quote(raw any) string {
	switch v := raw.(type) {
	case string:
		runes := []rune(v)
		if len(runes) > quoteLimit {
			return strconv.Quote(string(runes[:quoteLimit]) + "…")
		}
		return strconv.Quote(v)
	case json.Number:
		return Quote(v.String())
	case bool:
		return strconv.FormatBool(v)
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	}
	return fmt.Sprintf("a value of type %T", raw)
}

// text takes a string or a number's digits.
func text(raw any) (string, bool) {
	switch v := raw.(type) {
	case string:
		return Trim(v), true
	case json.Number:
		return v.String(), true
	}
	return "", false
}

func (f *Field) readID(raw any) (any, error) {
	s, ok := text(raw)
	if _, number := raw.(json.Number); number {
		ok = strings.Trim(s, "0123456789") == ""
	}
	if !ok {
		return nil, f.wrong(raw, "is not an id: write it as text")
	}
	if f.Entity == "" && f.Name == "case_id" {
		if err := CheckCaseID(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (f *Field) readText(raw any) (any, error) {
	s, ok := text(raw)
	if !ok {
		return nil, f.wrong(raw, "is not text: write it as text")
	}
	return s, nil
}

func (f *Field) readCode(raw any) (any, bool, error) {
	s, ok := text(raw)
	if !ok {
		return nil, false, f.wrong(raw, "is not a code: write it as text")
	}
	code, matched := f.code(s)
	return code, !matched, nil
}

// code folds a code to one of those listed, or to capitals when none are.
func (f *Field) code(s string) (code string, matched bool) {
	if len(f.Values) == 0 {
		return strings.ToUpper(Trim(s)), true
	}
	folded := Fold(s)
	return folded, slices.Contains(f.Values, folded)
}

// readCodes reads a list of codes: a JSON list, a JSON object of code to yes or
// no, or text in which , or ; stands between them. Repeats are dropped.
func (f *Field) readCodes(raw any) (any, bool, error) {
	var names []string
	unmatched := false
	add := func(item any) error {
		s, ok := text(item)
		if !ok {
			return f.wrong(item, "is not a code: write a list of codes as text")
		}
		names = append(names, s)
		return nil
	}
	switch v := raw.(type) {
	case string:
		s := Trim(v)
		if strings.HasPrefix(s, "[") || strings.HasPrefix(s, "{") {
			decoder := json.NewDecoder(strings.NewReader(s))
			decoder.UseNumber()
			var inner any
			if err := decoder.Decode(&inner); err != nil || decoder.More() {
				return nil, false, f.wrong(raw, `is not a list of codes: write ["1A","3B"] or 1A,3B`)
			}
			if blank(inner) {
				return nil, false, nil
			}
			return f.readCodes(inner)
		}
		names = strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' })
	case json.Number:
		names = []string{v.String()}
	case []any:
		for _, item := range v {
			if blank(item) {
				continue
			}
			if err := add(item); err != nil {
				return nil, false, err
			}
		}
	case map[string]any:
		for code, answer := range v {
			yes, known := YesNo(answer)
			if !known && !blank(answer) {
				unmatched = true
			}
			if yes {
				names = append(names, code)
			}
		}
		slices.Sort(names)
	default:
		return nil, false, f.wrong(raw, `is not a list of codes: write ["1A","3B"] or 1A,3B`)
	}
	codes := []any{}
	for _, name := range names {
		if SheetError(name) {
			unmatched = true
			continue
		}
		code, matched := f.code(name)
		if code == "" || slices.Contains(codes, any(code)) {
			continue
		}
		unmatched = unmatched || !matched
		codes = append(codes, code)
	}
	if len(codes) == 0 {
		return nil, unmatched, nil
	}
	return codes, unmatched, nil
}

// YesNo reads true, yes, y and 1 as yes and false, no, n and 0 as no, in any
// case; anything else is not known.
func YesNo(raw any) (yes, known bool) {
	if b, ok := raw.(bool); ok {
		return b, true
	}
	s, ok := text(raw)
	if !ok || len(s) > len("false") {
		return false, false
	}
	switch strings.ToLower(s) {
	case "true", "yes", "y", "1":
		return true, true
	case "false", "no", "n", "0":
		return false, true
	}
	return false, false
}

func (f *Field) readBool(raw any) (any, bool, error) {
	if yes, known := YesNo(raw); known {
		return yes, false, nil
	}
	if _, ok := text(raw); !ok {
		return nil, false, f.wrong(raw, "is not a yes/no: write true or false")
	}
	return nil, true, nil
}

var (
	wholeNumber   = regexp.MustCompile(`^[+-]?[0-9]+(\.0+)?$`)
	decimalNumber = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)
)

// readInt reads a whole number. "3.0" is one: programs that keep blanks in a
// column of numbers write every whole number so.
func (f *Field) readInt(raw any) (any, error) {
	if s, ok := text(raw); ok && wholeNumber.MatchString(s) {
		whole, _, _ := strings.Cut(s, ".")
		if n, err := strconv.ParseInt(whole, 10, 32); err == nil {
			return int(n), nil
		}
	}
	return nil, f.wrong(raw, "is not a whole number: write digits only")
}

func (f *Field) readNumber(raw any) (any, error) {
	if s, ok := text(raw); ok && len(s) <= quoteLimit && decimalNumber.MatchString(s) {
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			return n, nil
		}
	}
	return nil, f.wrong(raw, "is not a number: write digits, with a point for decimals")
}

func (f *Field) readNarrative(raw any) (any, error) {
	if yes, known := YesNo(raw); known {
		return yes, nil
	}
	s, ok := text(raw)
	if !ok {
		return nil, f.wrong(raw, "is neither yes/no nor text: write the text, or whether it is recorded")
	}
	return s, nil
}
