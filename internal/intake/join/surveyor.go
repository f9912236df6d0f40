package join

import (
	"context"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/progress"
	"github.com/caseaudit/caseaudit/internal/scratch"
)

// surveyor is what the joining shows.
type surveyor struct {
	export  *Export
	ledger  *ledger.Ledger
	noter   *noter
	surveys []*casefile.Survey
	inputs  map[page]*casefile.Input
	cases   map[string]*entry
	service casefile.Service
	records int
}

func newSurveyor(e *Export, surveys []*casefile.Survey) *surveyor {
	l := ledger.New(e.dictionary, format(surveys))
	v := &surveyor{export: e, ledger: l, surveys: surveys, inputs: map[page]*casefile.Input{}, cases: map[string]*entry{}}
	e.leftAlone(surveys, l.Ignore)
	e.supplies, e.refused, e.tabled, e.tables = nil, nil, nil, map[string]bool{}
	for i, s := range surveys {
		if names := e.renamed[i]; names != nil {
			s = rename(s, names)
			surveys[i] = s
			if name, file := names[e.parts[i].Name]; file {
				e.names[i] = name
			}
		}
		for _, in := range l.Take(s) {
			v.inputs[page{in.Name, in.Sheet}] = in
		}
		e.supplies = append(e.supplies, s.Supply)
		e.tabled = append(e.tabled, len(s.Inputs))
		l.Supply().Merge(s.Supply)
		for entity := range s.Supply.Kinds() {
			e.tables[entity] = true
		}
		refused := map[string]int{}
		for _, r := range s.Refusals {
			if id := casefile.Trim(r.CaseID); id != "" {
				refused[id]++
			}
		}
		e.refused = append(e.refused, refused)
	}
	v.noter = &noter{export: e, ledger: l, tellers: map[teller]int{}}
	v.sameFiles()
	v.joinService()
	return v
}

// keep puts the cases of every part but the streamed one into the scratch store.
func (v *surveyor) keep(ctx context.Context) error {
	e := v.export
	e.store, e.codec, e.later = scratch.New(scratch.DefaultLimit, ""), newCodec(e.dictionary), nil
	var buf []byte
	stage := progress.Begin(ctx, "keeping cases", 0, progress.Records)
	defer stage.End()
	kept := int64(0)
	for part, p := range e.parts {
		if part == e.stream {
			continue
		}
		err := p.Export.Records(ctx, func(r *casefile.Record) error {
			renameRecord(r, e.renamed[part])
			kept++
			stage.At(kept)
			c, err := v.stands(casefile.Trim(r.CaseID), part)
			if err != nil {
				return err
			}
			if buf, err = e.codec.append(buf[:0], r); err != nil {
				return fmt.Errorf("%s: %w", r.Source, err)
			}
			offset, length, err := e.store.Append(buf)
			c.kept = append(c.kept, slot{part, offset, length})
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// stands enters that a case stands in a part.
func (v *surveyor) stands(id string, part int) (*entry, error) {
	c := v.cases[id]
	if c == nil {
		c = &entry{}
		v.cases[id] = c
	}
	if c.parts&(1<<part) != 0 {
		return nil, fmt.Errorf("%s gives the case %s twice: this is a fault in caseaudit", v.export.names[part], casefile.Quote(id))
	}
	c.parts |= 1 << part
	if p := v.export.parts[part]; !p.Practice && !c.lists {
		c.lists = true
		if part != v.export.stream {
			v.export.later = append(v.export.later, id)
		}
	}
	return c, nil
}

// join puts every case together and takes account of it.
func (v *surveyor) join(ctx context.Context) error {
	e := v.export
	stage := progress.Begin(ctx, "joining cases", 0, progress.Records)
	defer stage.End()
	account := func(r *casefile.Record) error {
		stage.At(int64(v.records))
		v.account(r)
		return nil
	}
	enter := func(id string) error {
		_, err := v.stands(id, e.stream)
		return err
	}
	if err := e.streamed(ctx, v.cases, v.noter, enter, account); err != nil {
		return err
	}
	e.later = slices.DeleteFunc(e.later, func(id string) bool {
		return e.stream >= 0 && v.cases[id].parts&(1<<e.stream) != 0
	})
	return e.rest(ctx, v.cases, v.noter, account)
}

// account takes a joined case into the ledger.
func (v *surveyor) account(r *casefile.Record) {
	v.records++
	v.ledger.Record(r.CaseID, r.Child())
	v.ledger.Events(v.export.dictionary.Child, r.Child())
	for _, e := range v.export.dictionary.Entities {
		for _, item := range r.Items(e.Name) {
			v.ledger.Events(e, item.(map[string]any))
		}
	}
}
