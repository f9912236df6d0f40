package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// dirt is what goes wrong between the case system and the file. None of it
// changes what an audit must find: values are spelled differently, and the rows
// that cannot be read are extra ones.
type dirt struct {
	Tables map[string]spelling
	Files  map[string]string // files that are no part of the export, by name
}

// spelling is how one file is written.
type spelling struct {
	Encoding  string              // utf-8 by default; utf-8-bom or windows-1252
	Delimiter string              // "," by default
	Dates     string              // iso by default; uk: dd/mm/yyyy
	Yes       string              // in place of Y
	No        string              // in place of N
	Blank     string              // in place of an empty cell
	Spaces    bool                // every seventh row ends its cells with a space
	Add       map[string]string   // further columns, and what stands in them
	Change    map[string]string   // by column, what its first value becomes
	Twice     int                 // how many of the first rows stand twice
	Rows      []map[string]string // rows added at the end; "$first" is the first row's value in that column
	Lines     []string            // lines added at the end as they are
}

// spoil rewrites the files of an export.
func (d dirt) spoil(dir string) error {
	for _, file := range sorted(d.Tables) {
		if err := d.Tables[file].rewrite(filepath.Join(dir, file)); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	for _, file := range sorted(d.Files) {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(d.Files[file]), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func (s spelling) rewrite(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return err
	}
	if rows, err = s.soil(rows); err != nil {
		return err
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if s.Delimiter != "" {
		w.Comma = rune(s.Delimiter[0])
	}
	w.UseCRLF = s.Encoding != ""
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	for _, line := range s.Lines {
		b.WriteString(line + "\n")
	}
	text, err = s.encode(b.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o600)
}

// soil spells the rows, the header first, as the file is to have them.
func (s spelling) soil(rows [][]string) ([][]string, error) {
	header := rows[0]
	for _, name := range sorted(s.Change) {
		i := slices.Index(header, name)
		if i < 0 || len(rows) < 2 {
			return nil, fmt.Errorf("there is no column %q to change", name)
		}
		rows[1][i] = s.Change[name]
	}
	for _, extra := range s.Rows {
		row := make([]string, len(header))
		for name, value := range extra {
			i := slices.Index(header, name)
			if i < 0 {
				return nil, fmt.Errorf("there is no column %q for a row", name)
			}
			if row[i] = value; value == "$first" {
				row[i] = rows[1][i]
			}
		}
		rows = append(rows, row)
	}
	for _, name := range sorted(s.Add) {
		rows[0] = append(rows[0], name)
		for n := 1; n < len(rows); n++ {
			rows[n] = append(rows[n], s.Add[name])
		}
	}
	for n, row := range rows[1:] {
		for i := range row {
			row[i] = s.spell(row[i], n)
		}
	}
	if s.Twice > 0 {
		rows = append(rows, rows[1:1+s.Twice]...)
	}
	return rows, nil
}

var isoDate = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d):\d\d)?$`)

// spell is one cell, in row n, as the file has it.
func (s spelling) spell(cell string, n int) string {
	switch {
	case cell == "":
		return s.Blank
	case cell == "Y" && s.Yes != "":
		cell = s.Yes
	case cell == "N" && s.No != "":
		cell = s.No
	case s.Dates == "uk":
		if d := isoDate.FindStringSubmatch(cell); d != nil {
			cell = strings.TrimSpace(d[3] + "/" + d[2] + "/" + d[1] + " " + d[4])
		}
	}
	if s.Spaces && n%7 == 3 {
		cell += " "
	}
	return cell
}

func (s spelling) encode(text []byte) ([]byte, error) {
	switch s.Encoding {
	case "", "utf-8":
		return text, nil
	case "utf-8-bom":
		return append([]byte("\uFEFF"), text...), nil
	case "windows-1252":
		return charmap.Windows1252.NewEncoder().Bytes(text)
	}
	return nil, fmt.Errorf("there is no encoding %q here", s.Encoding)
}

func sorted[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
