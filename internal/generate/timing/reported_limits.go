package timing

// The limits of the criteria drawn from published inspection reports. A test
// compares them with the policies' own.
const (
	HelpTakenUpWD           = 10 // from a case's closing to the early help it was handed to
	HomelessAssessedWD      = 10
	HomelessToldWD          = 3
	StrategyDiscussionWD    = 1 // from the concern
	AllegationDecidedWD     = 1
	AllegationMonths        = 3
	SeenAloneDays           = 56
	SeenAloneAge            = 4
	PermanentWorkerMonths   = 6
	ChallengeWD             = 5
	RepeatMissingTimes      = 3
	RepeatMissingDays       = 90
	RepeatMissingWD         = 5
	UnregisteredVisitDays   = 7
	RegulatorToldWD         = 1
	UnregisteredDays        = 28
	ConnectedApprovalDays   = 7 * 16
	ConnectedExtensionDays  = 7 * 8
	EducationStartedWD      = 10
	EducationStartedFromAge = 4
)
