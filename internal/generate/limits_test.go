package generate

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// practiceLimits are the limits that stories keep, by the policies' names, save those of care.
func practiceLimits() map[string]map[string]int {
	return map[string]map[string]int{
		"settings": {"period_months": timing.PeriodMonths, "narrative_min_words": 3, "allocation_wd": timing.AllocationWD,
			"contact_decision_wd": timing.ContactDecisionWD, "plan_after_assessment_wd": timing.PlanWD,
			"views_from_age": timing.ViewsFromAge, "sign_off_wd": timing.SignOffWD, "conference_decisions_wd": timing.DecisionsSentWD,
			"cp_plan_written_wd": timing.WrittenPlanWD, "cp_visit_days": timing.VisitDays, "chronology_days": timing.ChronologyDays,
			"chronology_months": timing.ChronologyMonths, "oversight_days": timing.OversightDays,
			"supervision_days": timing.SupervisionDays, "record_check_years": timing.RecordCheckMonths / 12,
			"recording_wd": timing.RecordingWD, "decision_recorded_wd": timing.DecisionRecordedWD, "transfer_wd": timing.TransferWD,
			"drift_days": timing.DriftDays, "closure_wd": timing.ClosureWD, "caseload_max": timing.CaseloadMax,
			"staff_supervision_days": timing.StaffSupervisionDays, "audits_per_team_month": timing.AuditsMonthly,
			"chronology_before_assessment_months": timing.ChronologyBeforeMonths, "outcome_shared_wd": timing.OutcomeSharedWD,
			"pre_birth_weeks": timing.PreBirthDays / 7, "core_group_days": timing.CoreGroupDays, "step_down_wd": timing.StepDownWD,
			"plo_letter_wd": timing.LetterWD, "plo_weeks": timing.PreProceedingsDays / 7, "cin_review_days": timing.ReviewDays,
			"continuity_months": timing.ContinuityMonths, "worker_changes": timing.MostWorkerChanges,
			"cp_contact_hours": timing.ProtectionDecisionHours, "cp_response_wd": timing.ResponseWD, "referrer_told_wd": timing.ReferrerToldWD,
			"homeless_assessment_wd": timing.HomelessAssessedWD, "homeless_told_wd": timing.HomelessToldWD,
			"strategy_wd": timing.StrategyDiscussionWD, "allegation_decision_wd": timing.AllegationDecidedWD,
			"allegation_months": timing.AllegationMonths, "challenge_wd": timing.ChallengeWD, "seen_alone_days": timing.SeenAloneDays,
			"seen_alone_from_age": timing.SeenAloneAge, "permanent_worker_months": timing.PermanentWorkerMonths},
		"timescales": {"core_assessment": timing.CoreWD, "initial_assessment": timing.InitialWD("2010-03-31"),
			"single_assessment": timing.SingleWD, "child_protection_conference": timing.ConferenceWD, "first_core_group": timing.CoreGroupWD,
			"first_review_conference": timing.FirstReviewMonths, "later_review_conferences": timing.LaterReviewMonths},
	}
}

// The limits that stories keep are those of the policies, and one that is one too
// many or one too few shows: the cases stand on the edges.
func TestLimitsArePolicies(t *testing.T) {
	policies := newJudge(t)
	now := export(t, Options{Cases: 2200, Seed: 51, AsAt: "2026-10-31", Faults: everyFault(0.15), Stories: ofPractice()})
	then := export(t, Options{Cases: 300, Seed: 52, AsAt: "2009-10-07", Faults: everyFault(0.15), Stories: ofPractice()})
	for file, limits := range practiceLimits() {
		all := policies.data[file].(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(limits)) {
			set := now
			if name == "initial_assessment" || name == "core_assessment" {
				set = then
			}
			value, right := all[name].(map[string]any)["values"].([]any)[0].(map[string]any), limits[name]
			if value["value"] != json.Number(strconv.Itoa(right)) {
				t.Errorf("%s: policies have %v, stories keep %d", name, value["value"], right)
			}
			for _, wrong := range []int{right - 1, right + 1} {
				if testing.Short() {
					continue
				}
				value["value"] = json.Number(strconv.Itoa(wrong))
				if !shows(t, set, policies, name) {
					t.Errorf("%s: nothing shows when %s is %d in place of %d", file, name, wrong, right)
				}
			}
			value["value"] = json.Number(strconv.Itoa(right))
		}
	}
}

// shows reports whether the policies that read a setting find anything else than the
// key; where only libraries read it, all policies.
func shows(t *testing.T, set *made, policies *judge, setting string) bool {
	t.Helper()
	reads := func(id string) bool { return strings.Contains(policies.queries[id].text, strconv.Quote(setting)) }
	anybody := false
	for id := range policies.queries {
		anybody = anybody || reads(id)
	}
	for range set.differences(t, policies, func(id string) bool { return !anybody || reads(id) }) {
		return true
	}
	return false
}

// ofPractice are the stories of referrals, without those of care.
func ofPractice() map[string]float64 {
	return map[string]float64{"contact only": 1, "advice": 1, "assessed and closed": 1, "child in need": 2, "child protection": 3,
		"unborn": 2, "long open": 2, "homeless at 16 or 17": 1}
}
