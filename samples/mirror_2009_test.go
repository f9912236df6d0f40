package samples_test

import "github.com/caseaudit/caseaudit/internal/letter"

// The level of a criterion and the share that falls short decide between an area
// for development and one for priority action; the inspectors decided as they saw
// fit. So "some" of a criterion of priority level is an area for priority action
// here, and no share of one of development level is.

func peterborough2009() []shown {
	return []shown{
		{"PET09-S1", sound, "", "CR-01 CR-02 CR-05", ""},
		{"PET09-S2", sound, "few", "AS-01", ""}, // "generally"
		{"PET09-S2", sound, "", "CR-03", ""},
		{"PET09-S3", sound, "none", "CP-10", ""},
		{"PET09-S4", sound, "", "MO-02 WF-06", ""},
		{"PET09-S5", sound, "", "AS-01", ""},
		{"PET09-S5", letter.Development, "", "AS-05", "PET09-D2c has little analysis in assessments, and leaves no group of children out"},
		{"PET09-S7", sound, "", "CR-07 AS-15", ""},
		{"PET09-T1", sound, "", "AS-11 RE-06", ""},
		{"PET09-T3", sound, "", "CP-01 CP-02", ""},
		{"PET09-T4", sound, "", "CP-06", ""},
		{"PET09-D1", letter.Development, "", "WF-02", ""},
		{"PET09-D2a", letter.Development, "many", "AS-04", ""},
		{"PET09-D2b", letter.Priority, "some", "AS-02", ""}, // "many" lack the checks or this
		{"PET09-D2c", letter.Development, "many|most", "AS-05", ""},
		{"PET09-D2c", letter.Development, "", "AS-06", ""},
		{"PET09-D2d", letter.Development, "some", "AS-07", ""},
		{"PET09-D3", letter.Development, "many", "CP-04", ""},
		{"PET09-D4", letter.Development, "all|nearly all", "QA-01", ""},
		{"PET09-D5", letter.Priority, "some", "MO-01", ""},
		{"PET09-P1", letter.Priority, "", "WF-03 WF-05", ""},
		{"PET09-P2a", letter.Priority, "all|nearly all|most", "CP-05", ""},
		{"PET09-P2b", letter.Priority, "all|nearly all|most", "CP-07", ""},
		{"PET09-P2c", letter.Priority, "many|most", "CP-08", ""},
	}
}

func plymouth2009() []shown {
	return []shown{
		{"PLY09-S1", sound, "none", "PL-04 AS-19", ""},
		{"PLY09-S2", sound, "", "CP-01 CP-02", ""},
		{"PLY09-S3", sound, "", "CR-01", ""},
		{"PLY09-S4", letter.Development, "some", "QA-02", "PLY09-D7 has weaknesses on which nobody acts; most actions are done, as the individual cases have it"},
		{"PLY09-S6", sound, "few", "QA-03", ""},
		{"PLY09-T1", sound, "", "AS-07", ""},
		{"PLY09-D1", letter.Priority, "some", "AS-08", ""},
		{"PLY09-D2", letter.Development, "some|about half", "RE-03", ""},
		{"PLY09-D2", letter.Development, "about half|many", "RE-05", ""}, // "in too many cases"
		{"PLY09-D3a", letter.Development, "few|some", "RE-04", ""},
		{"PLY09-D3b", letter.Development, "some", "RE-01", ""},
		{"PLY09-D3b", letter.Development, "some|about half", "RE-02", ""},
		{"PLY09-D3c", letter.Development, "some", "AS-09 AS-10", ""},
		{"PLY09-D4", letter.Development, "about half", "AS-05 AS-06 PL-06", ""}, // "some are good, others"
		{"PLY09-D5", letter.Development, "some", "AS-11 RE-06", ""},
		{"PLY09-D6a", letter.Development, "some", "MO-02 MO-05", ""},
		{"PLY09-D6b", letter.Development, "some", "MO-03 MO-08", ""},
		{"PLY09-D7", letter.Development, "some", "QA-02", ""},
		{"PLY09-P1b", letter.Development, "", "WF-02", ""},
		{"PLY09-P1c", letter.Priority, "some", "CR-05", ""},
		{"PLY09-P1c", letter.Development, "some", "CR-06", ""},
		{"PLY09-P2a", letter.Priority, "some|about half", "MO-01 MO-07", ""},
		{"PLY09-P2b", letter.Development, "some|about half", "MO-06", ""},
		{"PLY09-P2c", letter.Priority, "some", "AS-17", ""},
		{"PLY09-P2d", letter.Priority, "some", "AS-18", ""},
		{"PLY09-P3", letter.Priority, "", "WF-01", ""},
	}
}

func portsmouth2009() []shown {
	return []shown{
		{"POR09-S1", sound, "", "CR-01 CR-03", ""},
		{"POR09-S3", sound, "", "CP-02 CP-03", ""},
		{"POR09-S4a", sound, "", "AS-12", ""},
		{"POR09-S4b", sound, "", "AS-13", ""},
		{"POR09-S4c", sound, "few", "AS-11", ""},
		{"POR09-S5", sound, "", "WF-02 QA-01", ""},
		{"POR09-S6", sound, "", "MO-10", ""},
		{"POR09-T1", sound, "", "CR-01", ""},
		{"POR09-T3", sound, "", "RE-03", ""},
		{"POR09-T5", sound, "", "WF-02 WF-03 WF-04", ""}, // of one team; the vacancies of another show as cases that nobody holds
		{"POR09-T6", sound, "", "MO-02 WF-06", ""},
		{"POR09-D1a", letter.Priority, "some", "PL-04", ""},
		{"POR09-D1b", letter.Development, "some", "PL-05", ""},
		{"POR09-D2", letter.Development, "some|about half", "AS-01", ""},
		{"POR09-D3", letter.Development, "about half|many", "MO-04", ""}, // "not regularly"
		{"POR09-D3", letter.Development, "some", "RE-07", ""},            // "not always"
		{"POR09-D4", letter.Development, "some", "QA-03", ""},
		{"POR09-P1", letter.Priority, "some", "MO-09", ""},
	}
}
