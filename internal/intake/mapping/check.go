package mapping

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Check holds a mapping against the dictionary: every entity, field and code must
// be there, and nothing may be given twice. The error lists every fault.
func (m *Mapping) Check(d *casefile.Dictionary) error { return m.fail(m.faults(d)) }

func (m *Mapping) faults(d *casefile.Dictionary) []fault {
	c := &checker{d: d}
	if m.Version != Version {
		c.fault("version", "want version: %d", Version)
	}
	if len(m.Tables) == 0 {
		c.fault("tables", "the mapping names no table")
	}
	pages := map[string]bool{}
	for i := range m.Tables {
		t := &m.Tables[i]
		at := fmt.Sprintf("tables[%d]", i)
		page := strings.ToLower(t.File + "\x00" + t.Sheet)
		if pages[page] {
			c.fault(at+".file", "an earlier table has this file and sheet: put all its items in one table")
		}
		pages[page] = true
		c.table(t, at)
	}
	return c.faults
}

// checker collects the faults of a mapping.
type checker struct {
	d      *casefile.Dictionary
	faults []fault
	read   map[string][]use // of a table: what reads each column, by its folded name
	given  map[string]bool  // of a table: fields of the child and the record
}

// use is a field that reads a column, by values of its own or by the table's.
type use struct {
	*casefile.Field
	own bool
}

func (c *checker) fault(path, format string, args ...any) {
	c.faults = append(c.faults, fault{path, fmt.Sprintf(format, args...)})
}

// Fold is how the names of columns are compared.
func Fold(column string) string {
	return strings.ToLower(strings.Join(strings.Fields(casefile.Trim(column)), " "))
}

