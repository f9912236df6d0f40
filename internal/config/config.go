package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// FileName is the settings file looked for in the working folder.
const FileName = "caseaudit.yaml"

// Config is every setting of the program, typed.
type Config struct {
	AsAt          string   // ISO; empty: the newest event in the export
	Council       string   // named in the reports
	Output        string   // the workbook
	Reports       []string // FORMAT=PATH
	Profile       string   // letter profile: a name or a file
	Marking       string   // protective marking on every page
	FailLevel     string   // priority, development, advisory or never
	Format        string   // of check's findings: text or a report's
	AllowRefused  bool     // rows that cannot be read do not fail the run
	Workers       int      // records judged at once; 0: one a processor
	Policies      []string // folders of the council\'s own policies
	Bundle        string   // an OPA bundle of policies
	VerifyKey     string   // the public key (PEM) that the bundle\'s signature must verify with
	From          []string // databases to read, by DSN
	Mapping       string   // a mapping file: the council's own columns
	PasswordFile  string   // holds the password of encrypted workbooks
	NoProgress    bool     // show no progress on a terminal
	Waivers       string   // a file of accepted exceptions
	Baseline      string   // a file of known findings
	WriteBaseline string   // where to write one
	Settings      criteria.Settings

	File string // the settings file read; empty when there was none
}

// keys are the settings with their defaults, in the order they are documented.
// A flag of the same name, with dashes, and a variable CASEAUDIT_NAME override
// the file.
var keys = []struct {
	name  string
	value any
	usage string
}{
	{"as_at", "", "the day to audit from, yyyy-mm-dd (default: the newest event in the export)"},
	{"council", "", "the council's name, for the reports"},
	{"output", "audit.xlsx", "the workbook to write"},
	{"report", []string{}, "another report to write, FORMAT=PATH (csv, docx, github, html, json, junit, markdown, outcomes, sarif, text); may be repeated"},
	{"profile", "letter-2009", "the letter's profile: letter-2009, ilacs, or a YAML file"},
	{"marking", "OFFICIAL-SENSITIVE: personal data about children", "the protective marking on every page"},
	{"fail_level", "priority", "check fails on findings at or above: priority, development, advisory or never"},
	{"format", "text", "what check prints: text, json, csv, github, junit, markdown or sarif"},
	{"waivers", "", "a file of accepted exceptions: criterion, case or team, reason, approver, expiry"},
	{"baseline", "", "a file of known findings: check fails on new ones only"},
	{"write_baseline", "", "write the findings as a baseline for later checks"},
	{"allow_refused", false, "do not fail because rows could not be read"},
	{"workers", 0, "records judged at once (default: one a processor)"},
	{"from", []string{}, "a database to read the export from, by its DSN; may be repeated"},
	{"mapping", "", "a mapping file that says what the export's own columns mean (see caseaudit map)"},
	{"password_file", "", "a file that holds the password of encrypted workbooks in the export"},
	{"no_progress", false, "show no progress on a terminal"},
	{"policies", []string{}, "a folder of the council's own policies, put on top of those that ship; may be repeated"},
	{"bundle", "", "an OPA bundle of policies, put on top of those that ship"},
	{"verify_key", "", "the public key (PEM file) that the bundle's signature must verify with"},
}

var shorthand = map[string]string{"output": "o"}

// Flags adds the flags of the named settings to a command.
func Flags(flags *pflag.FlagSet, names ...string) {
	for _, name := range names {
		for _, k := range keys {
			if k.name != name {
				continue
			}
			flag := strings.ReplaceAll(name, "_", "-")
			switch v := k.value.(type) {
			case string:
				flags.StringP(flag, shorthand[name], v, k.usage)
			case []string:
				flags.StringArrayP(flag, shorthand[name], v, k.usage)
			case bool:
				flags.BoolP(flag, shorthand[name], v, k.usage)
			case int:
				flags.IntP(flag, shorthand[name], v, k.usage)
			}
		}
	}
}

