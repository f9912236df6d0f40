package bounds

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/sheet"
)

// workers are the pieces of work, each of which gives how many rows it read.
func workers() map[string]func(path string) (int, error) {
	return map[string]func(string) (int, error){
		"nothing":      func(string) (int, error) { return 0, nil },
		"workbook":     readWorkbook,
		"excelize":     readExcelize,
		"CSV":          func(path string) (int, error) { return readTable(table.CSV(path)) },
		"encoding/csv": readBareCSV,
		"export":       readExport,
	}
}

// readTable reads a table as an audit does, once to its end.
func readTable(ref table.Ref) (rows int, err error) {
	t, err := ref.Open(context.Background(), table.Layout{})
	if err != nil {
		return 0, err
	}
	err = t.Rows(context.Background(), func(row table.Row) error {
		if row.Fault != "" {
			return fmt.Errorf("row %d: %s", row.Line, row.Fault)
		}
		rows++
		return nil
	})
	return rows, errors.Join(err, t.Close())
}

func readWorkbook(path string) (int, error) {
	book, err := sheet.Open(context.Background(), path, sheet.Options{})
	if err != nil {
		return 0, err
	}
	return readTable(book.Refs()[0])
}

func readExcelize(path string) (n int, err error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for n = -1; rows.Next(); n++ { // the header is no row
		if _, err := rows.Columns(); err != nil {
			return 0, err
		}
	}
	return n, rows.Error()
}

func readBareCSV(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	for n = -1; ; n++ {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return n, nil
		} else if err != nil {
			return 0, err
		}
	}
}

// readExport surveys an export and puts every record together, as an audit does
// before it judges.
func readExport(path string) (int, error) {
	d, err := casefile.NewDictionary()
	if err != nil {
		return 0, err
	}
	e, err := intake.Open(context.Background(), d, []string{path})
	if err != nil {
		return 0, err
	}
	s, err := e.Survey(context.Background())
	if err != nil {
		return 0, err
	}
	visits := 0
	err = e.Records(context.Background(), func(r *casefile.Record) error {
		visits += len(r.Items("visits"))
		return nil
	})
	if rows, read, _, _ := s.Rows(); rows != read {
		err = errors.Join(err, fmt.Errorf("%d of %d rows read", read, rows))
	}
	return visits, err
}
