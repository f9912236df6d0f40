package criteria_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// policySet is a small valid set of policies, by file: one criterion about
// cases, one about the service, and what they build on.
func policySet() map[string]string {
	return map[string]string{
		"areas/data.yaml": `
assessment: {code: AS, title: Assessment}
workforce: {code: WF, title: Workforce}
`,
		"settings/data.yaml": `
seen_days:
  title: Days within which a child is seen
  unit: days
  footing: local
  values: [{value: 10}]
duty_roles:
  title: Roles that count as duty
  unit: roles
  footing: local
  values: [{value: [duty]}]
`,
		"timescales/data.yaml": `
single_assessment:
  title: Working days for an assessment
  unit: working days
  footing: statutory guidance
  values: [{value: 45}]
`,
		"lib/seen/seen.rego": `package lib.seen

seen(assessment) if assessment.child_seen == true

days := data.settings.seen_days.values[0].value
`,
		"assessment/child_seen/policy.rego": `# METADATA
# scope: package
# title: Child seen
# description: Audited are completed assessments. Met when the child was seen within [seen_days] days.
# custom:
#   id: AS-02
#   level: priority
#   unit: assessments
#   anchor: completed_date
#   needs: [assessments.child_seen, assessments.completed_date]
#   footing: inspection
#   sources: [PET09-D2b]
#   finding: the assessment completed on {completed_date} shows no child seen within [seen_days] days
#   action: See the child.
#   phrase: Seeing children during assessments
#   strength: Children are seen
#   why: Nobody can judge without seeing the child.
package audit.assessment.child_seen

import data.lib.seen

applies contains i if {
	some i, assessment in input.assessments
	assessment.completed_date
	seen.days > 0
}

met contains i if {
	some i, assessment in input.assessments
	seen.seen(assessment)
}
`,
		"workforce/record_check/policy.rego": `# METADATA
# scope: package
# title: Record check
# description: Audited are all staff. Met when a check is recorded.
# custom:
#   id: WF-01
#   level: priority
#   unit: professionals
#   scope: service
#   needs: [professionals.record_check_date]
#   footing: local
#   sources: []
#   finding: no record check
#   action: Obtain a check.
#   phrase: Record checks for staff
#   strength: Staff are checked
#   why: An unchecked worker may be a danger.
package audit.workforce.record_check

applies contains i if some i, _ in data.service.professionals

met contains i if {
	some i, professional in data.service.professionals
	professional.record_check_date
}
`,
	}
}

const (
	seenPolicy  = "assessment/child_seen/policy.rego"
	checkPolicy = "workforce/record_check/policy.rego"
	seenLib     = "lib/seen/seen.rego"
)

// change is one edit of a policy set: in a file, a text for another. An empty old
// text replaces the file, or adds it.
type change struct{ file, old, with string }

// changed is the valid set with some edits. An edit that finds no text to
// replace would leave a test testing nothing, and fails it.
func changed(t testing.TB, changes ...change) fstest.MapFS {
	t.Helper()
	set := policySet()
	for _, c := range changes {
		if c.old == "" {
			set[c.file] = c.with
			continue
		}
		if !strings.Contains(set[c.file], c.old) {
			t.Fatalf("%s has no %q to change", c.file, c.old)
		}
		set[c.file] = strings.ReplaceAll(set[c.file], c.old, c.with)
	}
	fsys := fstest.MapFS{}
	for name, text := range maps.All(set) {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func load(t testing.TB, fsys fstest.MapFS) (*criteria.Catalogue, error) {
	t.Helper()
	return criteria.Load(fsys, dictionary(t))
}

func mustLoad(t testing.TB, fsys fstest.MapFS) *criteria.Catalogue {
	t.Helper()
	catalogue, err := load(t, fsys)
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

func dictionary(t testing.TB) *casefile.Dictionary {
	t.Helper()
	d, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// fault is a way to break the valid set, and what the error must say.
type fault struct {
	name    string
	changes []change
	want    []string // parts of the error, in any order
}

// refuse loads each broken set.
func refuse(t *testing.T, faults []fault) {
	t.Helper()
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			_, err := load(t, changed(t, f.changes...))
			mention(t, err, f.want...)
		})
	}
}

// mention fails the test unless there is an error that holds every part.
func mention(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("got no error, want one with %q", parts)
		return
	}
	for _, want := range parts {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error reads\n%v\nwant in it %q", err, want)
		}
	}
}
