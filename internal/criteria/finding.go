package criteria

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Document is one of the source documents: what an inspectorate or a council published.
type Document struct {
	ID        string   `json:"id"` // "PET09"
	Authority string   `json:"authority"`
	Published string   `json:"published"` // ISO, or a year
	Visited   []string `json:"visited"`
	Title     string   `json:"title"`
}

// Finding is one thing that a source document found, and what of ours answers it.
type Finding struct {
	ID    string   `json:"id"`   // "PET09-D2b"
	Kind  string   `json:"kind"` // satisfactory, strength, development, priority or improve
	Gist  string   `json:"gist"`
	Mode  []string `json:"mode"`  // criterion, measure, form, narrative
	By    []string `json:"by"`    // ids of criteria
	Slice string   `json:"slice"` // title of a slice, or "by team"; may be empty
	Form  string   `json:"form"`  // name of a question on the audit form; may be empty
	Note  string   `json:"note"`
}

// byTeam is the slice that needs no policy: every criterion is counted by team.
const byTeam = "by team"

// Findings are the findings of the source documents, in the documents' order.
func (c *Catalogue) Findings() ([]Document, []Finding, error) {
	var all struct {
		Documents []Document `json:"documents"`
		Findings  []Finding  `json:"findings"`
	}
	text, err := json.Marshal(c.data["findings"])
	if err != nil {
		return nil, nil, err
	}
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&all); err != nil {
		return nil, nil, fmt.Errorf("findings/data.yaml: %w", err)
	}
	return all.Documents, all.Findings, nil
}

// Forms are the questions of the audit form, by name.
func (c *Catalogue) Forms() map[string]string {
	questions := map[string]string{}
	table, _ := c.data["forms"].(map[string]any)
	for name, question := range table {
		questions[name], _ = question.(string)
	}
	return questions
}

// Trace checks that every finding and every theme is answered and every criterion
// has a source, both ways: a finding or theme names its criteria and they name it. The error lists each
// fault.
func (c *Catalogue) Trace() error {
	_, findings, err := c.Findings()
	if err != nil {
		return err
	}
	themes, err := c.Themes()
	if err != nil {
		return err
	}
	forms := c.Forms()
	known := map[string]Finding{}
	var faults []error
	for _, f := range findings {
		if _, twice := known[f.ID]; twice {
			faults = append(faults, fmt.Errorf("finding %s stands twice", f.ID))
		}
		known[f.ID] = f
		faults = append(faults, c.unanswered(f, forms)...)
	}
	reported := map[string]Theme{}
	for _, t := range themes {
		reported[t.ID] = t
		faults = append(faults, c.unkept(t, forms)...)
	}
	for _, criterion := range c.Criteria {
		for _, id := range criterion.Sources {
			f, found := known[id]
			t, asked := reported[id]
			switch {
			case found && !slices.Contains(f.By, criterion.ID):
				faults = append(faults, fmt.Errorf("%s names the finding %s as a source, which does not name it", criterion.ID, id))
			case asked && !slices.Contains(t.By, criterion.ID):
				faults = append(faults, fmt.Errorf("%s names the theme %s as a source, which does not name it", criterion.ID, id))
			case !found && !asked:
				faults = append(faults, fmt.Errorf("%s names the source %s, which does not exist", criterion.ID, id))
			}
		}
		if len(criterion.Sources) == 0 {
			faults = append(faults, fmt.Errorf("%s names no source", criterion.ID))
		}
	}
	return errors.Join(faults...)
}

// unanswered lists what a finding promises and nothing keeps.
func (c *Catalogue) unanswered(f Finding, forms map[string]string) []error {
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("finding "+f.ID+": "+format, args...))
	}
	if len(f.Mode) == 0 {
		fault("nothing answers it")
	}
	for _, mode := range f.Mode {
		switch mode {
		case "criterion", "measure":
			if len(f.By) == 0 {
				fault("it names no criterion")
			}
		case "form":
			if forms[f.Form] == "" {
				fault("%q is no question of forms/data.yaml", f.Form)
			}
		case "narrative":
		default:
			fault("mode %q is not known", mode)
		}
	}
	for _, id := range f.By {
		criterion, ok := c.Criterion(id)
		if !ok {
			fault("there is no criterion %s", id)
		} else if !slices.Contains(criterion.Sources, f.ID) {
			fault("%s does not name it as a source", id)
		}
	}
	if f.Slice != "" && f.Slice != byTeam && !c.hasSlice(f.Slice) {
		fault("there is no slice %q", f.Slice)
	}
	return faults
}
