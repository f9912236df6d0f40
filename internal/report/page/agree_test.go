package page

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/reporttest"
	"github.com/caseaudit/caseaudit/internal/report/workbook"
)

// TestAgreesWithTheWorkbook: whoever opens both reads the same sentence and the
// same figures first.
func TestAgreesWithTheWorkbook(t *testing.T) {
	for name, a := range map[string]*audit.Audit{"fixture": reporttest.Audit(), "empty": reporttest.Empty(), "with waivers": waived()} {
		l := reporttest.Letter(t, a)
		var file bytes.Buffer
		if err := workbook.Write(t.Context(), &file, a, l, workbook.Options{}); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(&file)
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		rows, err := book.GetRows("Summary")
		if err != nil {
			t.Fatal(err)
		}
		var cells []string
		for _, row := range rows {
			cells = append(cells, row...)
		}
		b, err := newBuilder(a, l, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var sentence strings.Builder
		for _, part := range b.lead() {
			sentence.WriteString(part.Text)
		}
		if !slices.Contains(cells, sentence.String()) {
			t.Errorf("%s: the workbook's Summary does not say %q:\n%q", name, sentence.String(), cells)
		}
		for _, tile := range b.tiles() {
			label := slices.Index(cells, tile.Label)
			if label < 0 {
				t.Errorf("%s: the workbook has no tile %q", name, tile.Label)
				continue
			}
			if !slices.Contains(cells[:label], tile.Figure) {
				t.Errorf("%s: the page says %s %s, the workbook another figure: %q", name, tile.Figure, tile.Label, cells[:label])
			}
		}
	}
}

// The tiles lead to tables that add up to them.
func TestTilesLeadToTheirRows(t *testing.T) {
	root := tree(t, written(t, reporttest.Audit()))
	b, err := newBuilder(reporttest.Audit(), reporttest.Letter(t, reporttest.Audit()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	tiles := b.tiles()
	if len(tiles) != 6 {
		t.Fatalf("%d tiles", len(tiles))
	}
	for _, tile := range tiles {
		if target := words(byID(t, root, tile.To)); !strings.Contains(target, tile.Figure) && tile.To != "development" && tile.To != "children" {
			t.Errorf("%s %s leads to %q, which does not have the figure:\n%s", tile.Figure, tile.Label, tile.To, target)
		}
	}
	rows := 0
	for n := range byID(t, root, "development").Descendants() {
		if n.Data == "tr" {
			rows++
		}
	}
	if want := strconv.Itoa(rows - 1); tiles[3].Figure != want {
		t.Errorf("%s areas for development, and %s rows", tiles[3].Figure, want)
	}
	if children := words(byID(t, root, "children")); !strings.HasPrefix(children, "Children "+tiles[0].Figure+" cases with an audited item") {
		t.Errorf("the children do not account for %s: %.120s", tiles[0].Figure, children)
	}
}
