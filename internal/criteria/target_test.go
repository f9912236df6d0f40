package criteria_test

import (
	"math/big"
	"testing"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

func ratio(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is no number", text)
	}
	return r
}

func TestTargetsIncludeTheirBound(t *testing.T) {
	most, least := criteria.Target{}, criteria.Target{AtLeast: true}
	for _, test := range []struct {
		name                 string
		target               criteria.Target
		met, notMet, percent string
		reached, ok          bool
	}{
		{"at most, at the bound", most, "9", "1", "10", true, true},
		{"at most, above it", most, "8", "1", "10", false, true},
		{"at most, below it", most, "10", "1", "10", true, true},
		{"at most, none wanting", most, "1", "0", "0", true, true},
		{"at most nought, one wanting", most, "1000000", "1", "0", false, true},
		{"at most a hundred", most, "0", "5", "100", true, true},
		{"at least, at the bound", least, "9", "1", "90", true, true},
		{"at least, below it", least, "8", "1", "90", false, true},
		{"at least, above it", least, "10", "1", "90", true, true},
		{"at least nought", least, "0", "1", "0", true, true},
		{"at least a hundred", least, "999999", "1", "100", false, true},
		{"a part of a per cent", most, "7", "1", "12.5", true, true},
		{"a third, which binary fractions miss", least, "1", "2", "33.333333333333333333", true, true},
		{"a hair under a third", least, "1", "2", "33.333333333333333334", false, true},
		{"weights that binary fractions miss", most, "0.9", "0.1", "10", true, true},
		{"three tenths of a post of three", most, "2.7", "0.3", "10", true, true},
		{"three tenths and a bit", most, "2.69", "0.31", "10", false, true},
		{"nothing weighed", most, "0", "0", "10", false, false},
		{"no per cent", most, "1", "1", "", false, false},
		{"a per cent that is no number", least, "1", "1", "most", false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			met, notMet := ratio(t, test.met), ratio(t, test.notMet)
			reached, ok := test.target.Reached(met, notMet, test.percent)
			if reached != test.reached || ok != test.ok {
				t.Errorf("got %v, %v, want %v, %v", reached, ok, test.reached, test.ok)
			}
			if met.Cmp(ratio(t, test.met)) != 0 || notMet.Cmp(ratio(t, test.notMet)) != 0 {
				t.Error("the weights were changed")
			}
		})
	}
}

// measured is the small set with a measure in place of the service's criterion.
func measured(target string) []change {
	return []change{
		{checkPolicy, "#   needs:", "#   measure: true\n#   target: " + target + "\n#   needs:"},
		{"settings/data.yaml", "duty_roles:", "unchecked_percent: {title: Most staff unchecked, unit: per cent, footing: local, values: [{value: 10}]}\nduty_roles:"},
	}
}

func TestTargetsOfMetadata(t *testing.T) {
	fte := change{checkPolicy, "[professionals.record_check_date]", "[professionals.record_check_date, professionals.fte]"}
	for _, test := range []struct {
		sentence string
		want     criteria.Target
		words    string
	}{
		{`"at most [unchecked_percent] per cent not met"`, criteria.Target{Setting: "unchecked_percent"}, "at most 10 per cent not met"},
		{`"at least [unchecked_percent] per cent met"`, criteria.Target{Setting: "unchecked_percent", AtLeast: true}, "at least 10 per cent met"},
		{`"at most [unchecked_percent] per cent not met weighted by fte"`, criteria.Target{Setting: "unchecked_percent", Weighted: true},
			"at most 10 per cent not met, weighted by full-time equivalent"},
	} {
		changes := measured(test.sentence)
		if test.want.Weighted {
			changes = append(changes, fte)
		}
		c, _ := mustLoad(t, changed(t, changes...)).Criterion("WF-01")
		if c.Target == nil || *c.Target != test.want {
			t.Errorf("%s: got %+v", test.sentence, c.Target)
			continue
		}
		if words := c.Target.Words("10"); words != test.words {
			t.Errorf("got %q, want %q", words, test.words)
		}
		if len(c.Settings) != 1 || c.Settings[0] != "unchecked_percent" {
			t.Errorf("%s: it reads %q, want its target's setting", test.sentence, c.Settings)
		}
	}
}

func TestLoadRefusesTargets(t *testing.T) {
	const most = `"at most [unchecked_percent] per cent not met"`
	refuse(t, []fault{
		{"a measure without a target", []change{{checkPolicy, "#   needs:", "#   measure: true\n#   needs:"}}, []string{"WF-01", "a measure has a target, and nothing else does"}},
		{"a target without a measure", append(measured(most), change{checkPolicy, "#   measure: true\n", ""}), []string{"WF-01", "a measure has a target, and nothing else does"}},
		{"another sentence", measured(`"about [unchecked_percent] per cent"`), []string{checkPolicy, "metadata: custom.target"}},
		{"a target that goes the other way", measured(`"at most [unchecked_percent] per cent met"`), []string{"metadata: custom.target"}},
		{"a setting that is none", measured(`"at most [idle_percent] per cent not met"`), []string{"WF-01", "target: [idle_percent] is no setting of settings/data.yaml"}},
		{"a timescale", measured(`"at most [single_assessment] per cent not met"`), []string{"target: [single_assessment] is no setting"}},
		{"fte that nobody reads", append(measured(most), change{checkPolicy, "[professionals.record_check_date]", "[professionals.record_check_date, professionals.fte]"}),
			[]string{"WF-01", "needs: the policy does not read professionals.fte"}},
	})
}
