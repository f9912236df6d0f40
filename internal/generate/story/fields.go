package story

import "strings"

// Fields lists the fields that stories fill in; an export made from them has
// these columns and no others, so that a criterion about anything else is not
// assessable. A test compares the list with what is told.
func Fields() []string {
	var paths []string
	for _, line := range strings.Split(strings.TrimSpace(fields)+"\n"+strings.TrimSpace(careFields)+"\n"+strings.TrimSpace(reportedFields), "\n") {
		entity, names, _ := strings.Cut(strings.TrimSpace(line), ":")
		for _, name := range strings.Fields(names) {
			if entity != "record" {
				name = entity + "." + name
			}
			paths = append(paths, name)
		}
	}
	return paths
}

const fields = `
record: case_id team
child: date_of_birth expected_date_of_birth date_of_death sex ethnicity religion first_language forename surname upn nhs_number disabilities
involvements: professional_id role team start_date end_date
contacts: contact_id received source decided protection_concern domestic_abuse risk_tool consent
referrals: referral_id date source primary_need no_further_action worker_id team allocated_date protection_concern concern partners_told_date referrer_told_date close_date close_reason closure_child_seen_date closure_ready_date closure_signed_off_date
assessments: assessment_id referral_id type start_date completed_date signed_off_date signed_off_by worker_id team no_further_action factors child_seen child_seen_date agency_checks analysis conclusion risk_factors protective_factors history identity child_views genogram_date outcome_shared_date plan_id sections_missing domestic_abuse_tool neglect_tool neglect_tool_analysis
section_47: enquiry_id referral_id start_date end_date worker_id to_conference strategy_discussion_date police_attended health_attended conducted single_agency_reason
conferences: conference_id enquiry_id type due_date date plan_id plan_made report_chronology report_history decisions_sent_date
plans: plan_id type start_date end_date category previous_plans written_date risks risk_management child_focus last_updated_date change_reason end_reason worker_id
plan_actions: plan_id action_id action owner due_date measure done_date
meetings: type date plan_id
visits: visit_id type date child_seen seen_alone recorded_date
case_notes: date recorded_date next_actions
chronology: date recorded_date significant
supervision: date supervisor_id worker_id recorded_date actions reflection
decisions: date by_id by_role kind in_supervision rationale recorded_date
feedback: date source satisfied acted_on_date
transfers: requested_date accepted_date from_team to_team
pre_proceedings: decision_date letter_date first_meeting_date outcome end_date
posts: post_id team level qualified_post fte holder_id
professionals: professional_id name role team registration_number fte agency contact_with_children record_check_date start_date end_date
staff_supervision: professional_id date
file_audits: case_id date team grade
audit_actions: action_id case_id raised_date due_date done_date owner
`
