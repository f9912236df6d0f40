package letter

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// ReadProfile reads a profile from YAML. Its name is the file's, without folder
// and ending. Unknown keys, missing ones and thresholds out of order are errors,
// each with its line and key.
func ReadProfile(name string, file []byte) (*Profile, error) {
	source, err := newSource(name, file)
	if err != nil {
		return nil, err
	}
	p := &Profile{Name: profileName(name)}
	decoder := yaml.NewDecoder(bytes.NewReader(file))
	decoder.KnownFields(true)
	if err := decoder.Decode(p); err != nil {
		return nil, source.explain(err)
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("letter profile %s: holds more than one document: keep the first", name)
	}
	if err := p.validate(source); err != nil {
		return nil, err
	}
	return p, nil
}

func (p *Profile) validate(s *source) error {
	if p.Title == "" {
		return s.errorf("title", "is missing or empty")
	}
	if err := s.whole("minimum_items"); err != nil {
		return err
	}
	if p.MinimumItems < 1 {
		return s.errorf("minimum_items", "must be at least 1")
	}
	if err := p.validateSections(s); err != nil {
		return err
	}
	for _, level := range []criteria.Level{criteria.Priority, criteria.Development, criteria.Advisory} {
		if err := validateBands(s, "levels."+string(level), p.Levels[level]); err != nil {
			return err
		}
	}
	if len(p.Levels) > 3 {
		return s.errorf("levels", "may only hold priority, development and advisory")
	}
	if err := p.Words.validate(s); err != nil {
		return err
	}
	return p.Blanks.validate(s)
}

func (p *Profile) validateSections(s *source) error {
	if len(p.Sections) == 0 {
		return s.errorf("sections", "is missing or empty: name at least one heading and its class")
	}
	seen := map[Class]bool{}
	for i, section := range p.Sections {
		at := fmt.Sprintf("sections[%d]", i)
		if section.Heading == "" {
			return s.errorf(at+".heading", "is missing or empty")
		}
		if err := section.validate(s, at); err != nil {
			return err
		}
		if seen[section.Class] {
			return s.errorf(at+".class", "%q has a section already", cmp.Or(section.Class, Class(Headline)))
		}
		seen[section.Class] = true
	}
	return nil
}

func (h Heading) validate(s *source, at string) error {
	switch h.form() {
	case Headline:
		if h.Class != "" {
			return s.errorf(at+".class", "headline findings are about all criteria: leave the class out")
		}
	case Counted, Phrase:
		if h.Class.ref() == "" {
			return s.errorf(at+".class", "%q is not a class: use strength, satisfactory, development, priority, too few, none audited or not assessable", h.Class)
		}
	default:
		return s.errorf(at+".form", "%q is not a form: use counted, phrase or headline", h.Form)
	}
	if !s.has(at + ".at_most") {
		return nil
	}
	if err := s.whole(at + ".at_most"); err != nil {
		return err
	}
	switch {
	case h.AtMost < 1:
		return s.errorf(at+".at_most", "must be at least 1; leave it out to list everything")
	case h.Class == Priority, h.form() == Headline:
		return s.errorf(at+".at_most", "areas for priority action and headline findings are never cut: leave it out")
	}
	return nil
}

// mostTopics is how many headings a letter may leave blank: more, and nobody
// fills them in.
const mostTopics = 20

func (b BlankHeadings) validate(s *source) error {
	if !s.has("blanks.topics") {
		return s.errorf("blanks.topics", "is missing: list headings for the QA lead to write under, or [] for none")
	}
	if len(b.Topics) == 0 {
		return nil
	}
	if b.Heading == "" {
		return s.errorf("blanks.heading", "is missing or empty")
	}
	if b.Intro == "" {
		return s.errorf("blanks.intro", "is missing or empty")
	}
	if len(b.Topics) > mostTopics {
		return s.errorf("blanks.topics", "%d headings are too many: at most %d", len(b.Topics), mostTopics)
	}
	seen := map[string]bool{}
	for i, topic := range b.Topics {
		at := fmt.Sprintf("blanks.topics[%d]", i)
		switch {
		case topic.Heading == "":
			return s.errorf(at+".heading", "is missing or empty")
		case seen[topic.Heading]:
			return s.errorf(at+".heading", "%q stands there already", topic.Heading)
		case len(topic.Ask) == 0 || slices.Contains(topic.Ask, ""):
			return s.errorf(at+".ask", "is missing or empty: say what is to be written about")
		}
		seen[topic.Heading] = true
	}
	return nil
}

// rank is 1 for the best class that a share can earn, 4 for the worst, and 0 for
// a class that no share can earn.
func (c Class) rank() int {
	return 1 + slices.Index([]Class{Strength, Satisfactory, Development, Priority}, c)
}

func validateBands(s *source, key string, bands []Band) error {
	var starts []int
	for i, band := range bands {
		at := fmt.Sprintf("%s[%d].class", key, i)
		if band.Class.rank() == 0 {
			return s.errorf(at, "%q is not a class that a share can earn: use strength, satisfactory, development or priority", band.Class)
		}
		if i > 0 && band.Class.rank() <= bands[i-1].Class.rank() {
			return s.errorf(at, "%q must be worse than %q before it", band.Class, bands[i-1].Class)
		}
		starts = append(starts, band.AtLeast)
	}
	return validateStarts(s, key, starts)
}

func (w Words) validate(s *source) error {
	if w.All == "" {
		return s.errorf("words.all", "is missing or empty")
	}
	if w.None == "" {
		return s.errorf("words.none", "is missing or empty")
	}
	var starts []int
	for i, share := range w.Shares {
		if share.Word == "" {
			return s.errorf(fmt.Sprintf("words.shares[%d].word", i), "is missing or empty")
		}
		starts = append(starts, share.AtLeast)
	}
	return validateStarts(s, "words.shares", starts)
}

// validateStarts checks that bands fall from at most 100 to 0, so that every
// share has exactly one.
func validateStarts(s *source, key string, starts []int) error {
	if len(starts) == 0 {
		return s.errorf(key, "is missing or empty")
	}
	for i, start := range starts {
		at := fmt.Sprintf("%s[%d].at_least", key, i)
		if err := s.whole(at); err != nil {
			return err
		}
		if start < 0 || start > 100 {
			return s.errorf(at, "%d is not between 0 and 100", start)
		}
		if i > 0 && start >= starts[i-1] {
			return s.errorf(at, "%d must be less than %d before it", start, starts[i-1])
		}
	}
	if last := len(starts) - 1; starts[last] != 0 {
		return s.errorf(fmt.Sprintf("%s[%d].at_least", key, last), "the last must be 0, so that every share has a place")
	}
	return nil
}
