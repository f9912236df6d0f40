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
	run := map[string]any{"as_at": asAt, "supplies": supplies, "kinds": kindData(survey.Supply)}
	if workers := workerData(survey.Service); len(workers) > 0 {
		run["workers"] = workers
	}
	data["run"] = run
	data["service"] = service
	return data, nil
}

// kindData is data.run.kinds: the kinds of an entity that the export has tables
// for, where it does not hold every kind.
func kindData(supply *casefile.Supply) map[string]any {
	data := map[string]any{}
	for entity, kinds := range supply.Kinds() {
		list := make([]any, len(kinds))
		for i, kind := range kinds {
			list[i] = kind
		}
		data[entity] = list
	}
	return data
}

// workerData is data.run.workers: the ids on the list of professionals, to be
// looked up by many records.
func workerData(service casefile.Service) map[string]any {
	data := map[string]any{}
	items, _ := service.Values["professionals"].([]any)
	for _, x := range items {
		item, _ := x.(map[string]any)
		if id, _ := item["professional_id"].(string); id != "" {
			data[id] = true
		}
	}
	return data
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
