package ssd

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// plainKeys is what keys are to be: every item, looked through one by one.
type plainKeys []struct {
	entity, key, kind string
	owner             int
}

func (p plainKeys) count(entity string, owner int, key, kind string) (n int) {
	for _, i := range p {
		if i.entity == entity && i.key == key && (owner == nobody || i.owner == owner) && (kind == "" || i.kind == kind) {
			n++
		}
	}
	return n
}

// Whatever items there are, keys say of them what looking through all would say.
func TestKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, all := newKeys(), plainKeys{}
		entity := rapid.SampledFrom([]string{"visits", "plans"})
		key := rapid.SampledFrom([]string{"1", "2", "3"})
		kind := rapid.SampledFrom([]string{"", "care", "other"})
		owner := rapid.IntRange(0, 2)
		for range rapid.IntRange(0, 8).Draw(t, "items") {
			e, w, n, d := entity.Draw(t, "entity"), owner.Draw(t, "owner"), key.Draw(t, "key"), kind.Draw(t, "kind")
			k.add(e, w, n, d)
			all = append(all, struct {
				entity, key, kind string
				owner             int
			}{e, n, d, w})
		}
		for _, e := range []string{"visits", "plans"} {
			for _, n := range []string{"", "1", "2", "3"} {
				for w := range 3 {
					if _, found := k.owner(e, w, n); found != (n != "" && all.count(e, w, n, "") > 0) {
						t.Fatalf("%s %s of case %d: found %v of %v", e, n, w, found, all)
					}
				}
				at, found := k.owner(e, nobody, n)
				if found != (n != "" && all.count(e, nobody, n, "") > 0) {
					t.Fatalf("%s %s: found %v of %v", e, n, found, all)
				}
				owners := 0
				for w := range 3 {
					if n != "" && all.count(e, w, n, "") > 0 {
						owners++
						if found && at != w && at != several {
							t.Fatalf("%s %s: case %d of %v", e, n, at, all)
						}
					}
				}
				if found && (owners > 1) != (at == several) {
					t.Fatalf("%s %s: case %d of %d cases, %v", e, n, at, owners, all)
				}
				for w := range 3 {
					for _, d := range []string{"", "care", "other"} {
						narrow, one := k.one(e, w, n, d)
						want := all.count(e, w, n, "") == 1 || d != "" && all.count(e, w, n, d) == 1
						if n != "" && (one != want || one && all.count(e, w, n, narrow) != 1) {
							t.Fatalf("%s %s %s of case %d: %v by %q, %v", e, n, d, w, one, narrow, all)
						}
					}
				}
			}
		}
	})
}

// A column of types in which anything stands does not fill the machine.
func TestKeysOfManyTypes(t *testing.T) {
	k := newKeys()
	for i := range 3 * maxTypes {
		k.add("visits", 1, fmt.Sprint(i), fmt.Sprint("type ", i))
	}
	if len(k.types) != maxTypes {
		t.Error(len(k.types))
	}
	if _, one := k.one("visits", 1, fmt.Sprint(2*maxTypes), ""); !one {
		t.Error("an item is lost")
	}
}
