package audit

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Audit is one run: everything that any report says of it.
type Audit struct {
	AsAt       string // the day it looks from, ISO
	AsAtStated bool   // given by the user; else the newest event in the export
	From       string // first day of the audit period, ISO; AsAt is the last
	Council    string // from the settings; may be empty
	Program    string // name and version of the program
	Policies   string // SHA-256 of the policies and their data, settings included
	Settings   []Setting
	Survey     *casefile.Survey
	Catalogue  *criteria.Catalogue
	Records    int       // cases judged
	Outcomes   []Outcome // in the catalogue's order of criteria, then by case, entity and item
	Doubts     []Doubt   // in the same order
	Errors     []PolicyError
	Summary    Summary
	Slices     []SliceResult // by id
	Checks     []CheckResult // of the data, by id
	Faults     []Fault       // by check, then by case, entity and item

	Waivers []Waiver  // in the order of their file
	Extra   []Outcome // findings that no criterion of the catalogue made: of the waivers

	values map[string]string // of the settings in force, without their units
}

// Setting is a setting or timescale in force, as the Method sheet lists it.
type Setting struct {
	Name    string
	Title   string
	Value   string // as text, with its unit: "28 days"
	Footing string
	Source  string // where the number comes from; may be empty
	Council bool   // the council set it; else the default
}

// Waiver is an accepted exception and what became of it.
type Waiver struct {
	Criterion string // id
	CaseID    string // of the case it is for; "" when it is for a team
	Team      string
	Item      string // of the case; "" for all of its items
	Reason    string
	Approver  string
	Expires   string // the last day it holds, ISO
	Where     string // in its file
	Findings  int    // it matches, whether in force or not
	Expired   bool   // before as-at
}

// Findings are the outcomes that are not met, measures left out: a measure is
// judged on its rate, and its items are not findings. Those that no criterion of
// the catalogue made stand last.
func (a *Audit) Findings() []Outcome {
	var findings []Outcome
	for _, o := range a.Outcomes {
		if !o.Met && !o.Criterion.Measure {
			findings = append(findings, o)
		}
	}
	return append(findings, a.Extra...)
}
