package main

import (
	"regexp"
	"strings"
)

// list is a list of words and the column of the source that it comes from. The
// source names groups ("d) Health services"); a record wants the official code
// within the group where a word tells it (3B).
type list struct {
	name   string
	at     string // list and column of the source
	coded  string // field of the template's codes; "" when its words are all in the source
	groups []group
	refuse map[string]string // words that the source places and that do not say so, and why
}

// group is a code of the source and what it means in a record.
type group struct {
	source string
	code   string   // when the word tells no more; "" is a blank
	codes  []string // official codes of the group, told by standing in the word
	finer  []finer  // told by other words, tried in order
	names  bool     // its words name codes of other groups, and mean nothing by it
}

type finer struct{ like, code string }

// none is the code of words that tell no code.
const none = "?"

// yesNo is a list whose codes are yes and no, with a blank for what is not known.
func yesNo(name, at, coded string, refuse map[string]string) list {
	return list{name: name, at: at, coded: coded, refuse: refuse, groups: []group{{source: "True", code: "yes"}, {source: "False", code: "no"}, {source: "Unknown"}}}
}

// each makes groups that are one code each, "a) Adopted=RC1".
func each(pairs ...string) []group {
	groups := make([]group, len(pairs))
	for i, pair := range pairs {
		at := strings.LastIndex(pair, "=")
		groups[i] = group{source: pair[:at], code: pair[at+1:]}
	}
	return groups
}

func fields(s string) []string { return strings.Fields(s) }

func lists() []list {
	return append(append(childLists(), careLists()...), otherLists()...)
}

func childLists() []list {
	return []list{
		{name: "gender", at: "list_1/Gender", coded: "Gender",
			groups: append(each("a) Male=M", "b) Female=F", "c) Not stated/recorded=U", "d) Neither=U"), group{source: "a) Male / d) Neither", code: none})},
		{name: "ethnicity", at: "list_1/Ethnicity", coded: "Ethnicity", groups: ethnicities()},
		{name: "source", at: "list_3/Referral Source", coded: "Contact / Referral Source", groups: sources()},
		yesNo("no further action", "list_3/Referral NFA?", "Referral NFA?", map[string]string{"U": "unknown, and no is not known"}),
		{name: "disability", at: "list_4/Does the Child have a Disability", coded: "Does the Child have a Disability", groups: disabilities()},
		yesNo("child seen", "list_4/Child Seen During Continuous Assessment", "Child Seen During Continuous Assessment", map[string]string{
			"Child not seen alone": "does not say whether the child was seen", "Not seen alone": "does not say whether the child was seen",
			"Unborn": "says that there was nobody to see yet"}),
		yesNo("support required", "list_4/Was the child assessed as requiring LA children's social care support?", "Was the child assessed as being in need at assessment?", nil),
		yesNo("conference unnecessary", "list_5/Was an Initial Child Protection Conference deemed unnecessary?", "Was an Initial Child Protection Conference deemed unnecessary?", nil),
		yesNo("plan made", "list_5/Did the Initial Child Protection Conference Result in a Child Protection Plan", "Did the Initial Child Protection Conference Result in a Child Protection Plan?", nil),
		{name: "primary need", at: "list_6/Primary Need Code", coded: "Primary Need Code", groups: needs()},
		{name: "reason for closure", at: "list_6/Reason for Closure", coded: "Reason for Closure", groups: closures()},
		{name: "case status", at: "list_6/Case Status", coded: "Case status", groups: each("a) Looked after child=A", "b) Child Protection plan=B",
			"c) Child in need plan=C", "d) Open assessment=D", "e) Closed episode=E")},
		{name: "category of abuse", at: "list_7/Initial Category of Abuse", coded: "Initial/Latest Category of Abuse", groups: each("a) Neglect=NEG",
			"b) Physical Abuse=PHY", "c) Sexual Abuse=SAB", "d) Emotional Abuse=EMO", "e) Multiple=MUL")},
		yesNo("seen alone", "list_7/Was the Child Seen Alone?", "Was the Child Seen Alone?", map[string]string{
			"Child seen": "does not say whether the child was alone", "Seen": "does not say whether the child was alone"}),
		yesNo("emergency protection", "list_7/Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
			"Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)", nil),
	}
}

