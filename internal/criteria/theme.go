package criteria

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Theme is what published inspection reports ask for again and again, and what of
// ours answers it. It is answered by criteria, by questions on the audit form, by
// both, or by neither and says why.
type Theme struct {
	ID    string   `json:"-"` // "OFS-visits"
	Title string   `json:"title"`
	Words []string `json:"words"` // the phrases by which a point belongs to it
	By    []string `json:"by"`    // ids of criteria
	Form  []string `json:"form"`  // names of questions on the audit form
	Slice string   `json:"slice"` // title of a slice that its criteria are counted in; may be empty
	None  string   `json:"none"`  // why no record can decide it; empty when something answers it
}

// Themes are the themes of published inspection reports, by id.
func (c *Catalogue) Themes() ([]Theme, error) {
	text, err := json.Marshal(c.data["themes"])
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.DisallowUnknownFields()
	all := map[string]Theme{}
	if err := decoder.Decode(&all); err != nil {
		return nil, fmt.Errorf("themes/data.yaml: %w", err)
	}
	themes := make([]Theme, 0, len(all))
	for _, id := range slices.Sorted(maps.Keys(all)) {
		theme := all[id]
		theme.ID = id
		themes = append(themes, theme)
	}
	return themes, nil
}

// Includes reports whether one of the theme's phrases is in a text. The words of a
// phrase follow each other there, each as the beginning of a word, so that
// "supervis" finds "supervision"; `&` stands between phrases that must both be there.
func (t *Theme) Includes(text string) bool {
	words := strings.Fields(fold(text))
	return slices.ContainsFunc(t.Words, func(phrases string) bool { return included(phrases, words) })
}

func included(phrases string, words []string) bool {
	for phrase := range strings.SplitSeq(phrases, "&") {
		if !follows(strings.Fields(fold(phrase)), words) {
			return false
		}
	}
	return true
}

// follows: the beginnings of words follow each other somewhere in a text.
func follows(beginnings, words []string) bool {
	if len(beginnings) == 0 {
		return false // a phrase without a word finds nothing, not everything
	}
	for i := range words {
		if i+len(beginnings) > len(words) {
			return false
		}
		if slices.EqualFunc(beginnings, words[i:i+len(beginnings)], func(b, w string) bool { return strings.HasPrefix(w, b) }) {
			return true
		}
	}
	return false
}

// fold leaves of a text its words in lower case: apostrophes go, and all else that
// is no letter or digit parts two words.
func fold(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case r != '\'' && r != '’':
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// unkept lists what a theme promises and nothing keeps.
func (c *Catalogue) unkept(t Theme, forms map[string]string) []error {
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("theme "+t.ID+": "+format, args...))
	}
	answered := len(t.By)+len(t.Form) > 0
	if !answered && t.None == "" {
		fault("nothing answers it, and it does not say why")
	}
	if answered && t.None != "" {
		fault("it is answered and says why it is not")
	}
	for _, id := range t.By {
		criterion, ok := c.Criterion(id)
		if !ok {
			fault("there is no criterion %s", id)
		} else if !slices.Contains(criterion.Sources, t.ID) {
			fault("%s does not name it as a source", id)
		}
	}
	for _, name := range t.Form {
		if forms[name] == "" {
			fault("%q is no question of forms/data.yaml", name)
		}
	}
	if t.Slice != "" && !c.hasSlice(t.Slice) {
		fault("there is no slice %q", t.Slice)
	}
	return faults
}

func (c *Catalogue) hasSlice(title string) bool {
	return slices.ContainsFunc(c.Slices, func(s *Slice) bool { return strings.EqualFold(s.Title, title) })
}
