package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/config"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report"
	"github.com/caseaudit/caseaudit/internal/report/json"
	"github.com/caseaudit/caseaudit/internal/report/outcomes"
	"github.com/caseaudit/caseaudit/internal/report/text"
	"github.com/caseaudit/caseaudit/internal/report/workbook"
)

func (p *program) runCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "run EXPORT...",
		Short: "Audit an export and write the workbook",
		Long: `Reads an export (a folder with cases.ndjson, or of CSV files, one an SSD table), judges
every record by every criterion, and writes the workbook. Exit code 1 when not all of it
could be audited: rows that could not be read (see --allow-refused) or a policy that failed.`,
		Example: "  caseaudit run samples/northmoor\n  caseaudit run exports/october --as-at 2026-10-31 -o october.xlsx --report json=october.json",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, a, l, err := p.audit(cmd, args)
			if err != nil {
				return err
			}
			if err := writeWorkbook(cfg, a, l); err != nil {
				return err
			}
			if err := writeReports(cfg, a, l); err != nil {
				return err
			}
			if err := text.Write(p.stdout, a, l, cfg.Output); err != nil {
				return err
			}
			return incomplete(cfg, a)
		},
	}
	config.Flags(cmd.Flags(), "as_at", "output", "report", "council", "profile", "marking", "allow_refused", "workers")
	return cmd
}

// audit is what run and check have in common: settings, reading, judging, letter.
func (p *program) audit(cmd *cobra.Command, paths []string) (*config.Config, *audit.Audit, *letter.Letter, error) {
	cfg, dictionary, catalogue, err := p.load(cmd)
	if err != nil {
		return nil, nil, nil, err
	}
	if cfg.AsAt != "" {
		if err := audit.CheckAsAt(cfg.AsAt); err != nil {
			return nil, nil, nil, usage(err)
		}
	}
	profile, err := readProfile(cfg.Profile)
	if err != nil {
		return nil, nil, nil, usage(err)
	}
	if err := checkReports(cfg.Reports); err != nil {
		return nil, nil, nil, usage(err)
	}
	export, err := intake.Open(cmd.Context(), dictionary, paths)
	if err != nil {
		return nil, nil, nil, err
	}
	a, err := audit.Run(cmd.Context(), dictionary, catalogue, export, audit.Options{
		AsAt: cfg.AsAt, Council: cfg.Council, Program: "caseaudit " + p.version, Workers: cfg.Workers,
	})
	if errors.Is(err, context.Canceled) {
		return nil, nil, nil, errors.New("stopped; nothing was written")
	}
	if err != nil {
		return nil, nil, nil, err
	}
	return cfg, a, letter.Write(a, profile), nil
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

// reportWriter writes the report of one format beside the workbook; false when
// there is no such format.
func reportWriter(format string) (func(io.Writer, *audit.Audit, *letter.Letter) error, bool) {
	switch format {
	case "outcomes":
		return func(w io.Writer, a *audit.Audit, _ *letter.Letter) error { return outcomes.Write(w, a) }, true
	case "json":
		return json.Write, true
	case "text":
		return func(w io.Writer, a *audit.Audit, l *letter.Letter) error { return text.Write(w, a, l, "") }, true
	}
	return nil, false
}

func checkReports(reports []string) error {
	for _, r := range reports {
		format, path, ok := strings.Cut(r, "=")
		if _, known := reportWriter(format); !known || !ok || path == "" {
			return fmt.Errorf("report %q: want FORMAT=PATH with the format json, outcomes or text", r)
		}
	}
	return nil
}

// writeWorkbook writes the workbook.
func writeWorkbook(cfg *config.Config, a *audit.Audit, l *letter.Letter) error {
	return report.WriteFile(cfg.Output, func(w io.Writer) error {
		return workbook.Write(w, a, l, workbook.Options{Marking: cfg.Marking})
	})
}

// writeReports writes every report asked for beside the workbook.
func writeReports(cfg *config.Config, a *audit.Audit, l *letter.Letter) error {
	for _, r := range cfg.Reports {
		format, path, _ := strings.Cut(r, "=")
		write, _ := reportWriter(format) // checkReports knows that it exists
		if err := report.WriteFile(path, func(w io.Writer) error { return write(w, a, l) }); err != nil {
			return err
		}
	}
	return nil
}

// incomplete is the error of a run that could not audit all it was given. The
// reports are written all the same.
func incomplete(cfg *config.Config, a *audit.Audit) error {
	if len(a.Errors) > 0 {
		ids := make([]string, len(a.Errors))
		for i, e := range a.Errors {
			ids[i] = e.Criterion.ID
		}
		slices.Sort(ids)
		return fmt.Errorf("not everything was judged: the policy failed for %s", strings.Join(ids, ", "))
	}
	if _, _, _, refused := a.Survey.Rows(); refused > 0 && !cfg.AllowRefused {
		return fmt.Errorf("not everything was audited: %d rows could not be read, listed above and on the sheet Data quality; mend the export, or accept this with --allow-refused", refused)
	}
	return nil
}
