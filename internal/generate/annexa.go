package generate

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/generate/fault"
	"github.com/caseaudit/caseaudit/internal/intake/annexa"
)

// AnnexAFile is the workbook that WriteAnnexA writes.
const AnnexAFile = "annex-a.xlsx"

// annexCriteria are the criteria that can be judged on Annex A. A test compares
// them with what the audit says.
func annexCriteria() []string {
	return []string{"AS-01", "AS-02", "AS-18", "CC-01", "CC-06", "CC-13", "CL-05", "CL-06", "CL-07", "CP-03", "CP-11"}
}

// continuous is the day since which assessments are single, as Annex A has them.
const continuous = "2013-10-15" // six months after initial and core assessments ended

// WriteAnnexA writes the cases as the lists of Annex A, dir/annex-a.xlsx: a sheet
// a list, its title above its header, and words as various councils write them. The
// lists hold a part of the cases, and the key, which goes to the file named by
// answers, says what an audit must find in that part. "" leaves it out. Files are
// for their owner only.
func (g *Generator) WriteAnnexA(dir, answers string) (err error) {
	if g.clock.AsAt < continuous {
		return fmt.Errorf("annex a: before %s assessments were initial and core ones, for which its lists have no columns", continuous)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	key, err := create(answers)
	if err != nil {
		return err
	}
	defer key.close(&err)
	words, err := readWording()
	if err != nil {
		return err
	}
	book, err := newAnnexBook()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.file.Close()) }()
	l := &lister{clock: g.clock, words: words, workers: g.names()}
	for c, err := range g.Cases() {
		if err != nil {
			return err
		}
		h := g.held(c.Record)
		rows := l.lists(h)
		if len(rows) == 0 {
			continue
		}
		if err := book.write(rows); err != nil {
			return err
		}
		view := g.view(h.values(g.clock))
		view.Supplied = func(path string) bool { return path != "assessments.child_seen_date" }
		if err := key.answers(g.planter.Failing(view, h.id, annexCriteria(), c.Answers)); err != nil {
			return err
		}
	}
	return book.save(filepath.Join(dir, AnnexAFile))
}

// names are those of the staff, by id.
func (g *Generator) names() map[string]string {
	names := map[string]string{}
	list, _ := g.teller.Staff.Values["professionals"].([]any)
	for _, x := range list {
		p, _ := x.(fault.Item)
		names[of(p, "professional_id")] = of(p, "name")
	}
	return names
}

// annexBook is the workbook in the making.
type annexBook struct {
	file    *excelize.File
	sheets  []*excelize.StreamWriter
	columns [][]string
	next    []int // row
	day     int   // the style of dates
}

func newAnnexBook() (*annexBook, error) {
	titles, columns, err := annexa.Headers()
	if err != nil {
		return nil, err
	}
	b := &annexBook{file: excelize.NewFile(), columns: columns}
	format := "dd/mm/yyyy"
	if b.day, err = b.file.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
		return nil, err
	}
	bold, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	if err := b.front(titles); err != nil {
		return nil, err
	}
	for i, title := range titles {
		if _, err := b.file.NewSheet(sheetOf(i + 1)); err != nil {
			return nil, err
		}
		w, err := b.file.NewStreamWriter(sheetOf(i + 1))
		if err != nil {
			return nil, err
		}
		header := make([]any, len(columns[i]))
		for k, name := range columns[i] {
			header[k] = excelize.Cell{Value: name, StyleID: bold}
		}
		if err := errors.Join(w.SetColWidth(1, len(header), 18), w.SetRow("A1", []any{excelize.Cell{Value: title, StyleID: bold}}), w.SetRow("A2", header)); err != nil {
			return nil, err
		}
		b.sheets, b.next = append(b.sheets, w), append(b.next, 3)
	}
	return b, nil
}

// front writes the sheet that stands before the lists.
func (b *annexBook) front(titles []string) error {
	const sheet = "Front_Sheet"
	if err := b.file.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	lines := append([]string{"Annex A: child-level data for inspection", "Every child, worker and team here is made up.", ""}, titles...)
	for i, line := range lines {
		if err := b.file.SetCellStr(sheet, fmt.Sprintf("A%d", i+1), line); err != nil {
			return err
		}
	}
	return b.file.SetColWidth(sheet, "A", "A", 60)
}

func (b *annexBook) write(rows map[int][]listRow) error {
	for i, columns := range b.columns {
		for _, row := range rows[i+1] {
			cells := make([]any, len(columns))
			for k, name := range columns {
				cells[k] = b.cell(row[name])
			}
			if err := b.sheets[i].SetRow(fmt.Sprintf("A%d", b.next[i]), cells); err != nil {
				return err
			}
			b.next[i]++
		}
	}
	return nil
}

func (b *annexBook) cell(value any) any {
	switch v := value.(type) {
	case day:
		date, err := time.Parse(time.DateOnly, string(v))
		if err != nil {
			return nil
		}
		return excelize.Cell{Value: date, StyleID: b.day}
	case string:
		if v == "" {
			return nil
		}
	}
	return value
}

func (b *annexBook) save(path string) error {
	for _, w := range b.sheets {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	text, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(inOrder(f, text.Bytes()), f.Close())
}

// inOrder writes a workbook with its parts in order of name, for the library
// writes them in another order each time.
func inOrder(w io.Writer, workbook []byte) error {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil {
			return err
		}
	}
	return out.Close()
}
