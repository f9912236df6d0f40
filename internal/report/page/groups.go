package page

import "github.com/caseaudit/caseaudit/internal/audit"

// group is how the criteria came out for children, or items, that inspectors look
// at apart, beside all others.
type group struct {
	ID, Title, About string
	Remark           string // why it may be empty or incomplete
	Rows             []groupRow
}

type groupRow struct {
	Criterion       link
	NotMet, Audited string
	Inside, Whole   heatCell
}

func (b *builder) groups() []group {
	whole := map[string]audit.Count{}
	for _, r := range b.audit.Summary.Criteria {
		whole[r.Criterion.ID] = r.Count
	}
	var groups []group
	for _, s := range b.audit.Slices {
		g := group{ID: anchor("group", s.Slice.ID), Title: s.Slice.Title, About: s.Slice.Description, Remark: b.groupRemark(s)}
		for _, c := range s.Criteria {
			g.Rows = append(g.Rows, groupRow{
				Criterion: link{c.Criterion.ID + " " + c.Criterion.Title, anchor("criterion", c.Criterion.ID)},
				NotMet:    thousands(c.NotMet), Audited: thousands(c.Audited()), Inside: heat(c.Count), Whole: heat(whole[c.Criterion.ID]),
			})
		}
		groups = append(groups, g)
	}
	return groups
}

func (b *builder) groupRemark(s audit.SliceResult) string {
	switch {
	case len(s.Missing) > 0:
		return "Cannot be told: the export lacks " + b.lacks(s.Missing) + "."
	case s.Error != "":
		return "Incomplete: its policy failed: " + s.Error
	case len(s.Criteria) == 0:
		return "Nothing was audited in this group."
	}
	return ""
}
