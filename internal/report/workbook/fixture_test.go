package workbook

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// count sums outcomes up as the audit does, for audits made by hand.
func count(a *audit.Audit, missing map[string][]string, failed map[string]string) {
	s := audit.Summary{}
	add := func(c *audit.Count, met bool) {
		if met {
			c.Met++
		} else {
			c.NotMet++
		}
	}
	children, teams, areas := map[string]*audit.ChildResult{}, map[string]*audit.TeamResult{}, map[string]*audit.Count{}
	cases := map[[2]string]bool{}
	results := map[string]*audit.CriterionResult{}
	for _, c := range a.Catalogue.Criteria {
		results[c.ID] = &audit.CriterionResult{Criterion: c, Missing: missing[c.ID], Error: failed[c.ID]}
		areas[c.Area.Name] = &audit.Count{}
	}
	for _, o := range a.Outcomes {
		c := o.Criterion
		if children[o.CaseID] == nil {
			children[o.CaseID] = &audit.ChildResult{CaseID: o.CaseID, Team: o.Team}
		}
		if teams[o.Team] == nil {
			teams[o.Team] = &audit.TeamResult{Team: o.Team, Criteria: map[string]audit.Count{}}
		}
		child, team := children[o.CaseID], teams[o.Team]
		add(&s.All, o.Met)
		add(&results[c.ID].Count, o.Met)
		add(areas[c.Area.Name], o.Met)
		add(&team.Count, o.Met)
		byCriterion := team.Criteria[c.ID]
		add(&byCriterion, o.Met)
		team.Criteria[c.ID] = byCriterion
		if !cases[[2]string{o.Team, o.CaseID}] && o.CaseID != audit.ServiceCase {
			cases[[2]string{o.Team, o.CaseID}] = true
			team.Records++
		}
		child.Audited++
		if o.Met || c.Measure {
			continue
		}
		switch c.Level {
		case criteria.Priority:
			child.Priority++
			team.Priority++
		case criteria.Development:
			child.Development++
		default:
			child.Advisory++
		}
		child.DaysOver = max(child.DaysOver, o.DaysOver)
		if !slices.Contains(child.Criteria, c.ID) {
			child.Criteria = append(child.Criteria, c.ID)
		}
	}
	delete(children, audit.ServiceCase)
	for _, area := range a.Catalogue.Areas {
		s.Areas = append(s.Areas, audit.AreaResult{Area: area, Count: *areas[area.Name]})
	}
	for _, t := range teams {
		s.Teams = append(s.Teams, *t)
	}
	slices.SortFunc(s.Teams, func(x, y audit.TeamResult) int {
		if (x.Team == "") != (y.Team == "") {
			return cmp.Compare(y.Team, x.Team)
		}
		return cmp.Compare(x.Team, y.Team)
	})
	for _, c := range a.Catalogue.Criteria {
		r := results[c.ID]
		for _, t := range s.Teams {
			if n := t.Criteria[c.ID]; n.Audited() > 0 {
				r.Teams = append(r.Teams, audit.TeamCount{Team: t.Team, Count: n})
			}
		}
		s.Criteria = append(s.Criteria, *r)
	}
	for _, c := range children {
		s.Children = append(s.Children, *c)
	}
	slices.SortFunc(s.Children, func(x, y audit.ChildResult) int {
		return cmp.Or(cmp.Compare(y.Priority, x.Priority), cmp.Compare(y.Development, x.Development),
			cmp.Compare(y.Advisory, x.Advisory), cmp.Compare(y.DaysOver, x.DaysOver), cmp.Compare(x.CaseID, y.CaseID))
	})
	a.Summary = s
}

func areas() (contact, assessment, protection, care criteria.Area) {
	return criteria.Area{Name: "contact_and_referral", Code: "CR", Title: "Contact and referral"},
		criteria.Area{Name: "assessment", Code: "AS", Title: "Assessment"},
		criteria.Area{Name: "child_protection", Code: "CP", Title: "Child protection"},
		criteria.Area{Name: "children_in_care", Code: "CC", Title: "Children in care"}
}

