package casefile

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestRead(t *testing.T) {
	grade := []string{"initial", "pre_birth"}
	for name, c := range map[string]struct {
		field     Field
		raw       any
		want      any
		unmatched bool
	}{
		"null":                      {Field{Type: Date}, nil, nil, false},
		"white text":                {Field{Type: Int}, " \u00a0\t", nil, false},
		"empty list":                {Field{Type: Codes}, []any{}, nil, false},
		"id keeps its noughts":      {Field{Type: ID}, " 0012a ", "0012a", false},
		"id as a number":            {Field{Type: ID}, json.Number("12"), "12", false},
		"text":                      {Field{Type: Text}, "\ufeff North\u200b", "North", false},
		"text as a number":          {Field{Type: Text}, json.Number("1.5"), "1.5", false},
		"code":                      {Field{Type: Code}, "u1 ", "U1", false},
		"listed code":               {Field{Type: Code, Values: grade}, "Pre-Birth", "pre_birth", false},
		"code that is not listed":   {Field{Type: Code, Values: grade}, "Home visit", "home_visit", true},
		"codes, JSON":               {Field{Type: Codes}, []any{"1a", nil, "3B", "1A"}, []any{"1A", "3B"}, false},
		"codes, JSON text":          {Field{Type: Codes}, `["1A","3b"]`, []any{"1A", "3B"}, false},
		"codes, empty JSON text":    {Field{Type: Codes}, `[]`, nil, false},
		"codes, object":             {Field{Type: Codes}, map[string]any{"3B": "Yes", "1A": true, "2A": "No", "4A": ""}, []any{"1A", "3B"}, false},
		"codes, object text":        {Field{Type: Codes}, `{"3B": "Yes", "2A": "perhaps"}`, []any{"3B"}, true},
		"codes, commas":             {Field{Type: Codes}, "1a, 3b;;16A", []any{"1A", "3B", "16A"}, false},
		"listed codes":              {Field{Type: Codes, Values: grade}, "initial,other", []any{"initial", "other"}, true},
		"yes":                       {Field{Type: Bool}, "YES", true, false},
		"nought":                    {Field{Type: Bool}, json.Number("0"), false, false},
		"yes/no not known":          {Field{Type: Bool}, "n/a", nil, true},
		"whole number":              {Field{Type: Int}, "12", 12, false},
		"whole number with a point": {Field{Type: Int}, "3.0", 3, false},
		"number":                    {Field{Type: Number}, "0.6", 0.6, false},
		"narrative flag":            {Field{Type: Narrative}, "y", true, false},
		"narrative text":            {Field{Type: Narrative}, " seen at school ", "seen at school", false},
		"narrative number":          {Field{Type: Narrative}, json.Number("1"), true, false},
	} {
		t.Run(name, func(t *testing.T) {
			got, unmatched, err := c.field.Read(c.raw)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" || unmatched != c.unmatched {
				t.Error(diff, unmatched)
			}
		})
	}
}

