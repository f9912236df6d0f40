package criteria

import (
	"fmt"
	"maps"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Data is the data documents of the policies: calendar, settings, timescales
// and whatever else stands in their folder. It must not be changed.
func (c *Catalogue) Data() map[string]any { return c.data }

// Values is Data as OPA holds it, by name. The calendar has a hundred thousand
// entries, so they are converted once for a catalogue and those made of it.
func (c *Catalogue) Values() (map[string]ast.Value, error) {
	if c.values == nil {
		return (&values{}).of(c.data) // a catalogue made by hand
	}
	return c.values.of(c.data)
}

// values are converted documents, by name.
type values struct {
	mutex sync.Mutex
	done  map[string]ast.Value
}

func (v *values) of(data map[string]any) (map[string]ast.Value, error) {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	all := make(map[string]ast.Value, len(data))
	for name, doc := range data {
		value, ok := v.done[name]
		if !ok {
			var err error
			if value, err = ast.InterfaceToValue(doc); err != nil {
				return nil, fmt.Errorf("policies: data %s: %w", name, err)
			}
		}
		all[name] = value
	}
	v.done = all
	return maps.Clone(all), nil
}

// without is the same documents but one, which has changed.
func (v *values) without(name string) *values {
	if v == nil {
		return nil
	}
	v.mutex.Lock()
	defer v.mutex.Unlock()
	rest := &values{done: maps.Clone(v.done)}
	delete(rest.done, name)
	return rest
}
