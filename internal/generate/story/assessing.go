package story

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// assessing is an assessment that is told: what of it is needed to go on.
type assessing struct {
	item  Item // nil when it has not begun
	done  string
	sign  string
	found string // the day the child was first found to need help: of the initial assessment, where there is one
}

// assess tells of the assessment of a referral: a single one, or an initial one
// and, where more follows, a core one. It is not completed before a day.
func (c *tale) assess(ref Item, helped bool, notBefore string) assessing {
	date := ref["date"].(string)
	if date >= timing.FirstSingle {
		start := c.by(date, timing.ResponseWD)
		return c.assessment(ref, "single", start, max(c.by(date, timing.SingleWD), start, notBefore), helped)
	}
	start := c.by(date, timing.ResponseWD)
	done := c.by(start, timing.InitialWD(start))
	if c.clock.Working(done, timing.PlanWD) < notBefore {
		done = c.clock.Working(start, timing.InitialWD(start))
	}
	first := c.assessment(ref, "initial", start, done, helped)
	if !helped && c.r.IntN(3) > 0 {
		return first
	}
	core := c.assessment(ref, "core", first.done, max(c.by(first.done, timing.CoreWD), notBefore), helped)
	core.found = first.done
	return core
}

// planFrom is the day a plan begins after an assessment that found the child in need.
func (c *tale) planFrom(told assessing) string { return c.by(told.found, timing.PlanWD) }

// assessment tells of one assessment from its start to its sign-off.
func (c *tale) assessment(ref Item, kind, start, done string, helped bool) assessing {
	told := assessing{done: done, sign: c.by(done, timing.SignOffWD), found: done}
	if !c.clock.Happened(start) {
		return told
	}
	a := c.add("assessments", Item{"assessment_id": c.id("assessments"), "type": kind, "start_date": start,
		"worker_id": c.worker, "team": c.team})
	told.item = a
	if ref != nil {
		a["referral_id"] = ref["referral_id"]
	}
	if seen := c.day(start, done); kind != "pre_birth" && c.put(a, "child_seen_date", seen) {
		a["child_seen"] = true
	}
	c.put(a, "genogram_date", c.genogram(start, done))
	c.entry(c.day(start, done), false)
	if !c.put(a, "completed_date", done) {
		return told
	}
	a["no_further_action"] = !helped
	a["sections_missing"] = 0
	c.content(a, kind, done)
	if c.put(a, "signed_off_date", told.sign) {
		a["signed_off_by"] = c.manager
		c.put(a, "outcome_shared_date", c.by(told.sign, timing.OutcomeSharedWD))
	}
	return told
}

// genogram is the day it was drawn: in this assessment, or years ago.
func (c *tale) genogram(start, done string) string {
	if c.r.IntN(6) == 0 {
		return timing.Days(start, -100-c.r.IntN(900))
	}
	return c.day(start, done)
}

// content is what a completed assessment says.
func (c *tale) content(a Item, kind, done string) {
	for _, field := range []string{"agency_checks", "analysis", "conclusion", "risk_factors", "protective_factors", "history", "identity"} {
		a[field] = c.say(field, c.r)
	}
	if born := c.person.Born; kind != "pre_birth" && born != "" &&
		(timing.Birthday(born, timing.ViewsFromAge) <= done || c.r.IntN(3) == 0) {
		a["child_views"] = c.say("child_views", c.r)
	}
	factors := []any{pick(c.r, "1B", "2B", "4B", "5B", "6A")}
	if c.r.IntN(3) == 0 {
		factors = append(factors, pick(c.r, "3A", "3B", "3C", "3B"))
		a["domestic_abuse_tool"] = pick(c.r, "DASH", "SafeLives checklist")
	}
	if c.r.IntN(4) == 0 {
		factors = append(factors, "16A")
		a["neglect_tool"] = pick(c.r, "Graded care profile", "Quality of care tool")
		a["neglect_tool_analysis"] = c.say("neglect_tool_analysis", c.r)
	}
	a["factors"] = factors
}
