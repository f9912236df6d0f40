package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Kinds of remark.
const (
	Macros         = "macros"
	ExternalLink   = "link to another file"
	DDE            = "dde link"
	Embedded       = "embedded object"
	Connection     = "data connection"
	Epoch1904      = "dates from 1904"
	NotRows        = "sheet without rows"
	HiddenSheet    = "hidden sheet"
	HiddenRows     = "hidden rows"
	HiddenColumns  = "hidden columns"
	Filter         = "active filter"
	Merged         = "merged cells"
	NoValue        = "formula without value"
	ErrorValue     = "error in a cell"
	NoSuchDate     = "no such date"
	LongNumber     = "number of more than 15 digits"
	remarkedPlaces = 5 // places listed before the rest is counted
)

// Remark is something that a reader of the rows should know and that did not
// stop the reading. It quotes nothing of what cells hold, error codes excepted.
type Remark struct {
	Kind  string
	Sheet string // "" for the workbook as a whole
	Place string // "C5, C9 and 20 more", "rows 4 to 9", the name of a part; may be ""
	Text  string // one sentence: what there is, and what was done or is to be done
	Count int    // how many; at least 1
}

// places lists where something was found.
type places struct {
	first []string
	count int
}

func (p *places) add(place string, count int) {
	if len(p.first) < remarkedPlaces {
		p.first = append(p.first, place)
	}
	p.count += count
}

// wanted reports whether another place would be listed: naming it costs time.
func (p *places) wanted() bool { return len(p.first) < remarkedPlaces }

func (p *places) String() string {
	list := strings.Join(p.first, ", ")
	if more := p.count - len(p.first); more > 0 && len(p.first) == remarkedPlaces {
		list += fmt.Sprintf(" and %d more", more)
	}
	return list
}

func sortRemarks(list []Remark) {
	slices.SortStableFunc(list, func(a, b Remark) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Place, b.Place))
	})
}
