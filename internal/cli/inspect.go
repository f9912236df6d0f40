package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/config"
	"github.com/caseaudit/caseaudit/internal/inspection"
	"github.com/caseaudit/caseaudit/internal/report"
	"github.com/caseaudit/caseaudit/internal/report/workbook"
)

func (p *program) inspectCommand() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "inspect [EXPORT...]",
		Short: "Say what an export was recognised as, and what it can be audited for",
		Long: `Reads the whole export and judges nothing: the files and their encoding, header rows and
date formats, columns and codes that were not read, rows refused with reasons, the fields
supplied, the criteria that can be assessed, and which missing column would unlock most of
the others. The screen shows the beginning of every list; the workbook (-o) has all of it.`,
		Example: "  caseaudit inspect exports/october\n  caseaudit inspect exports/october -o inspect.xlsx",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, dictionary, catalogue, err := p.load(cmd)
			if err != nil {
				return err
			}
			export, err := open(cmd, cfg, dictionary, args)
			if err != nil {
				return err
			}
			survey, err := export.Survey(cmd.Context())
			if err != nil {
				return err
			}
			found := inspection.New(dictionary, catalogue, survey)
			if output != "" {
				err := report.WriteFile(cmd.Context(), output, func(w io.Writer) error {
					return workbook.WriteInspection(cmd.Context(), w, found, "caseaudit "+Version, workbook.Options{Marking: cfg.Marking})
				})
				if err != nil {
					return err
				}
			}
			if err := inspection.Write(p.stdout, found); err != nil {
				return err
			}
			where := "All of it as a workbook: give -o inspect.xlsx"
			if output != "" {
				where = "All of it: " + output
			}
			_, err = fmt.Fprintf(p.stdout, "\n%s\n", where)
			return err
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "a workbook to write all of it to")
	config.Flags(cmd.Flags(), "marking")
	exportFlags(cmd)
	return cmd
}
