// Package sheettest makes workbooks of CSV files for tests, so that one export
// can be read from both and must come to the same.
package sheettest

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/table"
)

// Pack writes a workbook with a sheet for each of the CSV files, named as the
// file without its extension. Cells are what a person who keeps the table in Excel
// has there: days are dates, whole numbers without a nought before them numbers,
// the rest is text.
func Pack(path, password string, files ...string) error {
	f := excelize.NewFile()
	defer f.Close()
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return err
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
		if err := fill(f, name, file, day); err != nil {
			return err
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	return f.SaveAs(path, excelize.Options{Password: password})
}

func fill(f *excelize.File, name, file string, day int) error {
	in, err := table.CSV(file).Open(context.Background(), table.Layout{})
	if err != nil {
		return err
	}
	defer in.Close()
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	header := make([]any, len(in.Header))
	for at, name := range in.Header {
		header[at] = name
	}
	if err := w.SetRow("A1", header); err != nil {
		return err
	}
	number := 1
	if err := in.Rows(context.Background(), func(row table.Row) error {
		if row.Fault != "" {
			return errors.New(row.Fault)
		}
		cells := make([]any, len(row.Cells))
		for at, text := range row.Cells {
			cells[at] = typed(text, day)
		}
		number++
		return w.SetRow("A"+strconv.Itoa(number), cells)
	}); err != nil {
		return err
	}
	return w.Flush()
}

// typed gives a text as Excel would hold it.
func typed(text string, day int) any {
	if text == "" {
		return nil
	}
	if date, err := time.Parse("02/01/2006", text); err == nil {
		return excelize.Cell{StyleID: day, Value: date.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24}
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && strconv.FormatInt(n, 10) == text && len(text) < 16 {
		return n
	}
	return text
}
