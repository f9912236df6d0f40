package cin

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// Kinds of what the census holds, in the dictionary's codes.
const (
	single          = "single"
	initial         = "initial"
	review          = "review"
	childProtection = "child_protection"
	childInNeed     = "child_in_need"
)

// building is a child's record while it is put together.
type building struct {
	*returns.Case
	strange  *returns.Strange
	referral string // the id of the referral that is being read
}

// fill puts a child's record together.
func (e *export) fill(c *returns.Case, child returns.Node, s *returns.Strange) {
	b := &building{Case: c, strange: s}
	e.check(b, child, e.census)
	ids, _ := c.Group(child, "ChildIdentifiers")
	c.Name(c.Cell(ids, "LAchildID"))
	kid := c.Record.Child()
	b.set(kid, ids, "UPN", "child.upn")
	b.set(kid, ids, "PersonBirthDate", "child.date_of_birth")
	b.set(kid, ids, "ExpectedPersonBirthDate", "child.expected_date_of_birth")
	b.set(kid, ids, "PersonDeathDate", "child.date_of_death")
	b.set(kid, ids, "GenderCurrent", "child.sex")
	b.set(kid, ids, "Sex", "child.sex")
	character, _ := c.Group(child, "ChildCharacteristics")
	b.set(kid, character, "Ethnicity", "child.ethnicity")
	disabilities, _ := c.Group(character, "Disabilities")
	c.Set(kid, "child.disabilities", c.Texts(disabilities, "Disability"))
	for _, details := range c.Groups(child, Details) {
		b.details(details)
	}
}

// check notes what the schema does not have, all the way down. An element that
// should hold a value and holds elements refuses the child.
func (e *export) check(b *building, n returns.Node, s shape) {
	b.strange.Known(n, s.has)
	for _, child := range n.Children {
		if s.value(child.Name) {
			b.Value(n, child)
		}
	}
	for _, g := range s.groups {
		for _, child := range n.Children {
			if child.Name == g.name {
				e.check(b, n.Under(child), g)
			}
		}
	}
}

func (b *building) set(item map[string]any, n returns.Node, element, path string) {
	b.Set(item, path, b.Cell(n, element))
}

// details reads a referral and what followed from it.
func (b *building) details(n returns.Node) {
	referral := map[string]any{}
	b.set(referral, n, "CINreferralDate", "referrals.date")
	b.set(referral, n, "ReferralSource", "referrals.source")
	b.set(referral, n, "PrimaryNeedCode", "referrals.primary_need")
	b.set(referral, n, "ReferralNFA", "referrals.no_further_action")
	b.set(referral, n, "CINclosureDate", "referrals.close_date")
	b.set(referral, n, "ReasonForClosure", "referrals.close_reason")
	b.referral = b.SetID(referral, "referrals.referral_id", "referral", referral["date"], n.At)
	b.Add("referrals", referral, n.At)
	for _, a := range b.Groups(n, "Assessments") {
		b.assessment(a)
	}
	for _, p := range b.Groups(n, plansInNeed) {
		plan := map[string]any{"type": childInNeed}
		b.set(plan, p, "CINPlanStartDate", "plans.start_date")
		b.set(plan, p, "CINPlanEndDate", "plans.end_date")
		b.SetID(plan, "plans.plan_id", "child-in-need-plan", plan["start_date"], p.At)
		b.Add("plans", plan, p.At)
	}
	held := map[any]bool{}
	for _, s := range b.Groups(n, "Section47") {
		b.section47(s, held)
	}
	b.lone(n, held)
	for _, p := range b.Groups(n, "ChildProtectionPlans") {
		b.protection(p)
	}
	for _, p := range b.Groups(n, "PreProceedingsandFGDM") {
		b.preProceedings(p)
	}
}

func (b *building) assessment(n returns.Node) {
	item := map[string]any{"type": single, "referral_id": b.referral}
	b.set(item, n, "AssessmentActualStartDate", "assessments.start_date")
	b.set(item, n, "AssessmentAuthorisationDate", "assessments.signed_off_date")
	if signed, has := item["signed_off_date"]; has {
		item["completed_date"] = signed
	}
	factors, _ := b.Group(n, "FactorsIdentifiedAtAssessment")
	b.Set(item, "assessments.factors", b.Texts(factors, "AssessmentFactors"))
	b.SetID(item, "assessments.assessment_id", "assessment", item["start_date"], n.At)
	b.Add("assessments", item, n.At)
}

func (b *building) protection(n returns.Node) {
	plan := map[string]any{"type": childProtection}
	b.set(plan, n, "CPPstartDate", "plans.start_date")
	b.set(plan, n, "CPPendDate", "plans.end_date")
	b.set(plan, n, "InitialCategoryOfAbuse", "plans.category")
	b.set(plan, n, "NumberOfPreviousCPP", "plans.previous_plans")
	id := b.SetID(plan, "plans.plan_id", "child-protection-plan", plan["start_date"], n.At)
	b.Add("plans", plan, n.At)
	for _, list := range b.Groups(n, "Reviews") {
		for _, r := range b.Groups(list, "CPPreviewDate") {
			conference := map[string]any{"type": review, "plan_id": id}
			b.Set(conference, "conferences.date", returns.Cell{At: at(r), Column: r.At.Part, Raw: r.Text})
			if conference["date"] == nil {
				continue // an empty element is no review
			}
			b.SetID(conference, "conferences.conference_id", "review-conference", conference["date"], r.At)
			b.Add("conferences", conference, r.At)
		}
	}
}

func (b *building) preProceedings(n returns.Node) {
	item := map[string]any{}
	b.set(item, n, "PPStartDate", "pre_proceedings.decision_date")
	b.set(item, n, "LBPSentDate", "pre_proceedings.letter_date")
	b.set(item, n, "InitialPPMeetingDate", "pre_proceedings.first_meeting_date")
	b.set(item, n, "PPOutcome", "pre_proceedings.outcome")
	b.set(item, n, "StepDecisionDate", "pre_proceedings.end_date")
	b.Add("pre_proceedings", item, n.At)
}

func at(n returns.Node) casefile.Location {
	return casefile.Location{File: n.At.File, Row: n.At.Row}
}
