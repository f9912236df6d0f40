package letter

import (
	"cmp"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// DefaultProfile is the profile used when none is asked for: the headings of the
// source documents.
const DefaultProfile = "letter-2009"

//go:embed profiles/*.yaml
var builtIn embed.FS

// Profile is what a letter says under which heading, and from what share on. The
// comments in profiles/letter-2009.yaml explain each key.
type Profile struct {
	Name         string `yaml:"-"`
	Title        string
	Sections     []Heading
	MinimumItems int `yaml:"minimum_items"` // fewer audited items are too few to say
	Levels       map[criteria.Level][]Band
	Words        Words
	Blanks       BlankHeadings
}

// Heading is a section of the letter and the class of criteria it lists.
type Heading struct {
	Heading string
	Class   Class  // empty in the headline form
	Form    Form   // empty: Counted
	AtMost  int    `yaml:"at_most"` // entries in the letter; 0: all
	Note    string // stands under the entries; may be empty
}

// Form is how a section says what it says.
type Form string

// The forms of sections.
const (
	Counted  Form = "counted"  // a sentence for each criterion, its counts in it
	Phrase   Form = "phrase"   // a noun phrase for each criterion, its counts below it
	Headline Form = "headline" // sentences on the audit as a whole
)

func (h Heading) form() Form { return cmp.Or(h.Form, Counted) }

// BlankHeadings are the headings that the letter leaves blank for a person.
type BlankHeadings struct {
	Heading string
	Intro   string
	Topics  []Topic
}

// Topic is one such heading and the questions that the writing answers.
type Topic struct {
	Heading  string
	Area     string // name of an area of practice; empty where it is about several
	Ask      []string
	Forms    []string // questions of the audit form, by name
	Findings []string // findings of the source documents, by id
}

// Band is a class and the share met from which it holds, in whole per cents.
type Band struct {
	Class   Class
	AtLeast int `yaml:"at_least"`
}

// Words are the words for proportions.
type Words struct {
	All    string  // every one
	None   string  // not one
	Shares []Share // between the two, largest first; the last begins at 0
}

// Share is a word and the share from which it holds, in whole per cents.
type Share struct {
	Word    string
	AtLeast int `yaml:"at_least"`
}

// BuiltIn reads a profile that comes with the program.
func BuiltIn(name string) (*Profile, error) {
	file, err := builtIn.ReadFile("profiles/" + name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("letter profile %q is not known: choose %s, or give the path of a file", name, strings.Join(BuiltInNames(), " or "))
	}
	return ReadProfile(name, file)
}

// BuiltInNames lists the profiles that come with the program, sorted.
func BuiltInNames() []string {
	entries, err := builtIn.ReadDir("profiles")
	if err != nil {
		return nil // cannot be: the folder is part of the program
	}
	var names []string
	for _, e := range entries {
		names = append(names, profileName(e.Name()))
	}
	slices.Sort(names)
	return names
}

// profileName is a file's name without folder and ending.
func profileName(file string) string {
	return strings.TrimSuffix(path.Base(strings.ReplaceAll(file, `\`, "/")), ".yaml")
}

// word is how many of the audited n are, in the profile's word. The shares are
// exact: 19 of 20 reaches 95 per cent.
func (w Words) word(n, of int) string {
	switch n {
	case of:
		return w.All
	case 0:
		return w.None
	}
	for _, s := range w.Shares {
		if reaches(n, of, s.AtLeast) {
			return s.Word
		}
	}
	return w.None // cannot be: the last share begins at 0
}

// reaches reports whether n of a total are at least so many per cent of it.
func reaches(n, of, percent int) bool { return n*100 >= percent*of }
