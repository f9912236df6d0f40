package ssd

import "strconv"

// keys finds items by their key across the export. It holds hashes and counts,
// not the keys themselves. Nearly every key names one item, which takes one short
// entry; only keys that name several are kept with all that tells these apart.
type keys struct {
	lone  map[hash]lone
	many  map[hash]int32 // items of a case by key and type, and the case of a key
	types []string       // of items, by their number in lone
}

// lone is the item of a key that names no other.
type lone struct {
	owner   int32
	kind    int16 // in types, from 1; 0 for none
	several bool  // the key names more: look in many
}

func newKeys() *keys { return &keys{lone: map[hash]lone{}, many: map[hash]int32{}} }

// add files an item of a case by its key, and by its key and type.
func (k *keys) add(entity string, owner int, key, kind string) {
	h := hashOf("item", entity, key)
	first, again := k.lone[h]
	if !again {
		k.lone[h] = lone{owner: int32(owner), kind: k.number(kind)}
		return
	}
	if !first.several {
		k.file(entity, int(first.owner), key, k.name(first.kind))
		first.several = true
		k.lone[h] = first
	}
	k.file(entity, owner, key, kind)
}

// file adds one of several items that have a key.
func (k *keys) file(entity string, owner int, key, kind string) {
	k.many[within(entity, owner, key, "")]++
	if kind != "" {
		k.many[within(entity, owner, key, kind)]++
	}
	anywhere := hashOf("case of", entity, key)
	k.many[anywhere] = oneOf(k.many, anywhere, int32(owner))
}

// number gives the number of a type, new ones in their order.
func (k *keys) number(kind string) int16 {
	if kind == "" {
		return 0
	}
	for i, name := range k.types {
		if name == kind {
			return int16(i + 1)
		}
	}
	if len(k.types) == maxTypes { // a column of types in which anything may stand
		return 0
	}
	k.types = append(k.types, kind)
	return int16(len(k.types))
}

// maxTypes is far more than any list of types has.
const maxTypes = 1000

func (k *keys) name(number int16) string {
	if number == 0 {
		return ""
	}
	return k.types[number-1]
}

// owner finds the case that has an item of this key: the given one, or with
// nobody given any; several when more than one has.
func (k *keys) owner(entity string, owner int, key string) (int, bool) {
	if key == "" {
		return nobody, false
	}
	first, found := k.lone[hashOf("item", entity, key)]
	switch {
	case !found:
		return owner, false
	case !first.several && owner != nobody:
		return owner, int(first.owner) == owner
	case !first.several:
		return int(first.owner), true
	case owner != nobody:
		return owner, k.many[within(entity, owner, key, "")] > 0
	}
	return int(k.many[hashOf("case of", entity, key)]), true
}

// one reports whether the key names one item of the case; narrow is the type
// that it takes to tell it from others, or "".
func (k *keys) one(entity string, owner int, key, kind string) (narrow string, ok bool) {
	if first, found := k.lone[hashOf("item", entity, key)]; found && !first.several {
		return "", int(first.owner) == owner
	}
	if k.many[within(entity, owner, key, "")] == 1 {
		return "", true
	}
	return kind, kind != "" && k.many[within(entity, owner, key, kind)] == 1
}

func within(entity string, owner int, key, kind string) hash {
	return hashOf("item of", entity, strconv.Itoa(owner), key, kind)
}