// Load gathers the settings. An empty path means FileName in the working folder,
// if there is one; a stated path must exist. Only flags that were given count.
func Load(path string, flags *pflag.FlagSet) (*Config, error) {
	v := viper.New()
	for _, k := range keys {
		v.SetDefault(k.name, k.value)
		if err := v.BindEnv(k.name, "CASEAUDIT_"+strings.ToUpper(k.name)); err != nil {
			return nil, err
		}
		if f := flags.Lookup(strings.ReplaceAll(k.name, "_", "-")); f != nil {
			if err := v.BindPFlag(k.name, f); err != nil {
				return nil, err
			}
		}
	}
	if err := checkEnvironment(os.Environ()); err != nil {
		return nil, err
	}
	c := &Config{File: path}
	if path == "" {
		c.File = FileName
	}
	values, own, err := readFile(c.File)
	switch {
	case errors.Is(err, fs.ErrNotExist) && path == "":
		c.File = ""
	case err != nil:
		return nil, err
	default:
		c.Settings = own
		if err := v.MergeConfigMap(values); err != nil {
			return nil, fmt.Errorf("%s: %w", c.File, err)
		}
	}
	return c, c.take(v)
}

// take reads the typed values out of viper, and refuses what does not parse:
// viper itself would read "ten" as 0 and "maybe" as false.
func (c *Config) take(v *viper.Viper) error {
	c.AsAt, c.Council, c.Output = v.GetString("as_at"), v.GetString("council"), v.GetString("output")
	c.Profile, c.Marking = v.GetString("profile"), v.GetString("marking")
	c.FailLevel, c.Format = v.GetString("fail_level"), v.GetString("format")
	c.Reports = v.GetStringSlice("report")
	if text, ok := v.Get("report").(string); ok { // from the environment
		c.Reports = strings.Fields(text)
	}
	c.Policies = v.GetStringSlice("policies")
	if text, ok := v.Get("policies").(string); ok {
		c.Policies = strings.Fields(text)
	}
	c.From = v.GetStringSlice("from")
	if text, ok := v.Get("from").(string); ok {
		c.From = strings.Fields(text)
	}
	c.Waivers, c.Baseline, c.WriteBaseline = v.GetString("waivers"), v.GetString("baseline"), v.GetString("write_baseline")
	c.Mapping, c.PasswordFile = v.GetString("mapping"), v.GetString("password_file")
	c.Bundle, c.VerifyKey = v.GetString("bundle"), v.GetString("verify_key")
	var err error
	if c.AllowRefused, err = toBool("allow_refused", v.Get("allow_refused")); err != nil {
		return err
	}
	if c.NoProgress, err = toBool("no_progress", v.Get("no_progress")); err != nil {
		return err
	}
	if c.Workers, err = toInt("workers", v.Get("workers")); err != nil {
		return err
	}
	return c.check()
}

func (c *Config) check() error {
	switch c.FailLevel {
	case "priority", "development", "advisory", "never":
	default:
		return fmt.Errorf("fail_level %q: want priority, development, advisory or never", c.FailLevel)
	}
	switch c.Format {
	case "text", "json", "csv", "github", "junit", "markdown", "sarif":
	default:
		return fmt.Errorf("format %q: want text, json, csv, github, junit, markdown or sarif", c.Format)
	}
	if c.VerifyKey != "" && c.Bundle == "" {
		return errors.New("verify_key: there is no bundle to verify; policies in a folder are not signed")
	}
	if c.Workers < 0 || c.Workers > 256 {
		return fmt.Errorf("workers %d: want 0 to 256", c.Workers)
	}
	return nil
}

// checkEnvironment refuses a CASEAUDIT_ variable that is no setting: a typing
// mistake there would otherwise be a setting silently left alone. Those that begin
// with CASEAUDIT_TEST_ are for the tests, such as the address of a server.
func checkEnvironment(environment []string) error {
	for _, entry := range environment {
		name, _, _ := strings.Cut(entry, "=")
		rest, ours := strings.CutPrefix(name, "CASEAUDIT_")
		if ours && !strings.HasPrefix(rest, "TEST_") && !known(strings.ToLower(rest)) {
			return fmt.Errorf("environment: %s is no setting (%s)", name, names())
		}
	}
	return nil
}

func known(name string) bool {
	for _, k := range keys {
		if k.name == name {
			return true
		}
	}
	return false
}

func names() string {
	list := make([]string, len(keys))
	for i, k := range keys {
		list[i] = k.name
	}
	return strings.Join(list, ", ")
}
