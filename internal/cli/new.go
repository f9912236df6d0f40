package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/scaffold"
)

func (p *program) criteriaNewCommand() *cobra.Command {
	var folder, unit string
	cmd := &cobra.Command{
		Use:   "new AREA NAME",
		Short: "Write the three files of a new criterion, for you to fill in",
		Long: `Writes policy.rego, policy_test.rego and examples.yaml in FOLDER/AREA/NAME. They load, and fail
their tests until the rule and its examples are written. Then try them:

  caseaudit criteria test --policies FOLDER
  caseaudit run EXPORT --policies FOLDER`,
		Example: "  caseaudit criteria new assessment child_seen_alone --in our-policies --unit assessments",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, dictionary, catalogue, err := p.load(cmd)
			if err != nil {
				return err
			}
			id, files, err := scaffold.New(catalogue, dictionary, folder, args[0], args[1], unit)
			if err != nil {
				return usage(err)
			}
			fmt.Fprintf(p.stdout, "%s: fill in\n", id)
			for _, f := range files {
				fmt.Fprintf(p.stdout, "  %s\n", f)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&folder, "in", "policies", "the folder of policies to write it in")
	cmd.Flags().StringVar(&unit, "unit", criteria.Record, "what it counts: record, or an entity of the cases such as assessments")
	return cmd
}
