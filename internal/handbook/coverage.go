package handbook

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// The points that Ofsted's reports list under "What needs to improve"; see reports/README.md.
//
//go:embed reports/what_needs_to_improve.csv
var pointsFile []byte

// point is one thing that a published report asks a council to improve.
type point struct {
	authority string // "north somerset"
	report    string // "children's services inspection - 19 november 2021"
	text      string
	themes    []criteria.Theme // those it belongs to
}

// samples is how many points of a theme the page quotes.
const samples = 3

// points reads the published points and finds the themes of each.
func (b *Book) points() ([]point, error) {
	const name, columns = "reports/what_needs_to_improve.csv", "urn,local_authority,report,item"
	rows, err := csv.NewReader(bytes.NewReader(pointsFile)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(rows) == 0 || strings.Join(rows[0], ",") != columns {
		return nil, fmt.Errorf("%s: want the columns %s", name, columns)
	}
	points := make([]point, 0, len(rows)-1)
	for _, row := range rows[1:] {
		p := point{authority: row[1], report: row[2], text: strings.TrimSpace(row[3])}
		for _, t := range b.themes {
			if t.Includes(p.text) {
				p.themes = append(p.themes, t)
			}
		}
		points = append(points, p)
	}
	return points, nil
}

// Unthemed are the published points that belong to no theme.
func (b *Book) Unthemed() ([]string, error) {
	points, err := b.points()
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, p := range points {
		if len(p.themes) == 0 {
			texts = append(texts, p.text)
		}
	}
	return texts, nil
}

// coveragePage is coverage.md: what published reports ask for beyond the source
// documents, by theme, and what answers it.
func (b *Book) coveragePage() (string, error) {
	all, err := b.points()
	if err != nil {
		return "", err
	}
	themes := slices.Clone(b.themes)
	slices.SortStableFunc(themes, func(x, y criteria.Theme) int {
		return cmp.Compare(len(pointsOf(all, y)), len(pointsOf(all, x)))
	})
	var page strings.Builder
	page.WriteString(generated)
	fmt.Fprintf(&page, `
# What inspectors ask for, and what answers it

Beyond the source documents: the %d points that %d inspection reports on %d authorities, %s to %s, list under
“What needs to improve”, grouped in %d themes. The reports are Ofsted's, under the Open Government Licence v3.0; sources
and what may be done with them are in [sources.md](sources.md). Themes, and the words by which a point belongs to one, are in
[policies/themes/data.yaml](../policies/themes/data.yaml). A test fails when a point has no theme, when a theme and a criterion
do not name each other, and when this page is stale.

`, len(all), countReports(all), countAuthorities(all), firstYear(all), lastYear(all), len(themes))
	page.WriteString(coverageCounts(all, themes))
	page.WriteString(themesTable(all, themes))
	for _, t := range themes {
		page.WriteString(b.themePart(all, t))
	}
	return page.String(), nil
}

// coverageCounts counts points and themes by what answers them.
func coverageCounts(all []point, themes []criteria.Theme) string {
	var part strings.Builder
	part.WriteString("## In short\n\n" + head("", "Points", "Share of points", "Themes"))
	line := func(name string, inPoint func(point) bool, inTheme func(criteria.Theme) bool) {
		n := countIf(all, inPoint)
		part.WriteString(row(name, number(n), share(n, len(all)), number(countIf(themes, inTheme))))
	}
	some := func(in func(criteria.Theme) bool) func(point) bool {
		return func(p point) bool { return slices.ContainsFunc(p.themes, in) }
	}
	line("All", func(point) bool { return true }, func(criteria.Theme) bool { return true })
	line("Under a theme that a rule answers", some(byRule), byRule)
	line("Under a theme that a question on the audit form answers", some(byForm), byForm)
	line("Under no theme that either answers", func(p point) bool { return !some(byRule)(p) && !some(byForm)(p) },
		func(t criteria.Theme) bool { return !byRule(t) && !byForm(t) })
	part.WriteString(`
A point belongs to several themes where it speaks of several things, and it is counted where one of them is answered; a theme
that both rules and the form answer is in both rows. That a rule answers a theme does not mean that it settles all that a point
asks: a rule sees what was recorded and when, and only a reader sees how good it is.

`)
	return part.String()
}

func byRule(t criteria.Theme) bool { return len(t.By) > 0 }

func byForm(t criteria.Theme) bool { return len(t.Form) > 0 }

// themesTable lists the themes, the one with the most points first.
func themesTable(all []point, themes []criteria.Theme) string {
	var part strings.Builder
	part.WriteString("## Themes\n\n" + head("Theme", "Points", "Share of points", "Reports", "Share of reports", "Answered by"))
	for _, t := range themes {
		points := pointsOf(all, t)
		reports := countReports(points)
		part.WriteString(row(link(t.Title, "#"+anchor(t.ID)), number(len(points)), share(len(points), len(all)),
			number(reports), share(reports, countReports(all)), themeModes(t)))
	}
	return part.String()
}

// themeModes is how a theme is answered: "2 rules, form".
func themeModes(t criteria.Theme) string {
	var modes []string
	switch n := len(t.By); {
	case n == 1:
		modes = append(modes, "1 rule")
	case n > 1:
		modes = append(modes, fmt.Sprintf("%d rules", n))
	}
	if byForm(t) {
		modes = append(modes, "form")
	}
	return cmp.Or(strings.Join(modes, ", "), "nothing")
}

// themePart is what answers one theme, and some of its points.
func (b *Book) themePart(all []point, t criteria.Theme) string {
	var part strings.Builder
	points := pointsOf(all, t)
	fmt.Fprintf(&part, "\n%s\n\n### %s\n\n`%s`, points: %d. ", mark(anchor(t.ID)), escape(t.Title), t.ID, len(points))
	if t.None != "" {
		fmt.Fprintf(&part, "Nothing answers it. %s.\n", escape(t.None))
	} else {
		part.WriteString("Answered by\n\n")
	}
	for _, id := range t.By {
		title := ""
		if c, ok := b.catalogue.Criterion(id); ok {
			title = c.Title
		}
		fmt.Fprintf(&part, "- %s %s\n", link(id, "criteria.md#"+anchor(id)), escape(title))
	}
	for _, name := range t.Form {
		fmt.Fprintf(&part, "- the form: %s\n", link(b.forms[name], "traceability.md#"+formAnchor(name)))
	}
	if t.Slice != "" {
		fmt.Fprintf(&part, "- counted apart for the slice %s\n", escape(t.Slice))
	}
	part.WriteString("\nAs reports put it:\n\n")
	for _, p := range sample(points) {
		fmt.Fprintf(&part, "> %s (%s, %s)\n>\n", escape(p.text), place(p.authority), year(p))
	}
	return strings.TrimSuffix(part.String(), ">\n")
}

// sample are the points that say most plainly what a theme is: those of the fewest
// themes, the shortest first, none twice.
func sample(points []point) []point {
	sorted := slices.Clone(points)
	slices.SortStableFunc(sorted, func(x, y point) int {
		return cmp.Or(cmp.Compare(len(x.themes), len(y.themes)), cmp.Compare(len(x.text), len(y.text)))
	})
	seen := map[string]bool{}
	var chosen []point
	for _, p := range sorted {
		if !seen[p.text] && len(chosen) < samples {
			chosen = append(chosen, p)
		}
		seen[p.text] = true
	}
	return chosen
}

func pointsOf(all []point, t criteria.Theme) []point {
	var list []point
	for _, p := range all {
		if slices.ContainsFunc(p.themes, func(other criteria.Theme) bool { return other.ID == t.ID }) {
			list = append(list, p)
		}
	}
	return list
}

func countIf[T any](list []T, in func(T) bool) int {
	n := 0
	for _, x := range list {
		if in(x) {
			n++
		}
	}
	return n
}

func countReports(points []point) int {
	return distinct(points, func(p point) string { return p.authority + "/" + p.report })
}

func countAuthorities(points []point) int {
	return distinct(points, func(p point) string { return p.authority })
}

func distinct(points []point, name func(point) string) int {
	seen := map[string]bool{}
	for _, p := range points {
		seen[name(p)] = true
	}
	return len(seen)
}

// year is the last word of a report's title.
func year(p point) string { return p.report[strings.LastIndex(p.report, " ")+1:] }

func firstYear(points []point) string { return slices.Min(years(points)) }

func lastYear(points []point) string { return slices.Max(years(points)) }

func years(points []point) []string {
	list := make([]string, len(points))
	for i, p := range points {
		list[i] = year(p)
	}
	return list
}

// place is the name of an authority with its capitals: "Isle of Wight".
func place(authority string) string {
	words := strings.Fields(authority)
	for i, w := range words {
		if w != "and" && w != "of" && w != "upon" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), "-on-sea", "-on-Sea")
}

// share is a part of a whole in per cent, to the nearest whole number.
func share(n, of int) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%d%%", (200*n+of)/(2*of))
}
