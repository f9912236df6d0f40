package generate

import (
	"errors"
	"os"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// WriteSSD writes the export as CSV files: the tables of the Standard
// Safeguarding Dataset, each with its own column names, and practice tables for
// what the dataset lacks. The key goes to the file named by answers; "" leaves it
// out. Files are for their owner only.
func (g *Generator) WriteSSD(dir, answers string) (err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	key, err := create(answers)
	if err != nil {
		return err
	}
	defer key.close(&err)
	set := &sheets{}
	defer func() { err = errors.Join(err, set.close()) }()
	for _, t := range g.tables() {
		if err := set.open(dir, t); err != nil {
			return err
		}
	}
	for c, err := range g.Cases() {
		if err != nil {
			return err
		}
		if err := set.write(c.Record); err != nil {
			return err
		}
		if err := key.answers(c.Answers); err != nil {
			return err
		}
	}
	values, answersOfService, err := g.Service()
	if err != nil {
		return err
	}
	if err := set.write(&casefile.Record{Values: values}); err != nil {
		return err
	}
	return key.answers(answersOfService)
}

// tables are all tables, with the columns that the export has; those without any are left out.
func (g *Generator) tables() []table {
	ssd := ssdTables()
	lossy := g.lossy(ssd)
	ssd = slices.DeleteFunc(ssd, func(t table) bool { return lossy[t.entity] })
	all := append(ssd, g.practiceTables(ssd)...)
	all = append(all,
		table{file: "ssd_linked_identifiers.csv", entity: "@upn", columns: columns("link_table_id", number, "link_person_id", caseID,
			"link_identifier_type", "type", "link_identifier_value", "upn")},
		table{file: "ssd_disability.csv", entity: "@disability", columns: columns("disa_table_id", number, "disa_person_id", caseID,
			"disa_disability_code", "code")},
		table{file: "ssd_assessment_factors.csv", entity: "@factors", columns: columns("cinf_table_id", number,
			"cinf_assessment_id", "assessment_id", "cinf_assessment_factors_json", "factors")})
	var kept []table
	for _, t := range all {
		own := 0
		t.columns = slices.DeleteFunc(t.columns, func(c column) bool { return !g.columnHas(t, c) })
		for _, c := range t.columns {
			if c.field != caseID && c.field != number {
				own++
			}
		}
		if own > 0 {
			kept = append(kept, t)
		}
	}
	return kept
}

func (g *Generator) columnHas(t table, c column) bool {
	entity := t.entity
	switch {
	case c.field == caseID || c.field == number:
		return true
	case c.field == "@team":
		return g.has("team")
	case entity == "@upn":
		return g.has("child.upn")
	case entity == "@disability":
		return g.has("child.disabilities")
	case entity == "@factors":
		return g.has("assessments.factors")
	case entity == "":
		entity = "child"
	}
	return g.has(entity + "." + c.field)
}
