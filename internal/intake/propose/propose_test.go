package propose

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapped"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/intake/tables"
	"github.com/caseaudit/caseaudit/internal/table"
)

const sample = "../../../samples/own-columns"

func dictionary(t testing.TB) *casefile.Dictionary {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// written proposes a mapping and gives the proposal and the file.
func written(t *testing.T, refs []table.Ref) (*Proposal, string) {
	t.Helper()
	d := dictionary(t)
	p, err := New(t.Context(), d, refs)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := mapping.Write(&b, p.Mapping, d, p.Remarks); err != nil {
		t.Fatal(err)
	}
	back, err := mapping.Parse("mapping.yaml", b.Bytes(), d)
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	if len(back.Tables) != len(p.Mapping.Tables) {
		t.Error(b.String())
	}
	return p, b.String()
}

// reads lists what a mapping reads: table, entity and field, column.
func reads(m *mapping.Mapping) []string {
	var list []string
	for _, t := range m.Tables {
		name := t.File + " " + t.Sheet
		list = append(list, name+" the child's id: "+mapping.Fold(t.Case))
		for _, it := range t.Items {
			for field, column := range it.Fields {
				list = append(list, fmt.Sprintf("%s %s.%s: %s", name, it.Entity, field, mapping.Fold(column)))
			}
		}
		for column, codes := range t.Values {
			for word, code := range codes {
				list = append(list, fmt.Sprintf("%s %s %s is %s", name, mapping.Fold(column), mapping.Fold(word), code))
			}
		}
		for column, format := range t.Dates {
			list = append(list, fmt.Sprintf("%s %s as %s", name, mapping.Fold(column), format))
		}
	}
	slices.Sort(list)
	return list
}

// The proposal for the sample reads nearly all that its mapping, edited by hand,
// does, and nothing that it does not.
func TestSample(t *testing.T) {
	found, err := tables.Find(t.Context(), []string{sample}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, text := written(t, found.Tables)
	edited, err := mapping.ReadFile(filepath.Join(sample, "mapping.yaml"), dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	want, got := reads(edited), reads(p.Mapping)
	var lacks, more []string
	for _, line := range want {
		// Words for codes that do not stand in this month's reports cannot be proposed.
		if !slices.Contains(got, line) && !strings.Contains(line, " is ") {
			lacks = append(lacks, line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			more = append(more, line)
		}
	}
	if len(lacks) > 0 || len(more) > 0 {
		t.Errorf("lacks %s\nhas more %s", strings.Join(lacks, "\n  "), strings.Join(more, "\n  "))
	}
	if again, second := written(t, found.Tables); text != second || cmp.Diff(p.Tables, again.Tables) != "" {
		t.Error("the same export gives another proposal")
	}
	d := dictionary(t)
	e, err := mapped.New(d, found.Tables, p.Mapping, mapped.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := e.Survey(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s.Records != 80 || len(s.Refusals) > 0 {
		t.Errorf("%d records, refused %v", s.Records, s.Refusals)
	}
}

// report writes tables as CSV files and refers to them, in order of name.
func report(t *testing.T, files map[string]string) []table.Ref {
	t.Helper()
	dir := t.TempDir()
	var refs []table.Ref
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(files[name]), 0o600); err != nil {
			t.Fatal(err)
		}
		refs = append(refs, table.CSV(path))
	}
	return refs
}

func rows(header string, row string, n int) string {
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range n {
		b.WriteString(strings.ReplaceAll(row, "#", fmt.Sprint(i+1)) + "\n")
	}
	return b.String()
}

// Reports as other programs head them.
func TestHeadings(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		want       []string
	}{
		"supervision log": {"SUPERVISION LOG.csv", rows("MOSAIC ID,SUPERVISION DATE,SUPERVISING MANAGER,SOCIAL WORKER,ACTIONS AGREED (Y/N),REFLECTIVE?,DATE RECORDED", "100#,0#/03/2026,M1,W1,Y,N,09/03/2026", 9),
			[]string{"supervision.actions: actions agreed (y/n)", "supervision.date: supervision date", "supervision.recorded_date: date recorded",
				"supervision.reflection: reflective?", "supervision.supervisor_id: supervising manager", "supervision.worker_id: social worker", "the child's id: mosaic id"}},
		"statutory visits": {"CP Stat Visits.csv", rows("Client Id,Visit Date,Child Seen,Child Seen Alone,Date Entered", "#,2026-03-0#,Yes,No,2026-03-09", 9),
			[]string{"the child's id: client id", "visits.child_seen: child seen", "visits.date: visit date", "visits.recorded_date: date entered", "visits.seen_alone: child seen alone"}},
		"camel case": {"CoreGroups.csv", rows("PersonID,CoreGroupDate", "#,2026-03-0#", 9),
			[]string{"meetings.date: coregroupdate", "the child's id: personid"}},
		"contacts": {"Front Door Contacts.csv", rows("Child ID,Contact Date,Contact Source,Decision Date,Consent", "#,0#/03/2026 09:30,6,09/03/2026 10:00,Dispensed with", 9),
			[]string{"contacts.consent dispensed with is dispensed", "contacts.consent: consent", "contacts.decided: decision date", "contacts.received: contact date", "contacts.source: contact source", "the child's id: child id"}},
		"staff": {"Social work staff.csv", rows("Employee ID,Name,Job Title,Team,Social Work England Number,Agency Worker,DBS Date", "E#,Ann Other,SW,North,SW#,N,01/03/2025", 9),
			[]string{"professionals.agency: agency worker", "professionals.name: name", "professionals.professional_id: employee id", "professionals.record_check_date: dbs date",
				"professionals.registration_number: social work england number", "professionals.role: job title", "professionals.team: team", "the child's id: "}},
		"management oversight": {"management oversight.csv", rows("Case Number,Date of Decision,Decision Made By,Manager Role,Decision Type,Rationale", "#,0#-Mar-26,M#,Team Manager,Case Direction,because of the risk to the child that the visit of # found and more", 9),
			[]string{"date of decision as d-mmm-yy", "decision type case direction is direction", "decisions.by_id: decision made by", "decisions.by_role: manager role", "decisions.date: date of decision", "decisions.kind: decision type", "decisions.rationale: rationale", "the child's id: case number"}},
		"case list with the latest visit": {"Caseload.csv", rows("ICS Number,Forename,Surname,DOB,Team,Last Visit Date", "#,Ann,Other,01/02/2015,North,0#/03/2026", 9),
			[]string{"case.team: team", "child.date_of_birth: dob", "child.forename: forename", "child.surname: surname", "the child's id: ics number", "visits.date: last visit date"}},
	} {
		t.Run(name, func(t *testing.T) {
			p, text := written(t, report(t, map[string]string{c.file: c.text}))
			var got []string
			for _, line := range reads(p.Mapping) {
				line = strings.TrimPrefix(line, c.file+"  ")
				got = append(got, strings.Replace(line, "consent dispensed", "contacts.consent dispensed", 1))
			}
			slices.Sort(got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n%s", diff, text)
			}
		})
	}
}

// A page as reports are printed: what is none of the table is found and left out.
func TestPage(t *testing.T) {
	p, text := written(t, report(t, map[string]string{
		"a.csv": rows("id,sex", "00#23,F", 9),
		"visits 2026-10.csv": "Visits to children,,,\nTeam:,North,,\nRun on,01/10/2026,,\n,,,\n" +
			"Child,Visit,,\n" +
			"ID,Date,Seen?,Type\n" +
			"1023,10/31/2026,Seen,CP\n,10/01/2026,Not seen,CP\n,-,DNA,CP\n2023,10/05/2026,Seen,Chat\n,10/06/2026,Seen,Chat\n,10/07/2026,Seen by Ann Other,Chat\n" +
			"Child ID,Visit Date,Visit Seen?,Visit Type\nTotal,5,,\n\nPage 1 of 1\n"}))
	if len(p.Mapping.Tables) != 2 {
		t.Fatal(text)
	}
	want := mapping.Table{File: "visits*.csv", HeaderRow: 6, HeaderRows: 2, Aside: []string{"Page", "Total"}, Blank: []string{"-"}, Case: "Child ID", CaseDigits: 5, Grouped: true,
		Items:  []mapping.Items{{Entity: "visits", Fields: map[string]string{"date": "Visit Date", "child_seen": "Visit Seen?", "type": "Visit Type"}}},
		Values: map[string]map[string]string{"Visit Seen?": {"Seen": "yes", "Not seen": "no", "DNA": "no"}, "Visit Type": {"CP": "child_protection"}},
		Dates:  map[string]string{"Visit Date": "mm/dd/yyyy"}}
	if diff := cmp.Diff(want, p.Mapping.Tables[1]); diff != "" {
		t.Error(diff)
	}
	shown := p.Tables[1]
	if shown.HeaderRow != 6 || shown.HeaderRows != 2 || shown.Rows != 6 || len(shown.Checks) != 3 {
		t.Errorf("%+v", shown)
	}
	checks := map[string]string{}
	for _, c := range shown.Columns {
		checks[c.Name] = strings.Join(c.Checks, "; ")
	}
	if diff := cmp.Diff(map[string]string{"Child ID": "", "Visit Date": "dates as mm/dd/yyyy", "Visit Seen?": "words that stand for no code: 1 more",
		"Visit Type": `words that stand for no code: "Chat"`}, checks); diff != "" {
		t.Error(diff)
	}
}

// Nothing of what stands in the cells is written or shown, save codes: not even
// where a column of names has a heading that promises codes.
func TestNothingPersonalIsShown(t *testing.T) {
	names := []string{"Bramble Thistlewick", "Sedge Featherbourne", "Fern Applegarth"}
	var b strings.Builder
	b.WriteString("Child ID,Surname,Visit Date,Seen?,Visit Type,Notes,Previous Name\n")
	for i := range 30 {
		n := names[i%3]
		fmt.Fprintf(&b, "%d,%s,01/0%d/2026,%s,%s,%s was seen at home,%s\n", i, n, i%9+1, n, n, n, n)
	}
	p, text := written(t, report(t, map[string]string{"CP visits.csv": b.String()}))
	shown := text + fmt.Sprintf("%+v", p.Tables)
	for _, n := range names {
		for _, part := range strings.Fields(n) {
			if strings.Contains(shown, part) {
				t.Errorf("%s is shown:\n%s", part, shown)
			}
		}
	}
	if !strings.Contains(text, "date: Visit Date") {
		t.Error(text)
	}
}

func TestNothingIsKnown(t *testing.T) {
	d := dictionary(t)
	p, err := New(t.Context(), d, report(t, map[string]string{"weather.csv": "Place,Rain\nOldham,3\n", "empty.csv": "1,2\n3,4\n"}))
	if err == nil || !strings.Contains(err.Error(), "nothing in it looks like records of cases") {
		t.Error(err)
	}
	if p == nil || len(p.Tables) != 2 || p.Tables[0].Why == "" || p.Tables[1].Why == "" {
		t.Errorf("%+v", p)
	}
}

func TestPattern(t *testing.T) {
	for name, c := range map[string]struct {
		others []string
		want   string
	}{
		"supervision-2026-10.xlsx":  {nil, "supervision*.xlsx"},
		"Supervision 202610.csv":    {nil, "Supervision*.csv"},
		"visits_2026-10-31.csv":     {nil, "visits*.csv"},
		"visits (2026).csv":         {[]string{"visits (2025).csv"}, "visits (2026).csv"},
		"2026-10.csv":               {nil, "2026-10.csv"},
		"staff.csv":                 {nil, "staff.csv"},
		"list 2026 of visits.xlsx":  {[]string{"list.xlsx"}, "list* of visits.xlsx"},
		"team 12 visits.csv":        {nil, "team 12 visits.csv"},
		"Open cases 1999 final.csv": {nil, "Open cases* final.csv"},
	} {
		all := []table.Ref{{File: name}}
		for _, other := range c.others {
			all = append(all, table.Ref{File: other})
		}
		if got := pattern(all[0], all); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestTokens(t *testing.T) {
	v, err := newVocabulary(dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"D.O.B.": "birth date", "DateOfBirth": "birth date", "date_of_birth": "birth date", "Child's DOB": "birth child date",
		"No. of ICPCs": "child conference count initial protection", "CPVisitDate": "child date protection visit", "S47 start": "47 section start", "": "", "of the": "",
	} {
		if got := strings.Join(slices.Sorted(maps.Keys(v.tokens(text))), " "); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}
