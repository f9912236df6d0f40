package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/config"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/policies"
)

// The exit codes, as the README documents them.
const (
	exitOK       = 0
	exitFailed   = 1   // could not audit all of it
	exitUsage    = 2   // usage or settings
	exitFindings = 3   // findings at or above the fail level
	exitStopped  = 130 // stopped by whoever ran it, as a shell says it
)

// exitError is an error with the exit code it calls for. A nil err exits in silence.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage marks an error as the caller's mistake.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{code: exitUsage, err: err}
}

// program is what the commands share: where they write, and who they are.
type program struct {
	stdout, stderr io.Writer
	settings       string   // --config
	bar            *bar     // nil when no progress is shown
	written        []string // files that this run has written
}

// Main runs the command line and returns the exit code.
func Main(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	p := &program{stdout: stdout, stderr: stderr}
	root := p.root()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	p.stopProgress()
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		fmt.Fprintf(stderr, "caseaudit: %s\n", p.stopped())
		return exitStopped
	}
	var exit *exitError
	if !errors.As(err, &exit) {
		exit = &exitError{code: exitFailed, err: err}
	}
	if exit.err != nil {
		fmt.Fprintf(stderr, "caseaudit: %v\n", exit.err)
	}
	return exit.code
}

// stopped says what a run that was stopped leaves behind.
func (p *program) stopped() string {
	if len(p.written) == 0 {
		return "stopped; nothing was written"
	}
	return "stopped; written before that: " + strings.Join(p.written, ", ")
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "caseaudit",
		Short: "Audits children's social care case records against inspection criteria",
		Long: `caseaudit reads the case records that a council exports, judges each one against
inspection criteria written in Rego, and writes the audit: a workbook that mirrors
an inspection letter's areas for development, every number linked to its records.

Nothing leaves this machine.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().StringVar(&p.settings, "config", "", "settings file (default: "+config.FileName+" in this folder, if there is one)")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(fmt.Errorf("%w; see `%s --help`", err, cmd.CommandPath()))
	})
	root.AddCommand(p.runCommand(), p.checkCommand(), p.inspectCommand(), p.mapCommand(), p.criteriaCommand(), p.generateCommand(), p.versionCommand())
	strictArgs(root)
	return root
}

// strictArgs makes a wrong number of arguments a usage error, with the help's name.
func strictArgs(cmd *cobra.Command) {
	check := cmd.Args
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if check == nil {
			return nil
		}
		if err := check(cmd, args); err != nil {
			return usage(fmt.Errorf("%w; see `%s --help`", err, cmd.CommandPath()))
		}
		return nil
	}
	for _, c := range cmd.Commands() {
		strictArgs(c)
	}
}

// policyFlags adds the flags that choose the policies.
func policyFlags(cmd *cobra.Command) { config.Flags(cmd.Flags(), "policies", "bundle", "verify_key") }

// ownPolicies opens the policies that a council puts on top of those that ship.
func ownPolicies(cfg *config.Config) ([]fs.FS, error) {
	var layers []fs.FS
	for _, folder := range cfg.Policies {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("policies %s: no such folder", folder)
		}
		layers = append(layers, os.DirFS(folder))
	}
	if cfg.Bundle != "" {
		layer, err := criteria.ReadBundleFile(cfg.Bundle, cfg.VerifyKey)
		if err != nil {
			return nil, err
		}
		layers = append(layers, layer)
	}
	return layers, nil
}

// exportFlags adds the flags that say what to read and how.
func exportFlags(cmd *cobra.Command) {
	config.Flags(cmd.Flags(), "from", "mapping", "password_file", "no_progress")
}

// request gathers what is to be read.
func request(cmd *cobra.Command, cfg *config.Config, paths []string) (intake.Request, error) {
	r := intake.Request{Paths: paths, From: cfg.From, Mapping: cfg.Mapping}
	if len(paths)+len(cfg.From) == 0 {
		return r, usage(fmt.Errorf("no export given: name its folder or file, or a database with --from; see `%s --help`", cmd.CommandPath()))
	}
	if cfg.PasswordFile != "" {
		password, err := os.ReadFile(cfg.PasswordFile)
		if err != nil {
			return r, usage(fmt.Errorf("password file: %w", err))
		}
		r.Password = bytes.TrimRight(password, "\r\n")
	}
	return r, nil
}

// open recognises the export that a command was given.
func open(cmd *cobra.Command, cfg *config.Config, d *casefile.Dictionary, paths []string) (casefile.Export, error) {
	r, err := request(cmd, cfg, paths)
	if err != nil {
		return nil, err
	}
	return r.Open(cmd.Context(), d)
}

// load gathers the settings, the dictionary and the catalogue for a command.
func (p *program) load(cmd *cobra.Command) (*config.Config, *casefile.Dictionary, *criteria.Catalogue, error) {
	cfg, err := config.Load(p.settings, cmd.Flags())
	if err != nil {
		return nil, nil, nil, usage(err)
	}
	p.showProgress(cmd, cfg.NoProgress)
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		return nil, nil, nil, err
	}
	own, err := ownPolicies(cfg)
	if err != nil {
		return nil, nil, nil, usage(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary, own...)
	if err != nil {
		return nil, nil, nil, err
	}
	if catalogue, err = catalogue.WithSettings(cfg.Settings); err != nil {
		return nil, nil, nil, usage(fmt.Errorf("%s: %w", cfg.File, err))
	}
	return cfg, dictionary, catalogue, nil
}
