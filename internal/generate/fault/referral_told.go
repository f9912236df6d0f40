package fault

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// concernShared is CR-06: partners and the referrer are told within three working days.
func concernShared() Expectation {
	due := func(v *View, ref Item) string { return v.Clock.Working(text(ref, "date"), timing.ReferrerToldWD) }
	return Expectation{
		ID: "CR-06", Unit: "referrals",
		Needs: []string{"referrals.partners_told_date", "referrals.referrer_told_date", "referrals.date", "referrals.protection_concern"},
		Judge: func(v *View, ref Item) Verdict {
			if !v.Clock.Audited(text(ref, "date")) || !yes(ref, "protection_concern") {
				return NotAudited
			}
			return all(deadline(v.Clock, due(v, ref), text(ref, "partners_told_date")), deadline(v.Clock, due(v, ref), text(ref, "referrer_told_date")))
		},
		Faults: slices.Concat(
			lateOrNever("partners-told-late", "Partners hear of a concern days later.",
				"partners-not-told", "Nothing shows that partners were told of a concern.", "partners_told_date", due, 8),
			lateOrNever("referrer-told-late", "The referrer hears days later what came of a referral.",
				"referrer-not-told", "Nothing shows that the referrer heard what came of a referral.", "referrer_told_date", due, 8)),
	}
}
