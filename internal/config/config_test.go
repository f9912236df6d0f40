package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

func load(t *testing.T, file string, args ...string) (*Config, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.yaml")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	flags := pflag.NewFlagSet("run", pflag.ContinueOnError)
	Flags(flags, "as_at", "output", "report", "workers", "allow_refused")
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	return Load(path, flags)
}

func TestPrecedence(t *testing.T) {
	file := "as_at: 2026-09-30\ncouncil: Northmoor\noutput: file.xlsx\nworkers: 3\n"
	t.Setenv("CASEAUDIT_OUTPUT", "env.xlsx")
	t.Setenv("CASEAUDIT_REPORT", "json=a.json text=b.txt")
	c, err := load(t, file, "--as-at", "2026-10-31", "--allow-refused")
	if err != nil {
		t.Fatal(err)
	}
	if c.AsAt != "2026-10-31" || c.Output != "env.xlsx" || c.Council != "Northmoor" || c.Workers != 3 || !c.AllowRefused {
		t.Errorf("flag over environment over file: %+v", c)
	}
	if diff := cmp.Diff([]string{"json=a.json", "text=b.txt"}, c.Reports); diff != "" {
		t.Error(diff)
	}
	if c.Profile != "letter-2009" {
		t.Errorf("default profile: %q", c.Profile)
	}
}

func TestCriteriaSettings(t *testing.T) {
	c, err := load(t, `
settings:
  cp_visit_days: 10
  duty_roles: [duty, screening]
  sign_off_wd:
    - {value: 10, valid_to: 2026-03-31}
    - {value: 5, valid_from: 2026-04-01}
`)
	if err != nil {
		t.Fatal(err)
	}
	want := criteria.Settings{
		"cp_visit_days": {{Value: 10}},
		"duty_roles":    {{Value: []any{"duty", "screening"}}},
		"sign_off_wd":   {{Value: 10, ValidTo: "2026-03-31"}, {Value: 5, ValidFrom: "2026-04-01"}},
	}
	if diff := cmp.Diff(want, c.Settings); diff != "" {
		t.Error(diff)
	}
}

func TestMistakesAreNamed(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"unknown key", "as_at: 2026-09-30\nas-at: 2026-09-30\n", `line 2: "as-at" is no setting`},
		{"repeated key", "council: A\ncouncil: B\n", "council"},
		{"capitals", "Council: A\n", `"Council" is no setting`},
		{"not a mapping", "- a\n", "line 1: want `setting: value` lines"},
		{"word for a number", "workers: ten\n", `workers "ten": want a whole number`},
		{"neither true nor false", "allow_refused: maybe\n", `allow_refused "maybe": want true or false`},
		{"level", "fail_level: high\n", `fail_level "high": want priority`},
		{"mapping for a value", "council: {a: b}\n", "line 1: council: want a single value"},
		{"setting entry", "settings:\n  sign_off_wd:\n    - {value: 10, from: 2026-03-31}\n", `"from": want value, valid_from or valid_to`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := load(t, c.file)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestUnknownEnvironmentVariable(t *testing.T) {
	t.Setenv("CASEAUDIT_TEST_POSTGRES", "postgres://localhost/test")
	if _, err := load(t, ""); err != nil {
		t.Errorf("a variable of the tests: %v", err)
	}
	t.Setenv("CASEAUDIT_ASAT", "2026-10-31")
	if _, err := load(t, ""); err == nil || !strings.Contains(err.Error(), "CASEAUDIT_ASAT is no setting") {
		t.Errorf("got %v", err)
	}
}

func TestFileIsOptionalUnlessStated(t *testing.T) {
	t.Chdir(t.TempDir())
	flags := pflag.NewFlagSet("run", pflag.ContinueOnError)
	if c, err := Load("", flags); err != nil || c.File != "" {
		t.Errorf("no file: %+v, %v", c, err)
	}
	if _, err := Load("missing.yaml", flags); err == nil {
		t.Error("a stated file that is missing must be an error")
	}
}
