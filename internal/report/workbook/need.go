package workbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// need is what a criterion lacks, for a person and for whoever makes the export.
type need struct {
	words   string // "child seen date or child seen (assessments)"
	columns string // "assessments.child_seen_date (SSD: cina_...)"
}

// need reads one of a criterion's needs: paths joined by "|", of which one is
// enough, or "entity=kind"; or says in words that the export has only the latest.
func (b *book) need(s string) need {
	if _, is := casefile.LatestOnly(s); is {
		return need{words: s}
	}
	var labels, columns []string
	for alternative := range strings.SplitSeq(s, "|") {
		alternative = strings.TrimSpace(alternative)
		if entity, kind, ok := strings.Cut(alternative, "="); ok {
			words := strings.ReplaceAll(entity, "_", " ") + " of the kind “" + strings.ReplaceAll(kind, "_", " ") + "”"
			labels, columns = append(labels, words), append(columns, entity+" with type "+kind)
			continue
		}
		f, ok := b.fields.Field(alternative)
		if !ok {
			labels, columns = append(labels, alternative), append(columns, alternative)
			continue
		}
		labels, columns = append(labels, b.label(f)), append(columns, spelling(f))
	}
	return need{strings.Join(labels, ", or "), strings.Join(columns, " or ")}
}

// label is a field as a person knows it, with the list it belongs to.
func (b *book) label(f *casefile.Field) string {
	if e, ok := b.fields.Entity(f.Entity); ok && e.Label != "" {
		return f.Label + " (" + e.Label + ")"
	}
	return f.Label
}

// spelling is the field as exports spell it.
func spelling(f *casefile.Field) string {
	if len(f.SSD) == 0 {
		return f.Path()
	}
	return f.Path() + " (in the SSD: " + strings.Join(f.SSD, ", ") + ")"
}
