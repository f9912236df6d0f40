package ssd

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// finish settles what only the whole case can tell.
func (b *building) finish() {
	b.identify()
	b.legalStatuses()
	b.healthTypes()
	if b.export.completed {
		for _, item := range b.rec.Items("assessments") {
			a := item.(map[string]any)
			if signed, has := a["signed_off_date"]; has {
				a["completed_date"] = signed
			}
		}
	}
	if b.export.team {
		if team := b.deriveTeam(); team != "" {
			b.rec.Values["team"] = team
		}
	}
	b.rec.Team = text(b.rec.Values, "team")
}

func text(item map[string]any, field string) string {
	s, _ := item[field].(string)
	return s
}

func isNHS(kind string) bool {
	return strings.HasPrefix(casefile.Fold(kind), "nhs")
}

func isUPN(kind string) bool {
	folded := casefile.Fold(kind)
	return folded == "upn" || folded == "unique_pupil_number"
}

// identify takes the UPN, and the NHS number if the child's own row lacks it,
// from the linked identifiers: those still valid first, then the latest.
func (b *building) identify() {
	for field, is := range map[string]func(string) bool{"upn": isUPN, "nhs_number": isNHS} {
		if _, has := b.rec.Child()[field]; has {
			continue
		}
		best := map[string]any{}
		for _, link := range b.identifiers {
			if !is(text(link, "type")) || text(link, "value") == "" {
				continue
			}
			if len(best) == 0 || later(link, best) {
				best = link
			}
		}
		if value := text(best, "value"); value != "" {
			b.rec.Child()[field] = value
		}
	}
}

// later reports whether an identifier is to be preferred to another.
func later(a, b map[string]any) bool {
	if ended, also := text(a, "to") != "", text(b, "to") != ""; ended != also {
		return also
	}
	return text(a, "from") > text(b, "from")
}

// legalStatuses gives each episode of care that lacks one the legal status in
// force on the day it began: the last to begin by then and not ended before.
func (b *building) legalStatuses() {
	for _, item := range b.rec.Items("care_episodes") {
		episode := item.(map[string]any)
		began := text(episode, "start_date")
		if _, has := episode["legal_status"]; has || began == "" {
			continue
		}
		best := map[string]any{}
		for _, status := range b.statuses {
			start, end := text(status, "start"), text(status, "end")
			inForce := start != "" && start <= began && (end == "" || end > began || start == began)
			if inForce && text(status, "status") != "" && (len(best) == 0 || start >= text(best, "start")) {
				best = status
			}
		}
		if status := text(best, "status"); status != "" {
			episode["legal_status"] = status
		}
	}
}

// healthTypes tells initial health assessments from reviews where the dataset
// says only "Health Assessment".
func (b *building) healthTypes() {
	checks := b.rec.Items("health")
	for i, item := range checks {
		check := item.(map[string]any)
		if casefile.Fold(text(b.own["health"][i], "check")) != "health_assessment" {
			continue
		}
		date := text(check, "date")
		if entered := b.enteredCare(date); entered != "" && !b.assessedBetween(entered, date) {
			check["type"] = "initial_assessment"
		}
	}
}

// enteredCare gives the day on which the period of care that a date falls in,
// or follows, began.
func (b *building) enteredCare(date string) string {
	last := ""
	for _, item := range b.rec.Items("care_episodes") {
		if entered := text(item.(map[string]any), "entered_care_date"); entered <= date && entered > last {
			last = entered
		}
	}
	return last
}

// assessedBetween reports whether a health assessment took place from one day
// to the day before another. One that was planned, refused or cancelled did not.
func (b *building) assessedBetween(from, before string) bool {
	for _, item := range b.rec.Items("health") {
		check := item.(map[string]any)
		date, status := text(check, "date"), text(check, "status")
		if text(check, "type") != "dental" && date >= from && date < before && (status == "" || status == "COMPLETED") {
			return true
		}
	}
	return false
}

// deriveTeam gives the team that holds the case where no table says it.
func (b *building) deriveTeam() string {
	referrals, involvements := b.rec.Items("referrals"), b.rec.Items("involvements")
	open := func(r map[string]any) bool { return text(r, "close_date") == "" && r["no_further_action"] != true }
	current := func(i map[string]any) bool { return text(i, "end_date") == "" }
	any := func(map[string]any) bool { return true }
	for _, team := range []string{
		latestTeam(referrals, "date", open),
		latestTeam(involvements, "start_date", current),
		latestTeam(involvements, "start_date", any),
		latestTeam(referrals, "date", any),
	} {
		if team != "" {
			return team
		}
	}
	return ""
}

// latestTeam gives the team of the latest item that has one; of two on one day
// the later row.
func latestTeam(list []any, field string, ok func(map[string]any) bool) (team string) {
	last := ""
	for _, item := range list {
		it := item.(map[string]any)
		if t := text(it, "team"); t != "" && ok(it) && text(it, field) >= last {
			last, team = text(it, field), t
		}
	}
	return team
}
