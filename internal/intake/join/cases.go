package join

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// loosely is what the spellings of one id have in common that programs and
// people give it: leading zeros, capitals and punctuation dropped, and the ".0"
// of an id that was taken for a number.
func loosely(id string) string {
	id = strings.TrimSuffix(id, ".0")
	id = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, id)
	return cmp.Or(strings.TrimLeft(id, "0"), "0")
}

// alike groups the ids that are loosely the same; ids that are like no other are
// left out.
func (v *surveyor) alike() map[string][]string {
	first := make(map[string]string, len(v.cases))
	groups := map[string][]string{}
	for _, id := range slices.Sorted(maps.Keys(v.cases)) {
		key := loosely(id)
		if other, again := first[key]; !again {
			first[key] = id
		} else if groups[key] == nil {
			groups[key] = []string{other, id}
		} else {
			groups[key] = append(groups[key], id)
		}
	}
	return groups
}

// refuseUnknown refuses the rows of cases that no part lists.
func (v *surveyor) refuseUnknown(ctx context.Context) error {
	alike := v.alike()
	v.likelyCases(alike)
	for _, id := range slices.Sorted(maps.Keys(v.cases)) {
		c := v.cases[id]
		if c.lists {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		reason := v.unknown(id, alike[loosely(id)])
		for _, s := range c.kept {
			r, err := v.export.kept(id, s)
			if err != nil {
				return err
			}
			if err := v.refuse(r, reason); err != nil {
				return err
			}
		}
		delete(v.cases, id)
	}
	return nil
}

// unknown says why the rows of a case that no part lists are refused.
func (v *surveyor) unknown(id string, alike []string) string {
	var listing, refused []string
	for part, p := range v.export.parts {
		if p.Practice {
			continue
		}
		listing = append(listing, v.export.names[part])
		if v.export.refused[part][id] > 0 {
			refused = append(refused, v.export.names[part])
		}
	}
	slices.Sort(listing)
	slices.Sort(refused)
	if len(listing) == 0 {
		return "nothing given says which cases there are: give the export that lists the cases too"
	}
	if len(refused) > 0 {
		return fmt.Sprintf("what %s says of this case was refused: mend that first", strings.Join(refused, " and "))
	}
	for _, other := range alike {
		if c := v.cases[other]; c != nil && c.lists {
			return fmt.Sprintf("no such case in %s, but %s is one and differs only in leading zeros, capitals or punctuation: write the id alike in both", few(listing), casefile.Quote(other))
		}
	}
	return fmt.Sprintf("no such case in %s: add the child there or mend the id", few(listing))
}

// refuse refuses every row of a record, which a part took for read.
func (v *surveyor) refuse(r *casefile.Record, reason string) error {
	rows := map[casefile.Location]bool{}
	for _, places := range r.Where {
		for _, at := range places {
			rows[row(at)] = true
		}
	}
	for _, at := range slices.SortedFunc(maps.Keys(rows), compareRows) {
		in := v.inputs[page{at.File, at.Sheet}]
		if in == nil || in.Read == 0 {
			return fmt.Errorf("%s: the row was not counted as read: this is a fault in caseaudit", at)
		}
		in.Read--
		column := ""
		for _, c := range in.Columns {
			if c.Use == casefile.ColumnCase {
				column = c.Name
			}
		}
		v.ledger.Refuse(1, casefile.Refusal{At: at, Column: column, CaseID: r.CaseID, Reason: reason})
	}
	return nil
}

func compareRows(a, b casefile.Location) int {
	return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
}

// likelyCases notes, once, the ids of different parts that are loosely the same.
func (v *surveyor) likelyCases(alike map[string][]string) {
	groups, example := 0, ""
	for _, key := range slices.Sorted(maps.Keys(alike)) {
		a, b := v.strangers(alike[key])
		if a == "" {
			continue
		}
		if groups++; groups == 1 {
			example = fmt.Sprintf("%s of %s and %s of %s", casefile.Quote(a), v.noter.partNames(v.cases[a].parts), casefile.Quote(b), v.noter.partNames(v.cases[b].parts))
		}
	}
	if groups > 0 {
		v.ledger.Note(casefile.Note{Kind: LikelyCase, Field: "case_id", Count: groups,
			Text: "case ids of different exports that differ only in leading zeros, capitals or punctuation, such as " + example + ", were taken for different cases: write an id alike everywhere"})
	}
}

// strangers gives the first two ids that stand in no export together; "" when
// every two do.
func (v *surveyor) strangers(ids []string) (a, b string) {
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if v.cases[a].parts&v.cases[b].parts == 0 {
				return a, b
			}
		}
	}
	return "", ""
}

// notListed counts, for each part that lists cases, those that it does not.
func (v *surveyor) notListed() {
	for part, p := range v.export.parts {
		missing := 0
		for _, c := range v.cases {
			if c.lists && c.parts&(1<<part) == 0 {
				missing++
			}
		}
		if !p.Practice && missing > 0 {
			v.ledger.Note(casefile.Note{Kind: NotListed, Field: "case_id", Count: missing,
				Text: fmt.Sprintf("cases of other exports that %s does not list: what only it could say of them counts as not recorded", v.export.names[part])})
		}
	}
}
