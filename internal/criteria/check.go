package criteria

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Check looks for faults in the data: dates in an impossible order, ids that name
// nothing. It is a policy in policies/quality/<name>, with one rule: `fault`. It
// judges nobody's practice, so it has no level and no area; what it finds casts
// doubt on the outcomes that rest on it.
type Check struct {
	ID          string // "DQ-01"
	Title       string
	Description string // what it looks for, on one line
	Effect      string // what a fault may do to the audit, one sentence
	Do          string // what somebody should do about it, one sentence
	Name        string // the folder: "end_before_start"
	Package     string // "data.quality.end_before_start"
	Service     bool   // looks through data.service, once a run
}

const checkPrefix = "data.quality."

var (
	checkID       = regexp.MustCompile(`^[A-Z]{2}-[0-9]{2}$`)
	errNoFaults   = errors.New("a check needs the rule `fault contains`")
	errCheckWords = errors.New("metadata: a check has a title, a description, an id such as DQ-01, and an `effect` and a `do` of one sentence each")
)

// readCheck makes a check of a policy module.
func readCheck(file string, module *ast.Module) (*Check, error) {
	var m struct {
		ID     string `json:"id"`
		Scope  string `json:"scope"`
		Effect string `json:"effect"`
		Do     string `json:"do"`
	}
	name, annotation, err := describe(file, "quality", checkPrefix, module, &m)
	if err != nil {
		return nil, err
	}
	if !checkID.MatchString(m.ID) || annotation.Title == "" || annotation.Description == "" || !sentence(m.Effect) || !sentence(m.Do) {
		return nil, errCheckWords
	}
	if m.Scope != "" && m.Scope != "service" {
		return nil, fmt.Errorf("metadata: scope %q: want service, or no scope for a check of cases", m.Scope)
	}
	if !slices.ContainsFunc(module.Rules, isFault) {
		return nil, errNoFaults
	}
	return &Check{ID: m.ID, Title: annotation.Title, Description: strings.Join(strings.Fields(annotation.Description), " "),
		Effect: m.Effect, Do: m.Do, Name: name, Package: module.Package.Path.String(), Service: m.Scope == "service"}, nil
}

func sentence(text string) bool { return len(text) > 1 && strings.HasSuffix(text, ".") }

func isFault(rule *ast.Rule) bool {
	return rule.Head.Ref().String() == "fault" && rule.Head.RuleKind() == ast.MultiValue
}

// checkChecks holds the checks to ids of their own, among criteria too, and to
// settings that are there.
func (c *Catalogue) checkChecks(compiler *ast.Compiler) []error {
	var faults []error
	settings, _ := c.data["settings"].(map[string]any)
	seen := map[string]string{}
	for _, criterion := range c.Criteria {
		seen[criterion.ID] = criterion.Folder()
	}
	for _, check := range c.Checks {
		if other, ok := seen[check.ID]; ok {
			faults = append(faults, fmt.Errorf("%s (quality/%s): the id is also that of %s", check.ID, check.Name, other))
		}
		seen[check.ID] = "quality/" + check.Name
		named := settingsNamed(compiler, check.Package)
		for _, slot := range settingSlot.FindAllStringSubmatch(check.Description, -1) {
			if !slices.Contains(named, slot[1]) {
				faults = append(faults, fmt.Errorf("%s (quality/%s): [%s] is a setting that the policy does not read", check.ID, check.Name, slot[1]))
			}
		}
		for _, name := range named {
			if settings[name] == nil {
				faults = append(faults, fmt.Errorf("%s (quality/%s): the policy reads the setting %s, which is not in settings/data.yaml", check.ID, check.Name, name))
			}
		}
	}
	return faults
}

// settingsNamed lists the settings that a package asks for by name. A check goes
// through whole records, so what it reads is not followed as a criterion's is.
func settingsNamed(compiler *ast.Compiler, pkg string) []string {
	var names []string
	for _, module := range compiler.Modules {
		if module.Package.Path.String() != pkg {
			continue
		}
		ast.WalkExprs(module, func(expr *ast.Expr) bool {
			if !expr.IsCall() || expr.Operator().String() != "data.lib.settings.value" {
				return false
			}
			if name, ok := expr.Operand(0).Value.(ast.String); ok {
				names = append(names, string(name))
			}
			return false
		})
	}
	slices.Sort(names)
	return slices.Compact(names)
}
