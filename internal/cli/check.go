package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/config"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/report/listing"
	"github.com/caseaudit/caseaudit/internal/report/text"
)

func (p *program) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [EXPORT...]",
		Short: "Audit an export and print the findings, for CI",
		Long: `Judges an export, or several joined, as run does, prints the findings on standard output
and writes no workbook. Exit code 3 when there are findings at or above --fail-level, 1 when not all
of the export could be audited. With --baseline only findings that are not in it count, and findings
that --waivers accepts never do.`,
		Example: "  caseaudit check export/ --fail-level development\n  caseaudit check export/ --format json > audit.json\n  caseaudit check export/ --baseline baseline.json --waivers waivers.yaml --format github --report sarif=audit.sarif",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			j, err := p.judge(cmd, args)
			if err != nil {
				return err
			}
			if j.config.Format == "text" {
				if err := text.Findings(p.stdout, j.audit); err != nil {
					return err
				}
				j.compared(p.stdout)
			} else {
				if err := formats()[j.config.Format](j, p.stdout); err != nil {
					return err
				}
				j.compared(p.stderr)
			}
			if err := j.writeReports(); err != nil {
				return err
			}
			if err := j.writeBaseline(); err != nil {
				return err
			}
			if err := j.incomplete(); err != nil {
				return err
			}
			return failing(j.config.FailLevel, j.audit)
		},
	}
	config.Flags(cmd.Flags(), "as_at", "report", "council", "profile", "fail_level", "format", "allow_refused", "workers", "waivers", "baseline", "write_baseline")
	exportFlags(cmd)
	policyFlags(cmd)
	return cmd
}

// failing is the error of findings at or above a level.
func failing(level string, a *audit.Audit) error {
	rank := map[string]int{"never": -1, string(criteria.Priority): 0, string(criteria.Development): 1, string(criteria.Advisory): 2}
	n := 0
	for _, f := range listing.Fresh(a) {
		if rank[string(f.Criterion.Level)] <= rank[level] {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return &exitError{code: exitFindings, err: fmt.Errorf("%d findings at level %s or above", n, level)}
}
