package letter

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// source is a profile's text with the place of each key, because a person who
// edits a profile needs the line and the key of a mistake, and the YAML decoder
// knows only the one or the other.
type source struct {
	name  string
	lines map[string]int // by key: "levels.priority[0].at_least"
	keys  []place        // in the order of the file
}

type place struct {
	key  string
	node *yaml.Node
}

func newSource(name string, file []byte) (*source, error) {
	s := &source{name: name, lines: map[string]int{}}
	var document yaml.Node
	if err := yaml.Unmarshal(file, &document); err != nil {
		return nil, fmt.Errorf("letter profile %s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	if len(document.Content) == 0 {
		return nil, fmt.Errorf("letter profile %s: is empty", name)
	}
	if document.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("letter profile %s line %d: must begin with a key, such as \"title:\"", name, document.Content[0].Line)
	}
	return s, s.walk("", document.Content[0])
}

// walk notes each key's place.
func (s *source) walk(key string, node *yaml.Node) error {
	s.lines[key] = node.Line
	s.keys = append(s.keys, place{key, node})
	switch node.Kind {
	case yaml.AliasNode:
		return s.errorf(key, "write the value out: a profile has no aliases")
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			child := node.Content[i].Value
			if key != "" {
				child = key + "." + child
			}
			if err := s.walk(child, node.Content[i+1]); err != nil {
				return err
			}
			s.lines[child] = node.Content[i].Line
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			if err := s.walk(fmt.Sprintf("%s[%d]", key, i), item); err != nil {
				return err
			}
		}
	}
	return nil
}

// has reports whether a key is there.
func (s *source) has(key string) bool {
	return slices.ContainsFunc(s.keys, func(p place) bool { return p.key == key })
}

// whole checks that a key is there and holds a whole number: the decoder cuts
// 97.5 to 97 and takes a missing number for 0.
func (s *source) whole(key string) error {
	i := slices.IndexFunc(s.keys, func(p place) bool { return p.key == key })
	if i < 0 {
		return s.errorf(key, "is missing")
	}
	if s.keys[i].node.ShortTag() != "!!int" {
		return s.errorf(key, "must be a whole number")
	}
	return nil
}

// errorf is an error at a key; when the file does not have it, at the line of
// the nearest key around it.
func (s *source) errorf(key, format string, args ...any) error {
	around, line := key, 0
	for around != "" && line == 0 {
		line = s.lines[around]
		around = around[:max(0, strings.LastIndexAny(around, ".["))]
	}
	at := fmt.Sprintf("letter profile %s", s.name)
	if line > 0 {
		at += fmt.Sprintf(" line %d", line)
	}
	return fmt.Errorf("%s: %s: %s", at, key, fmt.Sprintf(format, args...))
}

var (
	unknownKey = regexp.MustCompile(`^line (\d+): field (.+) not found in type `)
	wrongType  = regexp.MustCompile("^line (\\d+): cannot unmarshal !!\\w+ (?:`(.*)` )?into (.+)$")
)

// explain words the first error of the YAML decoder for the person who edits
// the profile: with line and key, without the names of Go types.
func (s *source) explain(err error) error {
	var typeError *yaml.TypeError
	if !errors.As(err, &typeError) || len(typeError.Errors) == 0 {
		return fmt.Errorf("letter profile %s: %s", s.name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	first := typeError.Errors[0]
	if m := unknownKey.FindStringSubmatch(first); m != nil {
		return fmt.Errorf("letter profile %s line %s: key %q is not known", s.name, m[1], m[2])
	}
	if m := wrongType.FindStringSubmatch(first); m != nil {
		line, _ := strconv.Atoi(m[1])
		return fmt.Errorf("letter profile %s line %s: %s: must be %s", s.name, m[1], s.keyOf(line, m[2]), kindWords(m[3]))
	}
	return fmt.Errorf("letter profile %s: %s", s.name, first)
}

// keyOf is the innermost key on a line whose value begins as quoted: the decoder
// shortens what it quotes.
func (s *source) keyOf(line int, quoted string) string {
	quoted = strings.TrimSuffix(quoted, "...")
	key := "value"
	for _, p := range s.keys {
		if p.node.Line == line && strings.HasPrefix(p.node.Value, quoted) {
			key = p.key
		}
	}
	return key
}

func kindWords(goType string) string {
	switch {
	case goType == "int":
		return "a whole number"
	case strings.HasPrefix(goType, "[]"):
		return "a list"
	case goType == "string", goType == "letter.Class", goType == "letter.Form":
		return "a text"
	}
	return "a group of keys"
}
