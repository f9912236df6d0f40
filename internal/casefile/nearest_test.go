package casefile

import "testing"

func TestNearest(t *testing.T) {
	among := []string{"child_seen", "child_seen_date", "start_date", "Visit Type", "id"}
	for name, want := range map[string]string{
		"child_sene": "child_seen", "Child-Seen": "child_seen", "seen_date": "child_seen_date", "visit  typ": "Visit Type",
		"strat_date": "start_date", "genogram": "", "xx": "", "": "",
	} {
		if got := Nearest(name, among); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
