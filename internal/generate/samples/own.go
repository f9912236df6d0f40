package main

import (
	"bytes"
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// mappingName is the mapping beside reports in a council's own columns.
const mappingName = "mapping.yaml"

//go:embed own/mapping.yaml
var ownFiles embed.FS

// ownMapping is the mapping of the reports, edited by hand.
func ownMapping() ([]byte, *mapping.Mapping, error) {
	text, err := ownFiles.ReadFile("own/" + mappingName)
	if err != nil {
		return nil, nil, err
	}
	d, err := casefile.NewDictionary()
	if err != nil {
		return nil, nil, err
	}
	m, err := mapping.Parse(mappingName, text, d)
	return text, m, err
}

// without lists the fields that the reports do not have, of those that there are.
func without(o generate.Options) ([]string, error) {
	_, m, err := ownMapping()
	if err != nil {
		return nil, err
	}
	has := map[string]bool{"case_id": true}
	for _, t := range m.Tables {
		for _, it := range t.Items {
			prefix := it.Entity + "."
			if it.Entity == mapping.Case {
				prefix = ""
			}
			for field := range it.Fields {
				has[prefix+field] = true
			}
			for field := range it.Always {
				has[prefix+field] = true
			}
		}
	}
	g, err := generate.New(o)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(g.Supplied(), func(path string) bool { return has[path] }), nil
}

// writeOwn writes the reports of an export, and its answer key.
func writeOwn(g *generate.Generator, dir, key string) error {
	var cases []*casefile.Record
	var answers []generate.Answer
	for c, err := range g.Cases() {
		if err != nil {
			return err
		}
		cases = append(cases, c.Record)
		answers = append(answers, c.Answers...)
	}
	service, more, err := g.Service()
	if err != nil {
		return err
	}
	if err := writeKey(key, append(answers, more...)); err != nil {
		return err
	}
	text, _, err := ownMapping()
	if err != nil {
		return err
	}
	supervision, err := supervisionReport(cases)
	if err != nil {
		return err
	}
	files := map[string][]byte{
		mappingName:              text,
		"Supervision 202610.csv": supervision,
		"staff list.csv":         staffList(service),
	}
	if files["Children and assessments 2026-10.xlsx"], err = book(frontPage(), childrenSheet(cases), assessmentsSheet(cases)); err != nil {
		return err
	}
	if files["Plans and visits 2026-10.xlsx"], err = book(plansSheet(cases), visitsSheet(cases)); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range sorted(files) {
		if err := os.WriteFile(filepath.Join(dir, name), files[name], 0o600); err != nil {
			return err
		}
	}
	return nil
}

func writeKey(path string, answers []generate.Answer) error {
	var b bytes.Buffer
	for _, a := range answers {
		line, err := json.Marshal(a)
		if err != nil {
			return err
		}
		b.Write(append(line, '\n'))
	}
	return os.WriteFile(path, b.Bytes(), 0o600)
}

// frontPage says what a report is, and is no table.
func frontPage() sheet {
	s := sheet{name: "Front page"}
	s.row(text("Northmoor Children's Services"))
	s.row(text("Children and assessments: open and closed in the year"))
	s.blank()
	s.row(text("Run by"), text("Performance team"))
	s.row(text("Run on"), day("2026-11-01"))
	s.row(text("Filters"), text("All teams; referrals since 01/11/2025"))
	return s
}

var ethnicities = map[string]string{"WBRI": "White British", "WIRI": "White Irish", "WOTH": "Any other White background", "MWBC": "White and Black Caribbean",
	"MWAS": "White and Asian", "AIND": "Indian", "APKN": "Pakistani", "ABAN": "Bangladeshi", "BCRB": "Caribbean", "BAFR": "African", "CHNE": "Chinese",
	"AOTH": "Any other Asian background", "BOTH": "Any other Black background", "MOTH": "Any other mixed background", "WIRT": "Traveller of Irish heritage", "WROM": "Gypsy/Roma",
	"REFU": "Refused", "NOBT": "Information not yet obtained", "OOTH": "Any other ethnic group"}

// childrenSheet is one row a child under a title, with a total and notes below.
func childrenSheet(cases []*casefile.Record) sheet {
	s := sheet{name: "Children"}
	s.row(text("Children known to the service"))
	s.merge(1, 1, 1, 7)
	s.row(text("Run on 01-Nov-26 06:15"))
	s.blank()
	s.row(text("ICS No."), text("Family no."), text("D.O.B."), text("Gender"), text("Ethnic Origin"), text("Current Team"), text("Ward"))
	for n, r := range cases {
		child := r.Child()
		born := day(field(child, "date_of_birth"))
		if n%5 == 4 {
			born = text(written("2/1/2006", field(child, "date_of_birth")))
		}
		sex := map[string]string{"F": "Female", "M": "Male"}[field(child, "sex")]
		ethnicity := field(child, "ethnicity")
		if word, known := ethnicities[ethnicity]; known {
			ethnicity = word
		}
		s.row(text(r.CaseID), number(strconv.Itoa(4000+n/2)), born, text(sex), text(ethnicity), text(r.Team), text([]string{"Abbey", "Dock", "Hill", ""}[n%4]))
	}
	s.row(text("Total"), number(strconv.Itoa(len(cases))))
	s.blank()
	s.row(text("* Team is the team at the time of the report."))
	return s
}

// assessmentsSheet is one row an assessment, with its referral repeated in each, or
// one for a referral without any, under a header of two rows.
func assessmentsSheet(cases []*casefile.Record) sheet {
	s := sheet{name: "Assessments"}
	s.row(text("Referrals and their assessments"))
	s.blank()
	s.row(text("ICS No."), text("Referral"), none, none, none, none, none, text("Assessment"))
	s.row(none, text("No."), text("Received"), text("Allocated"), text("Worker"), text("NFA?"), text("Closed on"),
		text("No."), text("Type"), text("Started"), text("Finished"), text("Worker"), text("Child seen?"), text("Child seen on"), text("Checks made"), text("Analysis"), text("Authorised on"), text("Authorised by"))
	s.merge(3, 1, 4, 1)
	s.merge(3, 2, 3, 7)
	s.merge(3, 8, 3, 18)
	rows := 0
	for _, r := range cases {
		for _, one := range r.Items("referrals") {
			referral := one.(map[string]any)
			left := []cell{text(r.CaseID), text(field(referral, "referral_id")), day(field(referral, "date")), day(field(referral, "allocated_date")),
				text(field(referral, "worker_id")), text(yesNo(referral, "no_further_action", "Y", "N", "")), day(field(referral, "close_date"))}
			led := 0
			for _, each := range r.Items("assessments") {
				if a := each.(map[string]any); a["referral_id"] == referral["referral_id"] {
					s.row(append(slices.Clone(left), assessment(a)...)...)
					led++
				}
			}
			if led == 0 {
				s.row(left...)
			}
			rows += max(led, 1)
		}
		for _, each := range r.Items("assessments") { // of no referral in the report
			if a := each.(map[string]any); field(a, "referral_id") == "" {
				s.row(append([]cell{text(r.CaseID), none, none, none, none, none, none}, assessment(a)...)...)
				rows++
			}
		}
	}
	s.blank()
	s.row(none, text("Grand total"), none, none, none, none, none, number(strconv.Itoa(rows)))
	return s
}

var assessmentTypes = map[string]string{"single": "Child & Family Assessment", "pre_birth": "Unborn", "initial": "Initial Assessment", "core": "Core Assessment"}

func assessment(a map[string]any) []cell {
	return []cell{text(field(a, "assessment_id")), text(assessmentTypes[field(a, "type")]), day(field(a, "start_date")), day(field(a, "completed_date")),
		text(field(a, "worker_id")), text(yesNo(a, "child_seen", "Seen", "Not seen", "-")), day(field(a, "child_seen_date")),
		text(yesNo(a, "agency_checks", "Yes", "No", "")), text(yesNo(a, "analysis", "Yes", "No", "")), day(field(a, "signed_off_date")), text(field(a, "signed_off_by"))}
}

var planTypes = map[string]string{"child_protection": "CP", "child_in_need": "CIN", "care": "Care plan", "pathway": "Pathway plan"}

// plansSheet has its header in the first row and a column that nobody filled.
func plansSheet(cases []*casefile.Record) sheet {
	s := sheet{name: "Plans"}
	s.row(text("Person ID"), text("Plan No"), text("Plan type"), text("Plan start date"), text("Plan end date"), text("RAG"))
	for _, r := range cases {
		for _, one := range r.Items("plans") {
			p := one.(map[string]any)
			s.row(text(r.CaseID), text(field(p, "plan_id")), text(planTypes[field(p, "type")]), day(field(p, "start_date")), day(field(p, "end_date")))
		}
	}
	return s
}

var visitTypes = map[string]string{"child_protection": "Statutory CP", "child_in_need": "CIN visit", "care": "LAC visit", "private_fostering": "Private fostering", "other": "Other"}

// visitsSheet has the child's id merged over the child's rows, dates as text, and
// the header again every thirty rows, as pages have it.
func visitsSheet(cases []*casefile.Record) sheet {
	s := sheet{name: "Visits"}
	header := []cell{text("Child Unique ID"), text("Visit ref"), text("Reason for visit"), text("Date of visit"), text("Seen?"), text("Alone?"), text("Written up")}
	s.row(text("Visits to children"))
	s.row(header...)
	rows := 0
	for _, r := range cases {
		first := len(s.rows) + 1
		for n, one := range r.Items("visits") {
			v := one.(map[string]any)
			id := none
			if n == 0 {
				id = text(r.CaseID)
			}
			s.row(id, text(field(v, "visit_id")), text(visitTypes[field(v, "type")]), text(written("2-Jan-06", field(v, "date"))),
				text(yesNo(v, "child_seen", "Yes", "No", "n/a")), text(yesNo(v, "seen_alone", "Yes", "No", "n/a")), day(field(v, "recorded_date")))
			rows++
		}
		if last := len(s.rows); last > first {
			s.merge(first, 1, last, 1)
		}
		if rows > 30 {
			rows = 0
			s.row(header...)
		}
	}
	s.row(text("End of report"))
	return s
}

// supervisionReport is a CSV file grouped by child, with the months before the days
// and ids that a spreadsheet took for numbers.
func supervisionReport(cases []*casefile.Record) ([]byte, error) {
	rows := [][]string{{"Supervision – cafés and all", "", "", "", ""}, {"Run on 11/01/2026", "", "", "", ""},
		{"Case number", "Supervised on", "Supervisor", "Actions agreed", "Comments"}}
	for _, r := range cases {
		id := strings.TrimLeft(r.CaseID, "0")
		for _, one := range r.Items("supervision") {
			v := one.(map[string]any)
			rows = append(rows, []string{id, written("01/02/2006", field(v, "date")), field(v, "supervisor_id"), yesNo(v, "actions", "Yes", "No", ""), ""})
			id = ""
		}
	}
	rows = append(rows, []string{"Total", strconv.Itoa(len(rows) - 3), "", "", ""})
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	b.WriteString("Report produced for the monthly meeting\r\n")
	return charmap.Windows1252.NewEncoder().Bytes(b.Bytes())
}

// staffList is the one list that is simply a table.
func staffList(service map[string]any) []byte {
	var b bytes.Buffer
	b.WriteString("Staff ID,Job title,Team,SWE number,Agency?\n")
	list, _ := service["professionals"].([]any)
	for _, one := range list {
		p := one.(map[string]any)
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s\n", field(p, "professional_id"), field(p, "role"), field(p, "team"), field(p, "registration_number"), yesNo(p, "agency", "Y", "N", ""))
	}
	return b.Bytes()
}

func field(item map[string]any, name string) string {
	value, _ := item[name].(string)
	return value
}

func yesNo(item map[string]any, name, yes, no, blank string) string {
	switch value, has := item[name].(bool); {
	case !has:
		return blank
	case value:
		return yes
	}
	return no
}

// written gives a date in a layout, "" for none.
func written(layout, date string) string {
	moment, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return moment.Format(layout)
}
