package annexa

import (
	"maps"
	"slices"
)

// Columns that several lists have, or that package annexa asks for by name.
const (
	lastSeen     = "Date Child Was Last Seen"
	visited      = "Date of the Last Statutory Visit"
	seenAlone    = "Was the Child Seen Alone?"
	discussed    = "Strategy discussion initiating Section 47 Enquiry Start Date"
	unnecessary  = "Was an Initial Child Protection Conference deemed unnecessary?"
	conferred    = "Date of Initial Child Protection Conference"
	authorised   = "Continuous Assessment Date of Authorisation"
	supported    = "Was the child assessed as requiring LA children's social care support?"
	needBegan    = "CIN Start Date"
	needEnded    = "CIN Closure Date"
	careEnded    = "Date Ceased to be Looked After"
	careReviewed = "Date of Latest Statutory Review"
	reversed     = "Date of Decision that Child Should No Longer be Placed for Adoption"
	team         = "Allocated Team"
	location     = "Placement Location"
)

// gives says what a row of a list becomes in one entity of the dictionary.
type gives struct {
	entity string
	fields map[string]string // field: column
	always map[string]string
	latest bool
	needs  []string
	unless []string
}

// child is what every list but the last says of the child itself.
func child(more map[string]string) gives {
	fields := map[string]string{"date_of_birth": "Date of Birth", "sex": "Gender", "ethnicity": "Ethnicity"}
	maps.Copy(fields, more)
	return gives{entity: "child", fields: fields}
}

func disabled(more map[string]string) gives {
	fields := map[string]string{"disabilities": "Does the Child have a Disability"}
	maps.Copy(fields, more)
	return child(fields)
}

// held is the team that holds the case now: where a child is on several of the
// lists that say so, the first in the order in which lists are read.
func held() gives { return gives{entity: "case", fields: map[string]string{"team": team}} }

// items says what the rows of a list become; nil for the list that the audit does
// not use.
func items(number int) []gives {
	switch number {
	case 1:
		return []gives{child(nil), {entity: "contacts", fields: map[string]string{"received": "Date of Contact", "source": "Contact Source"}}}
	case 2:
		return []gives{child(nil), {entity: "early_help", fields: map[string]string{"start_date": "Assessment start date",
			"assessed_date": "Assessment completion date", "organisation": "Organisation completing assessment"}}}
	case 3:
		return []gives{child(nil), {entity: "referrals", fields: map[string]string{"date": "Date of referral", "source": "Referral Source",
			"no_further_action": "Referral NFA?", "team": team}}}
	case 4:
		return []gives{disabled(nil), {entity: "assessments", always: map[string]string{"type": "single"},
			fields: map[string]string{"start_date": "Continuous Assessment Start Date", "child_seen": "Child Seen During Continuous Assessment",
				"completed_date": authorised, "signed_off_date": authorised, "no_further_action": supported, "team": team}}}
	case 5:
		return []gives{disabled(nil),
			{entity: "section_47", fields: map[string]string{"start_date": discussed, "strategy_discussion_date": discussed, "to_conference": unnecessary}},
			{entity: "conferences", always: map[string]string{"type": "initial"}, needs: []string{conferred},
				fields: map[string]string{"date": conferred, "plan_made": "Did the Initial Child Protection Conference Result in a Child Protection Plan"}}}
	case 6:
		return []gives{held(), disabled(nil),
			{entity: "referrals", needs: []string{needBegan, needEnded}, fields: map[string]string{"date": needBegan, "primary_need": "Primary Need Code",
				"close_date": needEnded, "close_reason": "Reason for Closure"}},
			{entity: "visits", latest: true, always: map[string]string{"type": "other", "child_seen": "yes"}, fields: map[string]string{"date": lastSeen}}}
	case 7:
		return []gives{held(), disabled(nil),
			{entity: "plans", latest: true, always: map[string]string{"type": "child_protection"}, needs: []string{"Child Protection Plan Start Date", "Child Protection Plan End Date"},
				fields: map[string]string{"start_date": "Child Protection Plan Start Date", "end_date": "Child Protection Plan End Date",
					"category": "Initial Category of Abuse", "previous_plans": "Number of Previous Child Protection Plans"}},
			{entity: "visits", latest: true, always: map[string]string{"type": "child_protection"}, needs: []string{visited},
				fields: map[string]string{"date": visited, "seen_alone": seenAlone}},
			{entity: "conferences", latest: true, always: map[string]string{"type": "review"}, fields: map[string]string{"date": "Date of latest review conference"}}}
	}
	return careItems(number)
}

