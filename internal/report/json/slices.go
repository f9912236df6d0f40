package json

import "github.com/caseaudit/caseaudit/internal/audit"

// target is what a measure is held to.
type target struct {
	Words   string  `json:"words"`
	Judged  bool    `json:"judged"`
	Reached bool    `json:"reached"`
	Met     float64 `json:"met_share"`
}

func targetOf(t *audit.TargetResult) *target {
	if t == nil {
		return nil
	}
	return &target{Words: t.Words, Judged: t.Judged, Reached: t.Reached, Met: round(t.Met)}
}

// slice is a group of children or items apart, with each criterion inside it.
type slice struct {
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Missing  []string         `json:"missing"`
	Error    string           `json:"error"`
	Criteria map[string]count `json:"criteria"`
}

func sliceOf(s audit.SliceResult) slice {
	byID := make(map[string]count, len(s.Criteria))
	for _, c := range s.Criteria {
		byID[c.Criterion.ID] = countOf(c.Count)
	}
	return slice{ID: s.Slice.ID, Title: s.Slice.Title, Missing: list(s.Missing, func(need string) string { return need }),
		Error: s.Error, Criteria: byID}
}
