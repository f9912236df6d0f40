package ssd

import "strconv"

// keys finds items by their key across the export. It holds hashes and counts,
// not the keys themselves.
type keys map[hash]int

// add files an item of a case by its key, and by its key and type.
func (k keys) add(entity string, owner int, key, kind string) {
	k[within(entity, owner, key, "")]++
	if kind != "" {
		k[within(entity, owner, key, kind)]++
	}
	anywhere := hashOf("case of", entity, key)
	k[anywhere] = oneOf(k, anywhere, owner)
}

// owner finds the case that has an item of this key: the given one, or with
// nobody given any; several when more than one has.
func (k keys) owner(entity string, owner int, key string) (int, bool) {
	if key == "" {
		return nobody, false
	}
	if owner != nobody {
		return owner, k[within(entity, owner, key, "")] > 0
	}
	at, found := k[hashOf("case of", entity, key)]
	return at, found
}

// one reports whether the key names one item of the case; narrow is the type
// that it takes to tell it from others, or "".
func (k keys) one(entity string, owner int, key, kind string) (narrow string, ok bool) {
	if k[within(entity, owner, key, "")] == 1 {
		return "", true
	}
	return kind, kind != "" && k[within(entity, owner, key, kind)] == 1
}

func within(entity string, owner int, key, kind string) hash {
	return hashOf("item of", entity, strconv.Itoa(owner), key, kind)
}
