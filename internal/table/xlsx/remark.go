package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/table"
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
// stop the reading; its place may be the name of a part.
type Remark = table.Remark

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
