package xlsx

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// Workbooks that Excel itself saved read as excelize reads them, undamaged, cell
// by cell.
func TestReadsWhatExcelSaved(t *testing.T) {
	for name, sheets := range map[string]int{"Annex_A_2024_Jan.xlsx": 11, "sfdata-2016-02-sample.xlsx": 15} {
		t.Run(name, func(t *testing.T) {
			path := "testdata/" + name
			w, err := Open(context.Background(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer w.Close()
			f, err := excelize.OpenFile(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if len(w.Sheets) != sheets || len(w.SHA256) != 64 {
				t.Errorf("%d sheets, %s", len(w.Sheets), w.SHA256)
			}
			for _, s := range w.Sheets {
				theirs, err := f.GetRows(s.Name, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				want := map[string]string{}
				for i, row := range theirs {
					for j, cell := range row {
						if strings.TrimSpace(strings.Join(row, "")) != "" && cell != "" {
							want[CellName(j+1, i+1)] = cell
						}
					}
				}
				got := map[string]string{}
				err = s.Rows(context.Background(), func(r *Row) error {
					for _, c := range r.Cells {
						got[CellName(c.Column, r.Number)] = c.Raw
					}
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s: %s", s.Name, diff)
				}
			}
		})
	}
}

func TestEncrypted(t *testing.T) {
	for _, name := range []string{"agile.xlsx", "standard.xlsx"} {
		t.Run(name, func(t *testing.T) {
			content, err := os.ReadFile("testdata/" + name)
			if err != nil {
				t.Fatal(err)
			}
			lines, _, err := readAll(t, content, Options{Password: []byte("password")}, standard())
			if err != nil || !strings.Contains(strings.Join(lines, "\n"), "A1=text:SECRET:SECRET") {
				t.Errorf("%q, %v", lines, err)
			}
			_, _, err = readAll(t, content, Options{}, standard())
			if !errors.Is(err, ErrPassword) || !strings.Contains(err.Error(), "--password-file") {
				t.Errorf("without a password: %v", err)
			}
			_, _, err = readAll(t, content, Options{Password: []byte("Geheim1")}, standard())
			if !errors.Is(err, ErrPassword) || strings.Contains(err.Error(), "Geheim1") {
				t.Errorf("with a wrong one: %v", err)
			}
			small := standard()
			small.encrypted = 100
			if _, _, err = readAll(t, content, Options{Password: []byte("password")}, small); err == nil || !strings.Contains(err.Error(), "the limit") {
				t.Errorf("too large: %v", err)
			}
			path := put(t, content)
			for size := 0; size < len(content); size += 411 {
				cut, _, err := readAt(t, overwrite(t, path, content[:size]), Options{Password: []byte("password")}, standard())
				if err == nil && !cmp.Equal(cut, lines) {
					t.Errorf("cut at %d: read otherwise and without an error", size)
				}
			}
		})
	}
}

// An encrypted workbook stays readable after it was closed and opened again, and
// a damaged one is refused or reads the same.
func TestEncryptedDamaged(t *testing.T) {
	content, err := os.ReadFile("testdata/standard.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Password: []byte("password")}
	want, _, err := readAll(t, content, o, standard())
	if err != nil {
		t.Fatal(err)
	}
	path := put(t, content)
	for at := 0; at < len(content); at += 397 {
		damaged := bytes.Clone(content)
		damaged[at] ^= 0x10
		lines, _, err := readAt(t, overwrite(t, path, damaged), o, standard())
		if err == nil && !cmp.Equal(want, lines) {
			t.Errorf("byte %d: read otherwise and without an error", at)
		}
	}
	w, err := Open(context.Background(), "testdata/standard.xlsx", o)
	if err != nil {
		t.Fatal(err)
	}
	_ = w.Close()
	if err := w.Reopen(); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if _, err := w.Remarks(context.Background()); err != nil || !w.Encrypted {
		t.Errorf("after Reopen: %v", err)
	}
}
