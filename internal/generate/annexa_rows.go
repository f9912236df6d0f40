package generate

import (
	_ "embed"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

//go:embed annexa_words.yaml
var annexWordsYAML []byte

// wording is how each code is written, the preferred way first, by kind of code.
type wording map[string]map[string][]string

func readWording() (wording, error) {
	w := wording{}
	if err := yaml.Unmarshal(annexWordsYAML, &w); err != nil {
		return nil, fmt.Errorf("annexa_words.yaml: %w", err)
	}
	return w, nil
}

// listRow is a row of a list, by column. A value is text, a whole number or a day.
type listRow map[string]any

// day is a date, yyyy-mm-dd; "" is a blank.
type day string

// lister writes what the lists hold of cases as rows.
type lister struct {
	clock   *timing.Clock
	words   wording
	workers map[string]string // names, by id
	rows    int               // written so far: councils write one thing in several ways
}

// say writes a code as some council writes it.
func (l *lister) say(kind string, code any) string {
	text, _ := code.(string)
	ways := l.words[kind][text]
	if len(ways) == 0 {
		return text
	}
	if n := l.rows % 7; n > 0 && n < len(ways) {
		return ways[n]
	}
	return ways[0]
}

// answer writes yes and no, and a blank where nobody wrote.
func (l *lister) answer(value any) string {
	yes, said := value.(bool)
	if !said {
		return ""
	}
	return l.say("answer", map[bool]string{true: "yes", false: "no"}[yes])
}

func (l *lister) day(item fault.Item, field string) day { return l.past(of(item, field)) }

// past is a day that has come; one that is planned is a blank.
func (l *lister) past(date string) day {
	if !l.clock.Happened(date) {
		return ""
	}
	return day(timing.Day(date))
}

// person begins a row with what every list says of the child.
func (l *lister) person(h *held) listRow {
	row := listRow{"Child Unique ID": h.id, "Gender": l.say("gender", h.child["sex"]), "Ethnicity": l.say("ethnicity", h.child["ethnicity"]), "Date of Birth": day(h.born)}
	switch age := 0; {
	case of(h.child, "date_of_birth") == "" && h.born != "":
		row["Age of Child (Years)"] = -1
	case h.born != "":
		for timing.Birthday(h.born, age+1) <= l.clock.AsAt {
			age++
		}
		row["Age of Child (Years)"] = age
	}
	return row
}

// known adds what lists 4 to 10 say of the child.
func (l *lister) known(h *held) listRow {
	row := l.person(h)
	codes, _ := h.child["disabilities"].([]any)
	switch {
	case len(codes) == 0:
		row["Does the Child have a Disability"] = l.say("answer", "unknown")
	case len(codes) == 1 && codes[0] == "NONE":
		row["Does the Child have a Disability"] = l.say("answer", "no")
	default:
		row["Does the Child have a Disability"] = l.say("answer", "yes")
	}
	return row
}

// worked adds who holds the case.
func (l *lister) worked(row listRow, team, worker string) listRow {
	row["Allocated Team"], row["Allocated Worker"] = team, l.workers[worker]
	return row
}

// lists gives the rows of a case, by the number of the list.
func (l *lister) lists(h *held) map[int][]listRow {
	rows := map[int][]listRow{}
	add := func(list int, row listRow, more listRow) {
		for column, value := range more {
			row[column] = value
		}
		rows[list] = append(rows[list], row)
		l.rows++
	}
	for _, x := range h.contacts {
		add(1, l.person(h), listRow{"Date of Contact": l.day(x, "received"), "Contact Source": l.say("source", x["source"])})
	}
	for _, x := range h.earlyHelp {
		add(2, l.person(h), listRow{"Assessment start date": l.day(x, "start_date"), "Assessment completion date": l.day(x, "assessed_date"), "Organisation completing assessment": of(x, "organisation")})
	}
	for _, x := range h.referrals {
		add(3, l.worked(l.person(h), of(x, "team"), of(x, "worker_id")), listRow{"Date of referral": l.day(x, "date"), "Referral Source": l.say("source", x["source"]),
			"Referral NFA?": l.answer(x["no_further_action"]), "Number of Referrals in Last 12 Months": len(h.referrals) - 1})
	}
	for _, x := range h.assessments {
		signed := l.day(x, "signed_off_date")
		support := ""
		if nfa, said := x["no_further_action"].(bool); said && signed != "" {
			support = l.answer(!nfa)
		}
		if support != "" && l.rows%97 == 13 {
			support = "CS Assessment Updated" // what some program writes instead
		}
		add(4, l.worked(l.known(h), of(x, "team"), of(x, "worker_id")), listRow{"Continuous Assessment Start Date": l.day(x, "start_date"),
			"Child Seen During Continuous Assessment": l.say("answer", seenDuring(x)), "Continuous Assessment Date of Authorisation": signed,
			"Was the child assessed as requiring LA children's social care support?": support})
	}
	for i, x := range h.enquiries {
		row := listRow{"Strategy discussion initiating Section 47 Enquiry Start Date": l.past(discussed(x)), "Number of Section 47 Enquiries in the last 12 months": len(h.enquiries) - 1,
			"Number of ICPCs in the last 12 months": 0}
		if wanted, said := x["to_conference"].(bool); said {
			row["Was an Initial Child Protection Conference deemed unnecessary?"] = l.answer(!wanted)
		}
		if held := h.conferences[i]; held != nil {
			row["Date of Initial Child Protection Conference"] = l.day(held, "date")
			row["Did the Initial Child Protection Conference Result in a Child Protection Plan"] = l.answer(held["plan_made"])
		}
		add(5, l.worked(l.known(h), h.team, of(x, "worker_id")), row)
	}
	if h.status != "" {
		add(6, l.worked(l.known(h), h.team, of(h.need, "worker_id")), listRow{"CIN Start Date": l.day(h.need, "date"), "Primary Need Code": l.say("need", h.need["primary_need"]),
			"Date Child Was Last Seen": l.past(h.seen), "CIN Closure Date": l.day(h.need, "close_date"), "Reason for Closure": l.closed(h), "Case Status": l.say("status", h.status)})
	}
	if h.plan != nil {
		add(7, l.worked(l.known(h), h.team, of(h.need, "worker_id")), listRow{"Child Protection Plan Start Date": l.day(h.plan, "start_date"), "Initial Category of Abuse": l.say("abuse", h.plan["category"]),
			"Latest Category of Abuse": l.say("abuse", h.plan["category"]), "Date of the Last Statutory Visit": l.day(h.planVisit, "date"), "Was the Child Seen Alone?": l.answer(h.planVisit["seen_alone"]),
			"Date of latest review conference": l.past(h.planReview), "Child Protection Plan End Date": l.day(h.plan, "end_date"),
			"Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)": l.say("answer", "no"), "Number of Previous Child Protection Plans": h.plan["previous_plans"]})
	}
	l.careLists(h, add)
	return rows
}

// closed is the reason for closing, where the case is closed.
func (l *lister) closed(h *held) string {
	if l.day(h.need, "close_date") == "" {
		return ""
	}
	return l.say("closure", h.need["close_reason"])
}

// careLists adds the rows of lists 8 to 10.
func (l *lister) careLists(h *held, add func(int, listRow, listRow)) {
	if h.care != nil {
		row := listRow{"Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": l.answer(h.child["unaccompanied"] == true), "Date Started to be Looked After": l.day(h.care, "entered_care_date"),
			"Child's Category of Need": l.say("need", h.need["primary_need"]), "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": l.say("answer", "no"),
			"Start date of current legal status": l.day(h.care, "start_date"), "Child's Legal Status": l.say("legal", h.care["legal_status"]), "Date of Latest Statutory Review": l.past(h.careReview),
			"Date of Last Social Work Visit": l.past(h.careVisit), "Date of Last IRO Visit / Contact to the Child": l.past(h.careOfficer), "Date of Last Health Assessment": l.past(h.health),
			"Date of Last Dental Check": l.past(h.dental), "Number of Placements in the Last 12 months": max(1, h.placements), "Date Ceased to be Looked After": l.day(h.care, "end_date"),
			"Start Date of Most Recent Placement": l.day(h.placement, "start_date"), "Placement Type": l.say("placement", h.placement["type"]), "Placement Provider": "b) PR1: Own provision",
			"Placement postcode": "ZZ99 3CZ", "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": len(h.missing),
			"Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": 0}
		if out, said := h.placement["out_of_area"].(bool); said {
			row["Placement Location"] = l.say("location", map[bool]string{true: "yes", false: "no"}[out])
		}
		if row["Date Ceased to be Looked After"] != day("") {
			row["Reason Ceased to be Looked After"] = l.say("ceased", h.care["end_reason"])
		}
		if n := len(h.missing); n > 0 {
			row["Was the child offered a Return Interview after their last missing episode (Y/N)?"] = l.answer(h.missing[n-1]["interview_offered"])
			row["Did the child accept a Return Interview after their last missing episode (Y/N)?"] = l.answer(h.missing[n-1]["interview_accepted"])
		}
		add(8, l.worked(l.known(h), h.team, of(h.need, "worker_id")), row)
	}
	for _, x := range h.leavers {
		suitable := ""
		if yes, said := x["accommodation_suitable"].(bool); said {
			suitable = l.say("suitability", map[bool]string{true: "yes", false: "no"}[yes])
		}
		adviser := of(x, "personal_adviser")
		if name := l.workers[adviser]; name != "" {
			adviser = name
		}
		add(9, l.worked(l.known(h), h.team, ""), listRow{"Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": l.answer(h.child["unaccompanied"] == true),
			"Allocated Personal Advisor": adviser, "Eligibility Category": l.say("eligibility", x["eligibility"]), "Latest Pathway Plan Review Date": l.day(x, "pathway_plan_review_date"),
			"LA in Touch": l.say("touch", x["in_touch"]), "Latest Date of Contact": l.day(x, "last_contact_date"), "Type of Accommodation": l.say("accommodation", x["accommodation"]),
			"Suitability of Accommodation": suitable, "Activity Status": l.say("activity", x["activity"])})
	}
	for _, x := range h.permanence {
		add(10, l.known(h), listRow{"Date the Child Entered Care": l.day(h.care, "entered_care_date"), "Date of Decision that Child Should be Placed for Adoption": l.day(x, "decision_date"),
			"Date Placed for Adoption": l.day(x, "placed_date"), "Date of Adoption Order": l.day(x, "order_date")})
	}
}

// sheetOf is the name of a list's sheet in the template.
func sheetOf(number int) string { return strings.ReplaceAll(fmt.Sprintf("List %d", number), " ", "_") }