// small is an audit made by hand with one of every kind of thing.
func small() (*audit.Audit, *letter.Letter) {
	contact, assessment, protection, care := areas()
	decided := &criteria.Criterion{ID: "CR-01", Title: "Contact decided within one working day", Area: contact, Level: criteria.Development,
		Footing: criteria.Guidance, Unit: "contacts", Action: "Decide contacts within a working day."}
	urgent := &criteria.Criterion{ID: "CR-02", Title: "Child protection contact decided within four hours", Area: contact,
		Level: criteria.Priority, Footing: criteria.Local, Unit: "contacts", Action: "Decide urgent contacts at once."}
	seen := &criteria.Criterion{ID: "AS-02", Title: "Child seen during the assessment", Area: assessment, Level: criteria.Priority,
		Footing: criteria.Inspection, Unit: "assessments", Action: "See the child, or record when the child was seen."}
	genogram := &criteria.Criterion{ID: "AS-14", Title: "Genogram used", Area: assessment, Level: criteria.Advisory,
		Footing: criteria.Local, Unit: "assessments", Needs: []string{"assessments.genogram"}}
	conference := &criteria.Criterion{ID: "CP-03", Title: "Conference within 15 working days of the strategy discussion", Area: protection,
		Level: criteria.Development, Footing: criteria.Guidance, Unit: "conferences"}
	repeat := &criteria.Criterion{ID: "CP-15", Title: "Second or subsequent protection plans", Area: protection, Level: criteria.Development,
		Footing: criteria.Local, Unit: "plans", Measure: true}
	moves := &criteria.Criterion{ID: "CC-10", Title: "Placement stable", Area: care, Level: criteria.Development, Footing: criteria.Law, Unit: "care_episodes"}

	a := &audit.Audit{
		AsAt: "2026-10-31", AsAtStated: true, From: "2025-11-01", Council: "Exampleshire Council", Program: "caseaudit 0.1.0",
		Policies: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef", Records: 8,
		Catalogue: &criteria.Catalogue{Criteria: []*criteria.Criterion{decided, urgent, seen, genogram, conference, repeat, moves},
			Areas: []criteria.Area{contact, assessment, protection, care}},
		Settings: []audit.Setting{
			{Name: "contact_decision_wd", Title: "Working days to decide a contact", Value: "1 working day", Footing: "statutory guidance", Source: "Working Together to Safeguard Children"},
			{Name: "sign_off_days", Title: "Days to sign an assessment off", Value: "10 days", Footing: "local standard", Council: true},
		},
		Survey: &casefile.Survey{
			Format: "native", Records: 8,
			Inputs: []casefile.Input{
				{Name: "cases.ndjson", Entity: "cases", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Rows: 11, Read: 8, Duplicates: 1, Refused: 2, Encoding: "utf-8"},
				{Name: "contacts.csv", Entity: "contacts", SHA256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", Rows: 20, Read: 20, Encoding: "windows-1252", Delimiter: ";"},
			},
			Ignored: []string{"readme.txt: not part of an export"},
			Refusals: []casefile.Refusal{
				{At: casefile.Location{File: "cases.ndjson", Row: 3}, Column: "assessments", CaseID: "00012", Reason: "is not a list: write [] where there are none"},
				{At: casefile.Location{File: "cases.ndjson", Row: 9}, Reason: "the line ends before its last bracket: export it again"},
			},
			Notes: []casefile.Note{
				{Kind: "unmatched value", At: casefile.Location{File: "contacts.csv", Row: 4}, Field: "contacts.source", CaseID: "00013", Text: "“1Z” is no code of source", Count: 3},
				{Kind: "unmatched value", At: casefile.Location{File: "contacts.csv", Row: 9}, Field: "contacts.source", Text: "“2Z” is no code of source", Count: 1},
				{Kind: "encoding", At: casefile.Location{File: "contacts.csv", Row: 1}, Text: "read as windows-1252", Count: 1},
			},
		},
	}
	item := func(c *criteria.Criterion, caseID, team string, met bool) audit.Outcome {
		return audit.Outcome{Criterion: c, CaseID: caseID, Entity: c.Unit, Item: "2026-09-14", Team: team, Anchor: "2026-09-14", Met: met,
			Where: "cases.ndjson row " + caseID[len(caseID)-1:] + " " + c.Unit + "[0]", Finding: c.ID + "-" + caseID + "-f00d"}
	}
	teams := []string{"Assessment North", "Assessment North", "Assessment North", "Assessment North", "Assessment North", "Care & support", "", "Assessment North"}
	for i, team := range teams {
		o := item(decided, fmt.Sprintf("%05d", 11+i), team, i > 1)
		if !o.Met {
			o.Start, o.Due, o.Done, o.DaysOver = "2026-09-14", "2026-09-15", "2026-09-18", 3
			o.Message = "the contact received on 14/09/2026 was due to be decided by 15/09/2026 and was decided on 18/09/2026: 3 days over"
		}
		a.Outcomes = append(a.Outcomes, o)
	}
	late := item(urgent, "00012", "Assessment North", false)
	late.Due, late.Done, late.DaysOver = "2026-09-14T15:30:00", "2026-09-15T09:00:00", 1
	late.Message, late.Doubt = "=HYPERLINK(\"http://evil.example\") typed into a note \u202e_x000D_", "the time received is after the time decided"
	a.Outcomes = append(a.Outcomes, late, item(urgent, "00013", "Assessment North", true))
	for i := range 6 {
		o := item(seen, fmt.Sprintf("%05d", 11+i), teams[i], i > 3)
		if !o.Met {
			o.Message = "the assessment completed on 14/09/2026 does not record that the child was seen"
		}
		a.Outcomes = append(a.Outcomes, o)
	}
	for i := range 5 {
		a.Outcomes = append(a.Outcomes, item(conference, fmt.Sprintf("%05d", 11+i), teams[i], true))
	}
	for i := range 5 {
		a.Outcomes = append(a.Outcomes, item(repeat, fmt.Sprintf("%05d", 11+i), teams[i], i > 0))
	}
	a.Doubts = []audit.Doubt{{Criterion: urgent, CaseID: "00012", Item: "2026-09-14", Text: "the time received is after the time decided", Where: "cases.ndjson row 2 contacts[0]"}}
	ends := &criteria.Check{ID: "DQ-01", Title: "An end before its start", Effect: "Whether the work is open cannot be told.", Do: "Put the wrong date right."}
	staff := &criteria.Check{ID: "DQ-15", Title: "Staff who left before they came", Effect: "Who is in post cannot be told.", Do: "Put the wrong date right.", Service: true}
	early := "end date 01/03/2026, before start date 02/03/2026"
	a.Checks = []audit.CheckResult{{Check: ends, Faults: 2, Cases: 1, Error: "policy.rego:9: two values", CaseID: "00018", Records: 1}, {Check: staff, Faults: 1}}
	a.Faults = []audit.Fault{
		{Check: ends, CaseID: "00012", Entity: "plans", Item: "P1", Fields: []string{"plans.start_date", "plans.end_date"}, Text: early, Where: "cases.ndjson row 2 plans[0]"},
		{Check: ends, CaseID: "00012", Entity: "section_47", Item: "2026-03-02", Fields: []string{"section_47.start_date", "section_47.end_date"}, Text: early, Where: "cases.ndjson row 2 section_47[0]"},
		{Check: staff, CaseID: audit.ServiceCase, Entity: "professionals", Item: "W1", Fields: []string{"professionals.start_date", "professionals.end_date"}, Text: early, Where: "staff.csv row 4"},
	}
	a.Errors = []audit.PolicyError{{Criterion: conference, CaseID: "00017", Records: 2, Text: "policy.rego:14: two values for due"}}
	count(a, map[string][]string{"AS-14": {"assessments.genogram | assessments.analysis"}}, map[string]string{"CP-03": "policy.rego:14: two values for due"})

	l := &letter.Letter{
		Profile: "letter-2009", Title: "Findings", Notice: "Drafted from rules, not an inspection judgement.",
		Classes: map[string]letter.Class{"CR-01": letter.Development, "CR-02": letter.TooFew, "AS-02": letter.Priority, "AS-14": letter.NotAssessable,
			"CP-03": letter.Strength, "CP-15": letter.Satisfactory, "CC-10": letter.NoneAudited},
		Sections: []letter.Section{
			{Heading: "Areas for development", Class: letter.Development, Items: []letter.Item{{Ref: "AD-01", Criterion: decided, Class: letter.Development,
				Text: "Contacts were not decided within one working day for 2 of 8 contacts.", Count: audit.Count{Met: 6, NotMet: 2}, Where: "Assessment North (2)", Action: decided.Action}}},
			{Heading: "Areas for priority action", Class: letter.Priority, Items: []letter.Item{{Ref: "AP-01", Criterion: seen, Class: letter.Priority,
				Text: "Children were not seen during 4 of 6 assessments.", Count: audit.Count{Met: 2, NotMet: 4}, Where: "Assessment North (4)", Action: seen.Action}}},
		},
	}
	return a, l
}

// empty is an audit in which nothing could be judged.
func empty() (*audit.Audit, *letter.Letter) {
	a, _ := small()
	a.Outcomes, a.Doubts, a.Errors, a.Records, a.Checks, a.Faults = nil, nil, nil, 0, nil, nil
	a.Survey = &casefile.Survey{Format: "native"}
	count(a, nil, nil)
	return a, &letter.Letter{}
}

// large is an audit of so many cases, made by dice that always fall alike: a
// council of twelve areas and eleven teams.
func large(tb testing.TB, cases int) (*audit.Audit, *letter.Letter, Options) {
	tb.Helper()
	a, _ := small()
	a.Catalogue, a.Outcomes = &criteria.Catalogue{}, nil
	a.Records = cases
	missing := map[string][]string{}
	odds := map[string]float64{}
	dice := rand.New(rand.NewPCG(20261031, 7))
	for _, area := range catalogue() {
		a.Catalogue.Areas = append(a.Catalogue.Areas, area.Area)
		for i, title := range area.titles {
			c := &criteria.Criterion{ID: fmt.Sprintf("%s-%02d", area.Code, i+1), Title: title, Area: area.Area, Unit: "assessments", Level: criteria.Development,
				Footing: criteria.Inspection, Phrase: title, Strength: title + ".", Action: "Check each of these records and put right what is missing.",
				Why: "It matters to the child."}
			switch {
			case i%4 == 1:
				c.Level, c.Footing = criteria.Priority, criteria.Guidance
			case i%7 == 6:
				c.Level, c.Footing = criteria.Advisory, criteria.Local
			}
			if i%5 == 4 {
				missing[c.ID] = []string{"assessments.child_seen_date | assessments.child_seen", "visits=child_protection"}
			}
			odds[c.ID] = 0.45 + 0.55*float64(dice.IntN(100))/100
			a.Catalogue.Criteria = append(a.Catalogue.Criteria, c)
		}
	}
	teams := []string{"Assessment North", "Assessment South", "Assessment West", "Care leavers", "Children in care 1", "Children in care 2",
		"Children with disabilities", "Early help hub", "Safeguarding East", "Safeguarding West", ""}
	asAt, _ := time.Parse(time.DateOnly, a.AsAt)
	for _, c := range a.Catalogue.Criteria {
		if len(missing[c.ID]) > 0 {
			continue
		}
		for n := range cases {
			if dice.IntN(3) == 0 {
				continue
			}
			o := audit.Outcome{Criterion: c, CaseID: fmt.Sprintf("C-%06d", 100000+n), Entity: c.Unit, Item: "2026-08-03", Met: dice.Float64() < odds[c.ID],
				Team: teams[(n+n/7)%len(teams)], Where: fmt.Sprintf("ssd_cin_assessments.csv row %d", n+2), Finding: fmt.Sprintf("%016x", dice.Uint64())}
			if !o.Met {
				days := 1 + dice.IntN(90)
				due := asAt.AddDate(0, 0, -days)
				o.Due, o.DaysOver = due.Format(time.DateOnly), days
				o.Message = fmt.Sprintf("was due by %s and is not recorded by %s: %d days over", shortDate(o.Due), shortDate(a.AsAt), days)
			}
			a.Outcomes = append(a.Outcomes, o)
		}
	}
	a.Errors, a.Doubts, a.Checks, a.Faults = nil, nil, nil, nil
	count(a, missing, nil)
	profile, err := letter.BuiltIn(letter.DefaultProfile)
	if err != nil {
		tb.Fatal(err)
	}
	return a, letter.Write(a, profile), Options{Profile: profile}
}

type titledArea struct {
	criteria.Area
	titles []string
}

func catalogue() []titledArea {
	area := func(code, name, title string, titles ...string) titledArea {
		return titledArea{criteria.Area{Name: name, Code: code, Title: title}, titles}
	}
	return []titledArea{
		area("EH", "early_help", "Early help", "Early help assessment quality assured", "Early help progress reviewed", "Child's views recorded in early help"),
		area("CR", "contact_and_referral", "Contact and referral", "Contact decided within one working day", "Child protection contact decided within four hours",
			"Referral allocated promptly", "Consent recorded", "Child protection referral leads to a strategy discussion or an assessment", "Concern shared with partners and the referrer told"),
		area("AS", "assessment", "Assessment", "Assessment completed in timescale", "Child seen during the assessment", "Agency checks recorded", "Analysis recorded",
			"Conclusion and recommendation recorded", "Assessment leads to or refers to a plan", "Risk and protective factors identified", "Up-to-date chronology underpins the assessment"),
		area("CP", "child_protection", "Child protection", "Strategy discussion with police and health", "Enquiry joint with police",
			"Conference within 15 working days of the strategy discussion", "Conference report has a chronology", "Decisions and outline plan sent within a day",
			"Child on a protection plan seen every four weeks", "Core group meets on time"),
		area("PL", "planning_and_allocation", "Planning and allocation", "Child in need has a plan", "Child in need plan reviewed", "Case allocated", "Few changes of social worker"),
		area("RE", "recording", "Case recording and chronology", "Chronology present", "Chronology up to date", "Visits written up on time", "One record for one child"),
		area("MO", "management_oversight", "Management oversight and supervision", "Management oversight evident", "Case supervision recorded at the required frequency",
			"Completed work signed off on time", "No drift"),
		area("ME", "missing", "Children missing and at risk of exploitation", "Return interview offered", "Return interview completed within 72 hours", "Exploitation risk assessed"),
		area("CC", "children_in_care", "Children in care", "Child in care has a care plan", "Care review on time", "Health assessment on time", "Placement stable"),
		area("CL", "care_leavers", "Care leavers", "Pathway plan in place", "In touch with the worker in the last eight weeks"),
		area("WF", "workforce", "Workforce", "Record check current", "Caseload within the limit"),
		area("QA", "quality_assurance", "Quality assurance and feedback", "Family asked what they think", "Audit actions completed"),
	}
}
