package annexa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// joins says which joins the lists that are there allow.
type joins struct {
	gives map[string]bool // fields that some list gives, "visits.date", and which does, "7 visits.date"
}

func joinable(m *mapping.Mapping, number map[page]int) joins {
	j := joins{gives: map[string]bool{}}
	for _, t := range m.Tables {
		for _, it := range t.Items {
			for _, fields := range []map[string]string{it.Fields, it.Always} {
				for field := range fields {
					path := it.Entity + "." + field
					j.gives[path], j.gives[fmt.Sprintf("%d %s", number[page{t.File, t.Sheet}], path)] = true, true
				}
			}
		}
	}
	return j
}

// dated gives, for the entities whose items are named by the day on which they
// began, that day's field, their key and the word for one.
func dated() []struct{ entity, field, key, kind string } {
	return []struct{ entity, field, key, kind string }{
		{"contacts", "received", "contact_id", "contact"},
		{"early_help", "start_date", "episode_id", "early-help"},
		{"referrals", "date", "referral_id", "referral"},
		{"assessments", "start_date", "assessment_id", "assessment"},
		{"section_47", "start_date", "enquiry_id", "enquiry"},
		{"conferences", "date", "conference_id", "conference"},
		{"plans", "start_date", "plan_id", "plan"},
		{"visits", "date", "visit_id", "visit"},
		{"care_episodes", "start_date", "episode_id", "care"},
		{"placements", "start_date", "placement_id", "placement"},
	}
}

// supply adds what joining gives.
func (j joins) supply(s *casefile.Supply) {
	for _, d := range dated() {
		if j.gives[d.entity+"."+d.field] {
			s.Add(d.entity + "." + d.key)
		}
	}
	for field, has := range map[string]bool{
		"assessments.referral_id": j.gives["4 assessments.start_date"] && j.gives["3 referrals.date"],
		"conferences.enquiry_id":  j.gives["5 section_47.start_date"] && j.gives["5 conferences.date"],
		"conferences.plan_id":     j.gives["7 plans.start_date"] && j.gives["7 conferences.date"],
	} {
		if has {
			s.Add(field)
		}
	}
	if j.gives["referrals.team"] || j.gives["assessments.team"] {
		s.Add("team")
	}
}

// joining is a record while its lists are joined.
type joining struct {
	record *casefile.Record
	list   func(casefile.Location) int
	joins  joins
}

// join joins what the lists say of one child.
func (j joins) join(r *casefile.Record, list func(casefile.Location) int) {
	c := &joining{record: r, list: list, joins: j}
	c.referrals()
	c.visits()
	c.name()
	c.assessments()
	c.enquiries()
	c.reviews()
	c.team()
}

// items gives an entity's items.
func (c *joining) items(entity string) []map[string]any {
	list := c.record.Items(entity)
	items := make([]map[string]any, len(list))
	for i, item := range list {
		items[i] = item.(map[string]any)
	}
	return items
}

// of gives the list from which an item was read.
func (c *joining) of(entity string, i int) int { return c.list(c.record.Where[entity][i]) }

// drop takes items out of the record.
func (c *joining) drop(entity string, out map[int]bool) {
	if len(out) == 0 {
		return
	}
	items, where := []any{}, []casefile.Location{}
	for i, item := range c.record.Items(entity) {
		if !out[i] {
			items, where = append(items, item), append(where, c.record.Where[entity][i])
		}
	}
	c.record.Values[entity], c.record.Where[entity] = items, where
}

// name gives items ids, made as those of the other returns are: the same next
// month when the day is.
func (c *joining) name() {
	for _, d := range dated() {
		used := map[string]int{}
		for _, item := range c.items(d.entity) {
			kind := d.kind
			if of, _ := item["type"].(string); of != "" && d.entity != "assessments" && d.entity != "placements" {
				kind = of + "-" + kind
			}
			day := "undated"
			if date := text(item, d.field); date != "" {
				day = date[:min(len(date), len("2006-01-02"))]
			}
			id := fmt.Sprintf("%s/%s/%s", c.record.CaseID, strings.ReplaceAll(kind, "_", "-"), day)
			if used[id]++; used[id] > 1 {
				id = fmt.Sprintf("%s/%d", id, used[id])
			}
			item[d.key] = id
		}
	}
}

// assessments names the referral that an assessment followed: the latest of list 3
// that needed action, on or before the day it began, unless another assessment
// began between the two. One that began before the child was born is of the
// unborn child.
func (c *joining) assessments() {
	born := text(c.record.Child(), "date_of_birth")
	assessments := c.items("assessments")
	for _, a := range assessments {
		began := text(a, "start_date")
		if began == "" {
			continue
		}
		if born > began {
			a["type"] = "pre_birth"
		}
		id, referred := "", ""
		for i, r := range c.items("referrals") {
			if date := text(r, "date"); c.of("referrals", i) == 3 && r["no_further_action"] != true && date != "" && date <= began && date > referred {
				id, referred = text(r, "referral_id"), date
			}
		}
		between := func(other map[string]any) bool {
			day := text(other, "start_date")
			return day >= referred && day < began
		}
		if id != "" && !slices.ContainsFunc(assessments, between) {
			a["referral_id"] = id
		}
	}
}

// enquiries joins the two halves of a row of list 5. A conference that was held
// shows that one was asked for, whatever else the row says.
func (c *joining) enquiries() {
	row := func(at casefile.Location) casefile.Location {
		return casefile.Location{File: at.File, Sheet: at.Sheet, Row: at.Row}
	}
	enquiries := map[casefile.Location]map[string]any{}
	for i, e := range c.items("section_47") {
		enquiries[row(c.record.Where["section_47"][i])] = e
	}
	for i, conference := range c.items("conferences") {
		if e := enquiries[row(c.record.Where["conferences"][i])]; e != nil && c.of("conferences", i) == 5 {
			conference["enquiry_id"] = e["enquiry_id"]
			e["to_conference"] = true
		}
	}
}

// reviews names the plan that the latest review conference was of, when it was
// held while that plan ran.
func (c *joining) reviews() {
	for _, plan := range c.items("plans") {
		for i, conference := range c.items("conferences") {
			if c.of("conferences", i) == 7 && during(text(conference, "date"), text(plan, "start_date"), text(plan, "end_date")) {
				conference["plan_id"] = plan["plan_id"]
			}
		}
	}
}

// team is the team of the latest assessment or else referral, where no list says
// who holds the case now.
func (c *joining) team() {
	if text(c.record.Values, "team") == "" {
		for _, from := range [][2]string{{"assessments", "start_date"}, {"referrals", "date"}} {
			latest, team := "", ""
			for _, item := range c.items(from[0]) {
				if day := text(item, from[1]); text(item, "team") != "" && day >= latest {
					latest, team = day, text(item, "team")
				}
			}
			if team != "" {
				c.record.Values["team"] = team
				break
			}
		}
	}
	c.record.Team = text(c.record.Values, "team")
}

// during reports whether a day lies in a time that may not have ended.
func during(day, from, to string) bool {
	return day != "" && from != "" && day >= from && (to == "" || day <= to)
}

func text(item map[string]any, field string) string {
	s, _ := item[field].(string)
	return s
}
