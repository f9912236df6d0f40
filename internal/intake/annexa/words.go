package annexa

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

//go:embed words.txt
var wordsText string

// words is a list of the words that councils write in a coded column.
type words struct {
	codes   map[string]string // by word; "" is a blank
	unclear map[string]string // words that tell no code, and why
}

// readWords reads the embedded lists of words. Quotation marks that programs curl
// are in them straight too.
func readWords() (map[string]*words, error) {
	lists := map[string]*words{}
	var list *words
	var folded map[string]bool
	code := ""
	for n, line := range strings.Split(wordsText, "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list, folded = &words{codes: map[string]string{}, unclear: map[string]string{}}, map[string]bool{}
			lists[strings.Trim(line, "[]")] = list
		case line[0] == '=' && list != nil:
			code = strings.TrimSpace(line[1:])
		case line[0] == '\t' && list != nil:
			word, why, _ := strings.Cut(line[1:], "\t")
			for _, word := range []string{word, strings.ReplaceAll(word, "’", "'")} {
				if key := mapping.Fold(word); !folded[key] {
					folded[key] = true
					list.add(word, code, why)
				}
			}
		default:
			return nil, fmt.Errorf("words.txt: line %d is none of its kinds", n+1)
		}
	}
	return lists, nil
}

func (w *words) add(word, code, why string) {
	if code == "?" {
		w.unclear[word] = why
		return
	}
	w.codes[word] = code
}

// answers is a list of yes and no, with every way of writing them: an export may
// have true where the lists that were met have Y.
func (w *words) answers() map[string]string {
	codes, taken := map[string]string{}, map[string]bool{}
	for word, code := range w.codes {
		codes[word], taken[mapping.Fold(word)] = code, true
	}
	for word := range w.unclear {
		taken[mapping.Fold(word)] = true
	}
	for code, words := range map[string][]string{"yes": {"true", "yes", "y", "1"}, "no": {"false", "no", "n", "0"}} {
		for _, word := range words {
			if !taken[word] {
				codes[word] = code
			}
		}
	}
	return codes
}

// turned is a list of yes and no the other way round.
func (w *words) turned() map[string]string {
	return renamed(w.answers(), map[string]string{"yes": "no", "no": "yes"})
}

// as gives the list with its codes renamed: out is yes to whether a child is
// placed out of the area.
func (w *words) as(codes map[string]string) map[string]string { return renamed(w.codes, codes) }

func renamed(words, codes map[string]string) map[string]string {
	out := make(map[string]string, len(words))
	for word, code := range words {
		out[word] = codes[code]
	}
	return out
}
