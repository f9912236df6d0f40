package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// Version is the release. It stands in the source and not in the build's own
// information, so that two people who build the same release get the same workbook.
const Version = "0.1.0"

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of its policies",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, _, catalogue, err := p.load(cmd)
			if err != nil {
				return err
			}
			fmt.Fprintf(p.stdout, "caseaudit %s\n%d criteria, policies %s\n", Version, len(catalogue.Criteria), catalogue.Hash[:12])
			return nil
		},
	}
}
