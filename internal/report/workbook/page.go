package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// page is what surrounds the rows of a sheet.
type page struct {
	sheet  string
	title  string
	intro  string // one line on what is on the sheet
	frozen int    // columns that stay in view
	pages  int    // how many pages wide it prints; 0 is one
	single bool   // prints on one page, however many rows
}

// Where things stand on every sheet but Summary.
const (
	titleRow  = 1
	introRow  = 2
	backRow   = 3
	headerRow = 5
	firstRow  = 6
)

// setUp sets everything about a sheet but its cells.
func (b *book) setUp(p page) error {
	f := b.file
	for _, step := range []func() error{
		func() error {
			return f.SetSheetProps(p.sheet, &excelize.SheetPropsOptions{TabColorRGB: ref(b.tab(p.sheet)), FitToPage: ref(true)})
		},
		func() error {
			tall := 0
			if p.single {
				tall = 1
			}
			return f.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{
				Size: ref(a4), Orientation: ref("landscape"), FitToWidth: ref(max(1, p.pages)), FitToHeight: ref(tall),
			})
		},
		func() error {
			return f.SetPageMargins(p.sheet, &excelize.PageLayoutMarginsOptions{
				Left: ref(0.4), Right: ref(0.4), Top: ref(0.7), Bottom: ref(0.6), Header: ref(0.3), Footer: ref(0.3),
			})
		},
		func() error { return f.SetSheetView(p.sheet, 0, &excelize.ViewOptions{ShowGridLines: ref(false)}) },
		func() error { return f.SetHeaderFooter(p.sheet, b.headerFooter()) },
		func() error { return f.SetPanes(p.sheet, panes(p)) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// a4 is the paper's number in the file format.
const a4 = 9

// top writes the three lines that stand over every table.
func (b *book) top(g grid, p page) error {
	if err := g.row(titleRow, []cell{{value: p.title, style: titleStyle}}, 30); err != nil {
		return err
	}
	if err := g.row(introRow, []cell{{value: p.intro, style: introStyle}}, 18); err != nil {
		return err
	}
	return g.row(backRow, []cell{{value: "← Back to Summary", style: backStyle, link: place(sheetSummary, "A1")}}, 18)
}

func (b *book) tab(sheetName string) string {
	i := slices.IndexFunc(b.contents, func(s sheet) bool { return s.name == sheetName })
	return b.contents[i].tab
}

// headerFooter is the marking above, and run, sheet and page below.
func (b *book) headerFooter() *excelize.HeaderFooterOptions {
	plain := func(s string) string { return strings.ReplaceAll(shorten(oneLine(s), 90), "&", "&&") }
	return &excelize.HeaderFooterOptions{
		OddHeader: fmt.Sprintf(`&C&"%s,Bold"&9 %s`, fontName, plain(b.opts.Marking)),
		OddFooter: fmt.Sprintf(`&L&"%[1]s"&8 Run %[2]s&C&"%[1]s"&8&A&R&"%[1]s"&8Page &P of &N`, fontName, plain(b.opts.RunID)),
	}
}

// panes keeps title, header and the first columns in view, with A1 selected.
func panes(p page) *excelize.Panes {
	if p.sheet == sheetSummary {
		return &excelize.Panes{Selection: []excelize.Selection{{SQRef: "A1", ActiveCell: "A1"}}}
	}
	s := &excelize.Panes{Freeze: true, YSplit: headerRow, XSplit: p.frozen, TopLeftCell: at(p.frozen, firstRow), ActivePane: "bottomLeft"}
	if p.frozen > 0 {
		s.ActivePane = "bottomRight"
		for _, pane := range []string{"topRight", "bottomLeft"} {
			s.Selection = append(s.Selection, excelize.Selection{SQRef: "A1", ActiveCell: "A1", Pane: pane})
		}
	}
	s.Selection = append(s.Selection, excelize.Selection{SQRef: "A1", ActiveCell: "A1", Pane: s.ActivePane})
	return s
}

// at is a cell's address: column from 0, row from 1.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return "A1"
	}
	return name
}

// place is a link's target: a cell or a range of a sheet.
func place(sheet, cells string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cells
}

func ref[T any](v T) *T { return &v }
