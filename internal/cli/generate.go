package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/generate"
)

func (p *program) generateCommand() *cobra.Command {
	var options generate.Options
	var format, answers string
	var faults []string
	cmd := &cobra.Command{
		Use:   "generate FOLDER",
		Short: "Make a fake export with planted faults, and the answer key",
		Long: `Makes realistic, linked and entirely fictitious cases that keep every criterion, plants
faults in the share asked for, and writes beside the export every finding that an audit
must make of it. The same seed gives the same export.`,
		Example: "  caseaudit generate fake --cases 500 --fault all=0.1 --answers fake-answers.ndjson",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if options.Faults, err = parseFaults(faults); err != nil {
				return usage(err)
			}
			g, err := generate.New(options)
			if err != nil {
				return usage(err)
			}
			if answers == "" {
				answers = strings.TrimRight(args[0], `/\`) + "-answers.ndjson"
			}
			switch format {
			case "native":
				err = g.WriteNative(args[0], answers)
			case "ssd":
				err = g.WriteSSD(args[0], answers)
			case "annex-a":
				err = g.WriteAnnexA(args[0], answers)
			default:
				err = usage(fmt.Errorf("format %q: want native, ssd or annex-a", format))
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(p.stdout, "%d cases written to %s, the findings an audit must make to %s\n", options.Cases, args[0], answers)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&options.Cases, "cases", 300, "how many cases")
	flags.Uint64Var(&options.Seed, "seed", 1, "the same seed gives the same export")
	flags.StringVar(&options.AsAt, "as-at", "2026-10-31", "the day from which the cases are seen, yyyy-mm-dd")
	flags.StringVar(&format, "format", "native", "native (NDJSON), ssd (CSV files) or annex-a (the workbook of inspection lists, which hold a part of the cases)")
	flags.StringVar(&answers, "answers", "", "where to write the answer key (default: FOLDER-answers.ndjson)")
	flags.StringArrayVar(&faults, "fault", []string{"all=0.1"}, "NAME=SHARE of the items it could be planted in, or all=SHARE; may be repeated")
	flags.BoolVar(&options.Flags, "flags", false, "narratives as yes/no flags in place of text")
	return cmd
}

// parseFaults reads NAME=SHARE. A later entry overrides an earlier one.
func parseFaults(entries []string) (map[string]float64, error) {
	shares := map[string]float64{}
	for _, entry := range entries {
		name, text, ok := strings.Cut(entry, "=")
		share, err := strconv.ParseFloat(text, 64)
		if !ok || err != nil || share < 0 || share > 1 {
			return nil, fmt.Errorf("fault %q: want NAME=SHARE with a share from 0 to 1", entry)
		}
		if name != "all" {
			shares[name] = share
			continue
		}
		for _, each := range generate.FaultNames() {
			shares[each] = share
		}
	}
	return shares, nil
}
