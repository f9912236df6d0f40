package generate

import (
	"errors"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/story"
)

// Options say what to make. The zero value of each field but Cases and AsAt has a meaning.
type Options struct {
	Cases int    // how many case records
	Seed  uint64 // the same seed and options give the same export
	// AsAt is the day from which the cases are seen, yyyy-mm-dd. It also sets the
	// timescales: a referral before 15 April 2013 has initial and core assessments,
	// one since then has single ones.
	AsAt   string
	Faults map[string]float64 // by fault name, the share of the items it could be planted in
	Teams  []string           // the council's teams; nil for four of them
	// Worse multiplies the shares in the cases of a team; a team not named has 1.
	Worse   map[string]float64
	Stories map[string]float64 // how often each story is told; nil for the usual mix
	Without []string           // fields the export lacks, by path: "assessments.child_seen_date"
	Flags   bool               // narratives are yes/no flags in place of text
	Depth   int                // how many of the latest visits, supervisions and decisions a case keeps; 0 means 6
}

// complete fills in what was left out and refuses what cannot be.
func (o Options) complete(d *casefile.Dictionary) (Options, error) {
	if o.Cases < 1 {
		return o, errors.New("at least one case is needed")
	}
	if o.Cases > 900_000 {
		return o, errors.New("at most 900,000 cases: there are no more test numbers to give to children")
	}
	if len(o.Teams) == 0 {
		o.Teams = []string{"Assessment North", "Assessment South", "Safeguarding East", "Safeguarding West"}
	}
	if o.Depth == 0 {
		o.Depth = 6
	}
	for _, path := range o.Without {
		if f, ok := d.Field(path); !ok || f.Required {
			return o, fmt.Errorf("field %q cannot be left out: it is required or not in the dictionary", path)
		}
	}
	for team := range o.Worse {
		if !slices.Contains(o.Teams, team) {
			return o, fmt.Errorf("there is no team %q", team)
		}
	}
	return o, nil
}

// supplied lists the fields of the export, in the order of the dictionary's entities.
func (o Options) supplied() []string {
	return slices.DeleteFunc(story.Fields(), func(path string) bool { return slices.Contains(o.Without, path) })
}
