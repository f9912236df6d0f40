package returns

import (
	"regexp"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// codes gives the codes that a coded field has had in the returns of 2017 to
// 2026, nil when the field has no list. A code that is none of them is kept and
// noted, for a policy may know it.
func codes(path string) []string {
	list := ""
	switch path {
	case "child.sex":
		list = "M F U"
	case "child.ethnicity":
		list = "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT"
	case "child.disabilities":
		list = "NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA"
	case "referrals.source":
		list = "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10"
	case "referrals.primary_need":
		list = "N0 N1 N2 N3 N4 N5 N6 N7 N8 N9"
	case "referrals.close_reason":
		list = "RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9"
	case "assessments.factors":
		list = "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A " +
			"18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A"
	case "plans.category":
		list = "NEG PHY SAB EMO MUL"
	case "care_episodes.legal_status":
		list = "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3"
	case "care_episodes.end_reason":
		list = "X1 E11 E12 E2 E3 E4 E4A E4B E5 E6 E7 E8 E9 E13 E14 E15 E16 E17 E41 E43 E44 E45 E46 E47 E48"
	case "placements.type":
		list = "A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14"
	case "care_reviews.participation":
		list = "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7"
	case "care_leaver.in_touch":
		list = "YES NO DIED REFU NREQ RHOM"
	case "care_leaver.activity":
		list = "F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0"
	case "care_leaver.accommodation":
		list = "B C D E G H K R S T U V W X Y Z 0"
	case "involvements.change_reason":
		list = "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS"
	}
	if list == "" {
		return nil
	}
	return strings.Fields(list)
}

// zone is the offset that XML lets stand behind a day, and that some programs write.
var zone = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})$`)

// plainDay drops the offset behind a day. The day is the one written: an offset
// says from which midnight to which it lasts.
func plainDay(raw any) any {
	if s, ok := raw.(string); ok {
		return zone.ReplaceAllString(casefile.Trim(s), "$1")
	}
	return raw
}

// today turns the codes of former years, and the words that some programs write
// for them, into today's.
func today(path string, raw any) any {
	s, ok := raw.(string)
	if !ok {
		return raw
	}
	switch path {
	case "child.sex":
		// Gender until 2023 and 2024: 1 and 2, 0 for not recorded or unborn, 9 for
		// indeterminate.
		switch casefile.Fold(s) {
		case "1", "male", "boy":
			return "M"
		case "2", "female", "girl":
			return "F"
		case "0", "9", "unknown", "indeterminate", "not_recorded":
			return "U"
		}
	case "child.ethnicity":
		if code, known := mainEthnicity(casefile.Fold(s)); known {
			return code
		}
	case "child.upn":
		// Where there is no number, returns write why: UN1 to UN10.
		if rest, is := strings.CutPrefix(casefile.Fold(s), "un"); is && len(rest) < 3 && strings.Trim(rest, "0123456789") == "" {
			return ""
		}
	}
	return raw
}

// mainEthnicity gives the main code for a description, or for one of the
// extended codes of the school census that some councils keep.
func mainEthnicity(s string) (code string, known bool) {
	switch s {
	case "white_british", "weng", "wcor", "wsco", "wwel", "wnir", "wowb":
		return "WBRI", true
	case "white_irish":
		return "WIRI", true
	case "traveller_of_irish_heritage", "irish_traveller":
		return "WIRT", true
	case "any_other_white_background", "white_other", "walb", "wbos", "wcro", "wgre", "wgrk", "wgrc", "wita", "wkos", "wpor", "wser",
		"wtur", "wtuk", "wtuc", "weur", "weeu", "wweu", "wotw":
		return "WOTH", true
	case "gypsy/roma", "gypsy_/_roma", "wrom", "wrog", "wror", "wrot":
		return "WROM", true
	case "white_and_black_caribbean":
		return "MWBC", true
	case "white_and_black_african":
		return "MWBA", true
	case "white_and_asian", "mwap", "mwai", "mwao":
		return "MWAS", true
	case "any_other_mixed_background":
		return "MOTH", true
	case "indian":
		return "AIND", true
	case "pakistani", "ampk", "akpa", "aopk":
		return "APKN", true
	case "bangladeshi":
		return "ABAN", true
	case "any_other_asian_background":
		return "AOTH", true
	case "caribbean", "black_caribbean":
		return "BCRB", true
	case "african", "black_african", "bang", "bcon", "bgha", "bngn", "bsln", "bsom", "bsud", "baof":
		return "BAFR", true
	case "any_other_black_background":
		return "BOTH", true
	case "chinese", "chkc", "cmal", "csng", "ctwn", "coch":
		return "CHNE", true
	case "any_other_ethnic_group":
		return "OOTH", true
	case "refused":
		return "REFU", true
	case "information_not_yet_obtained", "not_obtained":
		return "NOBT", true
	}
	return "", false
}
