package fault

import "math/rand/v2"

// actionsMeasurable is PL-06: a plan has actions, each with an owner, a day and a measure.
func actionsMeasurable() Expectation {
	each := func(spoil func(Item, *rand.Rand)) func(*View, Item, *rand.Rand) bool {
		return func(v *View, p Item, r *rand.Rand) bool {
			actions := actionsOf(v, p)
			spoil(actions[r.IntN(len(actions))], r)
			return true
		}
	}
	return Expectation{
		ID: "PL-06", Unit: "plans",
		Needs: []string{"plan_actions.owner", "plan_actions.due_date", "plan_actions.measure", "plan_actions.plan_id", "plans.end_date",
			"plans.plan_id", "plans.start_date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.openPlan(p) {
				return NotAudited
			}
			actions := actionsOf(v, p)
			for _, a := range actions {
				if !named(a, "owner") || text(a, "due_date") == "" || !recorded(a, "measure") {
					return NotMet
				}
			}
			return verdict(len(actions) > 0)
		},
		Faults: []Fault{
			{Name: "action-without-owner", About: "An action of the plan is nobody's.", Plant: each(func(a Item, r *rand.Rand) { unnamed("owner")(nil, a, r) })},
			{Name: "action-without-day", About: "An action of the plan need never be done.", Plant: each(func(a Item, _ *rand.Rand) { delete(a, "due_date") })},
			{Name: "action-without-measure", About: "Nobody can tell when an action of the plan is done.",
				Plant: each(func(a Item, r *rand.Rand) { silence(a, "measure", r) })},
			{Name: "plan-without-actions", About: "The plan has no actions.", Plant: func(v *View, p Item, _ *rand.Rand) bool {
				v.Keep("plan_actions", func(a Item) bool { return !ofPlan(a, p) })
				return true
			}},
		},
	}
}

func actionsOf(v *View, p Item) []Item {
	var actions []Item
	for _, a := range v.Items("plan_actions") {
		if ofPlan(a, p) {
			actions = append(actions, a)
		}
	}
	return actions
}
