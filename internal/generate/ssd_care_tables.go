package generate

// ssdCareColumns are the tables of early help, of children missing or in care and
// of care leavers.
const ssdCareColumns = `
ssd_early_help_episodes early_help earl_episode_id:episode_id earl_person_id:@case earl_episode_start_date:start_date earl_episode_end_date:end_date earl_episode_organisation:organisation
ssd_missing missing miss_table_id:missing_id miss_person_id:@case miss_missing_episode_start_date:start miss_missing_episode_type:from_care miss_missing_episode_end_date:end miss_missing_rhi_offered:interview_offered miss_missing_rhi_accepted:interview_accepted
ssd_cla_episodes care_episodes clae_cla_episode_id:episode_id clae_person_id:@case clae_cla_episode_start_date:start_date clae_cla_episode_ceased_date:end_date clae_cla_episode_ceased_reason:end_reason clae_entered_care_date:entered_care_date
ssd_legal_status care_episodes lega_legal_status_id:@number lega_person_id:@case lega_legal_status:legal_status lega_legal_status_start_date:start_date lega_legal_status_end_date:end_date
ssd_cla_placement placements clap_cla_placement_id:placement_id clap_person_id:@case clap_cla_placement_start_date:start_date clap_cla_placement_end_date:end_date clap_cla_placement_type:type
ssd_cla_visits visits=care clav_cla_visit_id:visit_id clav_person_id:@case clav_cla_visit_date:date clav_cla_visit_seen:child_seen clav_cla_visit_seen_alone:seen_alone
ssd_cla_care_plan plans=care lacp_table_id:plan_id lacp_person_id:@case lacp_cla_care_plan_start_date:start_date lacp_cla_care_plan_end_date:end_date
ssd_cla_reviews care_reviews clar_cla_review_id:@number clar_person_id:@case clar_cla_review_due_date:due_date clar_cla_review_date:date clar_cla_review_participation:participation
ssd_cla_health health clah_health_check_id:@number clah_person_id:@case clah_health_check_type:type clah_health_check_date:date clah_health_check_status:status
ssd_cla_convictions convictions clac_cla_conviction_id:@number clac_person_id:@case clac_cla_conviction_date:date
ssd_permanence permanence perm_table_id:@number perm_person_id:@case perm_adm_decision_date:decision_date perm_part_of_sibling_group:siblings perm_placed_for_adoption_date:placed_date perm_permanence_order_date:order_date
ssd_care_leavers care_leaver clea_table_id:@number clea_person_id:@case clea_care_leaver_eligibility:eligibility clea_care_leaver_in_touch:in_touch clea_care_leaver_latest_contact:last_contact_date clea_care_leaver_accommodation:accommodation clea_care_leaver_accom_suitable:accommodation_suitable clea_care_leaver_activity:activity clea_pathway_plan_review_date:pathway_plan_review_date clea_care_leaver_personal_advisor:personal_adviser
`

// lossy are the entities whose tables in the dataset would lose something: those
// without a key, so that no practice table could add to their rows, that have a
// field which the dataset lacks. They stand whole in a practice table.
func (g *Generator) lossy(tables []table) map[string]bool {
	held := heldBy(tables)
	lossy := map[string]bool{}
	for _, e := range g.dict.Entities {
		if _, keyed := e.Key(); keyed || held[e.Name] == nil {
			continue
		}
		for _, f := range e.Fields {
			lossy[e.Name] = lossy[e.Name] || (g.has(f.Path()) && !held[e.Name][f.Name])
		}
	}
	return lossy
}

// heldBy says which fields of which entities tables hold.
func heldBy(tables []table) map[string]map[string]bool {
	held := map[string]map[string]bool{}
	for _, t := range tables {
		if held[t.entity] == nil {
			held[t.entity] = map[string]bool{}
		}
		for _, c := range t.columns {
			held[t.entity][c.field] = true
		}
		if t.kind != "" {
			held[t.entity]["type"] = true
		}
	}
	return held
}

// kindsOf are the kinds of an entity for which the dataset has tables.
func kindsOf(entity string, tables []table) map[string]bool {
	kinds := map[string]bool{}
	for _, t := range tables {
		if t.entity == entity && t.kind != "" {
			kinds[t.kind] = true
		}
	}
	return kinds
}

// ofOtherKinds are the entities of which some items that stories tell are of a kind
// without a table in the dataset; these stand whole in the practice table.
func ofOtherKinds(entity string) bool { return entity == "visits" }
