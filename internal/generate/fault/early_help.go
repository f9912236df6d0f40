package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// earlyHelpChecked is EH-01: an early help assessment is quality assured in time.
func earlyHelpChecked() Expectation {
	due := func(v *View, e Item) string {
		return v.Clock.Working(text(e, "assessed_date"), timing.EarlyHelpCheckedWD)
	}
	return Expectation{
		ID: "EH-01", Unit: "early_help", Anchor: "assessed_date",
		Needs: []string{"early_help.assessed_date", "early_help.quality_assured_date"},
		Judge: func(v *View, e Item) Verdict {
			if !v.Clock.Audited(text(e, "assessed_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, e), text(e, "quality_assured_date"))
		},
		Faults: lateOrNever("early-help-checked-late", "Nobody checks the quality of an early help assessment for weeks.",
			"early-help-unchecked", "Nobody checks the quality of an early help assessment.", "quality_assured_date", due, 15),
	}
}

// earlyHelpReviewed is EH-02: the progress of early help was reviewed in the last three months.
func earlyHelpReviewed() Expectation {
	return Expectation{
		ID: "EH-02", Unit: "early_help",
		Needs: []string{"early_help.start_date", "early_help.last_review_date", "early_help.end_date"},
		Judge: func(v *View, e Item) Verdict {
			start := text(e, "start_date")
			if !v.open(start, text(e, "end_date")) || !v.Clock.MonthsAgo(start, timing.EarlyHelpReviewMonths) {
				return NotAudited
			}
			return verdict(v.Clock.WithinMonths(text(e, "last_review_date"), timing.EarlyHelpReviewMonths))
		},
		Faults: []Fault{
			{Name: "early-help-review-old", About: "Early help goes on and its progress was last reviewed long ago.",
				Plant: func(v *View, e Item, r *rand.Rand) bool {
					old := timing.Days(timing.Months(v.Clock.AsAt, -timing.EarlyHelpReviewMonths), -over(r, 60))
					if old < text(e, "start_date") {
						return false
					}
					e["last_review_date"] = old
					return true
				}},
			{Name: "early-help-unreviewed", About: "Early help goes on and nobody reviews its progress.", Plant: without("last_review_date")},
		},
	}
}

// earlyHelpViews is EH-03: an early help assessment records the child's views.
func earlyHelpViews() Expectation {
	return Expectation{
		ID: "EH-03", Unit: "early_help", Anchor: "assessed_date",
		Needs: []string{"early_help.child_views", "early_help.assessed_date"},
		Judge: func(v *View, e Item) Verdict {
			if !v.Clock.Audited(text(e, "assessed_date")) {
				return NotAudited
			}
			return verdict(recorded(e, "child_views"))
		},
		Faults: []Fault{{Name: "early-help-without-views", About: "An early help assessment does not record the child's views.",
			Plant: silent("child_views")}},
	}
}
