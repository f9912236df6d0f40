package inspection

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// What the screen shows of each list before it only counts the rest. A normal
// export fits a screen of some fifty lines.
const (
	inputsShown  = 8
	valuesShown  = 4
	reasonsShown = 4
	notesShown   = 6
	columnsShown = 4 // inputs with columns that nobody reads
	stepsShown   = 6
	tablesShown  = 3
	width        = 100
	reasonLength = 170 // characters of a place and a reason: two lines
)

// windows is the encoding that is taken for what is no other.
const windows = "windows-1252"

// screen writes lines and remembers the first error.
type screen struct {
	w   io.Writer
	err error
}

func (s *screen) line(format string, args ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.w, format+"\n", args...)
	}
}

// Write prints the inspection for a terminal: every sum, and of every list the
// beginning.
func Write(w io.Writer, i *Inspection) error {
	s := &screen{w: w}
	s.head(i.Survey)
	s.inputs(i.Survey.Inputs)
	s.readings(i.Survey)
	s.unread(i.Survey)
	s.unknown(i.Unknown)
	s.refused(i)
	s.notes(i.Notes)
	s.fields(i.Fields)
	s.criteria(i.Criteria)
	s.steps("One more column would unlock, most useful first ("+weights+")", i.Columns, stepsShown)
	s.steps("One more table would unlock", i.Tables, tablesShown)
	return s.err
}

func (s *screen) head(survey *casefile.Survey) {
	rows, read, duplicates, refused := survey.Rows()
	s.line("Recognised as %s: %s, newest event %s", FormatWords(survey.Format), count(survey.Records, "case"), cmp.Or(ukDate(survey.Newest), "none"))
	s.line("%s in %s = %s read + %s repeated + %s refused", count(rows, "row"), count(survey.Files(), "file"), thousands(read), thousands(duplicates), thousands(refused))
}

// inputs lists the inputs that there is something to say of, then the longest.
func (s *screen) inputs(all []casefile.Input) {
	list := slices.Clone(all)
	slices.SortStableFunc(list, func(a, b casefile.Input) int {
		return cmp.Or(cmp.Compare(troubles(b), troubles(a)), cmp.Compare(b.Rows, a.Rows))
	})
	shown := list[:min(len(list), inputsShown)]
	t := plain(3, "", "Read as", "Rows", "Refused", "Header", "Columns read")
	for _, in := range shown {
		t.AppendRow(table.Row{cut(in.Page(), 40), cut(in.Entity, 24), thousands(in.Rows), thousands(in.Refused), headerOf(in), columnsOf(in)})
	}
	s.line("")
	for line := range strings.Lines(t.Render()) {
		s.line("%s", strings.TrimRight(line, " \n"))
	}
	if rest := list[len(shown):]; len(rest) > 0 {
		rows, refused := 0, 0
		for _, in := range rest {
			rows += in.Rows
			refused += in.Refused
		}
		s.line("and %s more: %s, %s refused", thousands(len(rest)), count(rows, "row"), thousands(refused))
	}
}

// troubles says how much there is to say of an input: rows refused before a
// header that is not on top.
func troubles(in casefile.Input) int {
	switch {
	case in.Refused > 0:
		return 2
	case in.HeaderRow > 1 || in.Encoding == windows:
		return 1
	}
	return 0
}

func headerOf(in casefile.Input) string {
	if in.HeaderRow == 0 {
		return "-"
	}
	return fmt.Sprintf("row %d", in.HeaderRow)
}

func columnsOf(in casefile.Input) string {
	if len(in.Columns) == 0 {
		return "-"
	}
	read := 0
	for _, c := range in.Columns {
		if c.Read() {
			read++
		}
	}
	return fmt.Sprintf("%d of %d", read, len(in.Columns))
}

// readings says how the bytes were read: encodings, delimiters, forms of dates.
func (s *screen) readings(survey *casefile.Survey) {
	encodings, delimiters, dates := map[string]int{}, map[string]int{}, map[string]int{}
	var mixed, guessed []string
	for _, in := range survey.Inputs {
		add(encodings, in.Encoding, 1)
		if in.Encoding == windows {
			guessed = append(guessed, in.Page())
		}
		add(delimiters, in.Delimiter, 1)
		for _, c := range in.Columns {
			for _, d := range c.Dates {
				add(dates, d.Form, 1)
			}
			if mixes(c.Dates) {
				mixed = append(mixed, in.Page()+" "+c.Name)
			}
		}
	}
	s.line("")
	s.entry("Encoding", joined(encodings, "input"))
	if len(guessed) > 0 {
		s.entry("", "check that accented names look right in "+some(guessed, 4))
	}
	s.entry("Delimiter", joined(delimiters, "input"))
	s.entry("Dates", joined(dates, "column"))
	if len(mixed) > 0 {
		s.entry("", "written in more than one way in "+some(mixed, 2))
	}
}

// mixes reports whether the days of a column are written in more than one way; that
// some have a time of day and others have not is no other way.
func mixes(forms []casefile.DateForm) bool {
	day := func(f casefile.DateForm) string { return strings.TrimSuffix(f.Form, " hh:mm") }
	return slices.ContainsFunc(forms, func(f casefile.DateForm) bool { return day(f) != day(forms[0]) })
}

