package workbook

import (
	"math"
	"strings"
	"unicode/utf8"
)

const (
	lineHeight = 14.5 // points, Arial 11
	rowPadding = 4
	maxHeight  = 409 // the tallest row Excel allows
	narrowing  = 0.87
	indent     = 2.8 // what the cell's indent and margins take, in digits
)

// rowHeight is how tall a row must be for its wrapped cells. Excel works this out
// only when a person edits the row, and LibreOffice not at all when a height is
// given, so it is estimated: running text in Arial is about 0.87 of the width
// that as many digits take, and words do not break.
func rowHeight(cells []cell, columns []column) float64 {
	lines := 1
	for i, c := range cells {
		if s, ok := c.value.(string); ok && i < len(columns) && c.style != idStyle && c.style != idLinkStyle {
			lines = max(lines, wrapped(s, columns[i].width))
		}
	}
	return math.Min(maxHeight, float64(lines)*lineHeight+rowPadding)
}

// wrapped is how many lines text takes in a column of that width.
func wrapped(s string, width float64) int {
	n := 0
	for l := range strings.SplitSeq(s, "\n") {
		n += lineCount(l, int((width-indent)/narrowing))
	}
	return n
}

// lineCount breaks a line at spaces, and in words that are wider than the room.
func lineCount(s string, room int) int {
	lines, used := 1, 0
	for word := range strings.FieldsSeq(s) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > room {
			lines, used = lines+1, 0
		} else if used > 0 {
			used++
		}
		lines += (n - 1) / room
		used += (n-1)%room + 1
	}
	return lines
}
