package timing

// The limits that clean cases keep and faults break: the defaults of
// policies/settings and policies/timescales, and those of criteria still to come.
// A test compares them with the policies' own.
const (
	PeriodMonths      = 12
	ContactDecisionWD = 1
	ReferrerToldWD    = 3
	ResponseWD        = 1
	AllocationWD      = 2
	PlanWD            = 10 // from a completed assessment to its plan
	SignOffWD         = 5
	OutcomeSharedWD   = 10
	ViewsFromAge      = 4
	SingleWD          = 45
	CoreWD            = 35
	ConferenceWD      = 15
	DecisionsSentWD   = 1
	WrittenPlanWD     = 15
	CoreGroupWD       = 10
	CoreGroupDays     = 42
	VisitDays         = 28
	ReviewDays        = 90 // of a child in need plan
	ChronologyDays    = 28
	ChronologyMonths  = 6
	OversightDays     = 30
	SupervisionDays   = 35
	ActivityDays      = 28
	RecordingWD       = 5
	ClosureWD         = 5
	StepDownWD        = 10
	RecordCheckMonths = 36
	PreBirthDays      = 28
)

// FirstSingle is the first day of the single assessment; until then there were
// initial and core ones.
const FirstSingle = "2013-04-15"

// InitialWD is the working days allowed for an initial assessment begun on a day.
func InitialWD(started string) int {
	if started < "2010-04-01" {
		return 7
	}
	return 10
}
