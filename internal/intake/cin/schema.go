package cin

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// leaf is an element that holds a value.
type leaf struct {
	name   string
	fields string // paths in the dictionary that it supplies, parted by spaces; "" when the audit does not use it
	when   when
}

// when says how the schemas have an element, and so when it counts as supplied.
type when int

const (
	optional when = iota // every year's schema has it and a blank one is left out
	required             // every year's schema requires it
	sometime             // not every year's schema has it
)

// shape is an element that holds elements.
type shape struct {
	name   string
	leaves []leaf
	groups []shape
	late   bool // not every year's schema has it
}

// plansInNeed is the element of a child in need plan.
const plansInNeed = "CINPlanDates"

// census is a child of the census, in the elements of all years.
func census() shape {
	return shape{name: "Child", groups: []shape{
		{name: "ChildIdentifiers", leaves: []leaf{
			{"LAchildID", "", required}, {"UPN", "child.upn", optional}, {"FormerUPN", "", optional}, {"UPNunknown", "", optional},
			{"PersonBirthDate", "child.date_of_birth", optional}, {"ExpectedPersonBirthDate", "child.expected_date_of_birth", optional},
			{"GenderCurrent", "child.sex", sometime}, {"Sex", "child.sex", sometime}, {"PersonDeathDate", "child.date_of_death", optional}}},
		{name: "ChildCharacteristics", leaves: []leaf{{"Ethnicity", "child.ethnicity", required}}, groups: []shape{
			{name: "Disabilities", leaves: []leaf{{"Disability", "child.disabilities", optional}}}}},
		{name: "CINdetails", leaves: []leaf{
			{"CINreferralDate", "referrals.date", required}, {"ReferralSource", "referrals.source", required},
			{"PrimaryNeedCode", "referrals.primary_need", optional}, {"CINclosureDate", "referrals.close_date", optional},
			{"ReasonForClosure", "referrals.close_reason", optional}, {"DateOfInitialCPC", "conferences.date", optional},
			{"ReferralNFA", "referrals.no_further_action", required}},
			groups: []shape{
				{name: "Assessments", leaves: []leaf{
					{"AssessmentActualStartDate", "assessments.start_date", required}, {"AssessmentInternalReviewDate", "", optional},
					{"AssessmentAuthorisationDate", "assessments.signed_off_date", optional}}, groups: []shape{
					{name: "FactorsIdentifiedAtAssessment", leaves: []leaf{{"AssessmentFactors", "assessments.factors", optional}}}}},
				{name: plansInNeed, late: true, leaves: []leaf{ // since 2022
					{"CINPlanStartDate", "plans.start_date", required}, {"CINPlanEndDate", "plans.end_date", optional}}},
				{name: "Section47", leaves: []leaf{
					{"S47ActualStartDate", "section_47.start_date", required}, {"InitialCPCtarget", "conferences.due_date", optional},
					{"DateOfInitialCPC", "conferences.date", optional}, {"ICPCnotRequired", "section_47.to_conference", required}}},
				{name: "ChildProtectionPlans", leaves: []leaf{
					{"CPPstartDate", "plans.start_date", required}, {"CPPendDate", "plans.end_date", optional},
					{"InitialCategoryOfAbuse", "plans.category", required}, {"LatestCategoryOfAbuse", "", required},
					{"NumberOfPreviousCPP", "plans.previous_plans", required}}, groups: []shape{
					{name: "Reviews", leaves: []leaf{{"CPPreviewDate", "conferences.date", optional}}}}},
				{name: "PreProceedingsandFGDM", late: true, leaves: []leaf{
					{"PPStartDate", "pre_proceedings.decision_date", sometime}, {"LBPSentDate", "pre_proceedings.letter_date", sometime},
					{"FGDMMeetingOffer", "", sometime}, {"FGDMMeetingFac", "", sometime},
					{"InitialPPMeetingDate", "pre_proceedings.first_meeting_date", sometime}, {"ReviewMeetingsCount", "", sometime},
					{"StepDecisionDate", "pre_proceedings.end_date", optional}, {"PPOutcome", "pre_proceedings.outcome", optional},
					{"CourtAppDate", "", sometime}, {"LetterInitCPDate", "", sometime}}},
			}},
	}}
}

// has reports whether the shape holds an element of a name.
func (s shape) has(name string) bool {
	return s.value(name) || slices.ContainsFunc(s.groups, func(g shape) bool { return g.name == name })
}

// value reports whether the shape holds a value of a name.
func (s shape) value(name string) bool {
	return slices.ContainsFunc(s.leaves, func(l leaf) bool { return l.name == name })
}

// supply says what the census could have told us; found counts elements by
// their path in the child.
func (e *export) supply(have *casefile.Supply, found map[string]int) {
	e.census.supply(have, found, "")
	if have.Has("assessments.signed_off_date") {
		have.AddCopy("assessments.completed_date", "assessments.signed_off_date")
	}
	for _, path := range []string{"referrals.referral_id", "assessments.assessment_id", "assessments.referral_id", "assessments.type",
		"section_47.enquiry_id", "section_47.referral_id", "conferences.conference_id", "conferences.type", "conferences.enquiry_id",
		"conferences.plan_id", "plans.plan_id", "plans.type"} {
		have.Add(path)
	}
	have.AddKind("conferences", initial)
	have.AddKind("conferences", review)
	have.AddKind("plans", childProtection)
	if found["CINdetails/"+plansInNeed] > 0 {
		have.AddKind("plans", childInNeed)
	}
}

func (s shape) supply(have *casefile.Supply, found map[string]int, path string) {
	if s.late && found[path] == 0 {
		return
	}
	for _, l := range s.leaves {
		there := found[below(path, l.name)] > 0
		if l.when == optional || there || l.when == required && found[path] == 0 {
			for _, field := range fields(l.fields) {
				have.Add(field)
			}
		}
	}
	for _, g := range s.groups {
		g.supply(have, found, below(path, g.name))
	}
}
