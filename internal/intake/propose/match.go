package propose

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Confidences, from 0 to 1.
const (
	minConfidence = 0.6  // of a column, to be read as a field
	minElsewhere  = 0.75 // likewise, of an entity that the table is not about
	minTable      = 0.35 // of what a table is about
	minService    = 0.6  // likewise, of one that has no children
)

// binding is a column read as a field, and how sure that is.
type binding struct {
	column     int
	subject    *subject
	target     *target
	confidence float64
	latest     bool // the heading says that it is the latest
}

// reading is what a table is taken for.
type reading struct {
	about    *subject
	caseAt   int // column of the child's id, -1 when there is none
	sure     float64
	bindings []binding // in the order of the columns
	context  set       // words that the table is about
}

// read settles what a page is about and which field each column is.
func (v *vocabulary) read(p *page) *reading {
	name := v.tokens(p.ref.Name + " " + stem(p.ref.File))
	titled := joined(name, v.tokens(p.titles))
	headings := v.headings(p)
	caseAt := v.caseColumn(p, headings)
	var best *reading
	most := 0.0
	for _, s := range v.entities {
		if caseAt < 0 && !s.entity.Service {
			continue
		}
		called := max(v.called(s, name), 0.8*v.called(s, titled))
		r := &reading{about: s, caseAt: caseAt, context: v.context(s, titled)}
		r.bindings = v.assign(p, headings, r, func(o *subject) bool { return o == s })
		sum := 0.0
		for _, b := range r.bindings {
			sum += b.confidence
		}
		total := sum + 2*called
		if s.entity.Service && caseAt >= 0 {
			total -= 1 // a column of children's ids speaks for cases
		}
		r.sure = called/2 + min(1, sum/max(1, float64(min(3, len(p.header)-1))))/2
		if total > most && len(r.bindings) > 0 {
			best, most = r, total
		}
	}
	if best == nil || best.sure < minTable || best.about.entity.Service && best.sure < minService {
		return nil
	}
	best.bindings = v.assign(p, headings, best, func(s *subject) bool { return s == best.about || !s.entity.Service && best.caseAt >= 0 })
	best.share()
	best.settle(v.d.Child)
	if best.about.entity.Service && !slices.ContainsFunc(best.bindings, func(b binding) bool { return !b.subject.entity.Service }) {
		best.caseAt = -1
	}
	return best
}

// settle leaves out what a table says of an entity that it is not about when it has
// neither a date nor a key of it: a status or a name alone makes no item.
func (r *reading) settle(child *casefile.Entity) {
	has := map[*subject]bool{}
	for _, b := range r.bindings {
		has[b.subject] = has[b.subject] || b.target.field.Key || b.target.field.Dated()
	}
	r.bindings = slices.DeleteFunc(r.bindings, func(b binding) bool {
		return b.subject != r.about && b.subject.entity != child && !has[b.subject]
	})
}

// share gives an entity that the table is not about the key by which the table's own
// items name it: a row of an assessment that has a referral's number and dates gives
// the referral too.
func (r *reading) share() {
	keyed := map[*subject]bool{}
	for _, b := range r.bindings {
		keyed[b.subject] = keyed[b.subject] || b.target.field.Key
	}
	for _, s := range slices.SortedFunc(maps.Keys(keyed), func(a, b *subject) int { return strings.Compare(a.entity.Name, b.entity.Name) }) {
		if keyed[s] || s == r.about {
			continue
		}
		key := slices.IndexFunc(s.fields, func(t *target) bool { return t.field.Key })
		at := slices.IndexFunc(r.bindings, func(b binding) bool {
			return key >= 0 && b.subject == r.about && b.target.field.Name == s.fields[key].field.Name
		})
		if at >= 0 {
			r.bindings = append(r.bindings, binding{column: r.bindings[at].column, subject: s, target: s.fields[key], confidence: r.bindings[at].confidence})
		}
	}
	slices.SortStableFunc(r.bindings, func(a, b binding) int { return cmp.Compare(a.column, b.column) })
}

// caseColumn finds the column of the child's id: -1 when there is none. A name that
// says no more than "id" must stand in one that holds ids of many.
func (v *vocabulary) caseColumn(p *page, headings []set) int {
	at, most := -1, 0.0
	for i, h := range headings {
		like := v.best(h, v.cases, nil)
		c := p.columns[i]
		if dates, _ := c.dated(v.formats); dates > 0.2 || c.long > 0 || c.filled == 0 && p.rows > 0 {
			continue
		}
		if like > most && like >= 0.7 {
			at, most = i, like
		}
	}
	return at
}

