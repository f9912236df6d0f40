package propose

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// page is a table as it stands: where its header is, and what its columns hold.
type page struct {
	ref    table.Ref
	layout table.Layout // HeaderRow and HeaderRows
	header []string
	line   int    // of the header, its last; 0 where the table has none of its own
	titles string // what stands above the header

	columns []*profile
	rows    int      // that stand as rows, those set aside not counted
	asides  []edge   // rows that begin as those that are none of the table
	faults  int      // rows that cannot be read
	ids     []idForm // of each column, what its cells look like as ids
}

// edge is a row that begins with a word of rows that are none of the table.
type edge struct {
	word  string
	first int          // its first filled column
	full  map[int]bool // the columns that are filled
	fault bool
}

// top is the first rows of a page, before anything is known of them.
type top struct {
	cells [][]string
	quick []float64 // how much each looks like a header
}

// look reads a table's first rows, settles which are the header, and profiles the
// columns below. The page is nil when nothing in it can be a header.
func (v *vocabulary) look(ctx context.Context, ref table.Ref) (*page, error) {
	var rows top
	t, err := ref.Open(ctx, table.Layout{ByPlace: true, IsHeader: func(cells []string) bool {
		rows.cells = append(rows.cells, slices.Clone(cells))
		return false
	}})
	p := &page{ref: ref}
	switch header := (*table.HeaderError)(nil); {
	case err == nil: // a table that has column names of its own
		p.header, p.line = t.Header, t.HeaderLine
		if err := t.Close(); err != nil {
			return nil, err
		}
	case ctx.Err() != nil || !errors.As(err, &header) && len(rows.cells) == 0:
		return nil, err // what is damaged further down shows when the rows are read
	default:
		if ok, err := v.findHeader(ctx, p, rows); !ok || err != nil {
			return nil, err
		}
	}
	return p, v.profile(ctx, p)
}

// maxCandidates is how many rows are tried as the header.
const maxCandidates = 4

// findHeader settles the header: the row, or two or three together, whose cells
// are names that are known.
func (v *vocabulary) findHeader(ctx context.Context, p *page, rows top) (bool, error) {
	rows.quick = make([]float64, len(rows.cells))
	order := make([]int, len(rows.cells))
	for i := range rows.cells {
		rows.quick[i], order[i] = v.quick(rows.cells, i), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rows.quick[b], rows.quick[a]) })
	var failed error
	best := 0.0
	for _, at := range order[:min(maxCandidates, len(order))] {
		if rows.quick[at] == 0 {
			continue
		}
		total, names, l, line, err := v.tryHeader(ctx, p.ref, rows, at)
		if err != nil {
			if failed = cmp.Or(failed, err); ctx.Err() != nil {
				return false, err
			}
			continue
		}
		if names != nil && total > best {
			best, p.header, p.layout, p.line = total, names, l, line
			var titles []string
			for _, above := range rows.cells[:max(0, at-max(l.HeaderRows, 1)+1)] {
				titles = append(titles, above...)
			}
			p.titles = strings.Join(titles, " ")
		}
	}
	if best > 0 {
		return true, nil
	}
	return false, failed
}

// tryHeader opens the table with the row at a place as the header's last, alone and
// with one or two above it, and gives the best.
func (v *vocabulary) tryHeader(ctx context.Context, ref table.Ref, rows top, at int) (total float64, names []string, l table.Layout, line int, err error) {
	for height := 1; height <= 3 && height <= at+1; height++ {
		if height > 1 && filledCells(rows.cells[at-height+1]) < 2 {
			break // a title, and no headings over columns
		}
		layout := table.Layout{HeaderRow: line, HeaderRows: height, ByPlace: true}
		if height == 1 {
			calls := -1
			layout = table.Layout{ByPlace: true, IsHeader: func([]string) bool { calls++; return calls == at }}
		} else if line == 0 {
			// The row has no names for all its columns: where it stands is still to be found.
			calls := -1
			layout = table.Layout{HeaderRows: height, ByPlace: true, IsHeader: func([]string) bool { calls++; return calls == at }}
		}
		t, err := ref.Open(ctx, layout)
		var header *table.HeaderError
		if errors.As(err, &header) {
			continue
		}
		if err != nil {
			return 0, nil, l, 0, err
		}
		if err := t.Close(); err != nil {
			return 0, nil, l, 0, err
		}
		if height == 1 {
			line = t.HeaderLine
		}
		sum := rows.quick[at]
		for _, name := range t.Header {
			sum += v.known(name)
		}
		// Of two that are known alike the taller says more: "Visit Date" for "Date".
		if sum >= total*0.97 && !slices.Equal(t.Header, names) {
			total, names, l = sum, t.Header, table.Layout{HeaderRow: t.HeaderLine, HeaderRows: height, ByPlace: true}
		}
	}
	return total, names, l, l.HeaderRow, nil
}

// quick says how much a row looks like a header by itself: its cells are different
// short texts and no dates or numbers, and stand over those of the rows below. 0
// when it can be none.
func (v *vocabulary) quick(rows [][]string, at int) float64 {
	filled, texts, known := 0, 0, 0.0
	for _, cell := range rows[at] {
		cell = casefile.Trim(cell)
		if cell == "" {
			continue
		}
		filled++
		if len(cell) <= 120 && !v.looksLikeData(cell) {
			texts++
			known += v.known(cell)
		}
	}
	below := 0
	for _, row := range rows[at+1 : min(len(rows), at+11)] {
		below = max(below, filledCells(row))
	}
	if filled == 0 || texts == 0 {
		return 0
	}
	return float64(texts)/float64(filled) + 2*known/float64(filled) + min(1, float64(filled)/float64(max(below, 1)))
}

func filledCells(row []string) int {
	n := 0
	for _, cell := range row {
		if casefile.Trim(cell) != "" {
			n++
		}
	}
	return n
}

// looksLikeData reports whether a cell is a number or a date, as no name is.
func (v *vocabulary) looksLikeData(cell string) bool {
	if strings.Trim(cell, "0123456789.,%£- ") == "" {
		return true
	}
	for _, f := range v.formats {
		if _, err := f.ISO(cell); err == nil {
			return true
		}
	}
	return false
}

// known says how far a name is one that some field goes by, from 0 to 1.
func (v *vocabulary) known(name string) float64 {
	if found, is := v.found[name]; is {
		return found
	}
	found := v.howKnown(v.tokens(name))
	v.found[name] = found
	return found
}

func (v *vocabulary) howKnown(heading set) float64 {
	most := v.best(heading, v.cases, nil)
	for _, s := range v.entities {
		for _, t := range s.fields {
			most = max(most, v.full(heading, t, nil), v.best(heading, t.plain, nil))
		}
	}
	if most < minConfidence {
		return 0
	}
	return most
}

// edgeWord gives the word of rows that are none of a table with which a row begins,
// "" when it does with none.
func (v *vocabulary) edgeWord(cells []string) (word string, at int) {
	for i, cell := range cells {
		if folded := mapping.Fold(cell); folded != "" {
			for _, w := range v.aside {
				rest, begins := strings.CutPrefix(folded, w)
				if begins && (rest == "" || strings.HasPrefix(rest, " ") || strings.Trim(rest[:1], ":-,.") == "" || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz -") != "") {
					return w, i
				}
			}
			return "", i
		}
	}
	return "", -1
}
