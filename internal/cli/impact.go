package cli

import (
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/config"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/impact"
	"github.com/caseaudit/caseaudit/policies"
)

// shipped names the policies and settings that come with the program.
const shipped = "shipped"

func (p *program) criteriaImpactCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "impact OLD NEW [EXPORT]",
		Short: "Say which children's verdicts change between two policy sets or settings",
		Long: `Audits one export twice and compares the verdicts. OLD and NEW are each "shipped", a
settings file (.yaml), or a folder of policies put on top of those that ship.`,
		Example: "  caseaudit criteria impact shipped stricter.yaml exports/october\n  caseaudit criteria impact shipped our-policies exports/october",
		Args:    cobra.RangeArgs(2, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := config.Load(p.settings, cmd.Flags())
			if err != nil {
				return usage(err)
			}
			dictionary, err := casefile.NewDictionary()
			if err != nil {
				return err
			}
			// Opened once, so that both audits see one state of a database.
			export, err := open(cmd, cfg, dictionary, args[2:])
			if err != nil {
				return err
			}
			var audits [2]*audit.Audit
			asAt := cfg.AsAt
			for i, source := range args[:2] {
				catalogue, err := p.catalogueOf(cmd, dictionary, source)
				if err != nil {
					return usage(err)
				}
				if audits[i], err = audit.Run(cmd.Context(), dictionary, catalogue, export, audit.Options{AsAt: asAt, Workers: cfg.Workers}); err != nil {
					return err
				}
				asAt = audits[i].AsAt
			}
			p.printImpact(impact.Compare(audits[0], audits[1]), asAt)
			return nil
		},
	}
	config.Flags(cmd.Flags(), "as_at", "workers")
	exportFlags(cmd)
	return cmd
}

// catalogueOf loads the policies and settings that a name stands for.
func (p *program) catalogueOf(cmd *cobra.Command, dictionary *casefile.Dictionary, source string) (*criteria.Catalogue, error) {
	var own []fs.FS
	var settings criteria.Settings
	switch {
	case source == shipped:
	case strings.HasSuffix(source, ".yaml"), strings.HasSuffix(source, ".yml"):
		cfg, err := config.Load(source, cmd.Flags())
		if err != nil {
			return nil, err
		}
		settings = cfg.Settings
		if own, err = ownPolicies(cfg); err != nil {
			return nil, err
		}
	default:
		if info, err := os.Stat(source); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("%s: want %q, a settings file (.yaml) or a folder of policies", source, shipped)
		}
		own = []fs.FS{os.DirFS(source)}
	}
	catalogue, err := criteria.Load(policies.FS, dictionary, own...)
	if err != nil {
		return nil, err
	}
	return catalogue.WithSettings(settings)
}

func (p *program) printImpact(changes []impact.Change, asAt string) {
	if len(changes) == 0 {
		fmt.Fprintf(p.stdout, "No verdict changes as at %s\n", asAt)
		return
	}
	fmt.Fprintf(p.stdout, "%d verdicts of %d children change as at %s\n\n", len(changes), len(impact.Children(changes)), asAt)
	t := plainTable("Criterion", "Now not met", "No longer not met", "Otherwise")
	for _, c := range impact.Counts(changes) {
		t.AppendRow(table.Row{c.Criterion, c.Worse, c.Better, c.Other})
	}
	fmt.Fprintln(p.stdout, t.Render())
	fmt.Fprintln(p.stdout)
	t = plainTable("Criterion", "Child ref", "Item", "Before", "After", "What the finding says")
	for _, c := range changes {
		t.AppendRow(table.Row{c.Criterion, c.CaseID, c.Item, c.Old, c.New, c.Message})
	}
	fmt.Fprintln(p.stdout, t.Render())
}
