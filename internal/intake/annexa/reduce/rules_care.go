package main

func careLists() []list {
	return []list{
		yesNo("unaccompanied", "list_8/Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
			"Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
			map[string]string{"CLA": "says that the child is in care", "Non-CLA": "says that the child is not in care"}),
		yesNo("second period", "list_8/Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
			"Is this a second or subsequent episode of being a Looked After Child within the last 12 months (Y/N)", nil),
		{name: "legal status", at: "list_8/Child's Legal Status", coded: "Child's Legal Status", groups: legalStatuses()},
		{name: "permanence plan", at: "list_8/What is the permanence plan for this child?", coded: "What is the permanence plan for this child?",
			groups: each("a) Return to family=A", "b) Adoption=B", "c) SGO/CAO=C", "d) Supported living in the community=D", "e) Long-term residential placement=E", "f) Long-term fostering=F", "g) Other=G")},
		{name: "reason ceased", at: "list_8/Reason Ceased to be Looked After", coded: "Reason Ceased to be Looked After", groups: reasonsCeased()},
		{name: "placement type", at: "list_8/Placement Type", coded: "Placement Type", groups: placementTypes()},
		{name: "placement provider", at: "list_8/Placement Provider", coded: "Placement Provider", groups: []group{
			{source: "a) Own LA", code: "PR1", codes: fields("PR1 PR0")},
			{source: "b) Private", code: "PR4", codes: fields("PR4")},
			{source: "c) Other", codes: fields("PR0 PR2 PR3 PR5"), finer: []finer{{"parent", "PR0"}, {"other l(a|ocal)", "PR2"}, {"other public", "PR3"}, {"voluntary|third", "PR5"}}}}},
		{name: "placement location", at: "list_8/Placement Location", coded: "Placement Location", groups: each("a) In=in", "b) Out=out")},
		{name: "placement authority", at: "list_8/LA of Placement", coded: "LA of Placement"},
		yesNo("return interview", "list_8/Was the child offered a Return Interview after their last missing episode (Y/N)?",
			"Was the child offered a Return Interview after their last missing episode (Y/N)?", nil),
	}
}

func legalStatuses() []group {
	youth := group{source: "g) Youth justice legal Statuses", code: "YOUTH JUSTICE", codes: fields("J1 J2 J3"),
		finer: []finer{{"remand", "J1"}, {"pace", "J2"}, {"rehabilitation order|supervision order with|12aa", "J3"}}}
	protection := group{source: "f) Detained on child protection grounds in LA accommodation", code: "PROTECTION", codes: fields("L1 L2 L3"),
		finer: []finer{{"remand", none}, {"child assessment order", "L3"}, {"emergency protection", "L2"}, {"police", "L1"}}}
	misspelt := protection
	misspelt.source = "f) Detained on child protection grounds in LA accomodation"
	return []group{
		{source: "a) Interim care orders", code: "C1", codes: fields("C1")},
		{source: "b) Full care orders", code: "C2", codes: fields("C2")},
		{source: "c) Freed for  Adoption", code: "D1", codes: fields("D1")},
		{source: "d) Placement order granted", code: "E1", codes: fields("E1"), names: true},
		{source: "e) Accommodated under S20", code: "V2", codes: fields("V2")},
		protection, misspelt, youth,
		{source: "J1: Remanded to LA or youth detention", code: "J1", codes: fields("J1")},
		{source: "J2: LA accommodation under PACE", code: "J2", codes: fields("J2")},
		{source: "zzCodeError", code: none, codes: fields("V1 V3 V4"), finer: []finer{{"individual episodes of care (are|a) record", "V3"}, {"when (recording )?agreements", "V4"}}},
	}
}

func reasonsCeased() []group {
	adult := group{source: "i) Transferred to residential care funded by adult social services", code: "E7", codes: fields("E7")}
	other := group{source: "n) Care ceased for any other reason", code: "E8", codes: fields("E8 E17"), finer: []finer{{"remained with current", "E17"}}}
	return []group{
		{source: "a) Adopted", code: "ADOPTED", codes: fields("E11 E12 E1"), finer: []finer{{"dispensed", "E12"}, {"unopposed", "E11"}}},
		{source: "b) Died", code: "E2", codes: fields("E2")},
		{source: "c) Care taken by another LA", code: "E3", codes: fields("E3")},
		{source: "d) Returned home to live with parents or relatives", code: "E4", codes: fields("E4A E4B"), finer: []finer{
			{"e4 a\\b", "E4A"}, {"e4 b\\b", "E4B"}, {"no pr\\b", none}, {"unplanned|(not|wsa not) (as )?part", "E4B"}, {"planned|part of", "E4A"}}},
		{source: "e) Left care to live with parents, relatives or other person with no parental responsibility", code: "E13", codes: fields("E13 E17"),
			finer: []finer{{"staying put|remained with current", "E17"}, {"unplanned to parent", none}}},
		{source: "f) Residence order granted", code: "E41", codes: fields("E41")},
		{source: "g) Special Guardianship Orders", code: "SPECIAL GUARDIANSHIP", codes: fields("E42 E43 E44 E45 E46 E47 E48"), finer: []finer{
			{"other than former foster carer\\(?s?\\)?,? who|not former foster carer", "E47"}, {"other than former|other than fcs|not former", "E44"},
			{"former.*other than relatives", "E46"}, {"former.*who were a relative|former.*were relative", "E45"}, {"former", "E43"}}},
		{source: "h) Moved into independent living", code: "INDEPENDENT LIVING", codes: fields("E5 E6"), finer: []finer{
			{"\\bno\\b.*(support|advice)|unsupported|without|non support", "E6"}, {"support|formal", "E5"}}},
		adult,
		{source: "j) Sentenced to custody", code: "E9", codes: fields("E9")},
		{source: "k) Accommodation on remand ended", code: "E14", codes: fields("E14")},
		{source: "l) Age assessment determined child was 18 or over", code: "E15", codes: fields("E15"), names: true},
		{source: "m) Child moved abroad", code: "E16", codes: fields("E16")},
		other,
		{source: "zzCodeError", code: none, codes: fields("X1")},
	}
}