func TestReadDates(t *testing.T) {
	for _, c := range []struct{ raw, date, datetime string }{
		{"2024-01-31", "2024-01-31", "2024-01-31"},
		{"31/01/2024", "2024-01-31", "2024-01-31"},
		{"1/2/2024", "2024-02-01", "2024-02-01"},
		{"31-01-2024", "2024-01-31", "2024-01-31"},
		{"31.01.2024", "2024-01-31", "2024-01-31"},
		{"2 Jan 2006", "2006-01-02", "2006-01-02"},
		{"02-Jan-2006", "2006-01-02", "2006-01-02"},
		{"2 September 2006", "2006-09-02", "2006-09-02"},
		{"29/02/2024", "2024-02-29", "2024-02-29"},
		{"2024-01-31 09:30", "2024-01-31", "2024-01-31T09:30:00"},
		{"2024-01-31T09:30:15.123", "2024-01-31", "2024-01-31T09:30:15"},
		{"2024-01-31 00:00:00.0000000", "2024-01-31", "2024-01-31T00:00:00"},
		{"31/01/2024 9:30 PM", "2024-01-31", "2024-01-31T21:30:00"},
		{"31/01/2024 12:05am", "2024-01-31", "2024-01-31T00:05:00"},
		{"2 Jan 2006 23:59", "2006-01-02", "2006-01-02T23:59:00"},
		{"2024-07-01T23:30:00Z", "2024-07-02", "2024-07-02T00:30:00"},
		{"2024-01-01T23:30:00Z", "2024-01-01", "2024-01-01T23:30:00"},
		{"2024-07-01T00:30:00+05:30", "2024-06-30", "2024-06-30T20:00:00"},
		{"2024-01-31 09:30:00.0000000 +00:00", "2024-01-31", "2024-01-31T09:30:00"},
	} {
		for typ, want := range map[Type]string{Date: c.date, DateTime: c.datetime} {
			got, _, err := (&Field{Type: typ}).Read(c.raw)
			if err != nil || got != want {
				t.Errorf("%s as a %s: got %v, %v; want %s", c.raw, typ, got, err, want)
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		typ  Type
		raw  any
		want string
	}{
		{Date, "12/31/2024", "day first"},
		{Date, "30/02/2024", "no day of the calendar"},
		{Date, "2023-02-29", "no day of the calendar"},
		{Date, "00/01/2024", "no day of the calendar"},
		{Date, "01/02/24", "two-digit year"},
		{Date, "01-Jul-26", "two-digit year"},
		{Date, "45123", "spreadsheet serial number"},
		{Date, "45123.5", "spreadsheet serial number"},
		{Date, json.Number("45123"), "spreadsheet serial number"},
		{Date, "1/1/1066", "outside 1900 to 2100"},
		{Date, "soon", "write yyyy-mm-dd"},
		{Date, "2024-1-31", "write yyyy-mm-dd"},
		{Date, "2024-01-31 25:00", "time of day"},
		{Date, "2024-01-31Tnoon", "time of day"},
		{Date, "2024-01-31T09:30:00+1", "time of day"},
		{Date, true, "write yyyy-mm-dd"},
		{ID, true, "write it as text"},
		{ID, json.Number("1.5"), "not an id"},
		{Text, map[string]any{}, "an object is not text"},
		{Bool, []any{"x"}, "a list is not a yes/no"},
		{Codes, `["1A"`, "not a list of codes"},
		{Int, "twelve", "digits only"},
		{Int, "1,200", "digits only"},
		{Int, "1.5", "digits only"},
		{Int, "99999999999", "digits only"},
		{Number, "NaN", "not a number"},
		{Number, "1e5", "not a number"},
		{Narrative, []any{"x"}, "neither yes/no nor text"},
	} {
		value, _, err := (&Field{Type: c.typ}).Read(c.raw)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v as a %s: got %v, %v; want %s", c.raw, c.typ, value, err, c.want)
		}
	}
}

func TestErrorsDoNotName(t *testing.T) {
	_, _, err := (&Field{Type: Date, Personal: true}).Read("Zoë O'Neil")
	if err == nil || strings.Contains(err.Error(), "Neil") {
		t.Error(err)
	}
	_, _, err = (&Field{Type: Date}).Read(strings.Repeat("x", 41) + "secret")
	if err == nil || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "…") {
		t.Error(err)
	}
}

// No text makes Read panic, give a value of another type or lose a value in silence.
func TestReadAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Field{Type: rapid.SampledFrom([]Type{ID, Text, Code, Codes, Date, DateTime, Bool, Int, Number, Narrative}).Draw(t, "type")}
		raw := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/. ][0-9]{1,4}([T ][0-9:.+Z-]{0,14})?`)).Draw(t, "raw")
		value, unmatched, err := f.Read(raw)
		if value == nil && err == nil && !unmatched && Trim(raw) != "" && f.Type != Codes {
			t.Fatalf("%q as a %s was lost", raw, f.Type)
		}
		date, ok := value.(string)
		if ok && f.Dated() {
			again, _, err := f.Read(date)
			if err != nil || again != value {
				t.Fatalf("%q read as %q, which reads as %v, %v", raw, value, again, err)
			}
		}
	})
}

func BenchmarkReadDate(b *testing.B) {
	f := Field{Type: Date}
	for b.Loop() {
		_, _, _ = f.Read("31/01/2024")
	}
}
