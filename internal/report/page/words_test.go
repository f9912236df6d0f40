package page

import (
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
)

func TestPercent(t *testing.T) {
	for count, want := range map[audit.Count]string{
		{}: "–", {Met: 1}: "100%", {NotMet: 3}: "0%", {Met: 1, NotMet: 1}: "50%",
		{Met: 999, NotMet: 1}: "99.9%", {Met: 99_999, NotMet: 1}: "99.9%", {Met: 1, NotMet: 99_999}: "0.1%", {Met: 199, NotMet: 1}: "99.5%",
	} {
		if got := percent(count); got != want {
			t.Errorf("%+v: %s, want %s", count, got, want)
		}
	}
}

// A rate of fewer than five items of a team is not shown: one case moves it too far.
func TestHeat(t *testing.T) {
	for count, want := range map[audit.Count]heatCell{
		{}: {"–", "few"}, {Met: 4}: {"few", "few"}, {Met: 5}: {"100%", "heat3"}, {Met: 9, NotMet: 1}: {"90%", "heat3"},
		{Met: 899, NotMet: 101}: {"90%", "heat2"}, {Met: 3, NotMet: 1}: {"few", "few"}, {Met: 75, NotMet: 25}: {"75%", "heat2"},
		{Met: 5, NotMet: 5}: {"50%", "heat1"}, {Met: 49, NotMet: 51}: {"49%", "heat0"},
	} {
		if got := heat(count); got != want {
			t.Errorf("%+v: %+v, want %+v", count, got, want)
		}
	}
}

func TestShortDate(t *testing.T) {
	for iso, want := range map[string]string{
		"": "", "2026-10-31": "31/10/2026", "2026-10-31T09:05:00": "31/10/2026 09:05", "2026-10-31T09:05": "31/10/2026 09:05", "A-6": "A-6", "2026-13-01": "2026-13-01",
	} {
		if got := shortDate(iso); got != want {
			t.Errorf("%q: %q, want %q", iso, got, want)
		}
	}
}

// Ids are anchors as they stand where they can be; else no two share one.
func TestAnchor(t *testing.T) {
	if got := anchor("child", "C-1001.a_B"); got != "child-C-1001.a_B" {
		t.Error(got)
	}
	seen := map[string]string{}
	for _, id := range []string{"", "a b", "a  b", "a\tb", "é", "a/b", "~", "~a", "<", "\"", strings.Repeat("x", 81), strings.Repeat("x", 82), hashed("a b")} {
		got := anchor("child", id)
		if other, twice := seen[got]; twice || strings.ContainsAny(got, " \t/<\"é") || !strings.HasPrefix(got, "child-~") {
			t.Errorf("%q: %q (also of %q)", id, got, other)
		}
		seen[got] = id
	}
}

func TestUncapital(t *testing.T) {
	for title, want := range map[string]string{"Child seen": "child seen", "NHS number known": "NHS number known", "A": "A", "": ""} {
		if got := uncapital(title); got != want {
			t.Errorf("%q: %q", title, got)
		}
	}
}
