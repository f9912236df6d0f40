package criteria

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"go.yaml.in/yaml/v3"
)

// source is a folder of policies as read: modules, data and a hash of it all.
type source struct {
	modules map[string]*ast.Module // by file, tests left out
	tests   map[string]*ast.Module // the _test.rego files
	data    map[string]any         // data documents, rooted by folder as OPA does
	areas   []Area                 // in the order of areas/data.yaml
	hash    string                 // SHA-256 over names and contents, examples and tests left out
	files   map[string]fs.FS       // the layer that a module's file stands in
}

func readSource(fsys fs.FS) (*source, error) {
	s := &source{modules: map[string]*ast.Module{}, tests: map[string]*ast.Module{}, data: map[string]any{}}
	sum := sha256.New()
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		base := path.Base(name)
		kind := path.Ext(name)
		switch {
		case kind == ".rego", base == "data.json", base == "data.yaml":
		default:
			return nil
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(name, "_test.rego") {
			fmt.Fprintf(sum, "%d:%s%d:", len(name), name, len(text))
			sum.Write(text)
		}
		if kind == ".rego" {
			return s.addModule(name, string(text))
		}
		return s.addData(name, text)
	})
	if err != nil {
		return nil, fmt.Errorf("policies: %w", err)
	}
	s.hash = hex.EncodeToString(sum.Sum(nil))
	return s, nil
}

func (s *source) addModule(name, text string) error {
	module, err := ast.ParseModuleWithOpts(name, text, ast.ParserOptions{
		ProcessAnnotation: true, RegoVersion: ast.RegoV1, Capabilities: capabilities(),
	})
	if err != nil {
		return err
	}
	if strings.HasSuffix(name, "_test.rego") {
		s.tests[name] = module
	} else {
		s.modules[name] = module
	}
	return nil
}

func (s *source) addData(name string, text []byte) error {
	var doc any
	if path.Ext(name) == ".json" {
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&doc); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	} else {
		var node yaml.Node
		if err := yaml.Unmarshal(text, &node); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := node.Decode(&doc); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if name == "areas/data.yaml" {
			if err := s.readAreas(&node); err != nil {
				return err
			}
		}
	}
	doc, err := plain(doc)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if path.Dir(name) != "." {
		for _, folder := range slices.Backward(strings.Split(path.Dir(name), "/")) {
			doc = map[string]any{folder: doc}
		}
	}
	root, ok := doc.(map[string]any)
	if !ok {
		return fmt.Errorf("%s: want `name: value` pairs", name)
	}
	if err := merge(s.data, root); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// merge puts a document's values beside those of other files; the same name in
// two files is an error, as in OPA.
func merge(into, from map[string]any) error {
	for _, name := range slices.Sorted(maps.Keys(from)) {
		value, taken := into[name]
		if !taken {
			into[name] = from[name]
			continue
		}
		a, okA := value.(map[string]any)
		b, okB := from[name].(map[string]any)
		if !okA || !okB {
			return fmt.Errorf("%s: another data file has this name too", name)
		}
		if err := merge(a, b); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// readAreas keeps the order in which the file lists the areas.
func (s *source) readAreas(node *yaml.Node) error {
	if len(node.Content) == 0 || node.Content[0].Kind != yaml.MappingNode {
		return errors.New("areas/data.yaml: want `area: {code: AA, title: ...}` lines")
	}
	mapping := node.Content[0]
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		var a struct{ Code, Title string }
		if err := mapping.Content[i+1].Decode(&a); err != nil {
			return fmt.Errorf("areas/data.yaml line %d: %w", mapping.Content[i].Line, err)
		}
		s.areas = append(s.areas, Area{Name: mapping.Content[i].Value, Code: a.Code, Title: a.Title})
	}
	return nil
}

// plain turns what YAML decodes to into what JSON would have given, so that a
// policy sees the same data whichever the file was.
func plain(v any) (any, error) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			p, err := plain(x)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", k, err)
			}
			v[k] = p
		}
		return v, nil
	case []any:
		for i, x := range v {
			p, err := plain(x)
			if err != nil {
				return nil, err
			}
			v[i] = p
		}
		return v, nil
	case int:
		return json.Number(fmt.Sprint(v)), nil
	case float64:
		return json.Number(fmt.Sprint(v)), nil
	case time.Time:
		return nil, fmt.Errorf("%s is a date without quotation marks: write it in quotes", v.Format(time.DateOnly))
	case string, bool, nil, json.Number:
		return v, nil
	}
	return nil, fmt.Errorf("a value of type %T is not allowed here", v)
}
