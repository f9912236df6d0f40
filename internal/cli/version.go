package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// Version is the release, set with -ldflags "-X ...cli.Version=1.2.3"; the build's
// own information stands in where it is not.
var Version = ""

func buildVersion() string {
	if Version != "" {
		return Version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

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
			fmt.Fprintf(p.stdout, "caseaudit %s\n%d criteria, policies %s\n", p.version, len(catalogue.Criteria), catalogue.Hash[:12])
			return nil
		},
	}
}
