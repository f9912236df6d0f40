package criteria

import (
	"math/big"
	"strings"
)

// Target is what the rate of a measure is held to. It is inclusive.
type Target struct {
	Setting  string // the setting that gives the per cent
	AtLeast  bool   // at least so many per cent met; else at most so many not met
	Weighted bool   // each item counts by its fte, 1 when blank; else each counts 1
}

// readTarget reads the metadata's sentence, which the schema has already checked:
// "at most [vacancy_percent] per cent not met weighted by fte".
func readTarget(sentence string) *Target {
	if sentence == "" {
		return nil
	}
	_, rest, _ := strings.Cut(sentence, "[")
	setting, _, _ := strings.Cut(rest, "]")
	return &Target{Setting: setting, AtLeast: strings.HasPrefix(sentence, "at least"), Weighted: strings.HasSuffix(sentence, "weighted by fte")}
}

// Words is the target with its per cent, for a person.
func (t *Target) Words(percent string) string {
	words := "at most " + percent + " per cent not met"
	if t.AtLeast {
		words = "at least " + percent + " per cent met"
	}
	if t.Weighted {
		words += ", weighted by full-time equivalent"
	}
	return words
}

// Reached holds the weights met and not met against the target, on exact
// fractions. It is false in ok when nothing was weighed, or the per cent is no number.
func (t *Target) Reached(met, notMet *big.Rat, percent string) (reached, ok bool) {
	limit, isNumber := new(big.Rat).SetString(percent)
	total := new(big.Rat).Add(met, notMet)
	if !isNumber || total.Sign() == 0 {
		return false, false
	}
	allowed := limit.Mul(limit, total)
	hundred := big.NewRat(100, 1)
	if t.AtLeast {
		return new(big.Rat).Mul(met, hundred).Cmp(allowed) >= 0, true
	}
	return new(big.Rat).Mul(notMet, hundred).Cmp(allowed) <= 0, true
}
