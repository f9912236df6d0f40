package generate

import (
	"slices"
	"strings"
)

// table is one CSV file: what its rows are and which column holds which field.
type table struct {
	file    string
	entity  string // "" for the record and its child
	kind    string // only items of this type; "" for all
	columns []column
	held    map[string]bool // the kinds of which other tables hold the columns apart
}

type column struct {
	name  string
	field string // of the item; the special names below
	apart bool   // blank for items of a kind that another table holds
}

// Fields that a table takes from elsewhere than the item.
const (
	caseID = "@case"   // the id of the case
	number = "@number" // a running number, as the row's own id
)

// ssdTables are the tables of the Standard Safeguarding Dataset that stories
// fill in, with the columns for which the dictionary has a field. Source: Data to
// Insight, the dataset's published schema.
func ssdTables() []table {
	var tables []table
	for _, line := range strings.Split(strings.TrimSpace(ssdColumns+strings.TrimSpace(ssdCareColumns)), "\n") {
		words := strings.Fields(line)
		entity, kind, _ := strings.Cut(words[1], "=")
		t := table{file: words[0] + ".csv", entity: strings.TrimPrefix(entity, "child"), kind: kind}
		for _, word := range words[2:] {
			name, field, _ := strings.Cut(word, ":")
			t.columns = append(t.columns, column{name: name, field: field})
		}
		tables = append(tables, t)
	}
	return tables
}

const ssdColumns = `
ssd_person child pers_person_id:@case pers_sex:sex pers_ethnicity:ethnicity pers_dob:date_of_birth pers_common_child_id:nhs_number pers_expected_dob:expected_date_of_birth pers_death_date:date_of_death pers_forename:forename pers_surname:surname
ssd_involvements involvements invo_involvements_id:@number invo_person_id:@case invo_professional_id:professional_id invo_professional_role_id:role invo_professional_team:team invo_involvement_start_date:start_date invo_involvement_end_date:end_date
ssd_contacts contacts cont_contact_id:contact_id cont_person_id:@case cont_contact_date:received cont_contact_source_code:source
ssd_cin_episodes referrals cine_referral_id:referral_id cine_person_id:@case cine_referral_date:date cine_cin_primary_need_code:primary_need cine_referral_source_code:source cine_referral_nfa:no_further_action cine_close_reason:close_reason cine_close_date:close_date cine_referral_team:team cine_referral_worker_id:worker_id
ssd_cin_assessments assessments cina_assessment_id:assessment_id cina_person_id:@case cina_referral_id:referral_id cina_assessment_start_date:start_date cina_assessment_child_seen:child_seen cina_assessment_auth_date:signed_off_date cina_assessment_outcome_nfa:no_further_action cina_assessment_team:team cina_assessment_worker_id:worker_id
ssd_s47_enquiry section_47 s47e_s47_enquiry_id:enquiry_id s47e_referral_id:referral_id s47e_person_id:@case s47e_s47_start_date:start_date s47e_s47_end_date:end_date s47e_s47_completed_by_worker_id:worker_id
ssd_initial_cp_conference conferences=initial icpc_icpc_id:conference_id icpc_s47_enquiry_id:enquiry_id icpc_person_id:@case icpc_cp_plan_id:plan_id icpc_icpc_target_date:due_date icpc_icpc_date:date icpc_icpc_outcome_cp_flag:plan_made
ssd_cp_reviews conferences=review cppr_cp_review_id:conference_id cppr_person_id:@case cppr_cp_plan_id:plan_id cppr_cp_review_due:due_date cppr_cp_review_date:date
ssd_cp_plans plans=child_protection cppl_cp_plan_id:plan_id cppl_person_id:@case cppl_cp_plan_start_date:start_date cppl_cp_plan_end_date:end_date cppl_cp_plan_initial_category:category
ssd_cin_plans plans=child_in_need cinp_cin_plan_id:plan_id cinp_person_id:@case cinp_cin_plan_start_date:start_date cinp_cin_plan_end_date:end_date cinp_cin_plan_worker_id:worker_id
ssd_cp_visits visits=child_protection cppv_cp_visit_id:visit_id cppv_person_id:@case cppv_cp_visit_date:date cppv_cp_visit_seen:child_seen cppv_cp_visit_seen_alone:seen_alone
ssd_cin_visits visits=child_in_need cinv_cin_visit_id:visit_id cinv_person_id:@case cinv_cin_visit_date:date cinv_cin_visit_seen:child_seen cinv_cin_visit_seen_alone:seen_alone
ssd_professionals professionals prof_professional_id:professional_id prof_professional_name:name prof_social_worker_registration_no:registration_number prof_professional_job_title:role prof_professional_department:team prof_full_time_equivalency:fte prof_agency_worker_flag:agency
`

// practiceTables hold what the dataset lacks, each named by its entity: fields
// of an entity that has tables in the dataset stand beside its key, other
// entities stand whole with their case.
func (g *Generator) practiceTables(ssd []table) []table {
	held := heldBy(ssd)
	if held["assessments"] != nil {
		held["assessments"]["factors"] = true
	}
	tables := []table{
		{file: "cases.csv", columns: columns("case_id", caseID, "team", "@team")},
		{file: "child.csv", columns: columns("case_id", caseID, "religion", "religion", "first_language", "first_language")},
	}
	for _, e := range slices.Concat(g.dict.Entities, g.dict.Service) {
		t := table{file: e.Name + ".csv", entity: e.Name}
		other := ofOtherKinds(e.Name)
		if _, inSSD := held[e.Name]; inSSD {
			if key, ok := e.Key(); ok {
				t.columns = columns(key.Name, key.Name)
			}
			if other {
				t.columns, t.held = append(t.columns, columns("case_id", caseID, "type", "type")...), kindsOf(e.Name, ssd)
			}
		} else if _, has := e.Field("case_id"); !has && !e.Service {
			t.columns = columns("case_id", caseID)
		}
		beside := len(t.columns)
		for _, f := range e.Fields {
			switch stands := held[e.Name][f.Name]; {
			case !stands:
				t.columns = append(t.columns, column{name: f.Name, field: f.Name})
			case other && !f.Key && f.Name != "type":
				t.columns = append(t.columns, column{name: f.Name, field: f.Name, apart: true})
			}
		}
		if len(t.columns) > beside {
			tables = append(tables, t)
		}
	}
	return tables
}

// columns are columns by name and field.
func columns(pairs ...string) []column {
	var list []column
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, column{name: pairs[i], field: pairs[i+1]})
	}
	return list
}
