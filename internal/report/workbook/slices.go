package workbook

import "github.com/caseaudit/caseaudit/internal/audit"

// sliceRow is a criterion inside a slice, or a slice that could not be told.
type sliceRow struct {
	slice audit.SliceResult
	count audit.SliceCount // without a criterion when nothing was audited inside
}

// writeSlices writes how each criterion came out for the groups that inspectors
// look at apart, beside all others.
func writeSlices(b *book) error {
	var rows []sliceRow
	for _, s := range b.audit.Slices {
		if len(s.Criteria) == 0 {
			rows = append(rows, sliceRow{slice: s})
		}
		for _, c := range s.Criteria {
			rows = append(rows, sliceRow{slice: s, count: c})
		}
	}
	whole := map[string]audit.Count{}
	for _, r := range b.audit.Summary.Criteria {
		whole[r.Criterion.ID] = r.Count
	}
	return b.writeTable(table{
		page: page{
			sheet: sheetSlices, frozen: 1, title: "Groups of children",
			intro: "The groups that inspectors look at apart, each criterion inside the group beside the whole. " + heatNote,
		},
		name: "Groups",
		columns: []column{
			{header: "Group", width: 34}, {header: "Ref", width: 10}, {header: "Criterion", width: 46},
			{header: "Met", width: 9, right: true}, {header: "Not met", width: 10, right: true}, {header: "Audited", width: 11, right: true},
			{header: "Met % in the group", width: 12, right: true}, {header: "Met % of all", width: 11, right: true}, {header: "Remark", width: 40},
		},
		rows: len(rows), none: "None",
		row: func(i int) []cell { return b.sliceCells(rows[i], whole) },
	})
}

func (b *book) sliceCells(r sliceRow, whole map[string]audit.Count) []cell {
	cells := []cell{bold(r.slice.Slice.Title)}
	c := r.count.Criterion
	if c == nil {
		return append(cells, words(""), words(""), cell{style: numberStyle}, cell{style: numberStyle}, number(0),
			cell{style: percentStyle}, cell{style: percentStyle}, text(b.sliceRemark(r.slice)))
	}
	return append(cells, words(c.ID), words(c.Title), number(r.count.Met), number(r.count.NotMet), number(r.count.Audited()),
		heat(r.count.Count), heat(whole[c.ID]), text(b.sliceRemark(r.slice)))
}

// sliceRemark says why a group may be empty or incomplete.
func (b *book) sliceRemark(s audit.SliceResult) string {
	switch {
	case len(s.Missing) > 0:
		return "Cannot be told: the export lacks " + b.lacks(s.Missing)
	case s.Error != "":
		return "Incomplete: its policy failed: " + s.Error
	case len(s.Criteria) == 0:
		return "Nothing was audited in this group"
	}
	return ""
}
