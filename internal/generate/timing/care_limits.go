package timing

// The limits of early help, of children missing or at risk, of care and of leaving
// it. A test compares them with the policies' own.
const (
	EarlyHelpCheckedWD    = 20 // quality assurance of an early help assessment
	EarlyHelpReviewMonths = 3
	ReturnInterviewDays   = 3
	InterviewSharedWD     = 5
	RiskAssessedWD        = 10
	EscalationWD          = 5
	EntryApprovedWD       = 2
	CarePlanWD            = 10
	FirstCareReviewWD     = 20
	SecondCareReview      = 3 // months after the first
	LaterCareReview       = 6 // months after the one before
	VoluntaryCareMonths   = 3 // between reviews of care under section 20
	FirstHealthWD         = 20
	YoungHealthMonths     = 6
	HealthMonths          = 12
	SchoolHealthAge       = 5 // from which health is assessed yearly
	DentalMonths          = 12
	DentalAge             = 2
	EducationDays         = 122
	EducationAge          = 4
	EducationFromMonths   = 3 // in care
	PermanenceDays        = 122
	PermanenceMonths      = 4
	StableMonths          = 12
	MostPlacements        = 2
	ConvictionAge         = 10
	AdoptionMonths        = 6
	LifeStoryMonths       = 12
	HomeSupportDays       = 28
	PlacementVisitDays    = 7
	CareVisitDays         = 42
	LongCareVisitDays     = 91
	FosteringAssessedWD   = 42
	FosteringVisitDays    = 42
	FosteringLaterDays    = 84
	PathwayMonths         = 3 // after the 16th birthday
	PathwayReviewMonths   = 6
	InTouchDays           = 56
)
