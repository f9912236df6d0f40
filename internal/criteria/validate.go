package criteria

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// validate holds every criterion to the contract and names each fault.
func (c *Catalogue) validate(dictionary *casefile.Dictionary, compiler *ast.Compiler) error {
	var faults []error
	for _, file := range slices.Sorted(maps.Keys(c.modules)) {
		for _, err := range traps(c.modules[file]) {
			faults = append(faults, fmt.Errorf("%s: %w", file, err))
		}
	}
	seen := map[string]string{}
	for _, criterion := range c.Criteria {
		fault := func(format string, args ...any) {
			faults = append(faults, fmt.Errorf("%s (%s): %s", criterion.ID, criterion.Folder(), fmt.Sprintf(format, args...)))
		}
		if other, ok := seen[criterion.ID]; ok {
			fault("the id is also that of %s", other)
		}
		seen[criterion.ID] = criterion.Folder()
		if !strings.HasPrefix(criterion.ID, criterion.Area.Code+"-") {
			fault("the id does not begin with its area's code %s", criterion.Area.Code)
		}
		if criterion.Title == "" || criterion.Description == "" {
			fault("the METADATA comment needs a title and a description")
		}
		if !criterion.Outputs("applies") || !criterion.Outputs("met") {
			fault("the policy needs the rules applies and met")
		}
		if criterion.Outputs("due") != criterion.Outputs("start") {
			fault("a deadline needs both start and due, so that the report can show the arithmetic")
		}
		if criterion.Measure != (criterion.Target != nil) {
			fault("a measure has a target, and nothing else does")
		}
		if criterion.Outputs("gather") && !criterion.Service {
			fault("gather is for criteria that judge the service")
		}
		checkUnit(criterion, dictionary, fault)
		checkTexts(criterion, dictionary, fault)
		r := readsOf(compiler, criterion.Package, ruleNames()...)
		criterion.Settings = r.settings
		if t := criterion.Target; t != nil {
			criterion.Settings = slices.Compact(slices.Sorted(slices.Values(append(r.settings, t.Setting))))
		}
		checkSettings(criterion, c.data, fault)
		checkReads(criterion, dictionary, r.fields, fault)
		checkHistory(criterion, dictionary, r.fields, fault)
	}
	faults = append(faults, c.checkSlices(dictionary, compiler)...)
	faults = append(faults, c.checkChecks(compiler)...)
	return errors.Join(faults...)
}

func checkUnit(c *Criterion, dictionary *casefile.Dictionary, fault func(string, ...any)) {
	if c.Unit == Record {
		if c.Anchor != "" || c.Service {
			fault("unit record has no anchor and no scope")
		}
		return
	}
	if c.Unit == TeamMonth {
		if c.Anchor != "" || !c.Service || !c.Measure {
			fault("unit %s has no anchor, and is for measures of the service", TeamMonth)
		}
		return
	}
	entity, ok := dictionary.Entity(c.Unit)
	if !ok || c.Unit == "child" {
		fault("unit %q is no entity of the dictionary", c.Unit)
		return
	}
	if entity.Service != c.Service {
		fault("unit %s and scope do not go together", c.Unit)
	}
	if c.Anchor != "" {
		if f, ok := entity.Field(c.Anchor); !ok || !f.Dated() {
			fault("anchor %q is no date of %s", c.Anchor, c.Unit)
		}
	}
}

var (
	fieldSlot   = regexp.MustCompile(`\{([^}]*)\}`)
	settingSlot = regexp.MustCompile(`\[([a-z0-9_]+)\]`)
)

// checkTexts makes sure that a finding can be filled in, and names nobody.
func checkTexts(c *Criterion, dictionary *casefile.Dictionary, fault func(string, ...any)) {
	for _, slot := range fieldSlot.FindAllStringSubmatch(c.Finding, -1) {
		f, ok := dictionary.Field(c.Unit + "." + slot[1])
		switch {
		case c.Unit == Record || !ok:
			fault("finding: {%s} is no field of %s", slot[1], c.Unit)
		case f.Personal || f.Type == casefile.Narrative:
			fault("finding: {%s} may hold personal details", slot[1])
		}
	}
}

// checkSettings makes sure that every setting a policy reads or its texts show is
// there: Rego would take a misspelt one for undefined, and the rule fall silent.
func checkSettings(c *Criterion, data map[string]any, fault func(string, ...any)) {
	settings, _ := data["settings"].(map[string]any)
	timescales, _ := data["timescales"].(map[string]any)
	for _, name := range c.Settings {
		if settings[name] == nil && timescales[name] == nil {
			fault("the policy reads the setting %s, which is in neither settings/data.yaml nor timescales/data.yaml", name)
		}
	}
	if c.Target != nil && settings[c.Target.Setting] == nil {
		fault("target: [%s] is no setting of settings/data.yaml", c.Target.Setting)
	}
	for _, slot := range settingSlot.FindAllStringSubmatch(c.Finding+c.Description, -1) {
		switch name := slot[1]; {
		case settings[name] == nil:
			fault("[%s] is no setting of settings/data.yaml", name)
		case !slices.Contains(c.Settings, name):
			fault("[%s] is a setting that the policy does not read", name)
		}
	}
}

// checkReads compares what the compiled policy reads with what its metadata says
// it needs or can do without.
func checkReads(c *Criterion, dictionary *casefile.Dictionary, reads []string, fault func(string, ...any)) {
	declared := map[string]bool{}
	for _, need := range append(slices.Clone(c.Needs), c.Optional...) {
		for path := range strings.SplitSeq(need, "|") {
			path = strings.TrimSpace(path)
			if entity, kind, ok := strings.Cut(path, "="); ok {
				f, ok := dictionary.Field(entity + ".type")
				switch {
				case !ok || f.Type != casefile.Code:
					fault("needs: %s: %s has no type", path, entity)
				case len(f.Values) > 0 && !slices.Contains(f.Values, kind):
					fault("needs: %s: the types of %s are %s", path, entity, strings.Join(f.Values, ", "))
				}
				continue
			}
			if _, ok := dictionary.Field(path); !ok {
				fault("needs: %s is no field of the dictionary", path)
			}
			declared[path] = true
		}
	}
	for _, path := range reads {
		if _, ok := dictionary.Field(path); !ok {
			fault("the policy reads %s, which is no field of the dictionary", path)
		} else if !declared[path] && path != "case_id" {
			fault("the policy reads %s, which is neither in needs nor in optional", path)
		}
	}
	if c.CrossRecord {
		return // it judges what the host found by comparing records
	}
	for _, path := range slices.Sorted(maps.Keys(declared)) {
		weight := c.Target != nil && c.Target.Weighted && path == c.Unit+".fte" // read by the audit, not by the policy
		if !slices.Contains(reads, path) && !weight {
			fault("needs: the policy does not read %s", path)
		}
	}
}

// checkHistory makes sure that the entities of which a policy has to see every item
// are ones that it reads.
func checkHistory(c *Criterion, dictionary *casefile.Dictionary, reads []string, fault func(string, ...any)) {
	for _, need := range c.History {
		name, kind, kinds := strings.Cut(need, "=")
		entity, ok := dictionary.Entity(name)
		if !ok || name == "child" {
			fault("history: %s is no list of the dictionary", name)
			continue
		}
		if f, typed := entity.Field("type"); kinds && (!typed || !slices.Contains(f.Values, kind)) {
			fault("history: %s: %s is no type of %s", need, kind, name)
		}
		if !slices.ContainsFunc(reads, func(path string) bool { return strings.HasPrefix(path, name+".") }) {
			fault("history: the policy does not read %s", name)
		}
	}
}
