// Package outcomes writes the judged items as NDJSON: one line an audited item,
// met or not, for programs that want to count for themselves.
//
// A line is complete in itself and its keys always stand in one order, so the
// file can be cut, compared and read in a stream. Lines are sorted by criterion,
// case, entity and item as plain bytes, an order that another program can check
// without our catalogue. docs/schemas/outcome.json describes a line.
package outcomes

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// line is one outcome. The order of the fields is the order of the keys; those
// without omitempty are always there, empty when there is nothing to say.
type line struct {
	Criterion string `json:"criterion"`
	CaseID    string `json:"case_id"`
	Entity    string `json:"entity"`
	Item      string `json:"item"`
	Met       bool   `json:"met"`
	Team      string `json:"team,omitempty"`
	Worker    string `json:"worker,omitempty"`
	Anchor    string `json:"anchor,omitempty"`
	Start     string `json:"start,omitempty"`
	Due       string `json:"due"`
	Done      string `json:"done"`
	DaysOver  int    `json:"days_over,omitempty"`
	Message   string `json:"message"`
	Doubt     string `json:"doubt,omitempty"`
	Where     string `json:"where"`
	Finding   string `json:"finding"`
	State     string `json:"state,omitempty"`
	Waived    bool   `json:"waived,omitempty"`
}

// Write writes every outcome of the audit.
func Write(w io.Writer, a *audit.Audit) error {
	sorted := make([]*audit.Outcome, len(a.Outcomes))
	for i := range a.Outcomes {
		sorted[i] = &a.Outcomes[i]
	}
	slices.SortStableFunc(sorted, compare)
	buffer := bufio.NewWriter(w)
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	for _, o := range sorted {
		if err := encoder.Encode(lineOf(o)); err != nil {
			return fmt.Errorf("write outcomes: %w", err)
		}
	}
	if err := buffer.Flush(); err != nil {
		return fmt.Errorf("write outcomes: %w", err)
	}
	return nil
}

func compare(a, b *audit.Outcome) int {
	return cmp.Or(
		cmp.Compare(a.Criterion.ID, b.Criterion.ID),
		cmp.Compare(a.CaseID, b.CaseID),
		cmp.Compare(a.Entity, b.Entity),
		cmp.Compare(a.Item, b.Item))
}

func lineOf(o *audit.Outcome) line {
	return line{
		Criterion: o.Criterion.ID,
		CaseID:    o.CaseID,
		Entity:    o.Entity,
		Item:      o.Item,
		Met:       o.Met,
		Team:      o.Team,
		Worker:    o.Worker,
		Anchor:    o.Anchor,
		Start:     o.Start,
		Due:       o.Due,
		Done:      o.Done,
		DaysOver:  o.DaysOver,
		Message:   o.Message,
		Doubt:     o.Doubt,
		Where:     o.Where,
		Finding:   o.Finding,
		State:     string(o.State),
		Waived:    o.Waived,
	}
}
