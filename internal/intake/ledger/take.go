package ledger

import "github.com/caseaudit/caseaudit/internal/casefile"

// Take puts the accounts of one export into those of several joined: inputs,
// refusals and notes. What only the whole can tell (records, supply, service, the
// newest event, twins, files left alone) is for the joiner to account for.
// It gives the inputs, so that rows of them may yet be refused.
func (l *Ledger) Take(s *casefile.Survey) []*casefile.Input {
	inputs := make([]*casefile.Input, 0, len(s.Inputs))
	for _, in := range s.Inputs {
		inputs = append(inputs, l.Input(in))
	}
	l.survey.Refusals = append(l.survey.Refusals, s.Refusals...)
	for _, n := range s.Notes {
		if n.Kind != casefile.LoneDate {
			l.survey.Notes = append(l.survey.Notes, n)
		}
	}
	return inputs
}

// Events lets the dates of an item move the end of the export, as Dates does,
// and notes nothing: of an item that another ledger has taken account of.
func (l *Ledger) Events(e *casefile.Entity, item map[string]any) {
	for _, f := range e.Fields {
		if date, ok := item[f.Name].(string); ok && l.dictionary.Event(f) && believable(day(date)) {
			l.newest.Add(date)
		}
	}
}