func careItems(number int) []gives {
	switch number {
	case 8:
		return []gives{held(), disabled(map[string]string{"unaccompanied": "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"}),
			{entity: "care_episodes", latest: true, needs: []string{"Date Started to be Looked After", "Start date of current legal status", careEnded},
				fields: map[string]string{"entered_care_date": "Date Started to be Looked After", "start_date": "Start date of current legal status",
					"legal_status": "Child's Legal Status", "end_date": careEnded, "end_reason": "Reason Ceased to be Looked After"}},
			{entity: "placements", latest: true, needs: []string{"Start Date of Most Recent Placement"},
				fields: map[string]string{"start_date": "Start Date of Most Recent Placement", "end_date": careEnded, "type": "Placement Type", "out_of_area": location}},
			{entity: "care_reviews", latest: true, needs: []string{careReviewed},
				fields: map[string]string{"date": careReviewed, "reviewer_met_child_date": "Date of Last IRO Visit / Contact to the Child"}},
			{entity: "visits", latest: true, always: map[string]string{"type": "care"}, fields: map[string]string{"date": "Date of Last Social Work Visit"}},
			{entity: "health", latest: true, always: map[string]string{"type": "dental"}, fields: map[string]string{"date": "Date of Last Dental Check"}}}
	case 9:
		return []gives{held(), disabled(map[string]string{"unaccompanied": "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"}),
			{entity: "care_leaver", fields: map[string]string{"eligibility": "Eligibility Category", "in_touch": "LA in Touch", "last_contact_date": "Latest Date of Contact",
				"accommodation": "Type of Accommodation", "accommodation_suitable": "Suitability of Accommodation", "activity": "Activity Status",
				"pathway_plan_review_date": "Latest Pathway Plan Review Date", "personal_adviser": "Allocated Personal Advisor"}}}
	case 10:
		return []gives{disabled(nil), {entity: "permanence", unless: []string{reversed}, fields: map[string]string{
			"decision_date": "Date of Decision that Child Should be Placed for Adoption", "placed_date": "Date Placed for Adoption", "order_date": "Date of Adoption Order"}}}
	}
	return nil
}

// order is that in which the lists are read. Those that say which team holds the
// case now come first, and a child's own details stand as the first of them has
// them.
func order() []int { return []int{6, 8, 7, 9, 3, 4, 5, 1, 2, 10} }

// codesOf gives the codes of a field that is read from a coded column.
func codesOf(c *column, field string, lists map[string]*words) map[string]string {
	w := lists[c.Words]
	if w == nil {
		return nil
	}
	switch field {
	case "to_conference", "no_further_action":
		if c.Name == unnecessary || c.Name == supported {
			return w.turned()
		}
		return w.answers()
	case "out_of_area":
		return w.as(map[string]string{"in": "no", "out": "yes"})
	case "child_seen", "seen_alone", "plan_made", "unaccompanied", "accommodation_suitable":
		return w.answers()
	}
	return maps.Clone(w.codes)
}

// columnsOf lists the columns that an item is made of.
func (g gives) columnsOf() []string {
	return slices.Concat(slices.Sorted(maps.Values(g.fields)), g.needs, g.unless)
}
