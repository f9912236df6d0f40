package propose

import (
	"context"
	"hash/maphash"
	"regexp"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// What is kept of a column, however many rows it has.
const (
	maxWords    = 30   // different words
	maxWordSize = 60   // bytes of one
	maxDistinct = 5000 // different values counted
)

// dateFormats are the formats tried for a column that is not read without being
// told how. Day before month goes before month before day.
func dateFormats() ([]mapping.DateFormat, error) {
	var list []mapping.DateFormat
	for _, text := range [...]string{"dd/mm/yyyy", "d-mmm-yyyy", "d mmm yyyy", "dd/mm/yy", "dd.mm.yy", "d-mmm-yy", "d mmm yy", "yyyymmdd", "mm/dd/yyyy", "mm/dd/yy",
		"dd/mm/yyyy h:mm am/pm", "dddd d mmmm yyyy", "mmm d, yyyy", "mmm d yyyy"} {
		f, err := mapping.ParseDateFormat(text)
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}

// maxTried is how many cells are held against formats that none of them has.
const maxTried = 500

// profile is what a column holds.
type profile struct {
	filled  int // cells that hold something, words that stand for nothing not counted
	blanks  map[string]bool
	dates   int     // that are read without being told how
	iso     int     // dates as ISO has them, which are none of these
	formats []int   // dates by each of the formats tried
	strokes int     // that begin as dates in figures do: 31/12/
	days    [2]int  // of those, whose first part is above 12, and whose second is
	serials int     // whole numbers that would be days of this century
	numbers int     // numbers of any kind
	long    int     // of more than maxWordSize bytes
	words   []*word // different ones, in order of appearance, until there are too many
	many    bool    // there are too many to keep
	seen    map[uint64]bool
	firstIs bool // the column is filled in the table's first row
}

// word is a text that stands in a column, and how often.
type word struct {
	text  string
	count int
}

// idForm is what a column's cells look like as ids.
type idForm struct {
	digits  int // cells of nothing but digits
	nought  int // of those, with a nought at the front
	min     int // digits of the shortest and the longest
	max     int
	decimal int // cells such as 123.0
}

// profile reads every row of a table and says what its columns hold.
func (v *vocabulary) profile(ctx context.Context, p *page) (err error) {
	t, err := p.ref.Open(ctx, p.layout)
	if err != nil {
		return err
	}
	defer func() {
		if closing := t.Close(); err == nil {
			err = closing
		}
	}()
	p.columns, p.ids = make([]*profile, len(p.header)), make([]idForm, len(p.header))
	for i := range p.columns {
		p.columns[i] = &profile{formats: make([]int, len(v.formats)), seen: map[uint64]bool{}, blanks: map[string]bool{}}
	}
	seed := maphash.MakeSeed()
	date := &casefile.Field{Type: casefile.DateTime}
	return t.Rows(ctx, func(row table.Row) error {
		if word, at := v.edgeWord(row.Cells); word != "" && len(p.asides) < maxEdges {
			e := edge{word: word, first: at, full: map[int]bool{}, fault: row.Fault != ""}
			for i, cell := range row.Cells {
				e.full[i] = casefile.Trim(cell) != ""
			}
			p.asides = append(p.asides, e)
			return nil
		}
		if row.Fault != "" {
			p.faults += row.Lost
			return nil
		}
		if mapping.HeaderAgain(p.header, row.Cells) {
			return nil
		}
		p.rows++
		for i, cell := range row.Cells {
			if i < len(p.columns) {
				p.columns[i].take(v, cell, p.rows == 1, date, seed)
				p.ids[i].take(casefile.Trim(cell))
			}
		}
		return nil
	})
}

// maxEdges is how many rows that seem to be none of the table are kept.
const maxEdges = 1000

var (
	number  = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	strokes = regexp.MustCompile(`^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]`)
)

// take counts one cell.
func (p *profile) take(v *vocabulary, cell string, first bool, date *casefile.Field, seed maphash.Seed) {
	cell = casefile.Trim(cell)
	folded := mapping.Fold(cell)
	if cell == "" {
		return
	}
	if v.blank[folded] {
		p.blanks[folded] = true
		return
	}
	p.filled++
	p.firstIs = p.firstIs || first
	if len(p.seen) < maxDistinct {
		p.seen[maphash.String(seed, folded)] = true
	}
	if len(cell) > maxWordSize {
		p.long++
		p.many = true
		return
	}
	p.word(folded, cell)
	p.date(v, cell, date)
}

func (p *profile) date(v *vocabulary, cell string, date *casefile.Field) {
	if len(cell) > 40 || strings.IndexAny(cell, "0123456789") < 0 {
		return
	}
	if mapping.ISO(cell) {
		p.iso++
		return
	}
	if _, _, err := date.Read(cell); err == nil {
		p.dates++
	}
	if number.MatchString(cell) {
		p.numbers++
	}
	if len(cell) == 5 && strings.Trim(cell, "0123456789") == "" && cell >= "20000" && cell <= "60000" {
		p.serials++
	}
	for i, f := range v.formats {
		if p.filled > maxTried && p.formats[i] == 0 {
			continue
		}
		if _, err := f.ISO(cell); err == nil {
			p.formats[i]++
		}
	}
	if parts := strokes.FindStringSubmatch(cell); parts != nil {
		p.strokes++
		if above12(parts[1]) {
			p.days[0]++
		}
		if above12(parts[2]) {
			p.days[1]++
		}
	}
}

func above12(digits string) bool { return len(digits) == 2 && digits > "12" }

// word counts a word, while there are few.
func (p *profile) word(folded, cell string) {
	if p.many {
		return
	}
	for _, w := range p.words {
		if mapping.Fold(w.text) == folded {
			w.count++
			return
		}
	}
	if len(p.words) == maxWords {
		p.words, p.many = nil, true
		return
	}
	p.words = append(p.words, &word{cell, 1})
}

// take counts one cell as an id.
func (f *idForm) take(cell string) {
	whole, decimals, dotted := strings.Cut(cell, ".")
	if dotted && strings.Trim(decimals, "0") == "" && decimals != "" {
		f.decimal++
		cell = whole
	}
	if cell == "" || strings.Trim(cell, "0123456789") != "" {
		return
	}
	if f.digits == 0 || len(cell) < f.min {
		f.min = len(cell)
	}
	f.max = max(f.max, len(cell))
	f.digits++
	if cell[0] == '0' {
		f.nought++
	}
}

// share gives a part of the filled cells, from 0 to 1.
func (p *profile) share(n int) float64 {
	if p.filled == 0 {
		return 0
	}
	return float64(n) / float64(p.filled)
}

// dated gives the share of cells that are dates by the format that reads most, and
// that format; "" when they are read without being told. Months before days only
// when days cannot stand first.
func (p *profile) dated(formats []mapping.DateFormat) (share float64, format string) {
	best := p.dates // beside those of ISO, which every format reads
	for i, n := range p.formats {
		text := formats[i].String()
		monthFirst := strings.HasPrefix(text, "mm/")
		if n > best && (!monthFirst || p.days[0] == 0) {
			best, format = n, text
		}
	}
	return p.share(best + p.iso), format
}

// turned reports whether day and month could be the other way round in every date
// of the column.
func (p *profile) turned() bool {
	return p.filled >= 10 && p.strokes == p.filled && p.days == [2]int{}
}
