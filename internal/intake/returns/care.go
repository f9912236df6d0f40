package returns

import (
	"cmp"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Spell is an episode of care as the returns have it: a time under one legal
// status in one placement. Dates are ISO, "" when blank.
type Spell struct {
	At          casefile.Location
	Start, End  string
	StartReason string // S started to be looked after, L legal status changed, P, T, B, U placement changed
	EndReason   string // X1 when another episode follows on the same day
	EpisodeID   string // "" to make one
	PlacementID string
	Episode     map[string]any // what else the episode has: legal status
	Placement   map[string]any // what else the placement has: type
}

// Care adds a child's care to the record. Every spell becomes an episode; the
// day of entering care is the start of the spell that began with reason S, and
// holds until a spell ends for a reason other than X1. Where the first spell of
// a period began otherwise, care began before what the return holds: the day is
// not known and is left blank. A placement goes on through spells in which only
// the legal status changed.
func (c *Case) Care(spells []Spell) {
	slices.SortStableFunc(spells, func(a, b Spell) int { return cmp.Compare(a.Start, b.Start) })
	entered, running := "", false
	var placement map[string]any
	var before Spell
	for i, s := range spells {
		switch {
		case s.StartReason == "S":
			entered = s.Start
		case i == 0 || !running || s.Start == "":
			entered = ""
			c.Note(casefile.Note{Kind: UnknownStart, At: casefile.Location{File: s.At.File, Row: s.At.Row}, Field: "care_episodes.entered_care_date",
				Text: "the period of care began before the episodes that the return holds, so the day of entering care is not known"})
		}
		running = s.goesOn(spells[i+1:])
		c.episode(s, entered)
		if goesOn := placement != nil && s.StartReason == "L" && before.End == s.Start && placement["type"] == s.Placement["type"]; !goesOn {
			placement = s.Placement
			put(placement, "start_date", s.Start)
			if s.PlacementID != "" {
				placement["placement_id"] = s.PlacementID
			} else {
				c.SetID(placement, "placements.placement_id", "placement", s.Start, s.At)
			}
			c.Add("placements", placement, s.At)
		}
		delete(placement, "end_date")
		put(placement, "end_date", s.End)
		before = s
	}
}

// goesOn reports whether care goes on after the spell: it has not ended, or
// ended because the next began, or ended for no reason given on the day on
// which the next began.
func (s Spell) goesOn(after []Spell) bool {
	if s.End == "" || s.EndReason == "X1" {
		return true
	}
	return s.EndReason == "" && len(after) > 0 && after[0].Start == s.End
}

func (c *Case) episode(s Spell, entered string) {
	item := s.Episode
	put(item, "entered_care_date", entered)
	put(item, "start_date", s.Start)
	put(item, "end_date", s.End)
	put(item, "end_reason", s.EndReason)
	if s.EpisodeID != "" {
		item["episode_id"] = s.EpisodeID
	} else {
		c.SetID(item, "care_episodes.episode_id", "care", s.Start, s.At)
	}
	c.Add("care_episodes", item, s.At)
}

func put(item map[string]any, name, value string) {
	if value != "" {
		item[name] = value
	}
}
