package bounds

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// columns is how many columns the tables have.
const columns = 12

// cells makes a row: three columns of ids, three of dates, four of codes, one of
// numbers and one of text that never repeats.
func cells(random *rand.Rand, row int) []any {
	codes := []string{"a) Yes", "b) No", "c) Unknown", "North Assessment Team", "South Assessment Team", "N1 - Abuse or neglect", "Section 47 & plan", "Home visit"}
	list := make([]any, 0, columns)
	for range 3 {
		list = append(list, fmt.Sprint(1_000_000+random.IntN(9_000_000)))
	}
	for range 3 {
		list = append(list, fmt.Sprintf("%02d/%02d/2024", random.IntN(28)+1, random.IntN(12)+1))
	}
	for range 4 {
		list = append(list, codes[random.IntN(len(codes))])
	}
	return append(list, fmt.Sprintf("%.2f", random.Float64()*100), fmt.Sprintf("Zoë's note on row %d", row))
}

func header() []any {
	list := make([]any, columns)
	for i := range list {
		list[i] = fmt.Sprintf("Column %d", i+1)
	}
	return list
}

// write writes a file.
func write(t *testing.T, path string, fill func(w io.Writer)) string {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fill(w)
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func makeCSV(t *testing.T, rows int) string {
	return write(t, filepath.Join(t.TempDir(), "visits.csv"), func(w io.Writer) {
		line := func(list []any) {
			for i, cell := range list {
				if i > 0 {
					fmt.Fprint(w, ",")
				}
				fmt.Fprint(w, cell)
			}
			fmt.Fprintln(w)
		}
		line(header())
		random := rand.New(rand.NewPCG(1, 2))
		for row := range rows {
			line(cells(random, row))
		}
	})
}

// makeWorkbook writes a workbook as excelize does, whose texts stand in the cells:
// it reads them much faster than the shared texts that Excel writes. Ids are numbers
// and dates are real ones, as in a council's.
func makeWorkbook(t *testing.T, rows int) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	form := "dd/mm/yyyy"
	dated, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for row := range rows + 1 {
		list := header()
		if row > 0 {
			list = cells(random, row)
			for i := range 3 {
				list[i] = 1_000_000 + random.IntN(9_000_000)
				list[3+i] = excelize.Cell{StyleID: dated, Value: 44_000 + random.IntN(2_000)}
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", row+1), list); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "visits.xlsx")
	if err := errors.Join(w.Flush(), f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
	return path
}

// makeExport writes an export of the Standard Safeguarding Dataset whose visits
// stand in no order of children, as a council's do.
func makeExport(t *testing.T, children, visits int) string {
	t.Helper()
	folder := t.TempDir()
	write(t, filepath.Join(folder, "ssd_person.csv"), func(w io.Writer) {
		fmt.Fprintln(w, "pers_person_id,pers_forename,pers_surname,pers_dob,pers_sex,pers_ethnicity")
		for i := range children {
			fmt.Fprintf(w, "P%07d,Forename%d,Surname%d,20%02d-%02d-%02d,F,WBRI\n", i, i, i%977, i%17+8, i%12+1, i%28+1)
		}
	})
	write(t, filepath.Join(folder, "ssd_cp_visits.csv"), func(w io.Writer) {
		fmt.Fprintln(w, "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone")
		random := rand.New(rand.NewPCG(1, 2))
		for i := range visits {
			fmt.Fprintf(w, "V%08d,P%07d,%02d/%02d/20%02d,Y,N\n", i, random.IntN(children), i%28+1, i%12+1, i%10+15)
		}
	})
	return folder
}
