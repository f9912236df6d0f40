package page

import (
	"crypto/sha256"
	"encoding/hex"
)

// link is words, and the id on the page that they lead to; empty: nowhere.
type link struct{ Text, To string }

// anchor is the id of a thing on the page: its kind and its own id, or a hash of
// it where it has characters that an id cannot have.
func anchor(kind, id string) string {
	if id == "" || len(id) > 80 {
		return kind + "-" + hashed(id)
	}
	for _, c := range []byte(id) {
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_') {
			return kind + "-" + hashed(id)
		}
	}
	return kind + "-" + id
}

// hashed begins with a tilde, which no id that stands as it is has.
func hashed(id string) string {
	sum := sha256.Sum256([]byte(id))
	return "~" + hex.EncodeToString(sum[:12])
}
