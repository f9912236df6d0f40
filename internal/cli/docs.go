package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

func (p *program) criteriaDocsCommand() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:     "docs",
		Short:   "Write the pages about the criteria and the findings they answer",
		Long:    "Writes criteria.md, traceability.md and coverage.md, made from the policies and from what published reports ask for.",
		Example: "  caseaudit criteria docs --output docs",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			book, _, err := p.handbook(cmd)
			if err != nil {
				return err
			}
			pages, err := book.Pages()
			if err != nil {
				return err
			}
			if err := os.MkdirAll(output, 0o755); err != nil {
				return fmt.Errorf("cannot write the pages: %w", err)
			}
			for _, page := range pages {
				path := filepath.Join(output, page.Name)
				if err := os.WriteFile(path, page.Text, 0o644); err != nil { // for everybody: it holds no record
					return fmt.Errorf("cannot write the pages: %w", err)
				}
				fmt.Fprintln(p.stdout, path)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&output, "output", "docs", "the folder to write them to")
	return cmd
}
