package join

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/scratch"
)

// MaxParts is how many exports can be joined.
const MaxParts = 64

// Part is one of the exports that are joined.
type Part struct {
	Export casefile.Export
	Name   string // of its file, folder or database, as notes call it
	Within string // the folder in which that name stands, absolute; "" for a database
	Folder string // the folder in which its files stand, absolute; "" for a database
	// Practice says that its rows name cases and do not list them: a row of a case
	// that no other export lists is refused.
	Practice bool
}

// Export is several exports as one.
type Export struct {
	dictionary *casefile.Dictionary
	parts      []Part
	names      []string // of the parts, told apart
	stream     int      // the part whose cases are not kept; -1 when none lists cases

	// What the survey found out.
	store    *scratch.Store
	codec    *codec
	cases    map[string]*entry // nil before Survey
	later    []string          // cases that stand only in kept parts, in their order
	renamed  []map[string]string
	refused  []map[string]int // by part, the rows refused of each case
	supplies []*casefile.Supply
	tabled   []int           // by part, the tables that it reads
	tables   map[string]bool // entities of which some part keeps the kinds in tables of their own
}

// entry is what is known of a case before it is put together.
type entry struct {
	parts uint64 // those it stands in
	lists bool   // one of them lists it
	kept  []slot
}

// slot is a case of a part in the scratch store.
type slot struct {
	part   int
	offset int64
	length int
}

// New joins exports. Where two differ the one that stands first wins.
func New(d *casefile.Dictionary, parts []Part) (*Export, error) {
	if len(parts) > MaxParts {
		return nil, fmt.Errorf("%d exports given, and at most %d can be joined: put their files in fewer folders", len(parts), MaxParts)
	}
	list := make([]stands, len(parts))
	for i, p := range parts {
		list[i] = stands{p.Within, p.Name}
	}
	stream := slices.IndexFunc(parts, func(p Part) bool { return !p.Practice })
	return &Export{dictionary: d, parts: parts, names: apart(list), stream: stream}, nil
}

// ListsCases reports whether one of the exports says which cases there are.
func (e *Export) ListsCases() bool { return e.stream >= 0 }

// Survey surveys every export, keeps the cases of all but one, and puts every
// case together once, so that faults between exports are known. It fails when two
// read the same table.
func (e *Export) Survey(ctx context.Context) (*casefile.Survey, error) {
	e.cases = nil
	surveys := make([]*casefile.Survey, len(e.parts))
	for i, p := range e.parts {
		s, err := p.Export.Survey(ctx)
		if err != nil {
			return nil, err
		}
		surveys[i] = s
	}
	var err error
	if e.renamed, err = e.renaming(surveys); err != nil {
		return nil, err
	}
	v := newSurveyor(e, surveys)
	if err := v.keep(ctx); err != nil {
		return nil, err
	}
	if err := v.join(ctx); err != nil {
		return nil, err
	}
	if err := v.refuseUnknown(ctx); err != nil {
		return nil, err
	}
	if v.records == 0 && e.stream < 0 && !served(v.service) {
		return nil, errors.New("nothing given says which cases there are, so that no row of practice can be read: give the export that lists the cases too (see docs/exports.md)")
	}
	v.finish()
	survey, err := v.ledger.Close()
	if err != nil {
		return nil, err
	}
	e.cases = v.cases
	return survey, nil
}

// Records hands out every joined case: those of the first export that lists cases
// in its order, then those that only others list.
func (e *Export) Records(ctx context.Context, yield func(*casefile.Record) error) error {
	if e.cases == nil {
		return errors.New("records were asked for before the survey")
	}
	known := func(string) error { return nil }
	if err := e.streamed(ctx, e.cases, nil, known, yield); err != nil {
		return err
	}
	return e.rest(ctx, e.cases, nil, yield)
}

// streamed joins the cases of the streamed part; enter is told of each first.
// What is odd is noted in n, which may be nil.
func (e *Export) streamed(ctx context.Context, cases map[string]*entry, n *noter, enter func(id string) error, yield func(*casefile.Record) error) error {
	if e.stream < 0 {
		return nil
	}
	return e.parts[e.stream].Export.Records(ctx, func(r *casefile.Record) error {
		id := casefile.Trim(r.CaseID)
		if err := enter(id); err != nil {
			return err
		}
		renameRecord(r, e.renamed[e.stream])
		joined, err := e.together(id, cases[id], r, n)
		if err != nil {
			return err
		}
		return yield(joined)
	})
}

// rest joins the cases that only kept parts list.
func (e *Export) rest(ctx context.Context, cases map[string]*entry, n *noter, yield func(*casefile.Record) error) error {
	for _, id := range e.later {
		if err := ctx.Err(); err != nil {
			return err
		}
		joined, err := e.together(id, cases[id], nil, n)
		if err != nil {
			return err
		}
		if err := yield(joined); err != nil {
			return err
		}
	}
	return nil
}

// together puts the record of a case together from every part it stands in.
func (e *Export) together(id string, c *entry, streamed *casefile.Record, n *noter) (*casefile.Record, error) {
	layers := make([]layer, 0, 1)
	if c != nil {
		for _, s := range c.kept {
			r, err := e.kept(id, s)
			if err != nil {
				return nil, err
			}
			layers = append(layers, layer{s.part, r})
		}
	}
	if streamed != nil {
		layers = append(layers, layer{e.stream, streamed})
		slices.SortStableFunc(layers, func(a, b layer) int { return a.part - b.part })
	}
	r := e.merge(id, layers, n)
	r.Refused = e.refusedOf(id, layers)
	return r, nil
}

// kept reads a case from the scratch store.
func (e *Export) kept(id string, s slot) (*casefile.Record, error) {
	b, err := e.store.ReadAt(s.offset, s.length)
	if err != nil {
		return nil, err
	}
	return e.codec.read(id, b)
}

// refusedOf counts the rows of a case that could not be read, of the parts in
// which it stands and of those in which every row of it was refused.
func (e *Export) refusedOf(id string, layers []layer) int {
	sum := 0
	for part, listed := range e.refused {
		n := listed[id]
		for _, l := range layers {
			if l.part == part {
				n = max(n, l.record.Refused)
			}
		}
		sum += n
	}
	return sum
}

// served reports whether anything is said of the service.
func served(s casefile.Service) bool {
	for _, items := range s.Values {
		if list, _ := items.([]any); len(list) > 0 {
			return true
		}
	}
	return false
}

// format names the formats joined, each once.
func format(surveys []*casefile.Survey) string {
	var names []string
	for _, s := range surveys {
		names = append(names, s.Format)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " + ")
}