// called says how far a table's name is that of an entity, from 0 to 1.
func (v *vocabulary) called(s *subject, name set) float64 {
	most := 0.0
	for _, phrase := range s.phrases {
		common := 0
		for token := range phrase {
			if name[token] {
				common += v.weight(token)
			}
		}
		share := float64(common) / float64(v.sum(phrase))
		// Of two that are there whole the longer says more.
		most = max(most, share*share*(0.8+0.2*min(1, float64(len(phrase))/2)))
	}
	return most
}

// context gives the words that a table is about, which headings may leave out or
// repeat: those of the entity, and of the table's name.
func (v *vocabulary) context(s *subject, name set) set {
	free := maps.Clone(name)
	for _, phrase := range s.phrases {
		maps.Copy(free, phrase)
	}
	for _, k := range s.kinds {
		for _, phrase := range k.phrases {
			maps.Copy(free, phrase)
		}
	}
	free["child"] = true
	return free
}

// assign gives the columns to the fields of the subjects asked for, the surest
// first, each column and each field once.
func (v *vocabulary) assign(p *page, headings []set, r *reading, among func(*subject) bool) []binding {
	var all []binding
	for i := range p.header {
		if i == r.caseAt && !r.about.entity.Service {
			continue
		}
		for _, s := range v.entities {
			if among(s) {
				all = append(all, v.candidates(p, headings[i], i, s, r)...)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b binding) int {
		own := func(x binding) int {
			if x.subject == r.about {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.confidence, a.confidence), cmp.Compare(own(a), own(b)), cmp.Compare(a.column, b.column))
	})
	var taken []binding
	for _, b := range all {
		clash := func(other binding) bool { return other.column == b.column || other.target == b.target }
		if !slices.ContainsFunc(taken, clash) {
			taken = append(taken, b)
		}
	}
	slices.SortStableFunc(taken, func(a, b binding) int { return cmp.Compare(a.column, b.column) })
	return taken
}

// candidates gives the fields of a subject that a column may be.
func (v *vocabulary) candidates(p *page, heading set, column int, s *subject, r *reading) []binding {
	bare := heading.without(v.latest)
	latest := len(bare) < len(heading)
	var list []binding
	for _, t := range s.fields {
		like, least := 0.0, minConfidence
		if s == r.about {
			like = max(v.full(bare, t, r.context), v.best(bare, t.plain, r.context))
		} else {
			like, least = v.full(bare, t, set{"child": true}), minElsewhere
			if s.entity != v.d.Child && !v.names(s, heading) && slices.ContainsFunc(v.entities, func(o *subject) bool { return o != s && o.entity != v.d.Child && v.names(o, heading) }) {
				like = 0 // the heading names another entity
			}
		}
		if latest && t.field.Name[:min(4, len(t.field.Name))] == "last" {
			like = max(like, v.full(heading, t, r.context))
		}
		if t.field.Key && !heading["id"] {
			like /= 2 // what does not say that it is one is no id
		}
		confidence := like * v.fits(t.field, p.columns[column])
		if confidence >= least {
			list = append(list, binding{column: column, subject: s, target: t, confidence: confidence,
				latest: latest && t.field.Dated() && !strings.HasPrefix(t.field.Name, "last")})
		}
	}
	return list
}

// fits says how far what stands in a column can be read as a field, from 0 to 1.
func (v *vocabulary) fits(f *casefile.Field, p *profile) float64 {
	if p.filled == 0 {
		return 0.9
	}
	dates, _ := p.dated(v.formats)
	switch {
	case f.Dated() && p.share(p.serials) > 0.9:
		return 0.9
	case f.Dated():
		return dates
	case dates > 0.8:
		return 0.2
	}
	switch f.Type {
	case casefile.Bool:
		return v.coded(f, p)
	case casefile.Code:
		if len(f.Values) > 0 {
			return v.coded(f, p)
		}
		return 1 - 0.6*p.share(p.long)
	case casefile.Int, casefile.Number:
		return max(0.2, p.share(p.numbers))
	case casefile.Codes:
		if yesNo := p.share(v.understood(&casefile.Field{Type: casefile.Bool}, p)); yesNo > 0.5 {
			return 1 - yesNo // whether there is one, and not which
		}
		return 1 - 0.8*p.share(p.long)
	case casefile.ID, casefile.Text:
		return 1 - 0.8*p.share(p.long)
	}
	return 1
}

// coded says how far a column can be read as a field with listed codes: a few words
// may be a council's own, and many are no codes.
func (v *vocabulary) coded(f *casefile.Field, p *profile) float64 {
	share := p.share(v.understood(f, p))
	if p.many || len(p.words) > maxCodes {
		return max(0.3, share)
	}
	return 0.65 + 0.35*share
}

// stem is a file's name without its extension.
func stem(file string) string {
	if at := strings.LastIndexByte(file, '.'); at > 0 {
		return file[:at]
	}
	return file
}
