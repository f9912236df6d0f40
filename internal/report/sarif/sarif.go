// Package sarif writes the findings as SARIF 2.1.0, which code hosts and editors
// show beside the lines of the export.
//
// The rules carry what the catalogue says of each criterion. A result's
// fingerprint is the finding's identity, never a row, so that a host can tell old
// from new when rows move. What could not be judged is a notification, and a
// failed policy makes the run unsuccessful: an empty list of results must never
// look like a pass.
package sarif

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/listing"
)

const (
	schemaURI   = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	fingerprint = "caseaudit/v1"
)

// Write writes the findings. root is the export's folder in the repository.
func Write(w io.Writer, a *audit.Audit, root string) error {
	rules, index := rulesOf(a)
	r := run{
		Tool:        tool{driver{Name: "caseaudit", Version: strings.TrimPrefix(a.Program, "caseaudit "), InformationURI: "https://github.com/caseaudit/caseaudit", Rules: rules}},
		Invocations: []invocation{{ExecutionSuccessful: len(a.Errors) == 0, ToolExecutionNotifications: notifications(a, root)}},
		Results:     []result{},
		ColumnKind:  "unicodeCodePoints",
		Properties:  map[string]any{"asAt": a.AsAt, "from": a.From, "records": a.Records, "policies": a.Policies},
	}
	seen := map[string]bool{}
	for _, in := range a.Survey.Inputs {
		uri := uriOf(root, casefile.Location{File: in.Name})
		if !seen[uri] {
			r.Artifacts = append(r.Artifacts, artifact{artifactLocation{uri}, map[string]string{"sha-256": in.SHA256}})
		}
		seen[uri] = true
	}
	for _, f := range listing.Findings(a) {
		r.Results = append(r.Results, resultOf(f, index[f.Criterion.ID], root))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(log{Schema: schemaURI, Version: "2.1.0", Runs: []run{r}}); err != nil {
		return fmt.Errorf("write sarif: %w", err)
	}
	return nil
}

// rulesOf gives a rule for each criterion, and for what else made findings.
func rulesOf(a *audit.Audit) ([]rule, map[string]int) {
	rules, index := []rule{}, map[string]int{}
	list := slices.Clone(a.Catalogue.Criteria)
	for _, f := range a.Extra {
		if !slices.Contains(list, f.Criterion) {
			list = append(list, f.Criterion)
		}
	}
	for _, c := range list {
		if _, again := index[c.ID]; again {
			continue
		}
		index[c.ID] = len(rules)
		properties := map[string]any{"tags": []string{c.Area.Name, string(c.Level)}, "footing": c.Footing.Words()}
		if len(c.Sources) > 0 {
			properties["sources"] = c.Sources
		}
		rules = append(rules, rule{ID: c.ID, Name: c.Area.Name + "/" + c.Name, ShortDescription: message{c.Title}, FullDescription: message{c.Description},
			Help: message{strings.TrimSpace(c.Action + " " + c.Why)}, DefaultConfiguration: configuration{level(c.Level)}, Properties: properties})
	}
	return rules, index
}

func resultOf(f audit.Outcome, index int, root string) result {
	r := result{RuleID: f.Criterion.ID, RuleIndex: index, Level: level(f.Criterion.Level), Kind: "fail",
		Message:      message{listing.Line(f.CaseID + ": " + f.Message)},
		Fingerprints: map[string]string{fingerprint: f.Finding},
		Properties:   map[string]any{"caseId": f.CaseID, "entity": f.Entity, "item": f.Item},
	}
	for name, value := range map[string]string{"team": f.Team, "due": f.Due, "done": f.Done, "doubt": f.Doubt} {
		if value != "" {
			r.Properties[name] = value
		}
	}
	switch {
	case f.State == audit.New:
		r.BaselineState = "new"
	case f.State == audit.Open:
		r.BaselineState = "unchanged"
	}
	if f.Waived {
		r.Suppressions = []suppression{{Kind: "external", Justification: "waived: see the waivers of this audit"}}
	}
	if where := locationOf(root, f.At); where != nil {
		where.Logical = []logical{{FullyQualifiedName: f.CaseID + "/" + f.Entity + "/" + f.Item, Kind: "record"}}
		r.Locations = []location{*where}
	}
	return r
}

func notifications(a *audit.Audit, root string) []notification {
	var list []notification
	for _, r := range a.Summary.Criteria {
		about := &reference{r.Criterion.ID}
		switch {
		case r.Error != "":
			list = append(list, notification{Level: "error", Message: message{"the policy failed: " + listing.Line(r.Error)}, AssociatedRule: about})
		case !r.Assessable():
			list = append(list, notification{Level: "note", Message: message{"not assessable: " + listing.Line(letter.Because(r.Missing))}, AssociatedRule: about})
		}
	}
	for _, r := range a.Survey.Refusals {
		n := notification{Level: "error", Message: message{"row refused: " + listing.Line(r.Reason)}}
		if where := locationOf(root, r.At); where != nil {
			n.Locations = []location{*where}
		}
		list = append(list, n)
	}
	return list
}

// locationOf is nil for a place without a file. A row of a sheet is no line of a file.
func locationOf(root string, at casefile.Location) *location {
	if at.File == "" {
		return nil
	}
	p := &physical{Artifact: artifactLocation{uriOf(root, at)}}
	if at.Row > 0 && at.Sheet == "" {
		p.Region = &region{StartLine: at.Row}
	}
	return &location{Physical: p}
}

func uriOf(root string, at casefile.Location) string {
	return (&url.URL{Path: listing.Path(root, at)}).EscapedPath()
}

func level(l criteria.Level) string {
	switch l {
	case criteria.Priority:
		return "error"
	case criteria.Development:
		return "warning"
	}
	return "note"
}
