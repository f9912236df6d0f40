package workbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// checks counts what each check of the data found, and names those that failed.
func checks(results []audit.CheckResult) []problem {
	var list []problem
	for _, r := range results {
		if r.Error != "" {
			list = append(list, problem{
				check: "Check failed", file: r.Check.ID + " " + r.Check.Title, caseID: r.CaseID, count: r.Records, what: r.Error,
				effect: "Faults of this kind in " + plural(r.Records, "record", "records") + " are not shown. The audit does not rest on it.",
			})
		}
		if r.Faults > 0 {
			list = append(list, problem{
				check: r.Check.ID, file: r.Check.Title, count: r.Faults, what: found(r), effect: r.Check.Effect + " " + r.Check.Do,
			})
		}
	}
	return list
}

func found(r audit.CheckResult) string {
	if r.Check.Service {
		return plural(r.Faults, "fault", "faults") + " in what the export says of the service"
	}
	return plural(r.Faults, "fault", "faults") + " in " + plural(r.Cases, "case", "cases")
}

// faults lists the faults one by one. They are counted in the rows of their checks.
func (b *book) faults() []problem {
	var list []problem
	all := b.audit.Faults
	for i, f := range all {
		if i == problemsListed {
			return append(list, problem{check: "Fault", what: plural(len(all)-i, "more is", "more are") + " not listed one by one", effect: "As above."})
		}
		list = append(list, problem{
			check: f.Check.ID, file: b.entityWords(f.Entity), field: b.fieldWords(f.Fields), caseID: f.CaseID, item: f.Item,
			what: capital(f.Text), effect: f.Check.Effect, where: f.Where,
		})
	}
	return list
}

func (b *book) entityWords(name string) string {
	if e, ok := b.fields.Entity(name); ok {
		return capital(e.Label)
	}
	return name
}

func (b *book) fieldWords(paths []string) string {
	words := make([]string, len(paths))
	for i, path := range paths {
		words[i] = path
		if f, ok := b.fields.Field(path); ok {
			words[i] = f.Label
		}
	}
	return strings.Join(words, ", ")
}
