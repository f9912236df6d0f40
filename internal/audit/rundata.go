package audit

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// runData is the policies' data with what belongs to this run beside it.
func runData(cat *criteria.Catalogue, asAt string, survey *casefile.Survey) (map[string]any, error) {
	values, err := cat.Values()
	if err != nil {
		return nil, err
	}
	data := map[string]any{}
	for name, value := range values {
		data[name] = value
	}
	supplies := map[string]any{}
	for _, path := range survey.Supply.Paths() {
		supplies[path] = true
	}
	if survey.Twins != nil {
		data["twins"] = twinData(survey.Twins)
	}
	service := map[string]any{}
	for name, items := range survey.Service.Values {
		service[name] = items
	}
	data["run"] = map[string]any{"as_at": asAt, "supplies": supplies}
	data["service"] = service
	return data, nil
}

// twinData is data.twins: for each case, the others that seem to be the same child.
func twinData(twins map[string][]casefile.Twin) map[string]any {
	data := map[string]any{}
	for id, list := range twins {
		others := make([]any, len(list))
		for i, t := range list {
			others[i] = map[string]any{"case_id": t.CaseID, "by": t.By}
		}
		data[id] = others
	}
	return data
}
