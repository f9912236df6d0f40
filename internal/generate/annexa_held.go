package generate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/fault"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// held is what the lists of Annex A hold of a case: six months of work, and of
// plans, care, reviews and visits the latest.
type held struct {
	id, team, born string
	child          fault.Item
	contacts       []fault.Item
	earlyHelp      []fault.Item
	referrals      []fault.Item // of list 3
	need           fault.Item   // the referral that list 6 takes for the episode of need; nil when the child is not on it
	status, seen   string       // of list 6
	assessments    []fault.Item
	enquiries      []fault.Item
	conferences    []fault.Item // the initial one of each enquiry, nil where there is none
	plan           fault.Item
	planVisit      fault.Item
	planReview     string
	care           fault.Item
	placement      fault.Item
	placements     int // in the last twelve months
	careReview     string
	careOfficer    string // the reviewing officer's last contact
	careVisit      string
	health, dental string
	missing        []fault.Item
	leavers        []fault.Item
	permanence     []fault.Item
}

// held takes from a case what the lists hold.
func (g *Generator) held(r *casefile.Record) *held {
	c := g.clock
	begin := timing.Months(c.AsAt, -6)
	since := func(date string) bool { return c.Happened(date) && timing.Day(date) >= begin }
	runs := func(end string) bool { return !c.Happened(end) || timing.Day(end) >= begin }
	all := func(entity string) []fault.Item { return (&fault.View{Values: r.Values}).Items(entity) }
	h := &held{id: r.CaseID, team: r.Team, child: r.Child(), born: of(r.Child(), "date_of_birth")}
	if h.born == "" {
		h.born = of(r.Child(), "expected_date_of_birth")
	}
	h.contacts = kept(all("contacts"), func(x fault.Item) bool { return since(of(x, "received")) })
	h.earlyHelp = kept(all("early_help"), func(x fault.Item) bool { return c.Happened(of(x, "start_date")) && runs(of(x, "end_date")) })
	h.referrals = kept(all("referrals"), func(x fault.Item) bool { return since(of(x, "date")) })
	h.assessments = kept(all("assessments"), func(x fault.Item) bool { return c.Happened(of(x, "start_date")) && runs(of(x, "signed_off_date")) })
	for _, e := range all("section_47") {
		if since(discussed(e)) {
			h.enquiries = append(h.enquiries, e)
			h.conferences = append(h.conferences, first(kept(all("conferences"), func(x fault.Item) bool {
				return of(x, "type") == "initial" && of(x, "enquiry_id") == of(e, "enquiry_id") && c.Happened(of(x, "date"))
			}), "date"))
		}
	}
	h.plan = last(kept(all("plans"), func(x fault.Item) bool {
		return of(x, "type") == "child_protection" && c.Happened(of(x, "start_date")) && runs(of(x, "end_date"))
	}), "start_date")
	h.care = last(kept(all("care_episodes"), func(x fault.Item) bool { return c.Happened(of(x, "start_date")) && runs(of(x, "end_date")) }), "start_date")
	h.need = last(kept(all("referrals"), func(x fault.Item) bool {
		return x["no_further_action"] != true && c.Happened(of(x, "date")) && runs(of(x, "close_date"))
	}), "date")
	h.leavers = all("care_leaver")
	year := timing.Months(c.AsAt, -12)
	h.permanence = kept(all("permanence"), func(x fault.Item) bool {
		return slices.ContainsFunc([]string{"decision_date", "placed_date", "order_date"}, func(f string) bool { return c.Happened(of(x, f)) && of(x, f) >= year })
	})
	h.latest(c, all)
	h.standing(c, all)
	return h
}

