package casefile

import "strings"

// maxSlips is how many letters may be wrong in a name for it to be worth suggesting.
const maxSlips = 2

// Slips counts the letters to change, add or drop to make one word of another.
func Slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// Nearest gives the name that a mistyped one may have meant, "" when none comes
// near. Letters wrong by case and by space, hyphen or underscore are no slips; a
// part of a name is as good as two. Of two as near the first stands.
func Nearest(name string, among []string) string {
	best, slips := "", maxSlips+1
	folded := Fold(name)
	for _, other := range among {
		o := Fold(other)
		n := Slips(folded, o)
		if len(folded) > 3 && len(o) > 3 && (strings.Contains(o, folded) || strings.Contains(folded, o)) {
			n = min(n, maxSlips)
		}
		if n < slips && n < max(len(folded), len(o)) {
			best, slips = other, n
		}
	}
	return best
}
