package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// census writes a return of these children.
func census(children ...string) map[string]string {
	return map[string]string{"cin.xml": "<Message>\n<Children>\n" + strings.Join(children, "\n") + "\n</Children>\n</Message>\n"}
}

func censusChild(id, details string) string {
	return "<Child><ChildIdentifiers><LAchildID>" + id + "</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>2</GenderCurrent></ChildIdentifiers>" +
		"<ChildCharacteristics><Ethnicity>White British</Ethnicity></ChildCharacteristics>" + details + "</Child>"
}

func TestCensus(t *testing.T) {
	plain := censusChild(" 007 ", "<CINdetails><CINreferralDate>2023-01-02</CINreferralDate></CINdetails>")
	s, records := audit(t, census(plain, plain,
		censusChild("007", "<CINdetails/>"),
		censusChild("", ""),
		censusChild("008", "\n<CINdetails><CINreferralDate>2023-02-30</CINreferralDate>\n<Section47><S47ActualStartDate>soon</S47ActualStartDate></Section47></CINdetails>"),
		censusChild("009", "<CINdetails><ReferralNFA>maybe</ReferralNFA><Mood><Low/></Mood>"+
			"<Section47><S47ActualStartDate>2023-03-01</S47ActualStartDate><DateOfInitialCPC>2023-03-10</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>"+
			"<Section47><S47ActualStartDate>2023-03-01</S47ActualStartDate><InitialCPCtarget>2023-03-20</InitialCPCtarget><ICPCnotRequired>true</ICPCnotRequired></Section47>"+
			"<Section47><S47ActualStartDate>2023-04-01</S47ActualStartDate><InitialCPCtarget>2023-04-20</InitialCPCtarget><ICPCnotRequired>false</ICPCnotRequired></Section47>"+
			"<Section47><S47ActualStartDate>2023-04-01</S47ActualStartDate><InitialCPCtarget>2023-04-20</InitialCPCtarget><ICPCnotRequired>false</ICPCnotRequired></Section47>"+
			"<DateOfInitialCPC>2023-03-10</DateOfInitialCPC></CINdetails>"),
		censusChild("010", "<CINdetails><CINreferralDate><Day>1</Day></CINreferralDate></CINdetails>")))
	if diff := cmp.Diff([]string{
		"cin.xml row 5 [] the child already stands in cin.xml row 3, with other values: keep one of the two",
		"cin.xml row 6 [ChildIdentifiers[1]/LAchildID] the child has no id: give every child its local authority id",
		`cin.xml row 8 [CINdetails[1]/CINreferralDate] "2023-02-30" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy (and 1 more faults in this child)`,
		"cin.xml row 11 [CINdetails[1]/CINreferralDate] the element should hold a value and holds elements",
	}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	if rows, read, duplicates, refused := s.Rows(); rows != 7 || read != 2 || duplicates != 1 || refused != 4 {
		t.Error(rows, read, duplicates, refused)
	}
	want := map[string]any{
		"case_id":   "009",
		"child":     map[string]any{"date_of_birth": "2015-03-27", "sex": "F", "ethnicity": "WBRI"},
		"referrals": []any{map[string]any{"referral_id": "009/referral/undated"}},
		"section_47": []any{
			map[string]any{"enquiry_id": "009/section-47/2023-03-01", "referral_id": "009/referral/undated", "start_date": "2023-03-01", "to_conference": true},
			map[string]any{"enquiry_id": "009/section-47/2023-03-01/2", "referral_id": "009/referral/undated", "start_date": "2023-03-01", "to_conference": false},
			map[string]any{"enquiry_id": "009/section-47/2023-04-01", "referral_id": "009/referral/undated", "start_date": "2023-04-01", "to_conference": true}},
		"conferences": []any{
			map[string]any{"conference_id": "009/initial-conference/2023-03-10", "enquiry_id": "009/section-47/2023-03-01", "type": "initial", "date": "2023-03-10"},
			map[string]any{"conference_id": "009/initial-conference/2023-04-20", "enquiry_id": "009/section-47/2023-04-01", "type": "initial", "due_date": "2023-04-20"}},
	}
	if diff := cmp.Diff(want, filled(records["009"])); diff != "" {
		t.Error(diff)
	}
	for kind, want := range map[string][]string{
		"unknown field":          {`cin.xml row 10: element "CINdetails/Mood" is not known and was not read`},
		"unmatched value":        {`cin.xml row 10: no further action: "maybe" is neither yes nor no and is read as blank`},
		"duplicate item":         {"cin.xml row 10: Section47: elements that repeat another of the same child exactly were dropped"},
		"conference given twice": {"cin.xml row 10: DateOfInitialCPC stands in the CINdetails and in its Section47: it is taken for one conference"},
	} {
		if diff := cmp.Diff(want, notes(s, kind)); diff != "" {
			t.Error(kind, diff)
		}
	}
	for path, want := range map[string]bool{
		"referrals.close_date":    true,  // left to the council to fill
		"referrals.source":        false, // required, and never there
		"plans.start_date":        true,  // required of protection plans, of which there are none
		"pre_proceedings.outcome": false, // not in every year's schema
		"child.sex":               true,
		"visits.date":             false,
	} {
		if s.Supply.Has(path) != want {
			t.Errorf("%s supplied: want %v", path, want)
		}
	}
}

func returns903() map[string]string {
	return map[string]string{
		"SSDA903_2024_Header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,UN3,,\n2,F,02/02/2010,XXXX,A1,,\n2,F,02/02/2010,XXXX,A1,,\n3,F,31/02/2010,WBRI,,,\n",
		"episodes.csv": "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC,PL_LOCATION\n" +
			"1,01/03/2024,L,C2,N1,U1,05/04/2024,E4A,IN\n" +
			"1,01/01/2024,S,C1,N1,U1,01/03/2024,X1,IN\n" +
			"1,01/06/2024,S,V3,N1,A6,,,OUT\n" +
			"2,01/01/2024,P,C1,N1,K2,01/02/2024,X1,\n" +
			"2,01/02/2024,T,C1,N1,U1,,,maybe\n" +
			"3,01/01/2024,S,C1,N1,U1,,,\n" +
			"4,01/01/2024,S,C1,N1,U1,,,\n" +
			"2,soon,S,C1,N1,U1,,,\n",
		"placed_for_adoption.csv": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n1,01/02/2010,01/05/2024,,\n2,03/02/2010,01/05/2024,02/05/2024,RD4\n",
		"uasc.csv":                "CHILD,SEX,DOB,DUC\n1,1,01/02/2010,\n",
		"oc3.csv":                 "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n1,01/02/2010,yes,F1,B2\n2,02/02/2010,NO,0,0\n",
		"missing.csv":             "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/02/2010,A,03/02/2024,\n",
		"sw_episodes.csv":         "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n1,01/02/2010,W1,01/01/2024,,\n",
		"oc2.csv":                 "CHILD,DOB\n1,x\n",
		"mystery.csv":             "a\n1\n",
	}
}

func Test903(t *testing.T) {
	s, records := audit(t, returns903())
	want := map[string]any{
		"case_id": "1",
		"child":   map[string]any{"date_of_birth": "2010-02-01", "sex": "M", "ethnicity": "WBRI", "unaccompanied": true},
		"care_episodes": []any{
			map[string]any{"episode_id": "1/care/2024-01-01", "entered_care_date": "2024-01-01", "start_date": "2024-01-01", "end_date": "2024-03-01", "end_reason": "X1", "legal_status": "C1"},
			map[string]any{"episode_id": "1/care/2024-03-01", "entered_care_date": "2024-01-01", "start_date": "2024-03-01", "end_date": "2024-04-05", "end_reason": "E4A", "legal_status": "C2"},
			map[string]any{"episode_id": "1/care/2024-06-01", "entered_care_date": "2024-06-01", "start_date": "2024-06-01", "legal_status": "V3"}},
		"placements": []any{
			map[string]any{"placement_id": "1/placement/2024-01-01", "start_date": "2024-01-01", "end_date": "2024-04-05", "type": "U1", "out_of_area": false},
			map[string]any{"placement_id": "1/placement/2024-06-01", "start_date": "2024-06-01", "type": "A6", "out_of_area": true}},
		"permanence":   []any{map[string]any{"decision_date": "2024-05-01", "placed_date": "2024-06-01"}},
		"care_leaver":  []any{map[string]any{"in_touch": "YES", "activity": "F1", "accommodation": "B", "accommodation_suitable": false}},
		"missing":      []any{map[string]any{"missing_id": "1/missing/2024-02-03", "start": "2024-02-03", "from_care": true}},
		"involvements": []any{map[string]any{"professional_id": "W1", "start_date": "2024-01-01"}},
	}
	if diff := cmp.Diff(want, filled(records["1"])); diff != "" {
		t.Error(diff)
	}
	second := records["2"]
	if _, has := second.Items("care_episodes")[0].(map[string]any)["entered_care_date"]; has || second.Refused != 1 || len(second.Items("permanence")) > 0 {
		t.Error(second.Values, second.Refused)
	}
	if diff := cmp.Diff([]string{
		`SSDA903_2024_Header.csv row 5 [DOB] "31/02/2010" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy`,
		"episodes.csv row 7 [CHILD] the child's row in the header was refused: mend it first",
		"episodes.csv row 8 [CHILD] the child is not in the header: add the child there or take the row out",
		`episodes.csv row 9 [DECOM] "soon" is not a date caseaudit knows: write yyyy-mm-dd or dd/mm/yyyy`,
	}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	for kind, want := range map[string][]string{
		"unmatched value": {
			`SSDA903_2024_Header.csv row 3: ethnicity: "XXXX" is no code of any year's return and is kept as it stands`,
			`episodes.csv row 6: "MAYBE" is neither IN nor OUT and is read as blank`},
		"dates of birth differ":        {"placed_for_adoption.csv row 3: the date of birth is not the one in the header, which is taken"},
		"adoption decision taken back": {"placed_for_adoption.csv row 3: decisions for adoption that were taken back were left out"},
		"care began before the return": {"episodes.csv row 5: the period of care began before the episodes that the return holds, so the day of entering care is not known"},
	} {
		if diff := cmp.Diff(want, notes(s, kind)); diff != "" {
			t.Error(kind, diff)
		}
	}
	if !s.Supply.Has("placements.out_of_area") || s.Supply.Has("health.date") || s.Supply.Has("convictions.date") || s.Supply.Has("care_reviews.date") {
		t.Error(s.Supply.Paths())
	}
}

func Test903XML(t *testing.T) {
	s, records := audit(t, map[string]string{"return.xml": `<EXPSSDA903>
<CHILD><HEADER><CHILDID>1</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB><ETHNIC>WBRI</ETHNIC><UPN/><UASC>1</UASC><DUC>01/02/2028</DUC>
<AREVIEW><REVIEW>03/03/2024</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><IN_TOUCH/><ODD/></HEADER>
<EPISODE><DECOM>01/01/2024</DECOM><RNE>S</RNE><LS>C2</LS><PL>U1</PL></EPISODE></CHILD>
<CHILD><HEADER><CHILDID>2</CHILDID><DOB>01/13/2010</DOB></HEADER></CHILD>
<CHILD><HEADER><CHILDID>3</CHILDID><UASC>0</UASC></HEADER></CHILD>
</EXPSSDA903>`})
	want := map[string]any{
		"case_id":       "1",
		"child":         map[string]any{"date_of_birth": "2010-02-01", "sex": "M", "ethnicity": "WBRI", "unaccompanied": true},
		"care_reviews":  []any{map[string]any{"date": "2024-03-03", "participation": "PN1"}},
		"care_episodes": []any{map[string]any{"episode_id": "1/care/2024-01-01", "entered_care_date": "2024-01-01", "start_date": "2024-01-01", "legal_status": "C2"}},
		"placements":    []any{map[string]any{"placement_id": "1/placement/2024-01-01", "start_date": "2024-01-01", "type": "U1"}},
	}
	if diff := cmp.Diff(want, filled(records["1"])); diff != "" {
		t.Error(diff)
	}
	if got := records["3"].Child()["unaccompanied"]; got != false {
		t.Error(got)
	}
	if diff := cmp.Diff([]string{`return.xml row 5 [HEADER[1]/DOB] "01/13/2010" is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy`}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`return.xml row 3: element "HEADER/ODD" is not known and was not read`}, notes(s, "unknown field")); diff != "" {
		t.Error(diff)
	}
	if !s.Supply.Has("care_episodes.end_date") || s.Supply.Has("missing.start") || s.Supply.Has("placements.out_of_area") || s.Supply.Has("care_leaver.in_touch") {
		t.Error(s.Supply.Paths())
	}
}

func TestDaily(t *testing.T) {
	s, records := audit(t, map[string]string{
		"monday.json": `[{"la_child_id":"1","child_details":{"sex":"M","uasc_flag":null,"mood":1},"social_care_episodes":[
 {"social_care_episode_id":"E1","referral_date":"2024-01-02","closure_date":null,"child_looked_after_placements":[
  {"child_looked_after_placement_id":"P2","start_date":"2024-02-01","start_reason":"L","placement_type":"U1"},
  {"child_looked_after_placement_id":"P1","start_date":"2024-01-02","start_reason":"S","placement_type":"U1","end_date":"2024-02-01","end_reason":"X1"},
  {"child_looked_after_placement_id":"P9","purge":true}], "adoption":{"placed_date":null}}]},
{"la_child_id":"2","purge":true},
{"la_child_id":"3","social_care_episodes":[{"referral_date":"x"}]},
{"la_child_id":"4","la_child_id":"5"},
7]`,
		"tuesday.json": `[{"child_details":{"uasc_flag":true},"la_child_id":"1"},{"la_child_id":"2","purge":true},{"la_child_id":"6","social_care_episodes":{}}]`,
		"other.json":   `{"la_child_id":"7"}`,
	})
	want := map[string]any{
		"case_id":   "1",
		"child":     map[string]any{"sex": "M"},
		"referrals": []any{map[string]any{"referral_id": "E1", "date": "2024-01-02"}},
		"care_episodes": []any{
			map[string]any{"episode_id": "P1", "entered_care_date": "2024-01-02", "start_date": "2024-01-02", "end_date": "2024-02-01", "end_reason": "X1"},
			map[string]any{"episode_id": "P2", "entered_care_date": "2024-01-02", "start_date": "2024-02-01"}},
		"placements": []any{map[string]any{"placement_id": "P1", "start_date": "2024-01-02", "type": "U1"}},
	}
	if diff := cmp.Diff(want, filled(records["1"])); diff != "" || len(records) != 1 {
		t.Error(diff, len(records))
	}
	if diff := cmp.Diff([]string{
		`monday.json row 7 [social_care_episodes[0].referral_date] "x" is not a date caseaudit knows: write yyyy-mm-dd or dd/mm/yyyy`,
		`monday.json row 8 [] the key "la_child_id" stands twice in one object: keep one`,
		`monday.json row 9 [] it is not an object: write {"la_child_id": ...}`,
		"tuesday.json row 1 [] the child already stands in monday.json row 1, with other values: keep one of the two",
		"tuesday.json row 1 [social_care_episodes] it is not a list: write [{...}, {...}], and [] when there are none",
	}, refusals(s)); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]bool{"child.unaccompanied": true, "referrals.close_date": true, "permanence.placed_date": true,
		"care_leaver.activity": false, "child.ethnicity": false, "care_episodes.legal_status": false} {
		if s.Supply.Has(path) != want {
			t.Errorf("%s supplied: want %v", path, want)
		}
	}
	if rows, read, duplicates, refused := s.Rows(); rows != 8 || read != 2 || duplicates != 1 || refused != 5 || s.Records != 1 {
		t.Error(rows, read, duplicates, refused, s.Records)
	}
	if diff := cmp.Diff([]string{"other.json: no list of children with la_child_id"}, s.Ignored); diff != "" {
		t.Error(diff)
	}
}

