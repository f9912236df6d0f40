package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/config"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/intake/propose"
	"github.com/caseaudit/caseaudit/internal/report"
)

func (p *program) mapCommand() *cobra.Command {
	var output string
	var force bool
	cmd := &cobra.Command{
		Use:   "map [EXPORT...]",
		Short: "Propose what the columns of a council's own reports mean, as a file to edit",
		Long: `Reads the tables of an export that caseaudit does not know (workbooks, CSV files, a database)
and writes a mapping file: which row is the header, which column is the child's id, which
field each column gives, which code each word stands for, how dates are written. It is a
guess, made from names and values on this machine. Read it, correct it, then use it:

  caseaudit inspect EXPORT --mapping mapping.yaml`,
		Example: "  caseaudit map samples/own-columns\n  caseaudit map exports/october -o october.yaml",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := config.Load(p.settings, cmd.Flags())
			if err != nil {
				return usage(err)
			}
			p.showProgress(cmd, cfg.NoProgress)
			if err := mayWrite(output, force); err != nil {
				return usage(err)
			}
			dictionary, err := casefile.NewDictionary()
			if err != nil {
				return err
			}
			return p.propose(cmd, cfg, dictionary, args, output)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "mapping.yaml", "the mapping file to write")
	cmd.Flags().BoolVar(&force, "force", false, "write it in place of one that is there")
	config.Flags(cmd.Flags(), "from", "password_file", "no_progress")
	return cmd
}

// mayWrite refuses a file that is there: somebody may have edited it for hours.
func mayWrite(path string, force bool) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) || err == nil && force {
		return nil
	} else if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return fmt.Errorf("%s is there already: name another file with -o, or give --force to write over it", path)
}

// propose makes the proposal, writes it and prints it.
func (p *program) propose(cmd *cobra.Command, cfg *config.Config, d *casefile.Dictionary, paths []string, output string) (err error) {
	r, err := request(cmd, cfg, paths)
	if err != nil {
		return err
	}
	found, err := r.Tables(cmd.Context())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	proposal, err := propose.New(cmd.Context(), d, found.Refs)
	if proposal == nil {
		return err
	}
	p.printProposal(proposal)
	if err != nil {
		return err
	}
	if err := report.WriteFile(cmd.Context(), output, func(w io.Writer) error {
		return mapping.Write(w, proposal.Mapping, d, proposal.Remarks)
	}); err != nil {
		return err
	}
	export := strings.Join(paths, " ")
	if len(cfg.From) > 0 {
		export = strings.TrimSpace("--from ... " + export) // an address may hold a password
	}
	_, err = fmt.Fprintf(p.stdout, "Written to %s. It is a guess: read and correct it, then look at what it reads with\n  caseaudit inspect %s --mapping %s\n",
		output, export, output)
	return err
}

// printProposal prints every table, what it was taken for, and what to check.
func (p *program) printProposal(proposal *propose.Proposal) {
	for _, t := range proposal.Tables {
		if t.About == "" {
			fmt.Fprintf(p.stdout, "%s: not mapped: %s\n\n", t.Called, t.Why)
			continue
		}
		fmt.Fprintf(p.stdout, "%s: taken for %s (%.0f %%), %s, %d rows\n", t.Called, t.About, 100*t.Confidence, headerRows(t), t.Rows)
		w := plainTable("  Column", "Read as", "Sure", "Check")
		for _, c := range t.Columns {
			reads, sure := "(not read)", ""
			if c.Reads != "" {
				reads, sure = c.Reads, fmt.Sprintf("%3.0f %%", 100*c.Confidence)
			}
			w.AppendRow(table.Row{"  " + shortened(c.Name, 36), reads, sure, wrap(strings.Join(c.Checks, "; "), 44)})
		}
		fmt.Fprintln(p.stdout, w.Render())
		for _, check := range t.Checks {
			fmt.Fprintf(p.stdout, "  check: %s\n", strings.ReplaceAll(wrap(check, 90), "\n", "\n         "))
		}
		fmt.Fprintln(p.stdout)
	}
}

func headerRows(t propose.Table) string {
	switch {
	case t.HeaderRow == 0:
		return "columns named by the database"
	case t.HeaderRows > 1:
		return fmt.Sprintf("header in rows %d to %d", t.HeaderRow-t.HeaderRows+1, t.HeaderRow)
	}
	return fmt.Sprintf("header in row %d", t.HeaderRow)
}

// shortened gives text on one line, cut to a width.
func shortened(text string, width int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= width {
		return string(runes)
	}
	return string(runes[:width-1]) + "…"
}
