package criteria

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// readLayers reads the policies that come with the program and those that a
// council puts on top. A layer adds; it cannot replace what stands below, or two
// councils' audits of the same criterion would mean different things.
func readLayers(layers []fs.FS) (*source, error) {
	all := &source{modules: map[string]*ast.Module{}, tests: map[string]*ast.Module{}, data: map[string]any{}, files: map[string]fs.FS{}}
	for i, layer := range layers {
		s, err := readSource(layer)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			all = s
			all.files = map[string]fs.FS{}
		} else if err := all.add(s); err != nil {
			return nil, err
		}
		for file := range s.modules {
			all.files[file] = layer
		}
	}
	return all, nil
}

// add puts a layer on top.
func (s *source) add(more *source) error {
	for _, part := range []struct{ into, from map[string]*ast.Module }{{s.modules, more.modules}, {s.tests, more.tests}} {
		for _, file := range slices.Sorted(maps.Keys(part.from)) {
			if _, ok := part.into[file]; ok {
				return fmt.Errorf("policies: %s stands in two policy sets: give yours another name", file)
			}
			part.into[file] = part.from[file]
		}
	}
	if err := addDocuments(s.data, more.data, ""); err != nil {
		return err
	}
	s.areas = append(s.areas, more.areas...)
	sum := sha256.Sum256([]byte(s.hash + more.hash))
	s.hash = hex.EncodeToString(sum[:])
	return nil
}

// addDocuments adds tables to tables, such as settings to settings, and refuses a
// name that is already there.
func addDocuments(into, from map[string]any, place string) error {
	for _, name := range slices.Sorted(maps.Keys(from)) {
		have, ok := into[name]
		if !ok {
			into[name] = from[name]
			continue
		}
		a, tables := have.(map[string]any)
		b, both := from[name].(map[string]any)
		if !tables || !both || place != "" {
			return fmt.Errorf("policies: data %s%s stands in two policy sets: give yours another name", place, name)
		}
		if err := addDocuments(a, b, name+"."); err != nil {
			return err
		}
	}
	return nil
}
