package workbook

import "github.com/caseaudit/caseaudit/internal/letter"

// writeKey writes what words, symbols and columns mean.
func writeKey(b *book) error {
	entries := keyEntries()
	return b.writeTable(table{
		page:    page{sheet: sheetKey, title: "Key", intro: "What the words, symbols, shades and columns of this workbook mean, and how to work with it."},
		name:    "Key",
		columns: []column{{header: "About", width: 22}, {header: "Word or sign", width: 30}, {header: "Meaning", width: 104}},
		rows:    len(entries),
		row: func(i int) []cell {
			e := entries[i]
			return []cell{bold(e.about), e.sign, words(e.meaning)}
		},
	})
}

type keyEntry struct {
	about   string
	sign    cell
	meaning string
}

func keyEntries() []keyEntry {
	list := []keyEntry{
		{"Judgement", words("Met"), "The record shows what the criterion asks for, in time."},
		{"Judgement", words("Not met"), "The record does not show it, or shows it late. Each such item is a row on Findings, with the dates and the arithmetic."},
		{"Judgement", words("Not audited"), "The item does not fall under the criterion, or is not due yet. It is in no figure."},
		{"Class", chip(letter.Strength), "The share met reaches the profile's highest threshold for criteria of this level."},
		{"Class", chip(letter.Satisfactory), "The share met is satisfactory by the profile's thresholds."},
		{"Class", chip(letter.Development), "The share met falls short. The criterion stands on Areas for development."},
		{"Class", chip(letter.Priority), "The share met falls far short where a child may be unsafe. The criterion stands first on Areas for development."},
		{"Class", chip(letter.TooFew), "Fewer items than the profile's minimum were audited, however they came out. Its findings still count."},
		{"Class", chip(letter.NotAssessable), "The export lacks what the criterion needs, or its policy failed. Not a pass: Data quality says what is missing."},
		{"Class", chip(letter.NoneAudited), "The criterion could have been judged; no item fell under it."},
	}
	list = append(list, levelEntries()...)
	for i, band := range heatBands() {
		list = append(list, keyEntry{"Heat map", cell{value: band.words, style: heatName(i, false)}, "Share met. The darker the cell, the lower; the number is always there. Not a class: classes are on Criteria."})
	}
	return append(list, useEntries()...)
}

func levelEntries() []keyEntry {
	return []keyEntry{
		{"Level", levelChip("priority"), "A child may be unsafe."},
		{"Level", levelChip("development"), "Practice falls short."},
		{"Level", levelChip("advisory"), "Good to know."},
		{"Level", words("Measure"), "A criterion that is judged on its rate alone: its items are nobody's findings."},
		{"Footing", words("Law"), "An Act or regulations ask for it."},
		{"Footing", words("Statutory guidance"), "Guidance that councils must follow unless there is good reason asks for it."},
		{"Footing", words("Local standard"), "The council's own standard. Never law; the council sets the limit."},
		{"Footing", words("Asked for by inspectors"), "An inspector asked for it in a letter."},
		{"Column", words("Audited"), "Met and not met together."},
		{"Column", words("95% interval"), "The range in which the share would likely lie if chance alone moved these items. Two teams whose ranges overlap may not differ."},
		{"Column", words("Longest overdue, days"), "Calendar days past the due date of the child's most overdue finding."},
		{"Column", words("Due, Done"), "Dates as dd/mm/yyyy. Blank: no time limit, or not done."},
		{"Column", words("Where in the export"), "File and row of the item. Row 1 is the first line of the file."},
		{"Column", words("Doubt about the data"), "A fault in the data that bears on the finding: look at the record first."},
		{"Data quality", words("DQ-01 and so on"), "A check of the data. Its first row counts what it found; further down each fault has a row of its own, which is not counted again."},
	}
}

func useEntries() []keyEntry {
	const how = "How to"
	return []keyEntry{
		{how, words("See one team"), "On Findings or Children, open the button in the header of Team and tick the team. The same works for a child, a criterion or a level."},
		{how, words("See all again"), "Data, then Clear. Filter rather than sort: links lead to the row where something stood when the workbook was written."},
		{how, words("Get back"), "“← Back to Summary” stands in the third row of every sheet."},
		{how, words("Fill in"), "Only yellow cells are there to be filled: owner, due date and status on Areas for development."},
		{how, words("Print"), "Every sheet prints on A4 across, Summary on one page. The marking stands at the head of each page."},
		{how, words("Send it on"), "It holds case references and team names, and no child's name. It is still personal data: keep to the marking."},
	}
}
