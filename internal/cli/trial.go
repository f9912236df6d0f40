package cli

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/trial"
)

func (p *program) criteriaTestCommand() *cobra.Command {
	var covered bool
	cmd := &cobra.Command{
		Use:   "test",
		Short: "Run the policies' tests and examples",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, dictionary, catalogue, err := p.load(cmd)
			if err != nil {
				return err
			}
			var coverage *cover.Cover
			if covered {
				coverage = cover.New()
			}
			tests, err := trial.RegoTests(cmd.Context(), catalogue, coverage)
			if err != nil {
				return err
			}
			passed, failed := 0, 0
			report := func(name, fault string) {
				if fault == "" {
					passed++
					return
				}
				failed++
				fmt.Fprintf(p.stdout, "FAIL %s: %s\n", name, fault)
			}
			for _, t := range tests {
				report(t.Package+"."+t.Name, t.Failed)
			}
			for _, c := range catalogue.Criteria {
				examples, err := trial.Examples(catalogue, c)
				if err != nil {
					report(c.ID, err.Error())
					continue
				}
				for _, kind := range trial.Lacking(examples) {
					report(c.ID, "no example shows "+kind)
				}
				for _, e := range examples {
					fault := ""
					if err := trial.Try(cmd.Context(), dictionary, catalogue, c, e); err != nil {
						fault = err.Error()
					}
					report(c.ID+" example: "+e.Case, fault)
				}
			}
			if covered {
				for _, c := range trial.Covered(catalogue, coverage) {
					fault := ""
					if c.NotLines != "" {
						fault = fmt.Sprintf("%.0f %% covered, no test reaches line %s", c.Percent, c.NotLines)
					} else {
						fmt.Fprintf(p.stdout, "100 %% %s\n", c.File)
					}
					report(c.File, fault)
				}
			}
			fmt.Fprintf(p.stdout, "%d criteria: %d passed, %d failed\n", len(catalogue.Criteria), passed, failed)
			if failed > 0 {
				return &exitError{code: exitFailed}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&covered, "coverage", false, "also say which lines of the policies no test reaches; each is a failure")
	policyFlags(cmd)
	return cmd
}
