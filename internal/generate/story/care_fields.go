package story

// careFields are those of early help, of children missing, exploited, privately
// fostered or in care, and of care leavers.
const careFields = `
early_help: episode_id start_date end_date organisation assessed_date quality_assured_date child_views last_review_date
missing: missing_id start end from_care interview_offered interview_accepted interview_date shared_date
exploitation: identified_date kind level risk_assessment_date analysis escalated_date strategy_meeting_date
care_episodes: episode_id entered_care_date start_date end_date end_reason legal_status entry_approved_by_role entry_approved_date
placements: placement_id start_date end_date type out_of_area
care_reviews: due_date date participation reviewer_met_child_date
health: type date status
education_plans: date child_views targets_specific
permanence: decision_date permanence_plan_date placed_date order_date life_story_started_date siblings siblings_assessed_date
convictions: date
private_fostering: notified_date assessed_date end_date
care_leaver: eligibility in_touch last_contact_date accommodation accommodation_suitable activity pathway_plan_date pathway_plan_review_date personal_adviser health_history_given_date entitlements_given_date
`
