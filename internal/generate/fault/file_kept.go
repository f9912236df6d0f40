package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// visitRecorded is RE-03: a visit is written up within five working days.
func visitRecorded() Expectation {
	return writtenUp("RE-03", "visits", timing.RecordingWD, func(Item) bool { return true }, nil,
		"visit-written-up-late", "A visit is written up weeks later.", "visit-not-written-up", "A visit is not written up.")
}

// decisionRecorded is MO-04: a decision made outside supervision is on the file within two working days.
func decisionRecorded() Expectation {
	return writtenUp("MO-04", "decisions", timing.DecisionRecordedWD, func(d Item) bool { return !yes(d, "in_supervision") },
		[]string{"decisions.in_supervision"}, "decision-recorded-late", "A manager's decision is put on the file days later.",
		"decision-unrecorded", "Nothing shows when a manager's decision was put on the file.")
}

func writtenUp(id, entity string, limit int, counts func(Item) bool, needs []string, late, aboutLate, never, aboutNever string) Expectation {
	due := func(v *View, item Item) string { return v.Clock.Working(text(item, "date"), limit) }
	return Expectation{
		ID: id, Unit: entity, Anchor: "date", Needs: append(needs, entity+".recorded_date", entity+".date"),
		Judge: func(v *View, item Item) Verdict {
			if !v.Clock.Audited(text(item, "date")) || !counts(item) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, item), text(item, "recorded_date"))
		},
		Faults: lateOrNever(late, aboutLate, never, aboutNever, "recorded_date", due, 12),
	}
}

// nextActions is RE-05: the last case note says what happens next.
func nextActions() Expectation {
	return Expectation{
		ID: "RE-05", Unit: "record", Needs: openNeeds("case_notes.next_actions", "case_notes.date"),
		Judge: func(v *View, _ Item) Verdict {
			notes := lastNotes(v)
			if !v.openWork() || len(notes) == 0 {
				return NotAudited
			}
			return verdict(slices.ContainsFunc(notes, func(n Item) bool { return recorded(n, "next_actions") }))
		},
		Faults: []Fault{{Name: "next-actions-unclear", About: "The last case note does not say what happens next.",
			Plant: func(v *View, _ Item, r *rand.Rand) bool {
				for _, n := range lastNotes(v) {
					silence(n, "next_actions", r)
				}
				return true
			}}},
	}
}

// lastNotes are the case notes of the last day that has any.
func lastNotes(v *View) []Item {
	last, notes := "", []Item(nil)
	for _, n := range v.Items("case_notes") {
		day := text(n, "date")
		if !v.Clock.Happened(day) || day < last {
			continue
		}
		if day > last {
			last, notes = day, nil
		}
		notes = append(notes, n)
	}
	return notes
}

// childIdentity is RE-06: ethnicity, religion and language of a child are recorded.
func childIdentity() Expectation {
	return Expectation{
		ID: "RE-06", Unit: "record", Needs: openNeeds("child.ethnicity", "child.religion", "child.first_language", "child.date_of_birth"),
		Judge: func(v *View, _ Item) Verdict {
			child := v.Child()
			if !v.openWork() || !v.Clock.Happened(text(child, "date_of_birth")) {
				return NotAudited
			}
			ethnicity := code(child, "ethnicity")
			return verdict(ethnicity != "" && ethnicity != "nobt" && answered(child, "religion") && answered(child, "first_language"))
		},
		Faults: []Fault{
			{Name: "no-ethnicity", About: "The child's ethnicity is not yet obtained.", Plant: func(v *View, _ Item, r *rand.Rand) bool {
				if v.Child()["ethnicity"] = "NOBT"; r.IntN(2) == 0 {
					delete(v.Child(), "ethnicity")
				}
				return true
			}},
			{Name: "no-religion", About: "The child's religion is not recorded.", Plant: unanswered("religion")},
			{Name: "no-first-language", About: "The child's first language is not recorded.", Plant: unanswered("first_language")},
		},
	}
}

// answered: "None" is an answer.
func answered(child Item, field string) bool {
	return code(child, field) == "none" || named(child, field)
}

func unanswered(field string) func(*View, Item, *rand.Rand) bool {
	return func(v *View, _ Item, r *rand.Rand) bool { return unnamed(field)(v, v.Child(), r) }
}
