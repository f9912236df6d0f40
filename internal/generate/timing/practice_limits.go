package timing

// The limits of how the work is done, beside those of limits.go. A test compares
// them with the policies' own.
const (
	ProtectionDecisionHours = 4
	ChronologyBeforeMonths  = 6  // before an assessment is completed
	StrategyWD              = 15 // from the strategy discussion to the enquiry
	FirstReviewMonths       = 3  // of a protection plan
	LaterReviewMonths       = 6
	LetterWD                = 10  // before proceedings
	PreProceedingsDays      = 112 // sixteen weeks
	ContinuityMonths        = 6
	MostWorkerChanges       = 2
	DecisionRecordedWD      = 2
	TransferWD              = 5
	DriftDays               = 28
	CaseloadMax             = 20
	StaffSupervisionDays    = 35
	AuditsMonthly           = 2
)

// WholeMonths are the last twelve months (yyyy-mm) that were over on a day, its own
// counting when the day is its last.
func WholeMonths(asAt string) []string {
	first := Months(Days(asAt, 1)[:8]+"01", -12)
	months := make([]string, 12)
	for i := range months {
		months[i] = Months(first, i)[:7]
	}
	return months
}
