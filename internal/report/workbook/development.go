package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// developmentColumns is how many columns the sheet has, for links to whole rows.
const developmentColumns = 12

// writeDevelopment writes the plan to fill in: what needs to improve, where, and
// what could be done, with yellow cells for who, when and how far.
func writeDevelopment(b *book) error {
	const due, status = 10, 11
	items := b.places.items
	none := "None"
	if b.audit.Summary.All.Audited() == 0 {
		none = "Nothing audited"
	}
	return b.writeTable(table{
		page: page{
			sheet: sheetDevelopment, frozen: 1, title: "Areas for development and priority action",
			intro: "Each criterion that needs to improve, the most urgent first. Fill in the yellow cells.",
		},
		name: "AreasForDevelopment",
		columns: []column{
			{header: "Ref", width: 9}, {header: "Class", width: 28}, {header: "Criterion", width: 13},
			{header: "What the audit found", width: 52}, {header: "Not met", width: 10, right: true},
			{header: "Audited", width: 11, right: true}, {header: "Met %", width: 10, right: true},
			{header: "Where", width: 44}, {header: "Suggested action", width: 36},
			{header: "Owner", width: 18}, {header: "Due", width: 13}, {header: "Status", width: 14},
		},
		rows: len(items),
		row: func(i int) []cell {
			item := items[i]
			return []cell{
				bold(item.Ref), chip(item.Class), id(item.Criterion.ID).linked(b.places.criterion(item.Criterion.ID)),
				text(item.Text), number(item.Count.NotMet).linked(b.places.findingsOf(item.Criterion.ID)),
				number(item.Count.Audited()), share(item.Count), text(item.Where), text(item.Action),
				{style: inputStyle}, {style: inputDateStyle}, {value: "Open", style: inputStyle},
			}
		},
		none: none,
		dress: func(first, last int) error {
			if len(items) == 0 {
				return nil
			}
			dates := excelize.NewDataValidation(true)
			dates.Sqref = at(due, first) + ":" + at(due, last)
			if err := dates.SetRange(36526, 73050, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
			dates.SetError(excelize.DataValidationErrorStyleStop, "Not a date", "Type the date as dd/mm/yyyy.")
			states := excelize.NewDataValidation(true)
			states.Sqref = at(status, first) + ":" + at(status, last)
			if err := states.SetDropList([]string{"Open", "In progress", "Done", "Not agreed"}); err != nil {
				return err
			}
			states.SetError(excelize.DataValidationErrorStyleStop, "Not in the list", "Choose Open, In progress, Done or Not agreed.")
			for _, rule := range []*excelize.DataValidation{dates, states} {
				if err := b.file.AddDataValidation(sheetDevelopment, rule); err != nil {
					return fmt.Errorf("cells to fill in: %w", err)
				}
			}
			return nil
		},
	})
}
