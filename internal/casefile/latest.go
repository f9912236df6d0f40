package casefile

import (
	"maps"
	"slices"
	"strings"
)

// latestOnly begins what is said of a criterion that would have to see every
// item of an entity, when the export holds each child's latest.
const latestOnly = "latest only: "

// AddLatest records that of one kind of an entity, or of an entity without kinds
// (kind ""), the export holds each child's latest item and no earlier one. It
// stands in for AddKind, which says that the export has all of them: where both
// are said, as by two exports that are read as one, the latest is one of all.
func (s *Supply) AddLatest(entity, kind string) {
	if kind != "" {
		s.addKind(entity, kind)
	}
	if s.latest[entity] == nil {
		s.latest[entity] = map[string]bool{}
	}
	s.latest[entity][kind] = true
}

// Latest reports whether the export holds only each child's latest item of a
// kind of an entity or, for kind "", of any kind of it.
func (s *Supply) Latest(entity, kind string) bool {
	for of := range s.latest[entity] {
		if (kind == "" || of == "" || of == kind) && !s.full[entity][of] && !s.full[entity][everyKind] {
			return true
		}
	}
	return false
}

// AddCopy records that a field is supplied only as a copy of another, as where an
// export has one date for the completion of an assessment and for its sign-off.
// What compares the two would compare a date with itself, so to whatever needs
// both the copy is missing.
func (s *Supply) AddCopy(path, of string) {
	if !s.fields[path] {
		s.fields[path] = true
		s.copies[path] = of
	}
}

// Copies gives, for each field that is supplied only as a copy, the one it copies.
func (s *Supply) Copies() map[string]string { return maps.Clone(s.copies) }

// Short lists, in words for a person, of which kinds of entity the export holds
// only the latest item although a criterion has to see every one. Each of history
// is an entity or "entity=kind". The words are not fields: see LatestOnly.
func (s *Supply) Short(history []string) []string {
	var short []string
	for _, need := range history {
		entity, kind, _ := strings.Cut(need, "=")
		words := latestOnly + "the export holds " + whose(entity) + " latest " + one(entity) + " and no earlier one"
		if s.Latest(entity, kind) && !slices.Contains(short, words) {
			short = append(short, words)
		}
	}
	return short
}

// LatestOnly reports whether what is said to be missing is no field, but all
// items of an entity save each child's latest (see Supply.Short), and if so why
// that is, as a clause.
func LatestOnly(missing string) (why string, is bool) { return strings.CutPrefix(missing, latestOnly) }

// whose are the items of an entity.
func whose(entity string) string {
	switch entity {
	case "staff_supervision":
		return "each worker's"
	case "posts", "professionals", "file_audits", "audit_actions", "allegations":
		return "only the"
	}
	return "each child's"
}

// one is an entity's item in words.
func one(entity string) string {
	switch entity {
	case "care_leaver", "permanence":
		return strings.ReplaceAll(entity, "_", " ") + " entry"
	case "health":
		return "health check"
	case "early_help", "missing":
		return strings.ReplaceAll(entity, "_", " ") + " episode"
	case "section_47":
		return "section 47 enquiry"
	case "chronology":
		return "chronology entry"
	case "supervision", "staff_supervision":
		return "supervision"
	case "exploitation":
		return "exploitation concern"
	case "homelessness":
		return "case of homelessness"
	case "feedback":
		return "feedback"
	case "private_fostering":
		return "private fostering arrangement"
	case "pre_proceedings":
		return "pre-proceedings work"
	}
	return strings.TrimSuffix(strings.ReplaceAll(entity, "_", " "), "s")
}
