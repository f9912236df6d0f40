package json

import "github.com/caseaudit/caseaudit/internal/letter"

type letterPart struct {
	Profile  string    `json:"profile"`
	Title    string    `json:"title"`
	Notice   string    `json:"notice"`
	Opening  []item    `json:"opening"`
	Sections []section `json:"sections"`
	Blanks   blanks    `json:"blanks"`
}

type section struct {
	Heading string `json:"heading"`
	Form    string `json:"form"`
	Class   string `json:"class"` // empty in the headline form
	Items   []item `json:"items"`
	Rest    []item `json:"rest"` // what the profile's limit leaves out
	Nothing string `json:"nothing"`
	More    string `json:"more"`
	Note    string `json:"note"`
}

type item struct {
	Ref       string  `json:"ref"`
	Criterion string  `json:"criterion"` // empty where the sentence speaks of several or of none
	Text      string  `json:"text"`
	Detail    string  `json:"detail"`
	Where     string  `json:"where"`
	Action    string  `json:"action"`
	Basis     string  `json:"basis"`
	Met       int     `json:"met"`
	NotMet    int     `json:"not_met"`
	Places    []place `json:"places"`
}

type place struct {
	Sheet  string `json:"sheet"`
	Column string `json:"column"`
	Value  string `json:"value"`
}

type blanks struct {
	Heading string  `json:"heading"`
	Intro   string  `json:"intro"`
	Items   []blank `json:"items"`
}

type blank struct {
	Ref       string   `json:"ref"`
	Heading   string   `json:"heading"`
	Area      string   `json:"area"`
	Prompt    string   `json:"prompt"`
	Questions []string `json:"questions"`
	Forms     []string `json:"forms"`
	Findings  []string `json:"findings"`
}

func letterOf(l *letter.Letter) letterPart {
	return letterPart{
		Profile: l.Profile, Title: l.Title, Notice: l.Notice, Opening: list(l.Opening, itemOf), Sections: list(l.Sections, sectionOf),
		Blanks: blanks{Heading: l.Blanks.Heading, Intro: l.Blanks.Intro, Items: list(l.Blanks.Items, blankOf)},
	}
}

func sectionOf(s letter.Section) section {
	return section{
		Heading: s.Heading, Form: string(s.Form), Class: string(s.Class), Items: list(s.Items, itemOf), Rest: list(s.Rest, itemOf),
		Nothing: s.Nothing, More: s.More, Note: s.Note,
	}
}

func itemOf(i letter.Item) item {
	id := ""
	if i.Criterion != nil {
		id = i.Criterion.ID
	}
	return item{
		Ref: i.Ref, Criterion: id, Text: i.Text, Detail: i.Detail, Where: i.Where, Action: i.Action, Basis: i.Basis,
		Met: i.Count.Met, NotMet: i.Count.NotMet, Places: list(i.Places, placeOf),
	}
}

func placeOf(p letter.Place) place {
	return place{Sheet: string(p.Sheet), Column: p.Column, Value: p.Value}
}

func blankOf(b letter.Blank) blank {
	itself := func(s string) string { return s }
	return blank{
		Ref: b.Ref, Heading: b.Heading, Area: b.Area, Prompt: b.Prompt,
		Questions: list(b.Questions, itself), Forms: list(b.Forms, itself), Findings: list(b.Findings, itself),
	}
}
