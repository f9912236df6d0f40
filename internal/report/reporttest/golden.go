package reporttest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// Letter is the letter of an audit in the default profile.
func Letter(t testing.TB, a *audit.Audit) *letter.Letter {
	t.Helper()
	return LetterBy(t, a, letter.DefaultProfile)
}

// LetterBy is the letter of an audit in a profile that comes with the program.
func LetterBy(t testing.TB, a *audit.Audit, profile string) *letter.Letter {
	t.Helper()
	p, err := letter.BuiltIn(profile)
	if err != nil {
		t.Fatal(err)
	}
	return letter.Write(a, p)
}

// Golden compares what a report wrote with testdata/name, or writes it there
// when update is set. Each test package has a flag of its own for it:
//
//	var update = flag.Bool("update", false, "rewrite the golden files")
func Golden(t testing.TB, name string, got []byte, update bool) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test -update to write it", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); run go test -update if that is right:\n%s", path, diff)
	}
}