func (c *checker) table(t *Table, at string) {
	if casefile.Trim(t.File) == "" {
		c.fault(at+".file", "want the name of the file that the table stands in")
	} else if strings.ContainsAny(t.File, `/\`) {
		c.fault(at+".file", "want the file's name without its folder")
	}
	switch {
	case t.HeaderRow < 0 || t.HeaderRow > 1<<20:
		c.fault(at+".header_row", "want the number of a row")
	case t.HeaderRows < 0 || t.HeaderRows > 9:
		c.fault(at+".header_rows", "want how many rows the header has, at most 9")
	case t.HeaderRows > 1 && t.HeaderRow < t.HeaderRows:
		c.fault(at+".header_rows", "want header_row too, the number of the last of these rows")
	}
	c.caseColumn(t, at)
	c.words(t.Aside, at+".aside")
	c.words(t.Blank, at+".blank")
	if len(t.Items) == 0 {
		c.fault(at+".items", "want what a row of this table becomes, or take the table out")
	}
	c.read, c.given = map[string][]use{}, map[string]bool{}
	for i := range t.Items {
		c.items(t, &t.Items[i], fmt.Sprintf("%s.items[%d]", at, i))
	}
	c.columns(t, at)
}

func (c *checker) caseColumn(t *Table, at string) {
	if t.CaseDigits < 0 || t.CaseDigits > 40 {
		c.fault(at+".case_digits", "want how many digits an id has, at most 40")
	}
	if t.Case == "" && t.CaseDigits > 0 {
		c.fault(at+".case_digits", "there is no case column whose ids it could fill")
	}
	if t.Case == "" && t.Grouped {
		c.fault(at+".grouped", "there is no case column to group by")
	}
}

func (c *checker) words(words []string, at string) {
	seen := map[string]bool{}
	for i, word := range words {
		place := fmt.Sprintf("%s[%d]", at, i)
		if Fold(word) == "" {
			c.fault(place, "want a word")
		} else if seen[Fold(word)] {
			c.fault(place, "%s is given twice", casefile.Quote(word))
		}
		seen[Fold(word)] = true
	}
}

func (c *checker) items(t *Table, it *Items, at string) {
	fields, ok := it.fields(c.d)
	if !ok {
		names := []string{Case, c.d.Child.Name}
		for _, list := range [][]*casefile.Entity{c.d.Entities, c.d.Service} {
			for _, e := range list {
				names = append(names, e.Name)
			}
		}
		c.fault(at+".entity", "%s is no entity of the dictionary%s", casefile.Quote(it.Entity), meant(it.Entity, names))
		return
	}
	if e, _ := c.d.Entity(it.Entity); (e == nil || !e.Service) && t.Case == "" {
		c.fault(at+".entity", "%s belong to a case: name the column of the child's id under case", it.Entity)
	}
	if one := it.Entity == Case || it.Entity == c.d.Child.Name; it.Latest && one {
		c.fault(at+".latest", "there is one %s only", it.Entity)
	}
	if len(it.Fields) == 0 && (len(it.Always) == 0 || len(it.Needs)+len(it.Where) == 0) {
		c.fault(at+".fields", "want the columns of the fields")
	}
	c.fields(t, it, fields, at)
	for _, column := range slices.Sorted(maps.Keys(it.Where)) {
		if Fold(it.Where[column]) == "" {
			c.fault(join(at+".where", column), "want the word that the column must hold")
		}
	}
	c.words(it.Needs, at+".needs")
	c.words(it.Unless, at+".unless")
}

// fields gives the fields of the entity, the record's own for Case.
func (it *Items) fields(d *casefile.Dictionary) ([]*casefile.Field, bool) {
	if it.Entity == Case {
		return d.Record, true
	}
	e, ok := d.Entity(it.Entity)
	if !ok {
		return nil, false
	}
	return e.Fields, true
}

// fields checks what the items' fields are read from.
func (c *checker) fields(t *Table, it *Items, fields []*casefile.Field, at string) {
	find := func(part, name string) *casefile.Field {
		i := slices.IndexFunc(fields, func(f *casefile.Field) bool { return f.Name == name })
		if i >= 0 {
			return fields[i]
		}
		names := make([]string, len(fields))
		for i, f := range fields {
			names[i] = f.Name
		}
		c.fault(join(at+"."+part, name), "%s is no field of %s%s", casefile.Quote(name), it.Entity, meant(name, names))
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(it.Fields)) {
		column := it.Fields[name]
		f := find("fields", name)
		if f == nil {
			continue
		}
		place := join(at+".fields", name)
		if Fold(column) == "" {
			c.fault(place, "want the name of the column")
		}
		c.once(f, place)
		_, own := it.Values[name]
		c.read[Fold(column)] = append(c.read[Fold(column)], use{f, own})
	}
	for _, name := range slices.Sorted(maps.Keys(it.Times)) {
		if f := find("times", name); f != nil && (f.Type != casefile.DateTime || it.Fields[name] == "") {
			c.fault(join(at+".times", name), "only a field that has a time of day, and a column for its day under fields, can have one for its time")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(it.Always)) {
		f := find("always", name)
		if f == nil {
			continue
		}
		place := join(at+".always", name)
		if _, both := it.Fields[name]; both {
			c.fault(place, "the field is given twice, under fields too")
		}
		c.once(f, place)
		if value := it.Always[name]; casefile.Trim(value) == "" {
			c.fault(place, "want a value")
		} else {
			c.code(f, value, place)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(it.Values)) {
		if f := find("values", name); f != nil {
			place := join(at+".values", name)
			if it.Fields[name] == "" {
				c.fault(place, "no column is read as this field")
			}
			c.codes(f, it.Values[name], place)
			c.twice(slices.Sorted(maps.Keys(it.Values[name])), place)
		}
	}
}

// once refuses a second column for a field of the child or the record, of which
// a row can fill only one, and the case's id, which has a key of its own.
func (c *checker) once(f *casefile.Field, place string) {
	if f.Path() == "case_id" {
		c.fault(place, "the column of the child's id stands under the table's key case")
		return
	}
	if f.Entity != "" && f.Entity != c.d.Child.Name {
		return
	}
	if c.given[f.Path()] {
		c.fault(place, "%s is given twice in this table", f.Path())
	}
	c.given[f.Path()] = true
}

// columns checks what a table says of its columns.
func (c *checker) columns(t *Table, at string) {
	c.twice(slices.Sorted(maps.Keys(t.Values)), at+".values")
	for _, column := range slices.Sorted(maps.Keys(t.Values)) {
		place := join(at+".values", column)
		fields := c.read[Fold(column)]
		if len(fields) == 0 {
			c.fault(place, "no field is read from this column%s", meant(column, c.columnNames(t)))
		}
		for _, f := range fields {
			if !f.own {
				c.codes(f.Field, t.Values[column], place)
			}
		}
		c.twice(slices.Sorted(maps.Keys(t.Values[column])), place)
	}
	c.twice(slices.Sorted(maps.Keys(t.Dates)), at+".dates")
	for _, column := range slices.Sorted(maps.Keys(t.Dates)) {
		place := join(at+".dates", column)
		if _, err := ParseDateFormat(t.Dates[column]); err != nil {
			c.fault(place, "%v", err)
		}
		if !slices.ContainsFunc(c.read[Fold(column)], func(u use) bool { return u.Dated() }) {
			c.fault(place, "no date is read from this column%s", meant(column, c.columnNames(t)))
		}
	}
	c.words(t.Unused, at+".unused")
	for i, column := range t.Unused {
		if len(c.read[Fold(column)]) > 0 || Fold(column) == Fold(t.Case) {
			c.fault(fmt.Sprintf("%s.unused[%d]", at, i), "the column is read: take it out here")
		}
	}
}

func (c *checker) columnNames(t *Table) []string {
	var names []string
	for _, it := range t.Items {
		names = append(names, slices.Collect(maps.Values(it.Fields))...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// twice refuses two spellings of one name.
func (c *checker) twice(names []string, at string) {
	seen := map[string]bool{}
	for _, name := range names {
		if seen[Fold(name)] {
			c.fault(join(at, name), "%s is given twice", casefile.Quote(name))
		}
		seen[Fold(name)] = true
	}
}

// codes checks the codes that words stand for.
func (c *checker) codes(f *casefile.Field, codes map[string]string, at string) {
	for _, word := range slices.Sorted(maps.Keys(codes)) {
		c.code(f, codes[word], join(at, word))
	}
}

// code checks one value of a field. A blank is always allowed.
func (c *checker) code(f *casefile.Field, value, at string) {
	_, unmatched, err := f.Read(value)
	switch {
	case err != nil:
		c.fault(at, "%s: %v", f.Path(), err)
	case unmatched && f.Type == casefile.Bool:
		c.fault(at, "%s: %s is neither yes nor no", f.Path(), casefile.Quote(value))
	case unmatched:
		c.fault(at, "%s: %s is none of %s%s", f.Path(), casefile.Quote(value), strings.Join(f.Values, ", "), meant(value, f.Values))
	}
}

// sortedFields gives the fields of the items in the dictionary's order.
func (it *Items) sortedFields(d *casefile.Dictionary) []string {
	fields, _ := it.fields(d)
	order := func(name string) int {
		return slices.IndexFunc(fields, func(f *casefile.Field) bool { return f.Name == name })
	}
	return slices.SortedFunc(maps.Keys(it.Fields), func(a, b string) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), strings.Compare(a, b))
	})
}