// placementTypes keeps to a code only where it stands in the words: the source's
// groups are wider, and so are the words.
func placementTypes() []group {
	return []group{
		{source: "a) Foster placement", code: "FOSTER PLACEMENT", codes: fields("U1 U2 U3 U4 U5 U6 F1 F2 F3 F4 F5 F6 Q1 Q2")},
		{source: "b) Placed for adoption", code: "PLACED FOR ADOPTION", codes: fields("A1 A2 A3 A4 A5 A6")},
		{source: "c) Placed with parents", code: "P1", codes: fields("P1")},
		{source: "d) Independent living", code: "P2", codes: fields("P2")},
		{source: "e) Residential employment", code: "P3", codes: fields("P3")},
		{source: "f) Residential accommodation", code: "H5", codes: fields("H5")},
		{source: "g) Secure Children’s Homes", code: "K1", codes: fields("K1 H1 H2")},
		{source: "h) Children’s Homes", code: "K2", codes: fields("K2 H3 H4")},
		{source: "i) Residential Care Home", code: "R1", codes: fields("R1")},
		{source: "j) NHS/Health Trust", code: "R2", codes: fields("R2")},
		{source: "k) Family Centre or Mother and Baby Unit", code: "R3", codes: fields("R3")},
		{source: "l) Young Offender Institution", code: "R5", codes: fields("R5")},
		{source: "m) Residential school", code: "S1", codes: fields("S1")},
		{source: "n) Other placements", code: "Z1", codes: fields("Z1")},
		{source: "o) Temporary placement", code: "TEMPORARY PLACEMENT", codes: fields("T0 T1 T2 T3 T4")},
	}
}

func otherLists() []list {
	return []list{
		{name: "eligibility", at: "list_9/Eligibility Category", coded: "Eligibility Category",
			groups: append(each("a) Relevant=RELEVANT", "b) Former relevant=FORMER_RELEVANT", "c) Qualifying=QUALIFYING", "d) Eligible=ELIGIBLE"), group{source: "e) Other"})},
		{name: "in touch", at: "list_9/LA in Touch", coded: "LA In Touch ", groups: []group{
			{source: "a) In touch", code: "YES"},
			{source: "b) Not in touch", code: "NO", codes: fields("REFU NREQ"), finer: []finer{{"refuse|^3$", "REFU"}, {"no longer requires", "NREQ"}}},
			{source: "c) Not recorded"},
			{source: "d) Exclude", code: none, codes: fields("DIED RHOM"), finer: []finer{{"died", "DIED"}, {"return.*to (live with )?parents", "RHOM"}, {"yes", "YES"}, {"\\bno\\b|not known", "NO"}}}}},
		{name: "accommodation", at: "list_9/Type of Accommodation", coded: "Type of Accommodation",
			groups: append(each("a) With parents or relatives=B", "b) Community home=C", "c) Semi-independent transitional accommodation=D", "d) Supported lodgings=E", "e) Gone abroad=G",
				"f) Deported=H", "g) Ordinary lodgings=K", "h) Residence not known=R", "i) No fixed abode / homeless=S", "j) Foyers=T", "k) Independent living=U", "l) Emergency accommodation=V",
				"m) Bed and breakfast=W", "n) In custody=X", "o) With Former Foster Carer=Z", "p) Other accommodation=Y"), group{source: "zzCodeError", code: none})},
		{name: "suitability", at: "list_9/Suitability of Accommodation", coded: "Suitability of Accommodation",
			groups: append(each("a) Suitable=yes", "b) Not suitable=no"), group{source: "c) Not in touch or not recorded"}, group{source: "d) Exclude"})},
		{name: "activity", at: "list_9/Activity Status", coded: "Activity Status"},
		{name: "reason reversed", at: "list_10/Reason Why Child No Longer Placed for Adoption", coded: "Reason Why Child No Longer Placed for Adoption",
			groups: official(each("a) Child’s needs changed=RD1", "b) Court did not make a PO=RD2", "c) Prospective adopters cannot be found=RD3", "d) Any other reason=RD4"))},
		yesNo("fostering for adoption", "list_11/Is the (prospective) adopter fostering for adoption?", "", nil),
		{name: "reason for leaving", at: "list_11/Reason for leaving adoption process", coded: "Reason for leaving adoption process",
			groups: each("a) Withdrew=1", "b) Process on hold=2", "c) Application refused=3")},
	}
}
