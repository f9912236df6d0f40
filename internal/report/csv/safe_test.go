package csv

import "testing"

// Nothing that stands in a cell is taken for a formula.
func TestSafe(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+44 20": "'+44 20", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "  =1": "'  =1", "\u00a0=1": "'\u00a0=1", "\t=1": "' =1",
		"＝1": "'＝1", "|cmd": "'|cmd", "%x": "'%x", "plain": "plain", "a=b": "a=b", "": "", "two\r\nlines": "two  lines",
	} {
		if got := safe(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}
