package audit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

// audited judges two months of two teams by the dates of their audits.
var audited = fake{name: "audited", id: "WF-91", unit: "team-month", service: true, needs: "file_audits.date, file_audits.team",
	target: `"at least [audit_months_percent] per cent met"`, rules: `applies := {"North East 2026-08", "North East 2026-09", "South 2026-09"}

met contains sprintf("%s %s", [x.team, substring(x.date, 0, 7)]) if some x in data.service.file_audits`}

func TestTeamMonths(t *testing.T) {
	a := run(t, fakes(t, audited), &export{service: map[string]any{"file_audits": []any{
		item{"team": "North East", "date": "2026-09-03"}, item{"team": "West", "date": "2026-09-03"}}}})
	want := []audit.Outcome{
		{CaseID: "service", Entity: "team-month", Item: "North East 2026-08", Team: "North East", Anchor: "2026-08-01", Message: "the item is wanting"},
		{CaseID: "service", Entity: "team-month", Item: "North East 2026-09", Team: "North East", Anchor: "2026-09-01", Met: true},
		{CaseID: "service", Entity: "team-month", Item: "South 2026-09", Team: "South", Anchor: "2026-09-01", Message: "the item is wanting"},
	}
	if diff := cmp.Diff(want, a.Outcomes, ignoreCriterion); diff != "" {
		t.Error(diff)
	}
	if len(a.Findings()) != 0 {
		t.Errorf("a measure's items are findings: %v", a.Findings())
	}
	ids := map[string]bool{}
	for _, o := range a.Outcomes {
		ids[o.Finding] = true
	}
	if len(ids) != 3 {
		t.Errorf("%d identities of three items", len(ids))
	}
	var teams []string
	for _, team := range a.Summary.Teams {
		teams = append(teams, team.Team)
	}
	if strings.Join(teams, ", ") != "North East, South" {
		t.Errorf("teams %q", teams)
	}
}

func TestTeamMonthsOfTheWrongShape(t *testing.T) {
	const met = "\n\nmet contains x.team if some x in data.service.file_audits"
	for _, test := range []struct{ name, rules, want string }{
		{"applies positions", "applies contains i if some i, x in data.service.file_audits" + met, "applies: holds a number: want texts"},
		{"applies a text", `applies := data.service.file_audits[0].team` + met, "applies: is a text: want a set of texts"},
		{"met positions", "applies := {\"North 2026-09\"}\n\nmet contains i if { some i, x in data.service.file_audits; x.team }", "met: holds a number: want texts"},
		{"no month", `applies contains x.team if some x in data.service.file_audits` + met, `applies: "N": want "<team> <yyyy-mm>"`},
		{"no team", `applies := {" 2026-09"}` + met, `applies: " 2026-09": want "<team> <yyyy-mm>"`},
		{"no space", `applies := {"North-2026-09"}` + met, `applies: "North-2026-09": want "<team> <yyyy-mm>"`},
		{"no month at the end", `applies := {"North of Avon"}` + met, `applies: "North of Avon": want "<team> <yyyy-mm>"`},
		{"a month that is none", `applies := {"North 2026-13"}` + met, `applies: "North 2026-13": want "<team> <yyyy-mm>"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := audited
			f.rules = test.rules
			f.needs = "file_audits.team"
			a := run(t, fakes(t, f, typed), &export{service: map[string]any{"file_audits": []any{item{"team": "N", "date": "2026-09-03"}}},
				records: []*casefile.Record{record(t, "C1", "assessments", item{"type": "core"})}})
			if len(a.Errors) != 1 || a.Errors[0].CaseID != audit.ServiceCase || a.Errors[0].Text != test.want {
				t.Errorf("errors %+v, want %s", a.Errors, test.want)
			}
			if len(a.Outcomes) != 1 || a.Outcomes[0].Criterion.ID != "AS-92" {
				t.Errorf("outcomes %+v", a.Outcomes)
			}
		})
	}
}
