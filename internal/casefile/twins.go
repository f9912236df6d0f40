package casefile

import (
	"crypto/sha256"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// MaxTwins is how many twins are listed for one case. A placeholder such as
// NHS number 0000000000 can stand in thousands of cases: each of them is shown
// to have twins, and none lists them all.
const MaxTwins = 25

// The kinds of key by which two cases seem to be one child, strongest first.
var twinKinds = [...]string{"NHS number", "UPN", "name and date of birth"}

// Twins finds the cases that seem to be the same child (RE-04). It keeps keys
// only as hashes: memory stays small, and no name outlives its row.
type Twins struct {
	cases []string
	keys  [len(twinKinds)]map[[sha256.Size]byte][]int
	fold  cases.Caser
}

// NewTwins makes an empty collection.
func NewTwins() *Twins {
	t := &Twins{fold: cases.Fold()}
	for i := range t.keys {
		t.keys[i] = map[[sha256.Size]byte][]int{}
	}
	return t
}

// Add takes the keys of a case from the object that describes its child.
func (t *Twins) Add(caseID string, child map[string]any) {
	number := len(t.cases)
	t.cases = append(t.cases, caseID)
	t.key(0, number, child["nhs_number"])
	t.key(1, number, child["upn"])
	t.key(2, number, child["surname"], child["forename"], child["date_of_birth"])
}

// key files the case under the hash of the parts, all of which must be there.
func (t *Twins) key(kind, number int, parts ...any) {
	var key strings.Builder
	for _, part := range parts {
		s, _ := part.(string)
		s = t.letters(s)
		if s == "" {
			return
		}
		key.WriteString(s)
		key.WriteByte(0)
	}
	hash := sha256.Sum256([]byte(key.String()))
	t.keys[kind][hash] = append(t.keys[kind][hash], number)
}

// letters folds a name or a number to what two spellings of it share: NFKD,
// marks dropped, case folded, all but letters and digits dropped.
func (t *Twins) letters(s string) string {
	s = t.fold.String(norm.NFKD.String(s))
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// Find gives each case's twins, sorted by case id, each by its strongest key.
func (t *Twins) Find() map[string][]Twin {
	found := map[string][]Twin{}
	for kind, groups := range t.keys {
		for _, group := range groups {
			if len(group) < 2 {
				continue
			}
			// Sorted first, so that which twins are listed does not hang on the
			// order of the export.
			slices.SortFunc(group, func(a, b int) int { return strings.Compare(t.cases[a], t.cases[b]) })
			for _, number := range group {
				t.list(found, number, group, twinKinds[kind])
			}
		}
	}
	for id, twins := range found {
		slices.SortFunc(twins, func(a, b Twin) int { return strings.Compare(a.CaseID, b.CaseID) })
		found[id] = twins
	}
	return found
}

// list adds the others of a group to a case's twins, save those it has by a
// stronger key.
func (t *Twins) list(found map[string][]Twin, number int, group []int, by string) {
	id := t.cases[number]
	twins := found[id]
	for _, other := range group {
		if len(twins) >= MaxTwins {
			break
		}
		has := func(twin Twin) bool { return twin.CaseID == t.cases[other] }
		if other != number && !slices.ContainsFunc(twins, has) {
			twins = append(twins, Twin{CaseID: t.cases[other], By: by})
		}
	}
	found[id] = twins
}