// Children in need plans came into the census in 2022. Without that, every child of
// an older file would have none.
func TestCensusBeforePlansInNeed(t *testing.T) {
	for details, want := range map[string]bool{
		"<CINdetails><CINreferralDate>2020-01-02</CINreferralDate></CINdetails>":                                                                             false,
		"<CINdetails><CINreferralDate>2022-01-02</CINreferralDate><CINPlanDates><CINPlanStartDate>2022-02-01</CINPlanStartDate></CINPlanDates></CINdetails>": true,
	} {
		s, _ := audit(t, census(censusChild("1", details)))
		if missing := s.Supply.Missing([]string{"plans=child_in_need"}); (len(missing) == 0) != want {
			t.Errorf("%s: missing %v", details, missing)
		}
		if missing := s.Supply.Missing([]string{"plans=child_protection"}); len(missing) > 0 {
			t.Errorf("%s: missing %v", details, missing)
		}
	}
}

// The same census as different programs write it.
func TestCensusAsWritten(t *testing.T) {
	const child = "<ID:Child><ID:ChildIdentifiers><ID:LAchildID>1</ID:LAchildID><ID:PersonBirthDate>2015-03-27</ID:PersonBirthDate><ID:GenderCurrent>2</ID:GenderCurrent></ID:ChildIdentifiers>" +
		"<ID:CINdetails><ID:CINreferralDate>2023-01-02</ID:CINreferralDate><ID:ReferralNFA>false</ID:ReferralNFA></ID:CINdetails></ID:Child>"
	plain := strings.ReplaceAll(child, "ID:", "")
	whole := func(children string) string { return "<Message><Children>" + children + "</Children></Message>" }
	for name, content := range map[string]string{
		"plain":             whole(plain),
		"default namespace": `<Message xmlns="http://example.org/cin" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://example.org/cin CIN.xsd"><Children>` + plain + `</Children></Message>`,
		"prefix":            `<c:Message xmlns:c="http://example.org/cin"><c:Children>` + strings.ReplaceAll(child, "ID:", "c:") + `</c:Children></c:Message>`,
		"header behind":     "<Message><Children>" + plain + "</Children><Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year></CollectionDetails></Header></Message>",
		"declared ASCII":    `<?xml version='1.0' encoding='us-ascii'?>` + whole(plain),
		"declared Latin":    `<?xml version="1.0" encoding="ISO_8859-1"?>` + whole(plain),
		"declared ANSI":     `<?xml version="1.0" encoding="ANSI"?>` + whole(plain),
		"byte order mark":   "\ufeff" + `<?xml version="1.0" encoding="utf-8" standalone="yes"?>` + "\r\n" + whole(plain),
		"days with zones":   whole(strings.NewReplacer("2015-03-27", "2015-03-27Z", "2023-01-02", "2023-01-02+01:00").Replace(plain)),
		"moments":           whole(strings.NewReplacer("2015-03-27", "2015-03-27T00:00:00", "2023-01-02", "2023-01-02T00:00:00Z").Replace(plain)),
		"comments":          whole("<!-- é --><?x y?>" + strings.ReplaceAll(plain, "2023-01-02", "<![CDATA[2023-01-02]]><!-- x -->")),
		"nothing said":      whole(strings.ReplaceAll(plain, "<ReferralNFA>", `<CINclosureDate xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/><ReferralNFA>`)),
	} {
		t.Run(name, func(t *testing.T) {
			s, records := audit(t, map[string]string{"cin.xml": content})
			want := map[string]any{"case_id": "1", "child": map[string]any{"date_of_birth": "2015-03-27", "sex": "F"},
				"referrals": []any{map[string]any{"referral_id": "1/referral/2023-01-02", "date": "2023-01-02", "no_further_action": false}}}
			if len(records) != 1 || len(s.Refusals) > 0 {
				t.Fatalf("refused %v", refusals(s))
			}
			if diff := cmp.Diff(want, filled(records["1"])); diff != "" {
				t.Error(diff)
			}
			for _, n := range s.Notes {
				if n.Kind == "unknown field" || n.Kind == "encoding" {
					t.Errorf("%s: %s", n.Kind, n.Text)
				}
			}
		})
	}
}

