package ssd

import (
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// supply says what the tables could have told us, and settles what follows from
// what they could not.
func (v *surveyor) supply() {
	have := v.ledger.Supply()
	have.Add("case_id")
	for _, s := range v.export.sources {
		v.supplyOf(s)
	}
	v.export.completed = have.Has("assessments.signed_off_date") && !have.Has("assessments.completed_date")
	if v.export.completed {
		have.AddCopy("assessments.completed_date", "assessments.signed_off_date")
	}
	v.export.team = !have.Has("team")
	if have.Has("referrals.team") || have.Has("involvements.team") {
		have.Add("team")
	}
}

const onlyPlaceholder = "not read: holds only " + placeholder

func (v *surveyor) supplyOf(s *source) {
	have := v.ledger.Supply()
	for _, b := range s.bindings {
		if s.rows > 0 && s.placeholders[b.column] == s.rows {
			s.columns[b.column].Fields, s.columns[b.column].Use = nil, onlyPlaceholder
			v.ledger.Count(casefile.Note{Kind: ledger.NotUsed, At: casefile.Location{File: s.file.Name, Sheet: s.file.Sheet, Row: s.file.HeaderLine},
				Text: fmt.Sprintf("column %s holds only %s and counts as one that the export lacks", s.file.Header[b.column], placeholder)})
			continue
		}
		if !b.own {
			have.Add(b.field.Path())
		}
	}
	switch s.role {
	case disabilities:
		v.supplyIf(s, "child.disabilities", "codes")
	case factors:
		v.supplyIf(s, "assessments.factors", "codes")
	case legalStatus:
		v.supplyIf(s, "care_episodes.legal_status", "status")
	case identifiers:
		v.supplyIf(s, "child.upn", "type", "value")
		if s.nhs {
			v.supplyIf(s, "child.nhs_number", "type", "value")
		}
	case items:
		if s.spec != nil && s.spec.Kind != "" {
			have.Add(s.entity.Name + ".type")
			have.AddKind(s.entity.Name, s.spec.Kind)
		}
		if s.spec == nil && s.bound("type") {
			have.AddEveryKind(s.entity.Name)
		}
	case extends:
		if s.bound("type") && s.caseAt >= 0 {
			v.otherKinds(s)
		}
	}
}

// otherKinds supplies the kinds of an entity that its tables in the dataset do not
// hold and a practice table of it may.
func (v *surveyor) otherKinds(s *source) {
	kind, _ := s.entity.Field("type")
	for _, value := range kind.Values {
		if v.export.standsAlone(s.entity, reading{values: map[string]any{"type": value}}) {
			v.ledger.Supply().AddKind(s.entity.Name, value)
		}
	}
}

func (v *surveyor) supplyIf(s *source, path string, own ...string) {
	for _, name := range own {
		if !s.own(name) {
			return
		}
	}
	v.ledger.Supply().Add(path)
}

// kept is an item of the service and its place.
type kept struct {
	item map[string]any
	at   casefile.Location
}

// cut parts "name: why".
func cut(line string) (name, why string, ok bool) { return strings.Cut(line, ": ") }
