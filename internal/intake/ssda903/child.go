package ssda903

import (
	"regexp"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// Kinds of note.
const (
	differentBirth = "dates of birth differ"
	takenBack      = "adoption decision taken back"
)

// building is a child's record while it is put together.
type building struct {
	*returns.Case
	rows map[string][]row // by table
}

// fill puts a child's record together from its rows. listed says that the
// return has a table of unaccompanied children in which every one would stand.
func fill(c *returns.Case, rows map[string][]row, listed bool) {
	b := &building{c, rows}
	b.child(listed)
	b.care()
	for _, r := range rows[reviews] {
		item := map[string]any{}
		copyTo(item, r, "date", "REVIEW", "participation", "REVIEW_CODE")
		b.Add("care_reviews", item, r.at)
	}
	for _, r := range rows[missing] {
		b.missing(r)
	}
	for _, r := range rows[workers] {
		item := map[string]any{}
		copyTo(item, r, "professional_id", "SW_ID", "start_date", "SW_DECOM", "end_date", "SW_DEC", "change_reason", "SW_REASON")
		b.Add("involvements", item, r.at)
	}
	for _, r := range rows[oc3] {
		b.careLeaver(r)
	}
	b.permanence()
}

// copyTo copies columns to fields, given in pairs.
func copyTo(item map[string]any, r row, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if value, has := r.values[pairs[i+1]]; has {
			item[pairs[i]] = value
		}
	}
}

func (b *building) child(listed bool) {
	kid := b.Record.Child()
	for _, r := range b.rows[header] {
		copyTo(kid, r, "sex", "SEX", "date_of_birth", "DOB", "ethnicity", "ETHNIC", "upn", "UPN")
	}
	for _, t := range tables() {
		for _, r := range b.rows[t.name] {
			if born := r.text("DOB"); born != "" && kid["date_of_birth"] != nil && born != kid["date_of_birth"] {
				b.Note(casefile.Note{Kind: differentBirth, At: r.at, Field: "child.date_of_birth", CaseID: b.Record.CaseID,
					Text: "the date of birth is not the one in the header, which is taken"})
			}
		}
	}
	if len(b.rows[uasc]) > 0 {
		kid["unaccompanied"] = true
	} else if listed {
		kid["unaccompanied"] = false
	}
}

func (b *building) care() {
	spells := make([]returns.Spell, 0, len(b.rows[episodes]))
	for _, r := range b.rows[episodes] {
		s := returns.Spell{At: r.at, Start: r.text("DECOM"), End: r.text("DEC"), StartReason: r.text("RNE"), EndReason: r.text("REC"),
			Episode: map[string]any{}, Placement: map[string]any{}}
		copyTo(s.Episode, r, "legal_status", "LS")
		copyTo(s.Placement, r, "type", "PLACE")
		switch where := r.text("PL_LOCATION"); where {
		case "IN":
			s.Placement["out_of_area"] = false
		case "OUT":
			s.Placement["out_of_area"] = true
		case "":
		default:
			b.unmatched(r, "placements.out_of_area", where, "is neither IN nor OUT and is read as blank")
		}
		spells = append(spells, s)
	}
	b.Care(spells)
}

func (b *building) unmatched(r row, field, value, why string) {
	b.Note(casefile.Note{Kind: ledger.UnmatchedValue, At: casefile.Location{File: r.at.File, Row: r.at.Row}, Field: field, Value: casefile.Quote(value),
		Text: casefile.Quote(value) + " " + why})
}

func (b *building) missing(r row) {
	item := map[string]any{}
	copyTo(item, r, "start", "MIS_START", "end", "MIS_END")
	switch kind := r.text("MISSING"); kind {
	case "M", "A":
		item["from_care"] = true
	case "":
	default:
		b.unmatched(r, "missing.from_care", kind, "is neither M nor A and is read as blank")
	}
	b.SetID(item, "missing.missing_id", "missing", item["start"], r.at)
	b.Add("missing", item, r.at)
}

var accommodation = regexp.MustCompile(`^[A-Z][12]$`)

func (b *building) careLeaver(r row) {
	item := map[string]any{}
	copyTo(item, r, "in_touch", "IN_TOUCH", "activity", "ACTIV")
	switch code := r.text("ACCOM"); {
	case code == "" || code == "0": // nobody was in touch
	case accommodation.MatchString(code):
		item["accommodation"] = code[:1]
		item["accommodation_suitable"] = code[1] == '1'
	default:
		item["accommodation"] = code
		b.unmatched(r, "care_leaver.accommodation", code, "is no code of any year's return and is kept as it stands")
	}
	b.Add("care_leaver", item, r.at)
}

// permanence reads the decisions that the child should be placed for adoption.
func (b *building) permanence() {
	seen := map[string]bool{}
	decided := func(r row, column string) {
		day := r.text(column)
		if day == "" || seen[day] {
			return
		}
		seen[day] = true
		item := map[string]any{"decision_date": day}
		if placed := b.placed(day); placed != "" {
			item["placed_date"] = placed
		}
		b.Add("permanence", item, r.at)
	}
	for _, r := range b.rows[ad1] {
		decided(r, "DATE_INT")
	}
	for _, r := range b.rows[adoption] {
		if r.text("DATE_PLACED_CEASED") != "" && len(b.rows[ad1]) == 0 {
			b.Note(casefile.Note{Kind: takenBack, At: casefile.Location{File: r.at.File, Row: r.at.Row}, Field: "permanence.decision_date",
				Text: "decisions for adoption that were taken back were left out"})
			continue
		}
		decided(r, "DATE_PLACED")
	}
}

// placed gives the day on which the first placement for adoption began, from a
// decision on.
func (b *building) placed(decision string) string {
	first := ""
	for _, item := range b.Record.Items("placements") {
		p := item.(map[string]any)
		kind, _ := p["type"].(string)
		start, _ := p["start_date"].(string)
		if strings.Contains(" A3 A4 A5 A6 ", " "+kind+" ") && start >= decision && (first == "" || start < first) {
			first = start
		}
	}
	return first
}