// In some files the rows that mostly stand in HEADER have an element around them.
func Test903XMLGroups(t *testing.T) {
	s, records := audit(t, map[string]string{"return.xml": `<?xml version='1.0' encoding='us-ascii'?>
<EXPSSDA903 xmlns="http://example.org/903"><CHILD><HEADER><CHILDID>1</CHILDID><SEX>F</SEX><DOB>01/02/2003</DOB>
<UASC><DUC>01/02/2021</DUC></UASC><OC3><IN_TOUCH>YES</IN_TOUCH><ACTIV>F4</ACTIV><ACCOM>B1</ACCOM><ODD/></OC3>
<AD1><DATE_INT>03/04/2020</DATE_INT><DATE_MATCH>04/04/2020</DATE_MATCH></AD1></HEADER></CHILD></EXPSSDA903>`})
	want := map[string]any{
		"case_id":     "1",
		"child":       map[string]any{"date_of_birth": "2003-02-01", "sex": "F", "unaccompanied": true},
		"care_leaver": []any{map[string]any{"in_touch": "YES", "activity": "F4", "accommodation": "B", "accommodation_suitable": true}},
		"permanence":  []any{map[string]any{"decision_date": "2020-04-03"}},
	}
	if len(records) != 1 {
		t.Fatalf("refused %v", refusals(s))
	}
	if diff := cmp.Diff(want, filled(records["1"])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`return.xml row 3: element "HEADER/OC3/ODD" is not known and was not read`}, notes(s, "unknown field")); diff != "" {
		t.Error(diff)
	}
	if !s.Supply.Has("care_leaver.in_touch") || !s.Supply.Has("permanence.decision_date") || !s.Supply.Has("child.unaccompanied") {
		t.Error(s.Supply.Paths())
	}
}

