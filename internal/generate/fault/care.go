package fault

// inCare are the expectations of early help, children missing and at risk of
// exploitation, children in care and care leavers.
func inCare() []Expectation {
	return []Expectation{
		earlyHelpChecked(), earlyHelpReviewed(), earlyHelpViews(),
		interviewInTime(), interviewOffered(), interviewShared(), riskAssessed(), riskAnalysed(), escalationMet(),
		placementStable(), careReviewed(), voluntaryCare(), carePlanned(), reviewerMet(),
		healthAssessed(), dentalChecked(), educationPlanned(), educationPlanSays(),
		permanencePlanned(), siblingsAssessed(), adoptionTimely(), lifeStory(), notConvicted(),
		returnedHome(), careVisited(), privateFostering(),
		pathwayPlanned(), pathwayReviewed(), healthHistory(), entitled(), inTouch(), housed(), occupied(),
	}
}
