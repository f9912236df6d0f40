package page

// development is what needs to improve, the most urgent first.
type development struct {
	Rows []developmentRow
	None string
}

type developmentRow struct {
	Ref           string
	Chip          chip
	Level         string
	Criterion     link
	Text          string
	Count         link // "3 of 10", to the findings
	Share         string
	Where, Action string
}

func (b *builder) development() development {
	d := development{None: b.noneUrgent()}
	for _, item := range b.items {
		c := item.Criterion
		d.Rows = append(d.Rows, developmentRow{
			Ref: item.Ref, Chip: classChip(item.Class), Level: levelWords(c), Criterion: link{c.ID, anchor("criterion", c.ID)}, Text: item.Text,
			Count: link{thousands(item.Count.NotMet) + " of " + thousands(item.Count.Audited()), b.toResult(item)},
			Share: percent(item.Count), Where: item.Where, Action: item.Action,
		})
	}
	return d
}
