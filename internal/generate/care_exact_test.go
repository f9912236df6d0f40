package generate

import (
	"encoding/json"
	"slices"
	"strconv"
	"testing"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// careStories are the stories of children in care and near it, without the rest.
func careStories() map[string]float64 {
	return map[string]float64{"early help": 1, "missing from home": 1, "exploitation": 1, "private fostering": 6, "short breaks": 1,
		"child in care": 5, "settled in care": 2, "adoption": 2, "home from care": 4, "care leaver": 2, "unregistered home": 2}
}

// The policies find what the key says of children in care, on days of every sort.
func TestPoliciesFindExactlyTheKeyInCare(t *testing.T) {
	t.Parallel()
	policies := newJudge(t)
	for _, tc := range []struct {
		name string
		opts Options
	}{
		{"clean", Options{Cases: 300, Seed: 61, AsAt: "2026-05-31"}},
		{"clean at the end of February", Options{Cases: 250, Seed: 62, AsAt: "2024-02-29"}},
		{"few faults", Options{Cases: 300, Seed: 63, AsAt: "2025-12-29", Faults: everyFault(0.05)}},
		{"many faults", Options{Cases: 250, Seed: 64, AsAt: "2019-02-28", Faults: everyFault(0.3)}},
		{"every fault everywhere", Options{Cases: 200, Seed: 65, AsAt: "2016-03-31", Faults: everyFault(1)}},
		{"no legal status, no status of health checks", Options{Cases: 300, Seed: 66, AsAt: "2026-10-31", Faults: everyFault(0.1),
			Stories: mix("short breaks", 0), Without: []string{"care_episodes.legal_status", "health.status"}}},
		{"no day of entry to care", Options{Cases: 300, Seed: 67, AsAt: "2026-10-31", Faults: everyFault(0.2),
			Without: []string{"care_episodes.entered_care_date", "child.date_of_birth"}}},
	} {
		if tc.opts.Stories == nil {
			tc.opts.Stories = careStories()
		}
		t.Run(tc.name, func(t *testing.T) { compare(t, policies, tc.opts) })
	}
}

// mix is the mix of stories of care with one told more or less often.
func mix(story string, weight float64) map[string]float64 {
	stories := careStories()
	stories[story] = weight
	return stories
}

// careLimits are the limits that stories of care keep, by the policies' names.
func careLimits() map[string]map[string]int {
	return map[string]map[string]int{
		"settings": {"eh_qa_wd": timing.EarlyHelpCheckedWD, "eh_review_months": timing.EarlyHelpReviewMonths,
			"return_interview_days": timing.ReturnInterviewDays, "interview_shared_wd": timing.InterviewSharedWD,
			"exploitation_assessment_wd": timing.RiskAssessedWD, "escalation_wd": timing.EscalationWD, "s20_months": timing.VoluntaryCareMonths,
			"permanence_days": timing.PermanenceDays, "pep_days": timing.EducationDays, "adoption_months": timing.AdoptionMonths,
			"life_story_months": timing.LifeStoryMonths, "home_support_days": timing.HomeSupportDays, "step_down_wd": timing.StepDownWD,
			"care_visit_days": timing.CareVisitDays, "care_visit_long_days": timing.LongCareVisitDays, "in_touch_days": timing.InTouchDays,
			"early_help_wd": timing.HelpTakenUpWD, "repeat_missing_times": timing.RepeatMissingTimes, "repeat_missing_days": timing.RepeatMissingDays,
			"repeat_missing_wd": timing.RepeatMissingWD, "unregistered_visit_days": timing.UnregisteredVisitDays,
			"unregistered_told_wd": timing.RegulatorToldWD, "unregistered_days": timing.UnregisteredDays},
		"timescales": {"care_plan": timing.CarePlanWD, "first_care_review": timing.FirstCareReviewWD, "second_care_review": timing.SecondCareReview,
			"later_care_reviews": timing.LaterCareReview, "initial_health_assessment": timing.FirstHealthWD,
			"health_assessment_under_five": timing.YoungHealthMonths, "health_assessment_from_five": timing.HealthMonths,
			"permanence_plan": timing.PermanenceMonths, "placement_visit": timing.PlacementVisitDays,
			"private_fostering_assessment": timing.FosteringAssessedWD, "private_fostering_visit": timing.FosteringVisitDays,
			"private_fostering_later_visit": timing.FosteringLaterDays, "pathway_plan": timing.PathwayMonths,
			"pathway_plan_review": timing.PathwayReviewMonths, "care_entry_approval": timing.EntryApprovedWD,
			"education_plan": timing.EducationStartedWD, "connected_carer_approval": timing.ConnectedApprovalDays / 7,
			"connected_carer_extension": timing.ConnectedExtensionDays / 7},
	}
}

// The limits of care that stories keep are those of the policies, and one that is
// one too many or one too few shows.
func TestCareLimitsArePolicies(t *testing.T) {
	t.Parallel()
	policies := newJudge(t)
	few := export(t, Options{Cases: 1500, Seed: 71, AsAt: "2026-10-31", Faults: everyFault(0.15), Stories: careStories()})
	many := export(t, Options{Cases: 1500, Seed: 72, AsAt: "2025-12-31", Faults: everyFault(0.4), Stories: careStories()})
	for file, limits := range careLimits() {
		all := policies.data[file].(map[string]any)
		for name, limit := range limits {
			values := all[name].(map[string]any)["values"].([]any)
			value := values[0].(map[string]any)
			if right := json.Number(strconv.Itoa(limit)); len(values) != 1 || value["value"] != right {
				t.Errorf("%s: policies have %v, stories keep %d", name, values, limit)
			}
			for _, wrong := range []int{limit - 1, limit + 1} {
				if testing.Short() {
					continue
				}
				value["value"] = json.Number(strconv.Itoa(wrong))
				if !few.differs(t, policies) && !many.differs(t, policies) {
					t.Errorf("nothing shows when %s is %d in place of %d", name, wrong, limit)
				}
			}
			value["value"] = json.Number(strconv.Itoa(limit))
		}
	}
}

// differs reports whether the policies of care find anything else in the cases than the key.
func (m *made) differs(t *testing.T, policies *judge) bool {
	t.Helper()
	ofCare := func(id string) bool {
		return id == "MO-10" || slices.Contains([]string{"EH", "ME", "CC", "CL"}, id[:2])
	}
	ids := slices.DeleteFunc(policies.criteriaOf(false, m.g.has), func(id string) bool { return !ofCare(id) })
	query := policies.prepare(t, ids, m.g, m.service, nil, nil)
	for _, c := range m.cases {
		key := slices.DeleteFunc(slices.Clone(c.Answers), func(a Answer) bool { return !ofCare(a.Criterion) })
		if !differ(key, policies.notMet(t, query, c.Record.CaseID, c.Record.Values), func(string) bool { return false }) {
			return true
		}
	}
	return false
}
