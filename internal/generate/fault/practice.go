package fault

// practice are the expectations of how the work is done, from the contact to the
// closing of the case, beside those of frontLine.
func practice() []Expectation {
	return []Expectation{
		protectionDecided(), consent(), contactTool(), protectionResponse(), concernShared(),
		unbornAssessed(), outcomeShared(), chronologyUnderpins(), genogram(), domesticAbuseTool(), neglectTool(),
		conclusion(), riskAndProtection(), history(), assessor(),
		strategyDiscussion(), jointEnquiry(), reportHistory(), coreGroups(), reviewConferences(), steppedDown(),
		plansRepeated(), preProceedings(), planRisks(), planFocus(),
		needPlanReviewed(), needPlanOverseen(), workerChanges(), allocated(), actionsMeasurable(), planChange(), needPlanned(),
		visitRecorded(), nextActions(), childIdentity(),
		decisionRecorded(), supervisionContent(), transferred(), noDrift(), closureSigned(), entryApproved(), feedbackActedOn(),
	}
}

// service are the expectations of the council beside its cases.
func service() []Expectation {
	return []Expectation{
		practitionerPosts(), permanentStaff(), managerPosts(), caseload(), staffSupervised(), auditActions(), caseworkAudited(),
	}
}

// beside is the verdict on a dated part and something that counts once that is met.
func beside(dated Verdict, met bool) Verdict {
	if dated == Met {
		return verdict(met)
	}
	return dated
}

// says is an expectation that narratives are recorded.
func says(id, unit string, needs []string, applies func(*View, Item) bool, fields []string, faults ...Fault) Expectation {
	for _, field := range fields {
		needs = append(needs, unit+"."+field)
	}
	return Expectation{ID: id, Unit: unit, Needs: needs, Faults: faults, Judge: func(v *View, item Item) Verdict {
		if !applies(v, item) {
			return NotAudited
		}
		for _, field := range fields {
			if !recorded(item, field) {
				return NotMet
			}
		}
		return Met
	}}
}

// completed reports whether an assessment was completed in the audit period.
func completed(v *View, a Item) bool { return v.Clock.Audited(text(a, "completed_date")) }

// completedInFull is the same of an assessment that is more than an initial one.
func completedInFull(v *View, a Item) bool { return completed(v, a) && text(a, "type") != "initial" }
