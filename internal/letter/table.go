package letter

import "strconv"

// Table is a table behind the letter. Every row has as many cells as the header.
type Table struct {
	Heading string
	Intro   string
	Header  []string
	Rows    [][]string
}

// Evidence lists what each sentence of the letter rests on, in the order of the
// sentences. The first cell of a row is the sentence's reference.
func (l *Letter) Evidence() Table {
	t := Table{
		Heading: "Evidence",
		Intro:   "What each sentence rests on, and where it stands in the audit workbook: the sheets and, after a colon, what to filter them by.",
		Header:  []string{"Ref", "Rests on", "Met", "Not met", "Audited", "In the workbook"},
	}
	for _, item := range l.Listed() {
		met, notMet, audited := "", "", ""
		if item.Count.Audited() > 0 || item.Criterion != nil {
			met, notMet, audited = strconv.Itoa(item.Count.Met), strconv.Itoa(item.Count.NotMet), strconv.Itoa(item.Count.Audited())
		}
		t.Rows = append(t.Rows, []string{item.Ref, item.Basis, met, notMet, audited, placesWords(item.Places)})
	}
	return t
}

// Listed are the letter's sentences in the order of reading.
func (l *Letter) Listed() []Item {
	items := append([]Item(nil), l.Opening...)
	for _, s := range l.Sections {
		items = append(items, s.Items...)
	}
	return items
}

// SignOff is the table in which people make the draft their own, or do not: a row
// for each step with the other cells left blank.
func (l *Letter) SignOff() Table {
	return Table{
		Heading: "Sign-off",
		Intro:   "Until it is agreed, this is a draft and nobody's judgement.",
		Header:  []string{"Step", "Name", "Role", "Date", "Decision"},
		Rows:    [][]string{{"Prepared", "", "", "", ""}, {"Moderated", "", "", "", ""}, {"Agreed", "", "", "", ""}},
	}
}