// unread says which columns and files nobody read.
func (s *screen) unread(survey *casefile.Survey) {
	unused := 0
	type unknown struct {
		page    string
		columns []string
	}
	var inputs []unknown
	for _, in := range survey.Inputs {
		u := unknown{page: in.Page()}
		for _, c := range in.Columns {
			switch {
			case c.Use == casefile.ColumnUnknown:
				u.columns = append(u.columns, c.Name)
			case !c.Read():
				unused++
			}
		}
		if len(u.columns) > 0 {
			inputs = append(inputs, u)
		}
	}
	name := "Not read"
	for n, u := range inputs {
		if n == columnsShown {
			s.entry(name, fmt.Sprintf("and columns of %s more", count(len(inputs)-n, "input")))
			break
		}
		s.entry(name, u.page+": "+some(u.columns, 5))
		name = ""
	}
	if unused > 0 {
		s.entry(name, count(unused, "column")+" that the audit does not use")
		name = ""
	}
	for n, text := range survey.Ignored {
		if n == columnsShown {
			s.entry(name, fmt.Sprintf("and %s more", count(len(survey.Ignored)-n, "file")))
			break
		}
		s.entry(name, text)
		name = ""
	}
}

// unknown lists the fields with values that are not known, most often first.
func (s *screen) unknown(all []Unmatched) {
	type field struct {
		path   string
		values []string
		count  int
	}
	var fields []field
	for _, u := range all {
		if len(fields) == 0 || fields[len(fields)-1].path != u.Field {
			fields = append(fields, field{path: u.Field})
		}
		f := &fields[len(fields)-1]
		f.count += u.Count
		if u.Value != "" {
			f.values = append(f.values, fmt.Sprintf("%s (%s)", u.Value, thousands(u.Count)))
		}
	}
	slices.SortStableFunc(fields, func(a, b field) int { return cmp.Compare(b.count, a.count) })
	name := "Codes"
	for n, f := range fields {
		if n == valuesShown {
			s.entry(name, fmt.Sprintf("and values of %s more", count(len(fields)-n, "field")))
			break
		}
		text := fmt.Sprintf("%s: %s not known", f.path, count(f.count, "value"))
		if len(f.values) > 0 {
			text += ": " + some(f.values, 3)
		}
		s.entry(name, text)
		name = ""
	}
}

func (s *screen) refused(i *Inspection) {
	name := "Refused"
	for n, r := range i.Refused {
		if n == reasonsShown {
			s.entry(name, fmt.Sprintf("and %s more", count(len(i.Refused)-n, "reason")))
			break
		}
		place := r.Page
		if len(r.Rows) > 0 {
			place += fmt.Sprintf(" row %d", r.Rows[0])
		}
		if r.Column != "" {
			place += ", column " + r.Column
		}
		text := cut(place+": "+r.Reason, reasonLength)
		if r.Count > 1 {
			text += fmt.Sprintf(" (and %s like it)", thousands(r.Count-1))
		}
		s.entry(name, text)
		name = ""
	}
}

func (s *screen) notes(all []Notes) {
	if len(all) == 0 {
		return
	}
	list := make([]string, len(all))
	for i, n := range all {
		list[i] = fmt.Sprintf("%s %s", n.Kind, thousands(n.Count))
	}
	s.entry("Notes", some(list, notesShown))
}

func (s *screen) fields(all []Fields) {
	supplied, of, lists := 0, 0, 0
	var nothing []string
	for _, f := range all {
		supplied += len(f.Supplied)
		of += len(f.Supplied) + len(f.Lacking)
		if len(f.Supplied) > 0 {
			lists++
		} else {
			nothing = append(nothing, f.Label)
		}
	}
	text := fmt.Sprintf("%d of %d supplied, in %d of %d lists", supplied, of, lists, len(all))
	if len(nothing) > 0 {
		text += "; nothing of " + some(nothing, 8)
	}
	s.line("")
	s.entry("Fields", text)
}

func (s *screen) criteria(all []Criterion) {
	can := 0
	counts := map[criteria.Level]*[2]int{criteria.Priority: {}, criteria.Development: {}, criteria.Advisory: {}}
	latest := map[string][]string{} // the criteria that each reason keeps from being judged
	for _, c := range all {
		n := counts[c.Level]
		if n == nil {
			n = &[2]int{}
		}
		n[1]++
		if len(c.Missing) == 0 {
			n[0]++
			can++
			continue
		}
		for _, missing := range c.Missing {
			if _, is := casefile.LatestOnly(missing); is {
				latest[missing] = append(latest[missing], c.ID)
			}
		}
	}
	text := fmt.Sprintf("%d of %d criteria can be assessed", can, len(all))
	for i, l := range []criteria.Level{criteria.Priority, criteria.Development, criteria.Advisory} {
		text += fmt.Sprintf("%s %d of %d %s", []string{":", ",", ","}[i], counts[l][0], counts[l][1], l)
	}
	s.entry("Criteria", text)
	for _, why := range slices.Sorted(maps.Keys(latest)) {
		s.entry("", why+": "+some(latest[why], 12))
	}
}

// steps lists what would unlock most. What unlocks nothing by itself is left to the
// workbook.
func (s *screen) steps(title string, all []Step, most int) {
	all = slices.DeleteFunc(slices.Clone(all), func(step Step) bool { return len(step.Unlocks) == 0 })
	if len(all) == 0 {
		return
	}
	s.line("")
	s.line("%s", wrapped("", "", title))
	for n, step := range all {
		if n == most {
			s.line("  and %s more", thousands(len(all)-n))
			return
		}
		s.line("%s", wrapped("  ", "      ", step.Words()+": "+some(ids(step.Unlocks), 12)))
	}
}
