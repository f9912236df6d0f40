package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/trial"
)

func (p *program) criteriaTestCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "test",
		Short: "Run the policies' tests and examples",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, dictionary, catalogue, err := p.load(cmd)
			if err != nil {
				return err
			}
			tests, err := trial.RegoTests(cmd.Context(), catalogue)
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
			fmt.Fprintf(p.stdout, "%d criteria: %d passed, %d failed\n", len(catalogue.Criteria), passed, failed)
			if failed > 0 {
				return &exitError{code: exitFailed}
			}
			return nil
		},
	}
}
