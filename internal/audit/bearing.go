package audit

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// doubtsShown is how many faults the doubt of one outcome spells out.
const doubtsShown = 3

// castDoubt marks the outcomes of one subject that rest on a faulty field: a late
// date that is a slip of the pen is not late work, and one in time may not be good
// work.
func (j *judge) castDoubt(outcomes []placed, faults []placedFault) {
	for i := range outcomes {
		o := &outcomes[i]
		var texts []string
		for _, f := range faults {
			if f.bearsOn(o) {
				texts = append(texts, j.inContext(f, o))
			}
		}
		if more := len(texts) - doubtsShown; more > 0 {
			texts = append(texts[:doubtsShown], fmt.Sprintf("%s in the data of this case", count(more, "more fault")))
		}
		o.addDoubt(strings.Join(texts, "; "))
	}
}

// bearsOn: the criterion reads a faulty field, and of this very item; of the child;
// or of any item, where it judges the record as a whole.
func (f *placedFault) bearsOn(o *placed) bool {
	same := f.Entity == o.Entity && f.position == o.position
	if !same && f.Entity != child && o.Criterion.Unit != criteria.Record {
		return false
	}
	for _, path := range f.Fields {
		if o.Criterion.Reads(path) {
			return true
		}
	}
	return false
}

// inContext is the text of a fault, with the item it is of where the outcome does
// not say so.
func (j *judge) inContext(f placedFault, o *placed) string {
	entity, ok := j.dictionary.Entity(f.Entity)
	if !ok || f.Entity == o.Entity || f.Entity == child {
		return f.Text
	}
	return fmt.Sprintf("%s %s: %s", entity.Label, ukDates(f.Item), f.Text)
}

func (o *Outcome) addDoubt(text string) {
	if text == "" {
		return
	}
	if o.Doubt != "" {
		o.Doubt += "; "
	}
	o.Doubt += text
}

// longOverdue is how many days late a finding may be before a wrong date is as
// likely as late work.
const longOverdue = 365

// tooLate is the doubt about a finding that is very late. An open case that had
// begun when the work was due explains it: the work was never done.
func (j *judge) tooLate(o *Outcome, s *subject) string {
	if o.Met || o.Criterion.Measure || o.DaysOver <= longOverdue {
		return ""
	}
	if begun := openSince(s.values, j.asAt); begun != "" && begun <= day(o.Due) {
		return ""
	}
	return fmt.Sprintf("late by %d days: check the date", o.DaysOver)
}

// openSince is the day the oldest open work of a case began: a referral, a plan or
// an episode of care that is open on as-at, as lib.cases and lib.care have it.
// Empty when none is, or none says when it began.
func openSince(values map[string]any, asAt string) string {
	about, _ := values["child"].(map[string]any)
	if died := dayOf(about, "date_of_death"); died != "" && died <= asAt {
		return ""
	}
	oldest := ""
	for _, work := range []struct{ entity, start, end string }{
		{"referrals", "date", "close_date"},
		{"plans", "start_date", "end_date"},
		{"care_episodes", "entered_care_date", "end_date"},
		{"care_episodes", "start_date", "end_date"},
	} {
		items, _ := values[work.entity].([]any)
		for _, x := range items {
			item, _ := x.(map[string]any)
			start, end := dayOf(item, work.start), dayOf(item, work.end)
			if start == "" || start > asAt || end != "" && end <= asAt || item["no_further_action"] == true {
				continue
			}
			if oldest == "" || start < oldest {
				oldest = start
			}
		}
	}
	return oldest
}

func dayOf(item map[string]any, field string) string {
	date, _ := item[field].(string)
	return day(date)
}
