package fault

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// genogram is AS-14: a genogram was drawn by the time the assessment was completed.
func genogram() Expectation {
	return Expectation{
		ID: "AS-14", Unit: "assessments", Needs: []string{"assessments.genogram_date", "assessments.type", "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			if !completedInFull(v, a) {
				return NotAudited
			}
			return verdict(text(a, "genogram_date") != "" && text(a, "genogram_date") <= text(a, "completed_date"))
		},
		Faults: []Fault{
			{Name: "genogram-after-assessment", About: "The genogram is drawn after the assessment is completed.",
				Plant: func(v *View, a Item, r *rand.Rand) bool {
					late := timing.Days(text(a, "completed_date"), over(r, 20))
					if !v.Clock.Happened(late) {
						return false
					}
					a["genogram_date"] = late
					return true
				}},
			{Name: "no-genogram", About: "Nobody drew the family's genogram.", Plant: without("genogram_date")},
		},
	}
}

// domesticAbuseTool is AS-15: where domestic abuse is a factor, a tool was used for it.
func domesticAbuseTool() Expectation {
	return Expectation{
		ID: "AS-15", Unit: "assessments", Needs: []string{"assessments.factors", "assessments.domestic_abuse_tool", "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			if !completed(v, a) || !factor(a, "3A", "3B", "3C") {
				return NotAudited
			}
			return verdict(named(a, "domestic_abuse_tool"))
		},
		Faults: []Fault{{Name: "no-domestic-abuse-tool", About: "Domestic abuse is a factor and no tool was used.", Plant: unnamed("domestic_abuse_tool")}},
	}
}

// neglectTool is AS-16: where neglect is a factor, a tool was used and its evidence analysed.
func neglectTool() Expectation {
	return Expectation{
		ID: "AS-16", Unit: "assessments",
		Needs: []string{"assessments.factors", "assessments.neglect_tool", "assessments.neglect_tool_analysis", "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			if !completed(v, a) || !factor(a, "16A") {
				return NotAudited
			}
			return verdict(named(a, "neglect_tool") && recorded(a, "neglect_tool_analysis"))
		},
		Faults: []Fault{
			{Name: "no-neglect-tool", About: "Neglect is a factor and no tool was used.", Plant: unnamed("neglect_tool")},
			{Name: "neglect-tool-not-analysed", About: "A neglect tool was filled in and its evidence not analysed.", Plant: silent("neglect_tool_analysis")},
		},
	}
}

// factor reports whether an assessment names one of some factors.
func factor(a Item, codes ...string) bool {
	factors, _ := a["factors"].([]any)
	return slices.ContainsFunc(factors, func(f any) bool {
		s, _ := f.(string)
		return slices.Contains(codes, strings.ToUpper(strings.TrimSpace(s)))
	})
}

// outcomeShared is AS-13: the outcome is shared with the child and family.
func outcomeShared() Expectation {
	due := func(v *View, a Item) string {
		return v.Clock.Working(text(a, "signed_off_date"), timing.OutcomeSharedWD)
	}
	return Expectation{
		ID: "AS-13", Unit: "assessments", Needs: []string{"assessments.outcome_shared_date", "assessments.signed_off_date"},
		Judge: func(v *View, a Item) Verdict {
			if !v.Clock.Audited(text(a, "signed_off_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, a), text(a, "outcome_shared_date"))
		},
		Faults: lateOrNever("outcome-shared-late", "The family waits for the outcome of an assessment.",
			"outcome-not-shared", "Nothing shows that the family was given the outcome of an assessment.", "outcome_shared_date", due, 15),
	}
}
