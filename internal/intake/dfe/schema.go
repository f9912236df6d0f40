package dfe

import (
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// keys gives, for each object of the schema by its path in the child, the keys
// that it may have and what each supplies: paths in the dictionary parted by
// spaces, "" when the audit does not use it.
func keys(path string) map[string]string {
	switch path {
	case "":
		return map[string]string{Key: "", "mis_child_id": "", "purge": "", "child_details": "", "health_and_wellbeing": "", "social_care_episodes": ""}
	case "child_details":
		return map[string]string{"unique_pupil_number": "child.upn", "former_unique_pupil_number": "", "unique_pupil_number_unknown_reason": "",
			"first_name": "child.forename", "surname": "child.surname", "date_of_birth": "child.date_of_birth",
			"expected_date_of_birth": "child.expected_date_of_birth", "sex": "child.sex", "ethnicity": "child.ethnicity",
			"disabilities": "child.disabilities", "postcode": "", "uasc_flag": "child.unaccompanied", "uasc_end_date": "", "purge": ""}
	case "health_and_wellbeing":
		return map[string]string{"sdq_assessments": "", "purge": ""}
	case "social_care_episodes":
		return map[string]string{"social_care_episode_id": "referrals.referral_id", "referral_date": "referrals.date",
			"referral_source": "referrals.source", "referral_no_further_action_flag": "referrals.no_further_action",
			"closure_date": "referrals.close_date", "closure_reason": "referrals.close_reason", "care_worker_details": "",
			"child_and_family_assessments": "", "child_in_need_plans": "", "section_47_assessments": "", "child_protection_plans": "",
			"child_looked_after_placements": "", "adoption": "", "care_leavers": "", "purge": ""}
	case "care_worker_details":
		return map[string]string{"worker_id": "involvements.professional_id", "start_date": "involvements.start_date", "end_date": "involvements.end_date"}
	case "child_and_family_assessments":
		return map[string]string{"child_and_family_assessment_id": "assessments.assessment_id assessments.type assessments.referral_id",
			"start_date": "assessments.start_date", "authorisation_date": "assessments.signed_off_date",
			"factors": "assessments.factors", "purge": ""}
	case "child_in_need_plans":
		return map[string]string{"child_in_need_plan_id": "plans.plan_id plans.type", "start_date": "plans.start_date", "end_date": "plans.end_date", "purge": ""}
	case "section_47_assessments":
		return map[string]string{"section_47_assessment_id": "section_47.enquiry_id section_47.referral_id", "start_date": "section_47.start_date",
			"icpc_required_flag": "section_47.to_conference", "end_date": "section_47.end_date", "purge": "",
			"icpc_date": "conferences.date conferences.type conferences.enquiry_id conferences.conference_id"}
	case "child_protection_plans":
		return map[string]string{"child_protection_plan_id": "plans.plan_id plans.type", "start_date": "plans.start_date", "end_date": "plans.end_date", "purge": ""}
	case "child_looked_after_placements":
		return map[string]string{"child_looked_after_placement_id": "care_episodes.episode_id placements.placement_id",
			"start_date": "care_episodes.start_date placements.start_date", "start_reason": "care_episodes.entered_care_date",
			"placement_type": "placements.type", "postcode": "", "end_date": "care_episodes.end_date placements.end_date",
			"end_reason": "care_episodes.end_reason", "change_reason": "", "purge": ""}
	case "adoption":
		return map[string]string{"initial_decision_date": "permanence.decision_date", "matched_date": "", "placed_date": "permanence.placed_date", "purge": ""}
	case "care_leavers":
		return map[string]string{"contact_date": "care_leaver.last_contact_date", "activity": "care_leaver.activity",
			"accommodation": "care_leaver.accommodation", "purge": ""}
	case "sdq_assessments":
		return map[string]string{"date": "", "score": ""}
	}
	return nil
}

// supply says what the export could have told us; found counts "path/key".
func supply(have *casefile.Supply, found map[string]int) {
	// Of these it has the kinds named below and no others, be there none at all.
	have.AddKind("plans", "")
	have.AddKind("conferences", "")
	for name := range found {
		path, key, _ := strings.Cut(name, "/")
		for _, field := range strings.Fields(keys(path)[key]) {
			have.Add(field)
		}
		switch name {
		case "child_and_family_assessments/authorisation_date":
			have.AddCopy("assessments.completed_date", "assessments.signed_off_date")
		case "child_in_need_plans/child_in_need_plan_id":
			have.AddKind("plans", "child_in_need")
		case "child_protection_plans/child_protection_plan_id":
			have.AddKind("plans", "child_protection")
		case "section_47_assessments/icpc_date":
			have.AddKind("conferences", "initial")
		}
	}
}

func sorted[V any](object map[string]V) []string {
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
