package dfe

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// Fill puts a child's record together.
func (r *reader) Fill(c *returns.Case, child returns.Child) {
	values, _ := child.Value.(map[string]any)
	b := &building{Case: c}
	top := object{values: values, at: child.At}
	c.Name(top.cell(Key))
	if !b.open(top) {
		c.Dropped = true
		return
	}
	if details, ok := b.one(top, "child_details"); ok {
		b.details(details)
	}
	if health, ok := b.one(top, "health_and_wellbeing"); ok {
		b.all(health, "sdq_assessments") // for what is not in the schema
	}
	for _, episode := range b.all(top, "social_care_episodes") {
		b.episode(episode)
	}
	b.Care(b.spells)
}

func (b *building) details(o object) {
	kid := b.Record.Child()
	fields := keys(o.kind)
	for _, key := range sorted(fields) {
		if fields[key] != "" {
			b.set(kid, o, key, fields[key])
		}
	}
}

// episode reads a social care episode: a referral and what followed from it.
func (b *building) episode(o object) {
	referral := map[string]any{}
	b.set(referral, o, "social_care_episode_id", "referrals.referral_id")
	b.set(referral, o, "referral_date", "referrals.date")
	b.set(referral, o, "referral_source", "referrals.source")
	b.set(referral, o, "referral_no_further_action_flag", "referrals.no_further_action")
	b.set(referral, o, "closure_date", "referrals.close_date")
	b.set(referral, o, "closure_reason", "referrals.close_reason")
	b.referral, _ = referral["referral_id"].(string)
	b.Add("referrals", referral, o.at)
	for _, w := range b.all(o, "care_worker_details") {
		item := map[string]any{}
		b.set(item, w, "worker_id", "involvements.professional_id")
		b.set(item, w, "start_date", "involvements.start_date")
		b.set(item, w, "end_date", "involvements.end_date")
		b.Add("involvements", item, w.at)
	}
	for _, a := range b.all(o, "child_and_family_assessments") {
		b.assessment(a)
	}
	for _, p := range b.all(o, "child_in_need_plans") {
		b.plan(p, "child_in_need", "child_in_need_plan_id")
	}
	for _, s := range b.all(o, "section_47_assessments") {
		b.section47(s)
	}
	for _, p := range b.all(o, "child_protection_plans") {
		b.plan(p, "child_protection", "child_protection_plan_id")
	}
	for _, p := range b.all(o, "child_looked_after_placements") {
		b.placement(p)
	}
	if a, ok := b.one(o, "adoption"); ok {
		item := map[string]any{}
		b.set(item, a, "initial_decision_date", "permanence.decision_date")
		b.set(item, a, "placed_date", "permanence.placed_date")
		b.addIfAny("permanence", item, a.at)
	}
	if l, ok := b.one(o, "care_leavers"); ok {
		item := map[string]any{}
		b.set(item, l, "contact_date", "care_leaver.last_contact_date")
		b.set(item, l, "activity", "care_leaver.activity")
		b.set(item, l, "accommodation", "care_leaver.accommodation")
		b.addIfAny("care_leaver", item, l.at)
	}
}

// addIfAny adds an item that says something: these objects are sent blank for
// every child.
func (b *building) addIfAny(entity string, item map[string]any, at casefile.Location) {
	if len(item) > 0 {
		b.Add(entity, item, at)
	}
}

// belongs ties an item to the referral that is being read.
func (b *building) belongs(item map[string]any) {
	if b.referral != "" {
		item["referral_id"] = b.referral
	}
}

func (b *building) assessment(o object) {
	item := map[string]any{"type": "single"}
	b.belongs(item)
	b.set(item, o, "child_and_family_assessment_id", "assessments.assessment_id")
	b.set(item, o, "start_date", "assessments.start_date")
	b.set(item, o, "authorisation_date", "assessments.signed_off_date")
	if signed, has := item["signed_off_date"]; has {
		item["completed_date"] = signed
	}
	b.set(item, o, "factors", "assessments.factors")
	b.Add("assessments", item, o.at)
}

func (b *building) plan(o object, kind, id string) {
	item := map[string]any{"type": kind}
	b.set(item, o, id, "plans.plan_id")
	b.set(item, o, "start_date", "plans.start_date")
	b.set(item, o, "end_date", "plans.end_date")
	b.Add("plans", item, o.at)
}

func (b *building) section47(o object) {
	item := map[string]any{}
	b.belongs(item)
	b.set(item, o, "section_47_assessment_id", "section_47.enquiry_id")
	b.set(item, o, "start_date", "section_47.start_date")
	b.set(item, o, "end_date", "section_47.end_date")
	b.set(item, o, "icpc_required_flag", "section_47.to_conference")
	b.Add("section_47", item, o.at)

	conference := map[string]any{"type": "initial"}
	b.set(conference, o, "icpc_date", "conferences.date")
	if conference["date"] == nil {
		return
	}
	if id, has := item["enquiry_id"]; has {
		conference["enquiry_id"] = id
	}
	b.SetID(conference, "conferences.conference_id", "initial-conference", conference["date"], o.at)
	b.Add("conferences", conference, o.at)
}

func (b *building) placement(o object) {
	id := b.text(o, "child_looked_after_placement_id", "placements.placement_id")
	s := returns.Spell{At: o.at, EpisodeID: id, PlacementID: id, Episode: map[string]any{}, Placement: map[string]any{},
		Start: b.text(o, "start_date", "care_episodes.start_date"), End: b.text(o, "end_date", "care_episodes.end_date"),
		EndReason: b.text(o, "end_reason", "care_episodes.end_reason")}
	b.set(s.Placement, o, "placement_type", "placements.type")
	if reason, ok := o.values["start_reason"].(string); ok {
		s.StartReason = strings.ToUpper(casefile.Trim(reason))
	}
	b.spells = append(b.spells, s)
}
