package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/handbook"
)

func (p *program) criteriaTraceCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "trace [FINDING|CRITERION]",
		Short: "Show which criteria answer which findings of inspectors",
		Long: `Without an argument, lists every finding of the source documents with what answers
it, and fails when one has no answer or a criterion no source. With the id of a
finding, shows it whole; with that of a criterion, the findings it answers.`,
		Example: "  caseaudit criteria trace\n  caseaudit criteria trace PLY09-P2d\n  caseaudit criteria trace AS-18",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			book, catalogue, err := p.handbook(cmd)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return errors.Join(book.TraceAll(p.stdout), catalogue.Trace())
			}
			if f, ok := book.Finding(args[0]); ok {
				return book.TraceFinding(p.stdout, f)
			}
			if c, ok := catalogue.Criterion(strings.ToUpper(args[0])); ok {
				return book.TraceCriterion(p.stdout, c)
			}
			return unknownID("finding or criterion", args[0], "caseaudit criteria trace", catalogue.Nearest(args[0]))
		},
	}
}

// unknownID is the error for an id that nothing has, with those it may have meant.
func unknownID(what, id, lists string, near []string) error {
	meant := ""
	if len(near) > 0 {
		meant = fmt.Sprintf(" (did you mean %s?)", strings.Join(near, ", "))
	}
	return usage(fmt.Errorf("no %s %s%s; `%s` lists them", what, id, meant, lists))
}

// handbook loads the catalogue and makes its book.
func (p *program) handbook(cmd *cobra.Command) (*handbook.Book, *criteria.Catalogue, error) {
	_, _, catalogue, err := p.load(cmd)
	if err != nil {
		return nil, nil, err
	}
	book, err := handbook.New(catalogue)
	return book, catalogue, err
}
