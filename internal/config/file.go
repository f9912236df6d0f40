package config

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// readFile reads a settings file strictly: an unknown or repeated key, or a value
// of the wrong kind, is an error that names its line. It gives the program's
// settings for viper and the criteria's settings apart.
func readFile(path string) (map[string]any, criteria.Settings, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	values := map[string]any{}
	if len(root.Content) == 0 {
		return values, nil, nil // an empty file sets nothing
	}
	mapping := root.Content[0]
	if mapping.Kind != yaml.MappingNode {
		return nil, nil, fmt.Errorf("%s line %d: want `setting: value` lines", path, mapping.Line)
	}
	var own criteria.Settings
	seen := map[string]bool{}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		if seen[key.Value] {
			return nil, nil, fmt.Errorf("%s line %d: %s is set twice", path, key.Line, key.Value)
		}
		seen[key.Value] = true
		switch {
		case key.Value == "settings":
			if own, err = readSettings(value); err != nil {
				return nil, nil, fmt.Errorf("%s %w", path, err)
			}
		case known(key.Value):
			if values[key.Value], err = readValue(value); err != nil {
				return nil, nil, fmt.Errorf("%s line %d: %s: %w", path, value.Line, key.Value, err)
			}
		default:
			return nil, nil, fmt.Errorf("%s line %d: %q is no setting (%s, settings)", path, key.Line, key.Value, names())
		}
	}
	return values, own, nil
}

// readValue keeps the text as it stands, so that a date stays a date as written.
func readValue(node *yaml.Node) (any, error) {
	switch node.Kind {
	case yaml.ScalarNode:
		return node.Value, nil
	case yaml.SequenceNode:
		var list []string
		return list, node.Decode(&list)
	}
	return nil, fmt.Errorf("want a single value or a list")
}

// readSettings reads the criteria's settings: a name with a value, or with a
// list of values and the dates they are valid.
func readSettings(node *yaml.Node) (criteria.Settings, error) {
	if node.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("line %d: settings: want `name: value` lines", node.Line)
	}
	own := criteria.Settings{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		if _, twice := own[name.Value]; twice {
			return nil, fmt.Errorf("line %d: settings.%s is set twice", name.Line, name.Value)
		}
		values, err := readValues(value)
		if err != nil {
			return nil, fmt.Errorf("line %d: settings.%s: %w", value.Line, name.Value, err)
		}
		own[name.Value] = values
	}
	return own, nil
}

func readValues(node *yaml.Node) ([]criteria.Value, error) {
	dated := node.Kind == yaml.SequenceNode && len(node.Content) > 0 && node.Content[0].Kind == yaml.MappingNode
	if !dated {
		var v any
		err := node.Decode(&v)
		return []criteria.Value{{Value: v}}, err
	}
	var values []criteria.Value
	for _, entry := range node.Content {
		var v criteria.Value
		for i := 0; i+1 < len(entry.Content); i += 2 {
			key, value := entry.Content[i], entry.Content[i+1]
			switch key.Value {
			case "value":
				if err := value.Decode(&v.Value); err != nil {
					return nil, err
				}
			case "valid_from":
				v.ValidFrom = value.Value
			case "valid_to":
				v.ValidTo = value.Value
			default:
				return nil, fmt.Errorf("line %d: %q: want value, valid_from or valid_to", key.Line, key.Value)
			}
		}
		values = append(values, v)
	}
	return values, nil
}

func toBool(name string, v any) (bool, error) {
	switch x := v.(type) {
	case bool:
		return x, nil
	case string:
		switch strings.ToLower(x) {
		case "true", "yes":
			return true, nil
		case "false", "no", "":
			return false, nil
		}
	}
	return false, fmt.Errorf("%s %q: want true or false", name, fmt.Sprint(v))
}

func toInt(name string, v any) (int, error) {
	switch x := v.(type) {
	case int:
		return x, nil
	case string:
		if n, err := strconv.Atoi(x); err == nil {
			return n, nil
		}
	}
	return 0, fmt.Errorf("%s %q: want a whole number", name, fmt.Sprint(v))
}
