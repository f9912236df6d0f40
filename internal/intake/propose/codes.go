package propose

import (
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// meaning is what a word stands for: a code, and whether it needs saying because
// the dictionary would not read it so.
type meaning struct {
	code string
	said bool
}

// means gives the code that a word of a column stands for; ok is false when it
// stands for none beyond doubt.
func (v *vocabulary) means(f *casefile.Field, text string) (m meaning, ok bool) {
	folded := mapping.Fold(text)
	if f.Type == casefile.Bool {
		if _, known := casefile.YesNo(casefile.Trim(text)); known {
			return meaning{}, true
		}
		switch {
		case slices.Contains(v.no, folded):
			return meaning{"no", true}, true
		case slices.Contains(v.yes, folded):
			return meaning{"yes", true}, true
		}
		return meaning{}, false
	}
	if _, unmatched, err := f.Read(text); err == nil && !unmatched && len(f.Values) > 0 {
		return meaning{}, true
	}
	codes := v.codesOf(f)
	if slices.ContainsFunc(codes, func(code string) bool { return strings.EqualFold(code, casefile.Trim(text)) }) {
		return meaning{}, true
	}
	for _, code := range codes {
		words := append([]string{strings.ReplaceAll(code, "_", " ")}, v.codes[f.Path()][code]...)
		if slices.Contains(words, folded) {
			return meaning{code, true}, true
		}
	}
	// The words of a code and a few more of the kind of thing it is.
	said := v.tokens(text)
	best := ""
	for _, code := range codes {
		phrases := []set{v.tokens(strings.ReplaceAll(code, "_", " "))}
		for _, word := range v.codes[f.Path()][code] {
			phrases = append(phrases, v.tokens(word))
		}
		if slices.ContainsFunc(phrases, said.holds) {
			if best != "" {
				return meaning{}, false // two codes: a doubt
			}
			best = code
		}
	}
	return meaning{best, true}, best != ""
}

// codesOf lists the codes of a field: those of the dictionary, or those known of a
// field that takes any.
func (v *vocabulary) codesOf(f *casefile.Field) []string {
	if len(f.Values) > 0 {
		return f.Values
	}
	return slices.Sorted(maps.Keys(v.codes[f.Path()]))
}

// understood counts the cells of a column whose words stand for a code of a field.
func (v *vocabulary) understood(f *casefile.Field, p *profile) int {
	n := 0
	for _, w := range p.words {
		if _, ok := v.means(f, w.text); ok {
			n += w.count
		}
	}
	return n
}

// maxCodes is how many different words may stand in a column for them to be shown.
const maxCodes = 20

// values gives the codes that words of a column stand for, where the dictionary
// needs to be told, and the words that stand for none. Both are empty when the
// column may hold more than codes: then nothing that stands in it is shown.
func (v *vocabulary) values(f *casefile.Field, p *profile) (codes map[string]string, others []word) {
	coded := f.Type == casefile.Bool || f.Type == casefile.Code && len(v.codesOf(f)) > 0
	if !coded || f.Personal || p.many || len(p.words) > maxCodes || p.share(v.understood(f, p)) < 0.5 {
		return nil, nil
	}
	codes = map[string]string{}
	for _, w := range p.words {
		switch m, ok := v.means(f, w.text); {
		case !ok:
			others = append(others, *w)
		case m.said:
			codes[w.text] = m.code
		}
	}
	return codes, others
}
