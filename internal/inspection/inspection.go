package inspection

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Inspection is what an export was found to be.
type Inspection struct {
	Survey   *casefile.Survey
	Fields   []Fields    // one for the record, the child and every entity, in the dictionary's order
	Criteria []Criterion // every criterion of the catalogue, in its order
	Columns  []Step      // what one more column would do, most useful first
	Tables   []Step      // what one more table would do, most useful first
	Refused  []Refused   // rows refused, most of a kind first
	Unknown  []Unmatched // values that are not known, most frequent of a field first
	Notes    []Notes     // all other notes by kind, most frequent first
}

// Criterion is a criterion and what keeps it from being judged.
type Criterion struct {
	*criteria.Criterion
	Missing []string // see criteria.Criterion.Missing; empty when it can be judged
}

// New sums up a survey.
func New(d *casefile.Dictionary, cat *criteria.Catalogue, s *casefile.Survey) *Inspection {
	i := &Inspection{Survey: s, Fields: fields(d, s.Supply), Refused: refused(s), Unknown: unmatched(s.Notes), Notes: notes(s.Notes)}
	for _, c := range cat.Criteria {
		i.Criteria = append(i.Criteria, Criterion{c, c.Missing(s.Supply)})
	}
	i.Columns = columns(s.Supply, i.Criteria)
	i.Tables = tables(d, s.Supply, i.Criteria)
	return i
}

// Fields are the fields of one entity, supplied and not.
type Fields struct {
	Entity   string // its name; "" for the record's own
	Label    string // for a person
	Supplied []*casefile.Field
	Lacking  []*casefile.Field
}

func fields(d *casefile.Dictionary, supply *casefile.Supply) []Fields {
	list := []Fields{sorted("", "case", d.Record, supply), sorted("child", "child", d.Child.Fields, supply)}
	for _, entities := range [][]*casefile.Entity{d.Entities, d.Service} {
		for _, e := range entities {
			list = append(list, sorted(e.Name, e.Label, e.Fields, supply))
		}
	}
	return list
}

func sorted(name, label string, all []*casefile.Field, supply *casefile.Supply) Fields {
	f := Fields{Entity: name, Label: label}
	for _, field := range all {
		if supply.Has(field.Path()) {
			f.Supplied = append(f.Supplied, field)
		} else {
			f.Lacking = append(f.Lacking, field)
		}
	}
	return f
}
