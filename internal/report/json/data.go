package json

import (
	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

type input struct {
	Name       string `json:"name"`
	Sheet      string `json:"sheet"`
	Entity     string `json:"entity"`
	SHA256     string `json:"sha256"`
	Rows       int    `json:"rows"`
	Read       int    `json:"read"`
	Duplicates int    `json:"duplicates"`
	Refused    int    `json:"refused"`
}

type refusal struct {
	Where  string `json:"where"`
	File   string `json:"file"`
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Column string `json:"column"`
	CaseID string `json:"case_id"`
	Reason string `json:"reason"`
}

type note struct {
	Kind   string `json:"kind"`
	Where  string `json:"where"`
	Field  string `json:"field"`
	CaseID string `json:"case_id"`
	Text   string `json:"text"`
	Count  int    `json:"count"`
}

type policyError struct {
	Criterion string `json:"criterion"`
	CaseID    string `json:"case_id"`
	Records   int    `json:"records"`
	Text      string `json:"text"`
}

type doubt struct {
	Criterion string `json:"criterion"`
	CaseID    string `json:"case_id"`
	Item      string `json:"item"`
	Text      string `json:"text"`
	Where     string `json:"where"`
}

// check is a check of the data over the whole export.
type check struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Effect  string `json:"effect"`
	Do      string `json:"do"`
	Faults  int    `json:"faults"`
	Cases   int    `json:"cases"`
	Error   string `json:"error"`
	CaseID  string `json:"case_id"`
	Records int    `json:"records"`
}

type fault struct {
	Check  string   `json:"check"`
	CaseID string   `json:"case_id"`
	Entity string   `json:"entity"`
	Item   string   `json:"item"`
	Fields []string `json:"fields"`
	Text   string   `json:"text"`
	Where  string   `json:"where"`
}

func inputOf(in casefile.Input) input {
	return input{Name: in.Name, Sheet: in.Sheet, Entity: in.Entity, SHA256: in.SHA256, Rows: in.Rows, Read: in.Read, Duplicates: in.Duplicates, Refused: in.Refused}
}

func refusalOf(r casefile.Refusal) refusal {
	return refusal{Where: r.At.String(), File: r.At.File, Sheet: r.At.Sheet, Row: r.At.Row, Column: r.Column, CaseID: r.CaseID, Reason: r.Reason}
}

func noteOf(n casefile.Note) note {
	return note{Kind: n.Kind, Where: n.At.String(), Field: n.Field, CaseID: n.CaseID, Text: n.Text, Count: n.Count}
}

func errorOf(e audit.PolicyError) policyError {
	return policyError{Criterion: e.Criterion.ID, CaseID: e.CaseID, Records: e.Records, Text: e.Text}
}

func checkOf(r audit.CheckResult) check {
	return check{ID: r.Check.ID, Title: r.Check.Title, Effect: r.Check.Effect, Do: r.Check.Do, Faults: r.Faults, Cases: r.Cases,
		Error: r.Error, CaseID: r.CaseID, Records: r.Records}
}

func faultOf(f audit.Fault) fault {
	return fault{Check: f.Check.ID, CaseID: f.CaseID, Entity: f.Entity, Item: f.Item, Fields: f.Fields, Text: f.Text, Where: f.Where}
}

func doubtOf(d audit.Doubt) doubt {
	return doubt{Criterion: d.Criterion.ID, CaseID: d.CaseID, Item: d.Item, Text: d.Text, Where: d.Where}
}
