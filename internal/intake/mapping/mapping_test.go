package mapping

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

func dictionary(t testing.TB) *casefile.Dictionary {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const example = `version: 1
tables:
  - file: visits*.xlsx
    sheet: Report
    header_row: 4
    header_rows: 2
    aside: [Total, Printed on]
    blank: ["-", NULL]
    case: Child ID
    case_digits: 7
    grouped: yes
    items:
      - entity: child
        fields: {date_of_birth: DOB}
      - entity: visits
        latest: true
        always: {type: child_protection}
        where: {Visit Type: Stat CP}
        needs: [Visit Date]
        fields:
          date: Visit Date
          child_seen: Seen?
          seen_alone: Seen?
        values:
          seen_alone: {Seen alone: yes, Seen: no}
      - entity: contacts
        fields: {received: Received}
        times: {received: Time}
    values:
      Seen?: {Seen alone: yes, Seen: yes, "Not seen": no, Unknown: ~}
    dates: {DOB: dd-mmm-yy, Visit Date: mm/dd/yyyy}
    unused: [Ward]
`

func TestParse(t *testing.T) {
	m, err := Parse("own.yaml", []byte(example), dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	want := &Mapping{Version: 1, Tables: []Table{{
		File: "visits*.xlsx", Sheet: "Report", HeaderRow: 4, HeaderRows: 2, Aside: []string{"Total", "Printed on"}, Blank: []string{"-", "NULL"},
		Case: "Child ID", CaseDigits: 7, Grouped: true,
		Items: []Items{
			{Entity: "child", Fields: map[string]string{"date_of_birth": "DOB"}},
			{Entity: "visits", Latest: true, Always: map[string]string{"type": "child_protection"}, Where: map[string]string{"Visit Type": "Stat CP"},
				Needs: []string{"Visit Date"}, Fields: map[string]string{"date": "Visit Date", "child_seen": "Seen?", "seen_alone": "Seen?"},
				Values: map[string]map[string]string{"seen_alone": {"Seen alone": "yes", "Seen": "no"}}},
			{Entity: "contacts", Fields: map[string]string{"received": "Received"}, Times: map[string]string{"received": "Time"}},
		},
		Values: map[string]map[string]string{"Seen?": {"Seen alone": "yes", "Seen": "yes", "Not seen": "no", "Unknown": ""}},
		Dates:  map[string]string{"DOB": "dd-mmm-yy", "Visit Date": "mm/dd/yyyy"},
		Unused: []string{"Ward"},
	}}}
	if diff := cmp.Diff(want, m, cmpopts.IgnoreUnexported(Mapping{})); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]string{
		"tables[0].items[1].fields.child_seen": "own.yaml line 22", "tables[0].items[1].nothing": "own.yaml line 15", "tables[0].case": "own.yaml line 9", "": "own.yaml",
	} {
		if got := m.Place(path); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}

// What is written reads as what it was, whatever the words are.
func TestWriteReadsBack(t *testing.T) {
	d := dictionary(t)
	m, err := Parse("own.yaml", []byte(example), d)
	if err != nil {
		t.Fatal(err)
	}
	awkward := rapid.OneOf(rapid.SampledFrom([]string{"yes", "no", "~", "null", "1", "01", "1e3", "a: b", "# x", "- y", "{z}", "x\ny", " ", "'", `"`, "é", "*", "&a", "!!str", "2026-01-01"}), rapid.StringN(1, 12, -1))
	rapid.Check(t, func(r *rapid.T) {
		own := *m
		own.Tables = append([]Table{}, m.Tables...)
		own.Tables[0].Unused = rapid.SliceOfNDistinct(awkward.Filter(func(s string) bool { return Fold(s) != "" }), 0, 4, func(s string) string { return Fold(s) }).Draw(r, "unused")
		own.Tables[0].Values = map[string]map[string]string{"Seen?": rapid.MapOfN(awkward, rapid.SampledFrom([]string{"yes", "no", ""}), 1, 1).Draw(r, "values")}
		var text bytes.Buffer
		if err := Write(&text, &own, d, map[string]string{"": "a head\nof two lines", "tables[0]": "a table", "tables[0].items[1].fields.child_seen": awkward.Draw(r, "remark")}); err != nil {
			r.Fatal(err)
		}
		back, err := Parse("own.yaml", text.Bytes(), d)
		if err != nil {
			r.Fatalf("%v\n%s", err, text.String())
		}
		if diff := cmp.Diff(&own, back, cmpopts.IgnoreUnexported(Mapping{}), cmpopts.EquateEmpty()); diff != "" {
			r.Fatalf("%s\n%s", diff, text.String())
		}
	})
}

func TestFaults(t *testing.T) {
	const head = "version: 1\ntables:\n- file: a.csv\n  case: ID\n  items:\n  - entity: visits\n    fields: {date: Date, child_seen: Seen, type: Kind}\n"
	for name, c := range map[string]struct{ text, want string }{
		"empty":               {"", "own.yaml: it is empty"},
		"no YAML":             {"a: [", "own.yaml: it is not valid YAML"},
		"two documents":       {head + "---\na: b\n", "more than one YAML document"},
		"a list":              {"- a\n", "own.yaml: want `key: value` lines for a mapping"},
		"version":             {strings.Replace(head, "version: 1", "version: 2", 1), "own.yaml line 1: want version: 1"},
		"no version":          {head[len("version: 1\n"):], "own.yaml: want version: 1"},
		"unknown key":         {head + "  dates_: {}\n", `own.yaml line 8: "dates_" is no key of a table (aside, blank,`},
		"unknown key meant":   {head + "  vaules: {}\n", `did you mean "values"?`},
		"key twice":           {head + "  case: Other\n", `own.yaml line 8: "case" is given twice, first on line 4`},
		"field twice":         {strings.Replace(head, "type: Kind", "date: Kind", 1), `own.yaml line 7: "date" is given twice`},
		"entity":              {strings.Replace(head, "visits", "vists", 1), `own.yaml line 6: "vists" is no entity of the dictionary: did you mean "visits"?`},
		"field":               {strings.Replace(head, "child_seen", "child_sean", 1), `own.yaml line 7: "child_sean" is no field of visits: did you mean "child_seen"?`},
		"blank column":        {strings.Replace(head, "Date,", `"",`, 1), "line 7: want the name of the column"},
		"anchor":              {strings.Replace(head, "case: ID", "case: *x", 1), "not valid YAML"},
		"alias":               {strings.Replace(strings.Replace(head, "a.csv", "&x a.csv", 1), "case: ID", "case: *x", 1), "own.yaml line 4: want a single value"},
		"list for text":       {strings.Replace(head, "case: ID", "case: [ID]", 1), "own.yaml line 4: want a single value"},
		"word for a number":   {head + "  header_row: two\n", "own.yaml line 8: want a whole number"},
		"word for a flag":     {head + "  grouped: maybe\n", "own.yaml line 8: want true or false"},
		"no file":             {strings.Replace(head, "file: a.csv", "sheet: a", 1), "own.yaml line 3: want the name of the file"},
		"a path":              {strings.Replace(head, "a.csv", "b/a.csv", 1), "own.yaml line 3: want the file's name without its folder"},
		"the same twice":      {head + "- file: A.csv\n  case: ID\n  items: [{entity: child, fields: {sex: S}}]\n", "own.yaml line 8: an earlier table has this file"},
		"no items":            {"version: 1\ntables:\n- file: a.csv\n", "own.yaml line 3: want what a row of this table becomes"},
		"no tables":           {"version: 1\n", "names no table"},
		"no case":             {strings.Replace(head, "  case: ID\n", "", 1), "visits belong to a case: name the column of the child's id"},
		"case as a field":     {head + "  - entity: case\n    fields: {case_id: ID}\n", "line 9: the column of the child's id stands under the table's key case"},
		"team twice":          {head + "  - entity: case\n    fields: {team: T}\n  - {entity: case, fields: {team: U}}\n", "line 10: team is given twice in this table"},
		"always and fields":   {head + "    always: {type: care}\n", "line 8: the field is given twice, under fields too"},
		"always no code":      {strings.Replace(head, ", type: Kind}", "}", 1) + "    always: {type: child_protecton}\n", `line 8: visits.type: "child_protecton" is none of child_in_need, child_protection, care, private_fostering, other: did you mean "child_protection"?`},
		"values no code":      {head + "  values: {kind: {CP: cp}}\n", `line 8: visits.type: "cp" is none of`},
		"values neither":      {head + "  values: {Seen: {S: perhaps}}\n", `line 8: visits.child_seen: "perhaps" is neither yes nor no`},
		"values no date":      {head + "  values: {Date: {none: soon}}\n", `line 8: visits.date: "soon" is not a date`},
		"values of nothing":   {head + "  values: {Sen: {S: yes}}\n", `line 8: no field is read from this column: did you mean "Seen"?`},
		"values twice":        {head + "  values: {Seen: {S: yes, s: no}}\n", `line 8: "s" is given twice`},
		"values of no field":  {head + "    values: {recorded_date: {x: ''}}\n", "line 8: no column is read as this field"},
		"date format":         {head + "  dates: {Date: dd/mm}\n", `line 8: "dd/mm" is no format of a date`},
		"date of no date":     {head + "  dates: {Seen: dd/mm/yyyy}\n", "line 8: no date is read from this column"},
		"unused and read":     {head + "  unused: [seen]\n", "line 8: the column is read: take it out here"},
		"unused twice":        {head + "  unused: [a, A]\n", `line 8: "A" is given twice`},
		"header rows":         {head + "  header_rows: 2\n", "line 8: want header_row too"},
		"digits without case": {"version: 1\ntables:\n- file: a.csv\n  case_digits: 7\n  items: [{entity: posts, fields: {post_id: P}}]\n", "line 4: there is no case column"},
		"latest child":        {head + "  - {entity: child, latest: true, fields: {sex: S}}\n", "there is one child only"},
		"time of a day":       {head + "    times: {date: T}\n", "line 8: only a field that has a time of day"},
		"where blank":         {head + "    where: {K: ''}\n", "line 8: want the word that the column must hold"},
		"nothing read":        {"version: 1\ntables:\n- file: a.csv\n  case: ID\n  items: [{entity: visits, always: {type: care}}]\n", "want the columns of the fields"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("own.yaml", []byte(c.text), dictionary(t))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// A mapping made in memory is checked too, and its faults are named by path.
func TestCheckInMemory(t *testing.T) {
	m := &Mapping{Version: Version, Tables: []Table{{File: "a.csv", Case: "ID", Items: []Items{{Entity: "visits", Fields: map[string]string{"dat": "Date"}}}}}}
	if err := m.Check(dictionary(t)); err == nil || err.Error() != `mapping tables[0].items[0].fields.dat: "dat" is no field of visits: did you mean "date"?` {
		t.Error(err)
	}
}

func TestMatches(t *testing.T) {
	for pattern, names := range map[string]map[string]bool{
		"supervision*.xlsx":   {"supervision-2026-10.xlsx": true, "Supervision.XLSX": true, "supervision.csv": false, "old supervision.xlsx": false},
		"Report [final].xlsx": {"report [final].xlsx": true, "Report f.xlsx": false},
		"list ?.csv":          {"List 1.csv": true, "list é.csv": true, "list 10.csv": false, "list .csv": false},
		"*":                   {"": true, "a": true},
		"a*b*":                {"ab": true, "axxbyy": true, "ba": false},
	} {
		for name, want := range names {
			if Matches(pattern, name) != want {
				t.Errorf("%q, %q: %v", pattern, name, !want)
			}
		}
	}
}

// The reader of mapping files takes anything and never panics.
func FuzzParse(f *testing.F) {
	f.Add(example)
	f.Add("version: 1\ntables: [{file: a}]\n")
	f.Add("<<: *a\n? [x]\n: y\n")
	d := dictionary(f)
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Parse("own.yaml", []byte(text), d)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := Write(&b, m, d, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := Parse("own.yaml", b.Bytes(), d); err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
	})
}

// The example in the documentation is a mapping.
func TestDocumentedExample(t *testing.T) {
	page, err := os.ReadFile("../../../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "## A council's own columns")
	_, rest, _ = strings.Cut(rest, "```yaml\n")
	text, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("there is no example")
	}
	m, err := Parse("example.yaml", []byte(text), dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Tables[0].Items) != 3 || m.Tables[0].Dates["D.O.B."] != "d-mmm-yy" {
		t.Errorf("%+v", m.Tables)
	}
}