func ethnicities() []group {
	return []group{
		{source: "a) White", code: "WHITE", codes: fields("WBRI WIRI WIRT WOTH WROM"), finer: []finer{{"irish.*travel|travel.*irish", "WIRT"}, {"gyps|roma\\b|traveller", "WROM"},
			{"northern irish", "WBRI"}, {"irish", "WIRI"}, {"british|english|scottish|welsh|cornish", "WBRI"}, {"other|europ|polish|turk|greek|kosov|alban|croat|ital|portug|serb|bosn|romanian|lithuan|latvian|bulgar|czech|slovak|hungar|russian|ukrain|spanish|french|german", "WOTH"}}},
		{source: "b) Mixed", code: "MIXED", codes: fields("MWBC MWBA MWAS MOTH"), finer: []finer{{"black.*carr?ib|carr?ib.*white", "MWBC"}, {"black.*afric|afric.*white", "MWBA"}, {"white.*asian|asian.*white", "MWAS"}, {"other", "MOTH"}}},
		{source: "c) Asian or Asian British", code: "ASIAN", codes: fields("AIND APKN ABAN AOTH"), finer: []finer{{"other", "AOTH"}, {"indian", "AIND"}, {"pakist|kashmir", "APKN"}, {"banglad", "ABAN"}}},
		{source: "d) Black or black British", code: "BLACK", codes: fields("BCRB BAFR BOTH"), finer: []finer{{"other black|any other|other background", "BOTH"}, {"- car|carr?ib|jamaic", "BCRB"},
			{"\\(?africa|somal|congol|eritr|gambi|ghan|kenya|nigeri|sudan|zimbab|angol|ethiop|sierra", "BAFR"}}},
		{source: "e) Other ethnic group", code: "OTHER", codes: fields("CHNE OOTH"), finer: []finer{{"any other|arab", "OOTH"}, {"chinese$|/ ?chinese|> chinese|\\(chinese|^chinese|- chinese", "CHNE"}, {"other", "OOTH"}}},
		{source: "f) Not stated", code: "NOBT", codes: fields("REFU NOBT"), finer: []finer{{"refus|declin|did not wish|prefer not", "REFU"}}},
		{source: "c) Unknown", code: "NOBT"},
	}
}

func sources() []group {
	return []group{
		{source: "a) Individual", code: "1", codes: fields("1A 1B 1C 1D"), finer: []finer{{"family member|relative", "1A"}, {"acquaintance|neighbour|child ?minder", "1B"}, {"\\bself\\b", "1C"}, {"stranger|individual\\W+other", "1D"}}},
		{source: "b) Schools", code: "2A"},
		{source: "c) Education services", code: "2B"},
		{source: "d) Health services", code: "3", codes: fields("3A 3B 3C 3D 3E 3F"), finer: []finer{{"\\bgp\\b|general practi", "3A"}, {"health visitor", "3B"}, {"school nurse", "3C"},
			{"other primary", "3D"}, {"a ?& ?e\\b|accident and|emergency dep", "3E"}, {"hospice", "3F"}}},
		{source: "e) Housing", code: "4"},
		{source: "f) LA services", code: "5", codes: fields("5A 5B 5C 5D"), finer: []finer{{"other internal", "5B"}, {"services\\W+external", "5C"}, {"social care e\\.?g|social care for ex", "5A"}}},
		{source: "g) Police", code: "6"},
		{source: "h) Other legal agency", code: "7"},
		{source: "i) Other", code: "8"},
		{source: "j) Anonymous", code: "9"},
		{source: "k) Unknown", code: "10"},
	}
}

// disabilities gives DDA, disabled under the Act and nothing said of how, for yes.
func disabilities() []group {
	return []group{{source: "False", code: "NONE"}, {source: "Unknown"}, {source: "True", code: "DDA", finer: []finer{
		{"^(autism|aut\\b|asperger)|autism|asperger", "AUT"}, {"^beh", "BEH"}, {"^comm", "COMM"}, {"^con", "CON"}, {"^hand", "HAND"}, {"^hear", "HEAR"}, {"^inc", "INC"},
		{"^(ld$|learning)", "LD"}, {"^mob", "MOB"}, {"^(pc$|personal care)", "PC"}, {"^vis", "VIS"}}}}
}

func needs() []group {
	groups := each("a) Abuse or neglect=N1", "b) Child's disability=N2", "c) Parents illness or disability=N3", "d) Family in acute stress=N4", "e) Family dysfunction=N5",
		"f) Socially unacceptable behaviour=N6", "g) Low income=N7", "h) Absent parenting=N8", "i) Not CIN=N9", "j) Not stated=N0", "zzCodeError="+none)
	return official(groups)
}

func closures() []group {
	groups := each("a) Adopted=RC1", "b) Died=RC2", "c) Residence Order=RC3", "d) Special Guardianship Order=RC4", "e) Transfer to another LA=RC5",
		"f) Transfer to Adult Social Services=RC6", "g) 'Other' incl. Child no longer in need=RC7", "h) Child not in need after assessment=RC8", "i) Not Stated=")
	groups = official(groups)
	groups[7].codes = append(groups[7].codes, "RC9")
	groups[7].finer = []finer{{"early help", "RC9"}}
	return groups
}

// official makes each group's code one that may stand in its words.
func official(groups []group) []group {
	for i := range groups {
		if c := groups[i].code; c != "" && c != none {
			groups[i].codes = []string{c}
		}
	}
	return groups
}

// standing finds a code that stands by itself in a word.
func standing(code, word string) bool {
	return regexp.MustCompile(`(?i)(^|[^A-Za-z0-9])S?` + code + `($|[^A-Za-z0-9])`).MatchString(word)
}
