package ssda903

import (
	"regexp"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// The tables that the audit reads.
const (
	header   = "header"
	episodes = "episodes"
	reviews  = "reviews"
	uasc     = "uasc"
	oc3      = "oc3"
	ad1      = "ad1"
	adoption = "placed_for_adoption"
	missing  = "missing"
	workers  = "sw_episodes"
)

// spec is a table of the return.
type spec struct {
	name, label string
	element     string // in XML: the element that is a row; "" when the row stands in HEADER itself
	columns     []column
	unused      []string
}

// column is a column and the field of the dictionary by whose type it is read.
type column struct {
	name   string
	field  string // "" when it is a code for the reader itself
	supply string // what it supplies, parted by spaces, where that is not its field
}

// tables gives the specs in the order of reading.
func tables() []spec {
	dob := column{"DOB", "child.date_of_birth", "none"}
	return []spec{
		{name: header, label: "children", columns: []column{
			{"SEX", "child.sex", ""}, {"DOB", "child.date_of_birth", ""}, {"ETHNIC", "child.ethnicity", ""}, {"UPN", "child.upn", ""}},
			unused: []string{"MOTHER", "MC_DOB", "UASC", "FORMER_UPN"}},
		{name: episodes, label: "care episodes and placements", element: "EPISODE", columns: []column{
			{"DECOM", "care_episodes.start_date", "care_episodes.start_date placements.start_date"},
			{"RNE", "", "care_episodes.entered_care_date"},
			{"LS", "care_episodes.legal_status", ""},
			{"PLACE", "placements.type", ""},
			{"DEC", "care_episodes.end_date", "care_episodes.end_date placements.end_date"},
			{"REC", "care_episodes.end_reason", ""},
			{"PL_LOCATION", "", "placements.out_of_area"}},
			unused: []string{"CIN", "PLACE_PROVIDER", "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN", "PL_DISTANCE", "PL_LA", "LA_PLACE"}},
		{name: reviews, label: "care reviews", element: "AREVIEW", columns: []column{dob,
			{"REVIEW", "care_reviews.date", ""}, {"REVIEW_CODE", "care_reviews.participation", ""}}},
		{name: missing, label: "missing", element: "AMISSING", columns: []column{dob,
			{"MISSING", "", "missing.from_care"}, {"MIS_START", "missing.start", ""}, {"MIS_END", "missing.end", ""}}},
		{name: workers, label: "involvements", element: "SWEPISODE", columns: []column{dob,
			{"SW_ID", "involvements.professional_id", ""}, {"SW_DECOM", "involvements.start_date", ""},
			{"SW_DEC", "involvements.end_date", ""}, {"SW_REASON", "involvements.change_reason", ""}}},
		{name: uasc, label: "unaccompanied children", columns: []column{dob, {"DUC", "care_episodes.end_date", "child.unaccompanied"}}, unused: []string{"SEX"}},
		{name: oc3, label: "care leavers", columns: []column{dob, {"IN_TOUCH", "care_leaver.in_touch", ""},
			{"ACTIV", "care_leaver.activity", ""}, {"ACCOM", "", "care_leaver.accommodation care_leaver.accommodation_suitable"}}},
		{name: ad1, label: "permanence (adopted)", columns: []column{dob, {"DATE_INT", "permanence.decision_date", ""}},
			unused: []string{"DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"}},
		{name: adoption, label: "permanence (to be adopted)", element: "AD_PLACED", columns: []column{dob,
			{"DATE_PLACED", "permanence.decision_date", ""}, {"DATE_PLACED_CEASED", "permanence.decision_date", "none"}},
			unused: []string{"REASON_PLACED_CEASED"}},
	}
}

// yearMark is what council programs put before a table's name: "SSDA903_2024_".
var yearMark = regexp.MustCompile(`^(ssda|cla|lac)?_?(903)?_?((19|20)[0-9]{2})?(_?[0-9]{2})?_`)

// yearBehind is a year that stands behind a table's name: "_2024", "_2023_24".
var yearBehind = regexp.MustCompile(`_?((19|20)[0-9]{2})(_?([0-9]{2}|(19|20)[0-9]{2}))?$`)

// TableName gives the table of the return that a file holds by its name:
// "header.csv", "SSDA903_2024_Header.csv", "Header 2023-24.csv" and "HEADER.CSV"
// hold the header. It is "" when the name is none of a table.
func TableName(file string) string {
	name := casefile.Fold(strings.TrimSuffix(strings.ToLower(file), ".csv"))
	for _, part := range []string{name, yearMark.ReplaceAllString(name, ""), yearBehind.ReplaceAllString(name, ""),
		yearBehind.ReplaceAllString(yearMark.ReplaceAllString(name, ""), "")} {
		if table := alias(part); table != "" {
			return table
		}
	}
	return ""
}

// Unused gives the reason why a table of the return is not read.
func Unused(table string) string {
	switch table {
	case "oc2":
		return "its yes/no answers on health, convictions and the rest have no dates, which the criteria on them need"
	case "previous_permanence":
		return "a table of former periods of care, which the audit does not use"
	case "deprivation_of_liberty":
		return "a table of deprivation of liberty orders (since 2027), which the audit does not use"
	}
	return ""
}

func alias(name string) string {
	switch strings.ReplaceAll(name, "_", "") {
	case "header":
		return header
	case "episodes", "episode":
		return episodes
	case "reviews", "review":
		return reviews
	case "uasc":
		return uasc
	case "oc2":
		return "oc2"
	case "oc3":
		return oc3
	case "ad1":
		return ad1
	case "placedforadoption", "placedadoption", "shouldbeplacedforadoption", "sbpfa":
		return adoption
	case "dolo", "deprivationofliberty", "deprivationoflibertyorder", "deprivationoflibertyorders":
		return "deprivation_of_liberty"
	case "previouspermanence", "prevperm", "previousperm":
		return "previous_permanence"
	case "missing":
		return missing
	case "swepisodes", "swepisode", "socialworker", "socialworkers":
		return workers
	}
	return ""
}

// supply adds what a column supplies.
func (c column) supplies() []string {
	switch c.supply {
	case "none":
		return nil
	case "":
		return []string{c.field}
	}
	return strings.Fields(c.supply)
}

// supplied says what follows from the tables and columns that there are.
func supplied(have *casefile.Supply, has func(table, column string) bool) {
	have.Add("case_id")
	for _, t := range tables() {
		for _, c := range t.columns {
			if has(t.name, c.name) {
				for _, path := range c.supplies() {
					have.Add(path)
				}
			}
		}
	}
	if has(episodes, "DECOM") {
		have.Add("care_episodes.episode_id")
		have.Add("placements.placement_id")
	}
	if has(missing, "MIS_START") {
		have.Add("missing.missing_id")
	}
	if have.Has("permanence.decision_date") && has(episodes, "PLACE") {
		have.Add("permanence.placed_date")
	}
	if has(uasc, "CHILD") {
		have.Add("child.unaccompanied")
	}
}