// latest takes the latest of what lists 6 to 8 have one column for.
func (h *held) latest(c *timing.Clock, all func(string) []fault.Item) {
	visit := func(kind string) fault.Item {
		return last(kept(all("visits"), func(x fault.Item) bool { return (kind == "" || of(x, "type") == kind) && c.Happened(of(x, "date")) }), "date")
	}
	h.seen = of(last(kept(all("visits"), func(x fault.Item) bool { return x["child_seen"] == true && c.Happened(of(x, "date")) }), "date"), "date")
	if h.plan != nil {
		h.planVisit = visit("child_protection")
		h.planReview = of(last(kept(all("conferences"), func(x fault.Item) bool {
			return of(x, "type") == "review" && of(x, "plan_id") == of(h.plan, "plan_id") && c.Happened(of(x, "date"))
		}), "date"), "date")
	}
	if h.care == nil {
		return
	}
	past := func(entity, field string) []fault.Item {
		return kept(all(entity), func(x fault.Item) bool { return c.Happened(of(x, field)) })
	}
	h.placement = last(past("placements", "start_date"), "start_date")
	for _, p := range past("placements", "start_date") {
		if end := of(p, "end_date"); !c.Happened(end) || end >= timing.Months(c.AsAt, -12) {
			h.placements++
		}
	}
	h.careReview = of(last(past("care_reviews", "date"), "date"), "date")
	h.careOfficer = of(last(past("care_reviews", "reviewer_met_child_date"), "reviewer_met_child_date"), "reviewer_met_child_date")
	h.careVisit = of(visit("care"), "date")
	done := func(dental bool) string {
		return of(last(kept(past("health", "date"), func(x fault.Item) bool {
			return (of(x, "type") == "dental") == dental && (of(x, "status") == "" || of(x, "status") == "COMPLETED")
		}), "date"), "date")
	}
	h.health, h.dental = done(false), done(true)
	h.missing = kept(past("missing", "end"), func(x fault.Item) bool { return x["from_care"] == true })
}

// standing says whether the child is on list 6, and as what. All on lists 7 and 8
// and all with a plan are.
func (h *held) standing(c *timing.Clock, all func(string) []fault.Item) {
	open := func(x fault.Item) bool { return x != nil && !c.Happened(of(x, "end_date")) }
	planned := slices.ContainsFunc(all("plans"), func(x fault.Item) bool {
		return of(x, "type") == "child_in_need" && c.Happened(of(x, "start_date")) && open(x)
	})
	assessing := slices.ContainsFunc(h.assessments, func(x fault.Item) bool { return !c.Happened(of(x, "signed_off_date")) })
	switch {
	case open(h.care):
		h.status = "A"
	case open(h.plan):
		h.status = "B"
	case planned:
		h.status = "C"
	case assessing:
		h.status = "D"
	case h.need != nil && c.Happened(of(h.need, "close_date")) || h.care != nil || h.plan != nil:
		h.status = "E"
	case h.need != nil:
		h.status = "C"
	}
}

// discussed is the day of the strategy discussion that initiated an enquiry, or
// the day on which it began.
func discussed(e fault.Item) string {
	if day := of(e, "strategy_discussion_date"); day != "" {
		return day
	}
	return of(e, "start_date")
}

// values is the case as an audit of the lists sees it.
func (h *held) values(c *timing.Clock) map[string]any {
	v := &record{id: h.id, values: map[string]any{"case_id": h.id, "child": fault.Item{"date_of_birth": h.born}}}
	if h.team != "" {
		v.values["team"] = h.team
	}
	referred := map[string]string{} // by day, for those that needed action
	for _, r := range h.referrals {
		item := v.add("referrals", "referral", of(r, "date"), "referral_id", fault.Item{"date": of(r, "date"), "no_further_action": r["no_further_action"]})
		if r["no_further_action"] != true {
			referred[of(r, "date")] = of(item, "referral_id")
		}
	}
	for _, a := range h.assessments {
		item := fault.Item{"type": "single", "start_date": of(a, "start_date")}
		if h.born > of(a, "start_date") {
			item["type"] = "pre_birth"
		}
		if signed := of(a, "signed_off_date"); c.Happened(signed) {
			item["signed_off_date"], item["completed_date"] = signed, signed
		}
		if seen := seenDuring(a); seen != "unknown" {
			item["child_seen"] = seen == "yes"
		}
		if id := h.referralOf(a, referred); id != "" {
			item["referral_id"] = id
		}
		v.add("assessments", "assessment", of(a, "start_date"), "assessment_id", item)
	}
	for i, e := range h.enquiries {
		item := v.add("section_47", "enquiry", discussed(e), "enquiry_id", fault.Item{"start_date": discussed(e), "strategy_discussion_date": discussed(e)})
		if wanted, said := e["to_conference"].(bool); said {
			item["to_conference"] = wanted
		}
		if held := h.conferences[i]; held != nil {
			item["to_conference"] = true
			v.add("conferences", "initial-conference", of(held, "date"), "conference_id", fault.Item{"type": "initial", "date": of(held, "date"), "enquiry_id": item["enquiry_id"]})
		}
	}
	h.planned(v, c)
	h.cared(v, c)
	for _, l := range h.leavers {
		v.add("care_leaver", "", "", "", fault.Item{"last_contact_date": l["last_contact_date"], "personal_adviser": l["personal_adviser"],
			"accommodation_suitable": l["accommodation_suitable"], "activity": l["activity"]})
	}
	for _, p := range h.permanence {
		v.add("permanence", "", "", "", fault.Item{"decision_date": p["decision_date"], "placed_date": p["placed_date"]})
	}
	return v.values
}