// The codes of every year's return are known.
func Test903CodesOfAllYears(t *testing.T) {
	codes := map[string]string{
		"SEX": "1 2 M F U", "ETHNIC": "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT",
		"LS":    "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3",
		"PLACE": "A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14",
		"REC":   "X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8", "RNE": "S L P T B U",
		"MISSING": "M A", "REVIEW_CODE": "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7", "IN_TOUCH": "YES NO DIED REFU NREQ RHOM",
		"ACTIV": "F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0", "SW_REASON": "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS",
		"ACCOM": "B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S1 S2 T1 T2 U1 U2 V1 V2 W1 W2 X1 X2 Y1 Y2 Z1 Z2 0",
	}
	files := map[string]string{}
	tables := map[string][]string{"Header 2023-24.csv": {"SEX", "ETHNIC"}, "2017_episodes.csv": {"DECOM", "LS", "PLACE", "REC", "RNE"}, "SSDA903_2024_Missing.csv": {"MISSING"},
		"reviews_2019.csv": {"REVIEW_CODE"}, "OC3 2022.csv": {"IN_TOUCH", "ACTIV", "ACCOM"}, "social_worker.csv": {"SW_ID", "SW_REASON"}, "DoLo.csv": {"DOLO_START"}}
	for name, columns := range tables {
		var b strings.Builder
		b.WriteString("CHILD," + strings.Join(columns, ",") + "\n")
		for i := range 40 {
			row := []string{fmt.Sprint(i)}
			for _, column := range columns {
				list := strings.Fields(codes[column])
				value := "01/02/2020"
				if len(list) > 0 {
					value = list[i%len(list)]
				}
				row = append(row, value)
			}
			b.WriteString(strings.Join(row, ",") + "\n")
		}
		files[name] = b.String()
	}
	s, records := audit(t, files)
	if len(records) != 40 || len(s.Refusals) > 0 {
		t.Fatalf("%d records, refused %v", len(records), refusals(s))
	}
	for _, n := range s.Notes {
		if n.Kind == "unmatched value" || n.Kind == "unknown column" {
			t.Errorf("%s: %s", n.Kind, n.Text)
		}
	}
	if diff := cmp.Diff([]string{"DoLo.csv: a table of deprivation of liberty orders (since 2027), which the audit does not use"}, s.Ignored); diff != "" {
		t.Error(diff)
	}
}
