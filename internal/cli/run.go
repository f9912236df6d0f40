package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/baseline"
	"github.com/caseaudit/caseaudit/internal/config"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report"
	"github.com/caseaudit/caseaudit/internal/report/text"
	"github.com/caseaudit/caseaudit/internal/report/workbook"
)

func (p *program) runCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "run [EXPORT...]",
		Short: "Audit an export and write the workbook",
		Long: `Reads an export (a folder, a file, or a database with --from), judges every record by every
criterion, and writes the workbook. Several exports are joined by case id: the case list from
one, supervision and staff from others; where they differ the first given wins and a note says
so. See docs/exports.md for what is read. Exit code 1 when not all of it could be audited: rows
that could not be read (see --allow-refused) or a policy that failed.`,
		Example: `  caseaudit run samples/northmoor
  caseaudit run exports/october --as-at 2026-10-31 -o october.xlsx --report json=october.json
  caseaudit run annex-a.xlsx supervision.xlsx staff.csv`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			j, err := p.judge(cmd, args)
			if err != nil {
				return err
			}
			if err := j.writeWorkbook(); err != nil {
				return err
			}
			if err := j.writeReports(); err != nil {
				return err
			}
			if err := text.Write(p.stdout, j.audit, j.letter, j.config.Output); err != nil {
				return err
			}
			return j.incomplete()
		},
	}
	config.Flags(cmd.Flags(), "as_at", "output", "report", "council", "profile", "marking", "allow_refused", "workers", "waivers")
	exportFlags(cmd)
	policyFlags(cmd)
	return cmd
}

// judged is an audit with what its reports need.
type judged struct {
	ctx     context.Context // the command's
	program *program
	config  *config.Config
	root    string // the export's folder as given, for programs that stand in the repository
	audit   *audit.Audit
	against *baseline.Comparison // nil without a baseline
	profile *letter.Profile
	letter  *letter.Letter
}

// judge is what run and check have in common: settings, reading, judging, letter.
func (p *program) judge(cmd *cobra.Command, paths []string) (*judged, error) {
	cfg, dictionary, catalogue, err := p.load(cmd)
	if err != nil {
		return nil, err
	}
	if cfg.AsAt != "" {
		if err := audit.CheckAsAt(cfg.AsAt); err != nil {
			return nil, usage(err)
		}
	}
	profile, err := readProfile(cfg.Profile)
	if err != nil {
		return nil, usage(err)
	}
	if err := checkReports(cfg.Reports); err != nil {
		return nil, usage(err)
	}
	export, err := open(cmd, cfg, dictionary, paths)
	if err != nil {
		return nil, err
	}
	a, err := audit.Run(cmd.Context(), dictionary, catalogue, export, audit.Options{
		AsAt: cfg.AsAt, Council: cfg.Council, Program: "caseaudit " + Version, Workers: cfg.Workers,
	})
	if err != nil {
		return nil, err
	}
	j := &judged{ctx: cmd.Context(), program: p, config: cfg, root: rootOf(paths), audit: a, profile: profile}
	if err := j.accept(); err != nil {
		return nil, err
	}
	j.letter = letter.Write(a, profile)
	return j, nil
}

func readProfile(name string) (*letter.Profile, error) {
	if !strings.ContainsAny(name, "./\\") {
		return letter.BuiltIn(name)
	}
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("letter profile: %w", err)
	}
	return letter.ReadProfile(name, file)
}

// writeWorkbook writes the workbook.
func (j *judged) writeWorkbook() error {
	return j.writeFile(j.config.Output, func(w io.Writer) error {
		return workbook.Write(j.ctx, w, j.audit, j.letter, workbook.Options{Marking: j.config.Marking, Profile: j.profile})
	})
}

// writeFile writes a file and remembers that it did.
func (j *judged) writeFile(path string, write func(io.Writer) error) error {
	err := report.WriteFile(j.ctx, path, write)
	if err == nil {
		j.program.written = append(j.program.written, path)
	}
	return err
}

// incomplete is the error of a run that could not audit all it was given. The
// reports are written all the same.
func (j *judged) incomplete() error {
	if len(j.audit.Errors) > 0 {
		ids := make([]string, len(j.audit.Errors))
		for i, e := range j.audit.Errors {
			ids[i] = e.Criterion.ID
		}
		slices.Sort(ids)
		return fmt.Errorf("not everything was judged: the policy failed for %s", strings.Join(ids, ", "))
	}
	_, _, _, refused := j.audit.Survey.Rows()
	if refused == 0 || j.config.AllowRefused {
		return nil
	}
	rows := "rows"
	if refused == 1 {
		rows = "row"
	}
	return fmt.Errorf("not everything was audited: %d %s could not be read, listed above and on the sheet Data quality; mend the export, or accept this with --allow-refused", refused, rows)
}
