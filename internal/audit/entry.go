package audit

import (
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// entryPackage holds the generated module that asks everything of a record, or of
// the service, at once:
//
//	record.criteria["AS-02"].applies := data.audit.assessment.child_seen.applies
//	record.gathered["WF-02"] := data.audit.workforce.caseload.gather
//	record.slices["disabled_children"] := data.slices.disabled_children.inside
//	record.checks["DQ-01"] := data.quality.end_before_start.fault
//	service.criteria["WF-02"].applies := data.audit.workforce.caseload.applies
//
// One query for all criteria shares what they look up in a record; a query for
// each costs twice as much. What a policy leaves undefined is simply absent.
const entryPackage = "caseaudit"

// question is one thing asked of a record or of the service: what a criterion
// says, what it gathers, what is inside a slice, or what a check of the data finds.
type question struct {
	criterion *criteria.Criterion // nil for a slice or a check
	slice     *criteria.Slice     // nil for others
	check     *criteria.Check     // nil for others
	gather    bool                // of a criterion: what it gathers from a record
}

// row is the table of the entry module that has the answer, and its key there.
func (q question) row() (table, id string) {
	switch {
	case q.slice != nil:
		return "slices", q.slice.ID
	case q.check != nil:
		return "checks", q.check.ID
	case q.gather:
		return "gathered", q.criterion.ID
	}
	return "criteria", q.criterion.ID
}

// place is where the entry module has the answer.
func (q question) place() string {
	subject := "record"
	if q.check != nil && q.check.Service || q.criterion != nil && q.criterion.Service && !q.gather {
		subject = "service"
	}
	table, id := q.row()
	return fmt.Sprintf("%s.%s[%q]", subject, table, id)
}

// questions are what is asked of a record, and what of the service.
func questions(list []*criteria.Criterion, slices []*criteria.Slice, checks []*criteria.Check) (record, service []question) {
	for _, c := range list {
		if c.Service {
			service = append(service, question{criterion: c})
		} else {
			record = append(record, question{criterion: c})
		}
		if c.Outputs("gather") {
			record = append(record, question{criterion: c, gather: true})
		}
	}
	for _, s := range slices {
		record = append(record, question{slice: s})
	}
	for _, c := range checks {
		if c.Service {
			service = append(service, question{check: c})
		} else {
			record = append(record, question{check: c})
		}
	}
	return record, service
}

// outputsAsked are the rules that make up a criterion's answer.
var outputsAsked = [...]string{"applies", "met", "start", "due", "done", "note", "doubt"}

// entryModule writes the module that holds every answer.
func entryModule(asked []question) (*ast.Module, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\n", entryPackage)
	for _, q := range asked {
		switch {
		case q.slice != nil:
			fmt.Fprintf(&b, "%s := %s.inside\n", q.place(), q.slice.Package)
		case q.check != nil:
			fmt.Fprintf(&b, "%s := %s.fault\n", q.place(), q.check.Package)
		case q.gather:
			fmt.Fprintf(&b, "%s := %s.gather\n", q.place(), q.criterion.Package)
		default:
			for _, rule := range outputsAsked {
				if q.criterion.Outputs(rule) {
					fmt.Fprintf(&b, "%s.%s := %s.%s\n", q.place(), rule, q.criterion.Package, rule)
				}
			}
		}
	}
	return ast.ParseModuleWithOpts("entry.rego", b.String(), ast.ParserOptions{RegoVersion: ast.RegoV1})
}
