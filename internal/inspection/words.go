package inspection

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// margin is how far the entries of the screen stand in, after their names.
const margin = 11

// entry prints a name and what is said of it, broken to the width of the screen.
func (s *screen) entry(name, words string) {
	if words != "" {
		s.line("%s", wrapped(fmt.Sprintf("%-*s", margin, name), strings.Repeat(" ", margin), words))
	}
}

// wrapped breaks a text at spaces, the first line after one beginning and the
// others after another.
func wrapped(first, other, words string) string {
	var b strings.Builder
	b.WriteString(first)
	used, begun := len(first), false
	for word := range strings.FieldsSeq(words) {
		long := len([]rune(word))
		if begun && used+1+long > width {
			b.WriteString("\n" + other)
			used, begun = len(other), false
		}
		if begun {
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += long
		begun = true
	}
	return b.String()
}

// some lists the first of a list and counts the rest.
func some(list []string, most int) string {
	shown := strings.Join(list[:min(len(list), most)], ", ")
	if rest := len(list) - most; rest > 0 {
		shown += fmt.Sprintf(" and %s more", thousands(rest))
	}
	return shown
}

// joined lists what was counted, the most frequent first: "utf-8 (56 files)".
func joined(counts map[string]int, of string) string {
	keys := sortedKeys(counts)
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	for i, k := range keys {
		keys[i] = fmt.Sprintf("%s (%s)", k, count(counts[k], of))
	}
	return strings.Join(keys, ", ")
}

func add(counts map[string]int, key string, n int) {
	if key != "" {
		counts[key] += n
	}
}

// count is a number with its noun: "1 row", "1,204 rows".
func count(n int, one string) string {
	switch {
	case n == 1:
		return "1 " + one
	default:
		return thousands(n) + " " + one + "s"
	}
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// cut shortens a text that is too long for its column, in the middle: the
// beginning and the end of a file's name are what tells it from others.
func cut(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	half := (most - 1) / 2
	return string(runes[:half]) + "…" + string(runes[len(runes)-(most-1-half):])
}

func ukDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("02/01/2006")
}

func ids(list []*criteria.Criterion) []string {
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = c.ID
	}
	return names
}

// plain is a table without lines. Its columns from one on, counted from 1, hold
// numbers.
func plain(numbers int, header ...any) table.Writer {
	t := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	style.Format.Header = 0
	t.SetStyle(style)
	t.AppendHeader(table.Row(header))
	var columns []table.ColumnConfig
	for n := numbers; n <= len(header); n++ {
		columns = append(columns, table.ColumnConfig{Number: n, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	t.SetColumnConfigs(columns)
	return t
}

// FormatWords names the format of a survey for a person.
func FormatWords(format string) string {
	names := strings.Split(format, " + ")
	for i, name := range names {
		switch name {
		case "native":
			names[i] = "the native export"
		case "ssd":
			names[i] = "the Standard Safeguarding Dataset"
		case "ssd-database":
			names[i] = "the Standard Safeguarding Dataset, in a database"
		case "annex-a":
			names[i] = "Annex A"
		case "cin-census":
			names[i] = "the children in need census"
		case "ssda903":
			names[i] = "the looked-after children return (SSDA903)"
		case "dfe-api":
			names[i] = "the daily API"
		case "own columns":
			names[i] = "own columns, by a mapping file"
		}
	}
	return strings.Join(names, ", and ")
}
