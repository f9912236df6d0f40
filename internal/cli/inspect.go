package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

func (p *program) inspectCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "inspect EXPORT...",
		Short: "Say what an export was recognised as, and what it can be audited for",
		Long: `Reads the whole export and judges nothing: the files and their encoding, rows read and
refused with reasons, the fields supplied, the criteria that can be assessed, and which
missing columns would unlock the others, most useful first.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, dictionary, catalogue, err := p.load(cmd)
			if err != nil {
				return err
			}
			export, err := open(cmd.Context(), cfg, dictionary, args)
			if err != nil {
				return err
			}
			survey, err := export.Survey(cmd.Context())
			if err != nil {
				return err
			}
			p.inspectFiles(survey)
			p.inspectFaults(survey)
			p.inspectSupply(dictionary, survey)
			p.inspectCriteria(catalogue, survey)
			return nil
		},
	}
	exportFlags(cmd)
	return cmd
}

func (p *program) inspectFiles(s *casefile.Survey) {
	fmt.Fprintf(p.stdout, "Recognised as %s: %d cases; newest event %s\n\n", s.Format, s.Records, cmp.Or(s.Newest, "none"))
	t := plainTable("File", "Read as", "Encoding", "Delimiter", "Rows", "Read", "Repeated", "Refused")
	for _, in := range s.Inputs {
		t.AppendRow(table.Row{in.Name, in.Entity, in.Encoding, in.Delimiter, in.Rows, in.Read, in.Duplicates, in.Refused})
	}
	fmt.Fprintln(p.stdout, t.Render())
	for _, text := range s.Ignored {
		fmt.Fprintf(p.stdout, "not read: %s\n", text)
	}
}

// inspectFaults prints every refusal, and the notes by kind.
func (p *program) inspectFaults(s *casefile.Survey) {
	if len(s.Refusals) > 0 {
		fmt.Fprintf(p.stdout, "\nRows refused\n")
		for _, r := range s.Refusals {
			place := r.At.String()
			if r.Column != "" {
				place += ", column " + r.Column
			}
			fmt.Fprintf(p.stdout, "  %s: %s\n", place, r.Reason)
		}
	}
	if len(s.Notes) == 0 {
		return
	}
	fmt.Fprintf(p.stdout, "\nNotes on the data\n")
	for _, n := range s.Notes {
		times := ""
		if n.Count > 1 {
			times = fmt.Sprintf(" (%d times)", n.Count)
		}
		place := ""
		if at := n.At.String(); at != "" {
			place = at + ": "
		}
		fmt.Fprintf(p.stdout, "  %s: %s%s%s\n", n.Kind, place, n.Text, times)
	}
}

func (p *program) inspectSupply(d *casefile.Dictionary, s *casefile.Survey) {
	fmt.Fprintf(p.stdout, "\nFields supplied\n")
	t := plainTable("  Entity", "Supplied", "Not supplied")
	for _, list := range [][]*casefile.Entity{{d.Child}, d.Entities, d.Service} {
		for _, e := range list {
			var has, lacks []string
			for _, f := range e.Fields {
				if s.Supply.Has(f.Path()) {
					has = append(has, f.Name)
				} else {
					lacks = append(lacks, f.Name)
				}
			}
			if len(has) == 0 {
				t.AppendRow(table.Row{"  " + e.Name, "none", ""})
				continue
			}
			t.AppendRow(table.Row{"  " + e.Name, wrap(strings.Join(has, ", "), 52), wrap(strings.Join(lacks, ", "), 52)})
		}
	}
	fmt.Fprintln(p.stdout, t.Render())
}

// inspectCriteria prints what can be assessed, and what one more column would unlock.
func (p *program) inspectCriteria(cat *criteria.Catalogue, s *casefile.Survey) {
	unlocks := map[string][]string{} // one missing need, and the criteria that lack nothing else
	var lacking []string
	for _, c := range cat.Criteria {
		missing := s.Supply.Missing(c.Needs)
		if len(missing) == 0 {
			continue
		}
		lacking = append(lacking, fmt.Sprintf("  %s %s: needs %s", c.ID, c.Title, strings.Join(missing, ", ")))
		if len(missing) == 1 {
			unlocks[missing[0]] = append(unlocks[missing[0]], c.ID)
		}
	}
	fmt.Fprintf(p.stdout, "\n%d of %d criteria can be assessed\n", len(cat.Criteria)-len(lacking), len(cat.Criteria))
	for _, line := range lacking {
		fmt.Fprintln(p.stdout, line)
	}
	if len(unlocks) == 0 {
		return
	}
	fmt.Fprintf(p.stdout, "\nOne more column would unlock\n")
	columns := make([]string, 0, len(unlocks))
	for column := range unlocks {
		columns = append(columns, column)
	}
	slices.SortFunc(columns, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(unlocks[b]), len(unlocks[a])), cmp.Compare(a, b))
	})
	for _, column := range columns {
		fmt.Fprintf(p.stdout, "  %s: %s\n", column, strings.Join(unlocks[column], ", "))
	}
}
