package letter_test

import (
	"os"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

func source(t *testing.T) string {
	t.Helper()
	file, err := os.ReadFile("profiles/letter-2009.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

// full is the default profile with a section for each class.
func full(t *testing.T) []byte {
	t.Helper()
	const last = "    class: priority\n"
	return []byte(strings.Replace(source(t), last, last+`  - {heading: Too few to say, class: too few}
  - {heading: Nothing to audit, class: none audited}
  - {heading: What could not be judged, class: not assessable}
`, 1))
}

func TestBuiltIn(t *testing.T) {
	for _, name := range letter.BuiltInNames() {
		if p, err := letter.BuiltIn(name); err != nil {
			t.Error(err)
		} else if p.Name != name {
			t.Errorf("profile %s calls itself %s", name, p.Name)
		}
	}
	_, err := letter.BuiltIn("ilac")
	if err == nil || !strings.Contains(err.Error(), `"ilac" is not known: choose ilacs or letter-2009`) {
		t.Errorf("unknown profile: %v", err)
	}
}

func TestReadProfileName(t *testing.T) {
	p, err := letter.ReadProfile(`C:\letters\ours.yaml`, []byte(source(t)))
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "ours" {
		t.Errorf("name %q", p.Name)
	}
}

// A mistake in a profile is named with its line and key.
func TestReadProfileMistakes(t *testing.T) {
	for name, test := range map[string]struct{ old, new, want string }{
		"unknown key":           {"minimum_items: 5", "minimum_items: 5\nmotto: all is well", `line 31: key "motto" is not known`},
		"unknown key inside":    {"{word: few, at_least: 0}", "{word: few, from: 0}", `line 65: key "from" is not known`},
		"missing title":         {"title: Findings of the audit of case records\n", "", "title: is missing or empty"},
		"not a number":          {"{class: strength, at_least: 98}", "{class: strength, at_least: ninety}", "line 39: levels.priority[0].at_least: must be a whole number"},
		"a broken number":       {"{class: strength, at_least: 98}", "{class: strength, at_least: 97.5}", "line 39: levels.priority[0].at_least: must be a whole number"},
		"not a list":            {"words:\n", "words: many\nx:\n", "line 55: words: must be a group of keys"},
		"a number missing":      {"{class: priority, at_least: 0}", "{class: priority}", "line 42: levels.priority[3].at_least: is missing"},
		"minimum not whole":     {"minimum_items: 5", "minimum_items: 4.9", "line 30: minimum_items: must be a whole number"},
		"an alias":              {"  advisory:\n", "  advisory: *d\n  other:\n", "unknown anchor"},
		"a good alias":          {"title: Findings of the audit of case records", "title: &t Findings\nmotto: *t", "motto: write the value out"},
		"out of range":          {"{class: strength, at_least: 98}", "{class: strength, at_least: 101}", "line 39: levels.priority[0].at_least: 101 is not between 0 and 100"},
		"out of order":          {"{class: satisfactory, at_least: 85}", "{class: satisfactory, at_least: 95}", "line 46: levels.development[1].at_least: 95 must be less than 95 before it"},
		"classes out of order":  {"{class: satisfactory, at_least: 85}", "{class: strength, at_least: 85}", `line 46: levels.development[1].class: "strength" must be worse than "strength" before it`},
		"no floor":              {"{class: priority, at_least: 0}", "{class: priority, at_least: 10}", "line 42: levels.priority[3].at_least: the last must be 0"},
		"unknown class":         {"class: satisfactory\n", "class: good\n", `line 20: sections[0].class: "good" is not a class`},
		"a class no share has":  {"{class: satisfactory, at_least: 75}", "{class: too few, at_least: 75}", `line 51: levels.advisory[1].class: "too few" is not a class that a share can earn`},
		"a class twice":         {"class: satisfactory\n", "class: strength\n", `line 22: sections[1].class: "strength" has a section already`},
		"no minimum":            {"minimum_items: 5", "minimum_items: 0", "line 30: minimum_items: must be at least 1"},
		"a level missing":       {"  advisory:\n", "  other:\n", "levels.advisory: is missing or empty"},
		"a key twice":           {"minimum_items: 5", "minimum_items: 5\nminimum_items: 6", "line 31: mapping key \"minimum_items\" already defined at line 30"},
		"no word":               {"{word: few, at_least: 0}", "{word: '', at_least: 0}", "words.shares[5].word: is missing or empty"},
		"words without a floor": {"    - {word: few, at_least: 0}\n", "", "line 64: words.shares[4].at_least: the last must be 0"},
		"no blanks":             {"\nblanks:\n", "\nmore:\n", `key "more" is not known`},
		"blanks without topics": {"  topics:\n", "  themes:\n", `key "themes" is not known`},
		"a form nobody knows":   {"    class: satisfactory\n", "    class: satisfactory\n    form: verse\n", `line 21: sections[0].form: "verse" is not a form: use counted, phrase or headline`},
		"a headline of a class": {"    class: satisfactory\n", "    class: satisfactory\n    form: headline\n", "line 20: sections[0].class: headline findings are about all criteria"},
		"a limit of nought":     {"    class: satisfactory\n", "    class: satisfactory\n    at_most: 0\n", "line 21: sections[0].at_most: must be at least 1"},
		"a limit not whole":     {"    class: satisfactory\n", "    class: satisfactory\n    at_most: 2.5\n", "line 21: sections[0].at_most: must be a whole number"},
		"priority cut short":    {"    class: priority\n", "    class: priority\n    at_most: 5\n", "line 27: sections[3].at_most: areas for priority action and headline findings are never cut"},
		"a topic without words": {"    - heading: Care leavers\n", "    - heading: ''\n", "blanks.topics[8].heading: is missing or empty"},
		"a topic twice":         {"    - heading: Care leavers\n", "    - heading: Children in care\n", `blanks.topics[8].heading: "Children in care" stands there already`},
		"a topic asks nothing":  {"        - Are pathway plans the young people's own?\n", "        - ''\n", "blanks.topics[8].ask: is missing or empty"},
		"blanks without intro":  {"  intro: Rules", "  intro: ''\n# Rules", "blanks.intro: is missing or empty"},
		"a form not listed":     {"forms: [pathway_plan_quality]", "forms: pathway_plan_quality", "must be a list"},
		"two documents":         {"minimum_items: 5", "minimum_items: 5\n---\na: 1", "holds more than one document"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(source(t), test.old, test.new, 1)
			if text == source(t) {
				t.Fatalf("%q is not in the profile", test.old)
			}
			_, err := letter.ReadProfile("ours.yaml", []byte(text))
			if err == nil || !strings.HasPrefix(err.Error(), "letter profile ours.yaml") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got  %v\nwant %s", err, test.want)
			}
			if err != nil && strings.Contains(err.Error(), "letter.") {
				t.Errorf("names a Go type: %v", err)
			}
		})
	}
}

func TestReadProfileNoMapping(t *testing.T) {
	for text, want := range map[string]string{
		"": "is empty", "# nothing\n": "is empty", "- a\n": "line 1: must begin with a key", "\ta: b": "cannot start any token", "a: *b": "unknown anchor",
	} {
		_, err := letter.ReadProfile("ours.yaml", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

func TestClassify(t *testing.T) {
	p, err := letter.BuiltIn(letter.DefaultProfile)
	if err != nil {
		t.Fatal(err)
	}
	priority := &criteria.Criterion{ID: "P", Level: criteria.Priority}
	development := &criteria.Criterion{ID: "D", Level: criteria.Development}
	advisory := &criteria.Criterion{ID: "A", Level: criteria.Advisory}
	measure := &criteria.Criterion{ID: "M", Level: criteria.Priority, Measure: true}
	unknown := &criteria.Criterion{ID: "U", Level: "grave"}
	for name, test := range map[string]struct {
		criterion   *criteria.Criterion
		met, notMet int
		missing     []string
		failure     string
		want        letter.Class
	}{
		"priority at 98":               {priority, 49, 1, nil, "", letter.Strength},
		"priority below 98":            {priority, 979, 21, nil, "", letter.Satisfactory},
		"priority at 95":               {priority, 19, 1, nil, "", letter.Satisfactory},
		"priority below 95":            {priority, 18, 1, nil, "", letter.Development},
		"priority at 80":               {priority, 4, 1, nil, "", letter.Development},
		"priority below 80":            {priority, 799, 201, nil, "", letter.Priority},
		"development at 95":            {development, 19, 1, nil, "", letter.Strength},
		"development at 85":            {development, 17, 3, nil, "", letter.Satisfactory},
		"development below 85":         {development, 849, 151, nil, "", letter.Development},
		"development at nought":        {development, 0, 9, nil, "", letter.Development},
		"advisory at 75":               {advisory, 6, 2, nil, "", letter.Satisfactory},
		"advisory below 75":            {advisory, 5, 2, nil, "", letter.Development},
		"a measure, whatever level":    {measure, 0, 9, nil, "", letter.Development},
		"four items":                   {priority, 4, 0, nil, "", letter.TooFew},
		"four items, none met":         {priority, 0, 4, nil, "", letter.TooFew},
		"no items":                     {priority, 0, 0, nil, "", letter.NoneAudited},
		"a field is missing":           {priority, 0, 0, []string{"a.b"}, "", letter.NotAssessable},
		"failed everywhere":            {priority, 0, 0, nil, "conflict", letter.NotAssessable},
		"failed, few left":             {priority, 4, 0, nil, "conflict", letter.NotAssessable},
		"failed, the rest all met":     {priority, 50, 0, nil, "conflict", letter.NotAssessable},
		"failed, the rest falls short": {priority, 5, 5, nil, "conflict", letter.Priority},
		"a level nobody knows":         {unknown, 9, 0, nil, "", letter.NotAssessable},
	} {
		t.Run(name, func(t *testing.T) {
			got := p.Classify(audit.CriterionResult{
				Criterion: test.criterion, Count: audit.Count{Met: test.met, NotMet: test.notMet}, Missing: test.missing, Error: test.failure,
			})
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestClassWords(t *testing.T) {
	for class, want := range map[letter.Class]string{
		letter.Strength: "Strength", letter.Satisfactory: "Satisfactory", letter.Development: "Area for development", letter.Priority: "Area for priority action",
		letter.TooFew: "Too few to say", letter.NoneAudited: "None audited", letter.NotAssessable: "Not assessable",
	} {
		if got := class.Words(); got != want {
			t.Errorf("%s: %q", class, got)
		}
	}
}
