package criteria_test

import (
	"strings"
	"testing"
)

func TestLoadRefusesANotThatABlankFieldMakesFail(t *testing.T) {
	const helpers = `
ended(a) if a.completed_date

past(date) if date < "2026"

next(date) := date

codes := {"a": 1}

`
	for _, test := range []struct {
		line string
		bad  string // the reference that is looked up first; empty where there is none
	}{
		{`not past(a.completed_date)`, "a.completed_date"},
		{`not past(next(a.completed_date))`, "a.completed_date"},
		{`not lower(a.completed_date) == "x"`, "a.completed_date"},
		{`not a.completed_date < "2026"`, "a.completed_date"},
		{`not a.completed_date != "2026"`, "a.completed_date"},
		{`not a.completed_date in {"2026"}`, "a.completed_date"},
		{`not "x" in a.completed_date`, "a.completed_date"},
		{`not [a.completed_date] == ["x"]`, "a.completed_date"},
		{`not {"k": a.completed_date} == {"k": "x"}`, "a.completed_date"},
		{`not codes[a.completed_date]`, "a.completed_date"},
		{`not codes[a.completed_date] == 1`, "a.completed_date"},
		{`not a.completed_date == codes[a.completed_date]`, "a.completed_date"},
		{`not past(input.child.date_of_birth)`, "input.child.date_of_birth"},
		{`not past(input.assessments[i].completed_date)`, "input.assessments[i].completed_date"},
		{`not past(data.timescales[i].values)`, "data.timescales[i].values"},
		{`count([b | some b in input.assessments; not past(b.completed_date)]) == 0`, "b.completed_date"},
		{`count({b | some b in input.assessments; count([1 | not past(b.completed_date)]) > 0}) == 0`, "b.completed_date"},
		{`every b in input.assessments { not past(b.completed_date) }`, "b.completed_date"},

		{`not ended(a)`, ""},
		{`not ended(input.assessments[i])`, ""},
		{`not a.completed_date == "2026"`, ""},
		{`not "2026" == a.completed_date`, ""},
		{`not a.completed_date`, ""},
		{`not past(seen.days)`, ""},
		{`not past(data.lib.seen.days)`, ""},
		{`not count([b | some b in input.assessments; past(b.completed_date)]) > 0`, ""},
		{`past(a.completed_date)`, ""},
	} {
		t.Run(test.line, func(t *testing.T) {
			rule := helpers + "met contains i if {\n\tsome i, a in input.assessments\n\t" + test.line + "\n}\n"
			_, err := load(t, changed(t, change{seenPolicy, "met contains", rule + "\nmet contains"}))
			text := ""
			if err != nil {
				text = err.Error()
			}
			if test.bad == "" {
				if strings.Contains(text, "`not`") {
					t.Errorf("refused: %s", text)
				}
				return
			}
			for _, want := range []string{seenPolicy + ": line ", "`not` looks up " + test.bad + " first", "negate a rule that takes the whole item"} {
				if !strings.Contains(text, want) {
					t.Errorf("the error reads\n%s\nwant in it %q", text, want)
				}
			}
		})
	}
}

func TestLoadRefusesATrapInALibrary(t *testing.T) {
	refuse(t, []fault{{"a library", []change{{seenLib, "days :=", "unseen(a) if not startswith(a.outcome, \"x\")\n\ndays :="}},
		[]string{seenLib + ": line 5", "a.outcome"}}})
}
