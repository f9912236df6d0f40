package criteria

import (
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Level is what a finding of a criterion means for a child.
type Level string

// The levels, most serious first.
const (
	Priority    Level = "priority"    // a child may be unsafe
	Development Level = "development" // practice falls short
	Advisory    Level = "advisory"    // good to know
)

// Footing is where a criterion's authority comes from. A local standard is
// never printed as law.
type Footing string

// The footings of criteria.
const (
	Law        Footing = "law"
	Guidance   Footing = "statutory guidance"
	Local      Footing = "local"
	Inspection Footing = "inspection" // what an inspector asked for
)

// Words is the footing as a report prints it.
func (f Footing) Words() string {
	if f == Local {
		return "local standard"
	}
	if f == Inspection {
		return "asked for by inspectors"
	}
	return string(f)
}

// Area is a part of practice: the folder that its criteria stand in.
type Area struct {
	Name  string // "contact_and_referral"
	Code  string // "CR"
	Title string // "Contact and referral"
}

// Record is the unit of a criterion that judges the case as a whole, TeamMonth of
// one that judges each team in each month: the only unit that is no entity of the
// dictionary. Its items are texts, "<team> <yyyy-mm>".
const (
	Record    = "record"
	TeamMonth = "team-month"
)

// Criterion is one policy with its metadata.
type Criterion struct {
	ID          string
	Title       string
	Description string // as the policy has it, on one line
	Area        Area
	Name        string   // the folder: "child_seen"
	Package     string   // "data.audit.assessment.child_seen"
	Level       Level    //
	Footing     Footing  //
	Unit        string   // what is counted: Record or an entity of the dictionary
	Anchor      string   // the field that places an item in time; may be empty
	Service     bool     // judges data.service, once a run
	CrossRecord bool     // compares records with each other
	Measure     bool     // judged on its rate; its items are never findings
	Target      *Target  // of a measure; nil for other criteria
	Framework   string   // part of the national framework it speaks to: "outcome 3"; may be empty
	Needs       []string // fields without which it is not assessable (see casefile.Supply)
	Optional    []string // fields it reads and can do without
	History     []string // entities, or "entity=kind", of which it has to see every item and not only a child's latest
	Sources     []string // findings of the source documents that it answers
	Settings    []string // settings it reads, sorted
	Finding     string   // template: {field} and [setting]
	Action      string   // what somebody should do about a finding
	Phrase      string   // noun phrase for a letter
	Strength    string   // sentence for a letter when nearly all pass
	Why         string   // why it matters

	outputs map[string]bool // the rules it has: applies, met, start, due, done, note, doubt, gather
}

// Outputs reports whether the policy has a rule of this name.
func (c *Criterion) Outputs(rule string) bool { return c.outputs[rule] }

// Reads reports whether the criterion names a field among those it needs or can
// do without.
func (c *Criterion) Reads(path string) bool {
	for _, need := range slices.Concat(c.Needs, c.Optional) {
		for one := range strings.SplitSeq(need, "|") {
			if strings.TrimSpace(one) == path {
				return true
			}
		}
	}
	return false
}

// Missing lists what keeps the criterion from being judged on an export: needs that
// are not supplied, and in words those entities of which the export holds only
// the latest item (see casefile.LatestOnly).
func (c *Criterion) Missing(s *casefile.Supply) []string {
	return append(s.Missing(c.Needs), s.Short(c.History)...)
}

// Folder is where the criterion's files stand, below policies/.
func (c *Criterion) Folder() string { return c.Area.Name + "/" + c.Name }

// UnitWords is what is counted, for a person: "assessments", "children", "staff".
func (c *Criterion) UnitWords() string {
	switch c.Unit {
	case Record:
		return "children"
	case TeamMonth:
		return "team months"
	case "professionals":
		return "staff"
	case "section_47":
		return "section 47 enquiries"
	case "early_help":
		return "early help episodes"
	case "missing":
		return "missing episodes"
	case "exploitation":
		return "exploitation concerns"
	case "homelessness":
		return "cases of homelessness"
	case "allegations":
		return "allegations against professionals"
	case "permanence":
		return "permanence decisions"
	case "care_leaver":
		return "care leavers"
	case "private_fostering":
		return "private fostering arrangements"
	case "supervision":
		return "supervisions"
	case "health":
		return "health checks"
	}
	return strings.ReplaceAll(c.Unit, "_", " ")
}