// planned adds the plan of list 7 and the visits.
func (h *held) planned(v *record, c *timing.Clock) {
	visit := func(kind, day string, seen any) {
		v.add("visits", kind+"-visit", day, "visit_id", fault.Item{"type": kind, "date": day, "child_seen": seen})
	}
	taken := h.status == "" || h.seen == ""
	if h.plan != nil {
		plan := fault.Item{"type": "child_protection", "start_date": of(h.plan, "start_date")}
		if end := of(h.plan, "end_date"); c.Happened(end) {
			plan["end_date"] = end
		}
		v.add("plans", "child-protection-plan", of(h.plan, "start_date"), "plan_id", plan)
		if day := of(h.planVisit, "date"); day != "" {
			switch {
			case h.planVisit["seen_alone"] == true || h.seen >= day:
				visit("child_protection", day, true)
				taken = taken || h.seen == day
			default:
				visit("child_protection", day, nil)
				if h.seen >= of(plan, "start_date") && (plan["end_date"] == nil || h.seen <= of(plan, "end_date")) && !taken {
					visit("child_protection", h.seen, true)
					taken = true
				}
			}
		}
	}
	if !taken && h.seen != h.careVisit {
		visit("other", h.seen, true)
	}
}

// cared adds what list 8 has.
func (h *held) cared(v *record, c *timing.Clock) {
	if h.care == nil {
		return
	}
	episode := fault.Item{"entered_care_date": h.care["entered_care_date"], "start_date": of(h.care, "start_date"), "legal_status": h.care["legal_status"]}
	if end := of(h.care, "end_date"); c.Happened(end) {
		episode["end_date"] = end
	}
	v.add("care_episodes", "care", of(h.care, "start_date"), "episode_id", episode)
	if h.careReview != "" {
		v.add("care_reviews", "", "", "", fault.Item{"date": h.careReview})
	}
	if h.dental != "" {
		v.add("health", "", "", "", fault.Item{"type": "dental", "date": h.dental})
	}
}

// referralOf is the referral of list 3 that an assessment followed, if no other
// assessment began between the two.
func (h *held) referralOf(a fault.Item, referred map[string]string) string {
	began, day := of(a, "start_date"), ""
	for d := range referred {
		if d <= began && d > day {
			day = d
		}
	}
	for _, other := range h.assessments {
		if start := of(other, "start_date"); start >= day && start < began {
			return ""
		}
	}
	return referred[day]
}

// seenDuring says whether the child was seen during an assessment, as list 4 does.
func seenDuring(a fault.Item) string {
	seen, signed := of(a, "child_seen_date"), of(a, "signed_off_date")
	switch {
	case seen != "" && seen >= of(a, "start_date") && (signed == "" || seen <= signed):
		return "yes"
	case seen != "" || a["child_seen"] == false:
		return "no"
	case a["child_seen"] == true:
		return "yes"
	}
	return "unknown"
}

// record is a case in the making whose items have made ids.
type record struct {
	id     string
	values map[string]any
	used   map[string]int
}

// add puts an item into the record; blanks are left out. Its key is of its kind
// and day.
func (v *record) add(entity, kind, day, key string, item fault.Item) fault.Item {
	for name, value := range item {
		if value == nil || value == "" {
			delete(item, name)
		}
	}
	if key != "" {
		id := fmt.Sprintf("%s/%s/%s", v.id, strings.ReplaceAll(kind, "_", "-"), day)
		if v.used == nil {
			v.used = map[string]int{}
		}
		if v.used[id]++; v.used[id] > 1 {
			id = fmt.Sprintf("%s/%d", id, v.used[id])
		}
		item[key] = id
	}
	list, _ := v.values[entity].([]any)
	v.values[entity] = append(list, item)
	return item
}

func of(item fault.Item, field string) string {
	s, _ := item[field].(string)
	return s
}

func kept(items []fault.Item, keep func(fault.Item) bool) []fault.Item {
	return slices.DeleteFunc(slices.Clone(items), func(x fault.Item) bool { return !keep(x) })
}

// last is the item whose date is the latest, the last of several; nil of none.
func last(items []fault.Item, field string) fault.Item {
	var found fault.Item
	for _, x := range items {
		if found == nil || of(x, field) >= of(found, field) {
			found = x
		}
	}
	return found
}

// first is the item whose date is the earliest.
func first(items []fault.Item, field string) fault.Item {
	var found fault.Item
	for _, x := range items {
		if found == nil || of(x, field) < of(found, field) {
			found = x
		}
	}
	return found
}
