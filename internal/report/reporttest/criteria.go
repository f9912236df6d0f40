package reporttest

import "github.com/caseaudit/caseaudit/internal/criteria"

// Catalogue is ten criteria over eight areas.
func Catalogue() *criteria.Catalogue {
	contact := criteria.Area{Name: "contact_and_referral", Code: "CR", Title: "Contact and referral"}
	assessment := criteria.Area{Name: "assessment", Code: "AS", Title: "Assessment"}
	protection := criteria.Area{Name: "child_protection", Code: "CP", Title: "Child protection"}
	recording := criteria.Area{Name: "case_recording", Code: "RE", Title: "Case recording and chronology"}
	oversight := criteria.Area{Name: "management_oversight", Code: "MO", Title: "Management oversight and supervision"}
	missing := criteria.Area{Name: "missing_and_exploitation", Code: "ME", Title: "Children missing and at risk of exploitation"}
	care := criteria.Area{Name: "children_in_care", Code: "CC", Title: "Children in care"}
	workforce := criteria.Area{Name: "workforce", Code: "WF", Title: "Workforce"}
	return &criteria.Catalogue{
		Areas: []criteria.Area{contact, assessment, protection, recording, oversight, missing, care, workforce},
		Criteria: []*criteria.Criterion{
			{
				ID: "CR-01", Title: "Contact decided within one working day", Area: contact, Name: "decided_in_time",
				Package: "data.audit.contact_and_referral.decided_in_time", Level: criteria.Development, Footing: criteria.Guidance,
				Unit: "contacts", Anchor: "received", Needs: []string{"contacts.received", "contacts.decided"}, Settings: []string{"contact_decision_wd"},
				Description: "A contact that waits is a child who waits.",
				Finding:     "the contact received on {received} was not decided within [contact_decision_wd] working days",
				Action:      "Decide what is to happen and record it.",
				Phrase:      "The timeliness of decisions on contacts",
				Strength:    "Contacts are decided promptly",
				Why:         "A child may be at risk while nobody decides.",
			},
			{
				ID: "AS-02", Title: "Child seen during the assessment", Area: assessment, Name: "child_seen",
				Package: "data.audit.assessment.child_seen", Level: criteria.Priority, Footing: criteria.Inspection,
				Unit: "assessments", Anchor: "completed_date", Framework: "outcome 3", Sources: []string{"PET09-D2b"},
				Needs:       []string{"assessments.child_seen | assessments.child_seen_date", "assessments.completed_date"},
				Description: "An assessment for which nobody saw the child cannot judge the child's safety.",
				Finding:     "the assessment completed on {completed_date} does not record that the child was seen",
				Action:      "See the child, or record when the child was seen.",
				Phrase:      "Seeing children during their assessments",
				Strength:    "Children are seen during their assessments",
				Why:         "Nobody can judge whether a child is safe without seeing the child.",
			},
			{
				ID: "AS-04", Title: "Risk and protective factors recorded", Area: assessment, Name: "risk_factors",
				Package: "data.audit.assessment.risk_factors", Level: criteria.Development, Footing: criteria.Inspection,
				Unit: "assessments", Anchor: "completed_date", Needs: []string{"assessments.risk_factors | assessments.analysis", "visits=child_protection"},
				Description: "Risks that are not named are not managed.",
				Finding:     "the assessment completed on {completed_date} does not record risk and protective factors",
				Action:      "Record the risks to the child and what protects the child.",
				Phrase:      "The recording of risk and protective factors",
				Strength:    "Assessments record risk and protective factors",
				Why:         "Risks that are not named are not managed.",
			},
			{
				ID: "CP-15", Title: "Second or subsequent protection plans", Area: protection, Name: "repeat_plans",
				Package: "data.audit.child_protection.repeat_plans", Level: criteria.Advisory, Footing: criteria.Local,
				Unit: "plans", Anchor: "start_date", Measure: true, Needs: []string{"plans.previous_plans"},
				Description: "A second plan may mean that the first ended too soon.",
				Finding:     "the plan that started on {start_date} is not the child's first",
				Action:      "Ask whether earlier plans ended too soon.",
				Phrase:      "Children who need a protection plan again",
				Strength:    "Few children need a protection plan again",
				Why:         "A second plan may mean that the first ended too soon.",
			},
			{
				ID: "RE-01", Title: "Chronology present", Area: recording, Name: "chronology",
				Package: "data.audit.case_recording.chronology", Level: criteria.Advisory, Footing: criteria.Inspection,
				Unit: criteria.Record, Needs: []string{"chronology.date"},
				Description: "Without a chronology the family's history is not seen.",
				Finding:     "no chronology entry",
				Action:      "Begin the chronology.",
				Phrase:      "The presence of chronologies",
				Strength:    "Records have a chronology",
				Why:         "Patterns show only over time.",
			},
			{
				ID: "MO-01", Title: "Management oversight evident", Area: oversight, Name: "oversight_evident",
				Package: "data.audit.management_oversight.oversight_evident", Level: criteria.Priority, Footing: criteria.Local,
				Unit: criteria.Record, Needs: []string{"decisions.date", "decisions.rationale"}, Settings: []string{"oversight_days"},
				Description: "Cases drift where no manager looks at them.",
				Finding:     "no manager's decision with its rationale recorded in the last [oversight_days] days",
				Action:      "Review the case and record the decision and the reasons for it.",
				Phrase:      "The consistency of management oversight and direction",
				Strength:    "Management oversight is evident in case records",
				Why:         "Without a manager's eye, work drifts and risk goes unnoticed.",
			},
			{
				ID: "MO-03", Title: "Completed work signed off on time", Area: oversight, Name: "sign_off",
				Package: "data.audit.management_oversight.sign_off", Level: criteria.Development, Footing: criteria.Local,
				Unit: "assessments", Anchor: "completed_date", Needs: []string{"assessments.completed_date", "assessments.signed_off_date"},
				Settings: []string{"sign_off_wd"}, Framework: "enabler 2", Sources: []string{"PLY09-D6b"},
				Description: "A manager who signs off late delays the decision and everything that follows from it.",
				Finding:     "the assessment completed on {completed_date} was not signed off within [sign_off_wd] working days",
				Action:      "Read the assessment and sign it off, or send it back with what is missing.",
				Phrase:      "The timeliness of managers' sign-off of completed work",
				Strength:    "Managers sign off completed work promptly",
				Why:         "Decisions, services and closures wait for the manager's signature.",
			},
			{
				ID: "ME-02", Title: "Return interview in time", Area: missing, Name: "return_interview",
				Package: "data.audit.missing_and_exploitation.return_interview", Level: criteria.Priority, Footing: criteria.Guidance,
				Unit: "missing", Anchor: "end_date", Needs: []string{"missing.end_date"},
				Description: "A child who comes back should be asked why.",
				Finding:     "no return interview within three days of {end_date}",
				Action:      "Offer the child the interview.",
				Phrase:      "The timeliness of return interviews",
				Strength:    "Return interviews are timely",
				Why:         "What a child tells then may prevent the next time.",
			},
			{
				ID: "CC-14", Title: "Private fostering visited", Area: care, Name: "private_fostering",
				Package: "data.audit.children_in_care.private_fostering", Level: criteria.Priority, Footing: criteria.Law,
				Unit: "private_fostering", Anchor: "notified_date", Needs: []string{"private_fostering.notified_date"},
				Description: "A privately fostered child has few other eyes on them.",
				Finding:     "visits are not as often as the regulations ask",
				Action:      "Visit the child.",
				Phrase:      "Visits to privately fostered children",
				Strength:    "Privately fostered children are visited",
				Why:         "A privately fostered child has few other eyes on them.",
			},
			{
				ID: "WF-01", Title: "Criminal record check in date", Area: workforce, Name: "record_check",
				Package: "data.audit.workforce.record_check", Level: criteria.Priority, Footing: criteria.Local,
				Unit: "professionals", Service: true, Needs: []string{"professionals.record_check_date"}, Settings: []string{"record_check_years"},
				Sources:     []string{"PLY09-P3"},
				Description: "Nobody should work with children unchecked.",
				Finding:     "{role} in contact with children without a criminal record check in the last [record_check_years] years",
				Action:      "Obtain a check, and keep the worker from unsupervised contact with children until it is in place.",
				Phrase:      "Criminal record checks for staff in contact with children",
				Strength:    "Criminal record checks are in place for staff in contact with children",
				Why:         "An unchecked worker may be a danger to children.",
			},
		},
	}
}
