package workbook

// tile is a figure on Summary with what it counts.
type tile struct {
	figure cell
	label  string
	alarm  bool // something in it needs somebody today
}

// tiles are the six figures of Summary. Each leads to the rows behind it.
func (b *book) tiles() []tile {
	a := b.audit
	met := share(a.Summary.All)
	if met.value == nil {
		met.value = "–"
	}
	return []tile{
		{figure: number(a.Records).linked(place(sheetChildren, "A1")), label: "case records audited"},
		{figure: number(a.Summary.All.Audited()).linked(place(sheetCriteria, "A1")), label: "items judged by " + plural(b.judgedCriteria(), "criterion", "criteria")},
		{figure: met.linked(place(sheetCriteria, "A1")), label: "of the items met"},
		{figure: number(len(b.places.items)).linked(place(sheetDevelopment, "A1")), label: "areas for development or priority action"},
		{figure: number(b.places.priority).linked(b.priorityFindings()), label: "priority findings: a child may be unsafe", alarm: b.places.priority > 0},
		{figure: number(b.problemCount()).linked(place(sheetQuality, "A1")), label: "problems in the data"},
	}
}

func (b *book) judgedCriteria() int {
	n := 0
	for _, r := range b.audit.Summary.Criteria {
		if r.Audited() > 0 {
			n++
		}
	}
	return n
}

func (b *book) priorityFindings() string {
	if b.places.priority == 0 {
		return place(sheetFindings, "A1")
	}
	return rows(sheetFindings, span{0, min(b.places.priority, findingsPerSheet) - 1}, findingsColumns)
}

// tiles writes six figures, each over two columns.
func (s *summary) tiles(list []tile) error {
	figures, labels := make([]cell, lastColumn+1), make([]cell, lastColumn+1)
	for i, t := range list {
		figure, label := tileStyle, tileLabelStyle
		if t.alarm {
			figure, label = alarmStyle, alarmLabelStyle
		}
		if t.figure.style == percentStyle || t.figure.style == fineStyle {
			figure = tileShareStyle
		}
		for _, n := range []int{2 * i, 2*i + 1} {
			figures[n].style, labels[n].style = figure, label
		}
		figures[2*i].value, figures[2*i].link = t.figure.value, t.figure.link
		labels[2*i].value = t.label
	}
	if err := s.row(tileRow, figures, 42); err != nil {
		return err
	}
	if err := s.row(tileRow+1, labels, 34); err != nil {
		return err
	}
	for n := 0; n < lastColumn; n += 2 {
		for _, row := range []int{tileRow, tileRow + 1} {
			if err := s.merge(n, row, n+1, row); err != nil {
				return err
			}
		}
	}
	return nil
}
