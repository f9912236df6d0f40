package cli

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

func (p *program) criteriaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "criteria",
		Short: "List, show, trace and test the criteria",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.criteriaListCommand(), p.criteriaShowCommand(), p.criteriaTraceCommand(), p.criteriaDocsCommand(), p.criteriaTestCommand(), p.criteriaNewCommand(), p.criteriaImpactCommand())
	return cmd
}

func (p *program) criteriaListCommand() *cobra.Command {
	var settings bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the criteria, or their settings",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, _, catalogue, err := p.load(cmd)
			if err != nil {
				return err
			}
			if settings {
				return p.listSettings(catalogue)
			}
			t := plainTable("Criterion", "Level", "Footing", "Counts", "Title")
			for _, c := range catalogue.Criteria {
				t.AppendRow(table.Row{c.ID, c.Level, c.Footing.Words(), c.UnitWords(), c.Title})
			}
			fmt.Fprintln(p.stdout, t.Render())
			return nil
		},
	}
	cmd.Flags().BoolVar(&settings, "settings", false, "list the settings and timescales they read")
	return cmd
}

func (p *program) listSettings(catalogue *criteria.Catalogue) error {
	all, err := catalogue.Settings()
	if err != nil {
		return err
	}
	t := plainTable("Setting", "Value", "Footing", "What it is")
	for _, s := range all {
		t.AppendRow(table.Row{s.Name, s.Words(), s.Footing.Words(), s.Title})
	}
	fmt.Fprintln(p.stdout, t.Render())
	return nil
}

func (p *program) criteriaShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "show CRITERION",
		Short:   "Show one criterion whole",
		Example: "  caseaudit criteria show AS-02",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			book, catalogue, err := p.handbook(cmd)
			if err != nil {
				return err
			}
			c, ok := catalogue.Criterion(strings.ToUpper(args[0]))
			if !ok {
				return unknownID("criterion", args[0], "caseaudit criteria list", catalogue.NearestCriteria(args[0]))
			}
			entry, err := book.Entry(c)
			if err != nil {
				return err
			}
			return entry.Show(p.stdout)
		},
	}
}

// plainTable is a table as every command prints it: no frame, aligned columns.
func plainTable(header ...any) table.Writer {
	t := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft = ""
	style.Box.PaddingRight = "  "
	style.Format.Header = 0
	t.SetStyle(style)
	t.AppendHeader(table.Row(header))
	return t
}

// wrap breaks a text into lines of at most width characters, at spaces.
func wrap(text string, width int) string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}
