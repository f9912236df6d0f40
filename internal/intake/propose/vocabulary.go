package propose

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

//go:embed words.yaml
var wordsYAML []byte

// vocabulary is what is known of how reports call things.
type vocabulary struct {
	d        *casefile.Dictionary
	same     map[string][]string
	drop     set
	latest   set
	cases    []set // the column of the child's id
	entities []*subject
	yes, no  []string
	aside    []string
	blank    map[string]bool

	weights map[string]int // of tokens: the rarer, the more a token says
	codes   map[string]map[string][]string
	formats []mapping.DateFormat
	found   map[string]float64 // what known has found out
}

// subject is an entity and how it is called. The record's own fields are with the
// child's: a list of children has both.
type subject struct {
	entity  *casefile.Entity
	phrases []set
	heads   []string // of each phrase, its last word
	kinds   []kind
	fields  []*target
}

// kind is a type of an entity that tables are named by.
type kind struct {
	code    string
	phrases []set
}

// target is a field and how it is called: plain names, which say what it is only
// in a table of its entity, and full ones, which say it anywhere.
type target struct {
	field *casefile.Field
	plain []set
	full  []set
	of    []named // the entity's name and the field's
}

// named is a phrase that says nothing without one of its words: an assessment of a
// child in need is an assessment first.
type named struct {
	phrase set
	head   string
}

// set is the tokens of a phrase.
type set map[string]bool

type wordsFile struct {
	Same     map[string]string
	Drop     []string
	Latest   []string
	Case     []string
	Entities yaml.Node
	Fields   map[string][]string
	Codes    map[string]map[string][]string
	Yes, No  []string
	Aside    []string
	Blank    []string
}

func newVocabulary(d *casefile.Dictionary) (*vocabulary, error) {
	var w wordsFile
	if err := yaml.Unmarshal(wordsYAML, &w); err != nil {
		return nil, fmt.Errorf("words of reports: %w", err)
	}
	v := &vocabulary{d: d, same: map[string][]string{}, found: map[string]float64{}, drop: set{}, latest: set{}, yes: w.Yes, no: w.No, aside: w.Aside, blank: map[string]bool{}, codes: w.Codes}
	for word, means := range w.Same {
		v.same[word] = strings.Fields(means)
	}
	for _, word := range w.Drop {
		v.drop[word] = true
	}
	for _, word := range w.Latest {
		v.latest[word] = true
	}
	for _, word := range w.Blank {
		v.blank[word] = true
	}
	for _, phrase := range w.Case {
		v.cases = append(v.cases, v.tokens(phrase))
	}
	if err := v.addEntities(&w); err != nil {
		return nil, err
	}
	v.distinguish()
	v.weigh()
	var err error
	v.formats, err = dateFormats()
	return v, err
}

func (v *vocabulary) addEntities(w *wordsFile) error {
	for i := 0; i+1 < len(w.Entities.Content); i += 2 {
		name := w.Entities.Content[i].Value
		var y struct {
			Words []string
			Kinds map[string][]string
		}
		if err := w.Entities.Content[i+1].Decode(&y); err != nil {
			return fmt.Errorf("words of reports: %s: %w", name, err)
		}
		e, ok := v.d.Entity(name)
		if !ok {
			return fmt.Errorf("words of reports: no entity %s", name)
		}
		s := &subject{entity: e}
		for _, phrase := range y.Words {
			s.phrases = append(s.phrases, v.tokens(phrase))
			said := words(phrase)
			head := ""
			for token := range v.tokens(said[len(said)-1]) {
				head = max(head, token)
			}
			s.heads = append(s.heads, head)
		}
		for _, code := range slices.Sorted(maps.Keys(y.Kinds)) {
			k := kind{code: code}
			for _, phrase := range y.Kinds[code] {
				k.phrases = append(k.phrases, v.tokens(phrase))
			}
			s.kinds = append(s.kinds, k)
		}
		fields := e.Fields
		if e == v.d.Child {
			fields = slices.Concat(fields, v.d.Record[1:]) // without the case's id
		}
		for _, f := range fields {
			s.fields = append(s.fields, v.target(s, f, w.Fields[f.Path()]))
		}
		v.entities = append(v.entities, s)
	}
	for path := range w.Fields {
		if _, ok := v.d.Field(path); !ok {
			return fmt.Errorf("words of reports: no field %s", path)
		}
	}
	return nil
}

// target gathers the names of a field. One of its own that no other entity's field
// has says what it is anywhere.
func (v *vocabulary) target(s *subject, f *casefile.Field, more []string) *target {
	t := &target{field: f}
	name := v.tokens(f.Name)
	if s.entity == v.d.Child || v.only(f) && len(name) > 1 {
		t.full = append(t.full, name)
	} else {
		t.plain = append(t.plain, name)
	}
	for i, phrase := range s.phrases {
		t.of = append(t.of, named{joined(phrase, name), s.heads[i]})
	}
	for _, column := range f.SSD {
		if _, rest, cut := strings.Cut(column, "_"); cut {
			t.full = append(t.full, v.tokens(rest))
		}
	}
	for _, phrase := range more {
		if p := v.tokens(phrase); s.entity == v.d.Child || v.names(s, p) {
			t.full = append(t.full, p)
		} else {
			t.plain = append(t.plain, p)
		}
	}
	return t
}

// distinguish makes plain names of two words and more that no other entity's field
// goes by full ones.
func (v *vocabulary) distinguish() {
	by := map[string]map[*subject]bool{}
	each := func(do func(*subject, *target, set, string)) {
		for _, s := range v.entities {
			for _, t := range s.fields {
				for _, phrase := range slices.Clone(t.plain) {
					do(s, t, phrase, strings.Join(slices.Sorted(maps.Keys(phrase)), " "))
				}
			}
		}
	}
	each(func(s *subject, _ *target, _ set, key string) {
		if by[key] == nil {
			by[key] = map[*subject]bool{}
		}
		by[key][s] = true
	})
	each(func(_ *subject, t *target, phrase set, key string) {
		if len(by[key]) == 1 && len(phrase) > 1 {
			t.full = append(t.full, phrase)
		}
	})
}

// only reports whether no other entity has a field of this name.
func (v *vocabulary) only(f *casefile.Field) bool {
	for _, list := range [][]*casefile.Entity{{v.d.Child}, v.d.Entities, v.d.Service} {
		for _, e := range list {
			if _, has := e.Field(f.Name); has && e.Name != f.Entity {
				return false
			}
		}
	}
	return true
}

// names reports whether a phrase holds one that the entity goes by.
func (v *vocabulary) names(s *subject, phrase set) bool {
	return slices.ContainsFunc(s.phrases, func(p set) bool { return phrase.holds(p) })
}

// weigh gives each token its weight.
func (v *vocabulary) weigh() {
	in := map[string]int{}
	fields := 0
	for _, s := range v.entities {
		for _, t := range s.fields {
			fields++
			all := set{}
			for _, p := range append(slices.Clone(t.plain), t.full...) {
				maps.Copy(all, p)
			}
			for _, n := range t.of {
				maps.Copy(all, n.phrase)
			}
			for token := range all {
				in[token]++
			}
		}
	}
	v.weights = map[string]int{}
	for token, n := range in {
		// Whole numbers, whose sums do not hang on the order of adding.
		v.weights[token] = int(math.Round(1000 * math.Log(1+float64(fields)/float64(n))))
	}
}

// unknownWeight is that of a token which no field has: it speaks against every one.
const unknownWeight = 3000

func (v *vocabulary) weight(token string) int {
	if w, known := v.weights[token]; known {
		return w
	}
	return unknownWeight
}
