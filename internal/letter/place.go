package letter

import "strings"

// Sheet is a sheet of the workbook.
type Sheet string

// The sheets that hold what sentences rest on.
const (
	Criteria    Sheet = "Criteria"
	Findings    Sheet = "Findings"
	Children    Sheet = "Children"
	DataQuality Sheet = "Data quality"
	Method      Sheet = "Method"
)

// Place is where in the workbook a sentence's evidence stands: a sheet or, by a
// column and a value to filter it by, some rows of one.
type Place struct {
	Sheet  Sheet
	Column string // the column's header; empty for the whole sheet
	Value  string // "CC-17", "Assessment", "Priority"; empty for the whole sheet
}

// placesWords are places for a person: the sheets and, after a colon, what to
// filter them by: "Criteria, Findings: CC-17", "Method; Criteria".
func placesWords(places []Place) string {
	var words []string
	for i, p := range places {
		switch {
		case p.Value == "":
			words = append(words, string(p.Sheet))
		case i > 0 && places[i-1].Sheet == p.Sheet && places[i-1].Column == p.Column:
			words[len(words)-1] += "; " + p.Value
		case i > 0 && places[i-1].Value == p.Value:
			last := &words[len(words)-1]
			*last = strings.Replace(*last, ": ", ", "+string(p.Sheet)+": ", 1)
		default:
			words = append(words, string(p.Sheet)+": "+p.Value)
		}
	}
	return strings.Join(words, "; ")
}

// ofCriterion is a criterion's row and, where it has any, its findings.
func ofCriterion(id string, findings bool) []Place {
	places := []Place{{Criteria, "Ref", id}}
	if findings {
		places = append(places, Place{Findings, "Criterion", id})
	}
	return places
}
