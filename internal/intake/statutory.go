package intake

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/cin"
	"github.com/caseaudit/caseaudit/internal/intake/dfe"
	"github.com/caseaudit/caseaudit/internal/intake/native"
	"github.com/caseaudit/caseaudit/internal/intake/ssda903"
	"github.com/caseaudit/caseaudit/internal/table"
)

// openXML recognises a return by its root element, which is the XML way of
// naming what a file is.
func openXML(ctx context.Context, d *casefile.Dictionary, path string, ignored map[string]string) (casefile.Export, error) {
	root, names, err := table.XMLNames(ctx, path)
	switch {
	case err != nil:
		return nil, err
	case root == cin.Root && (names[cin.Details] || names["ChildIdentifiers"]):
		return cin.New(d, path, ignored), nil
	case ssda903.IsRoot(root):
		return ssda903.NewXML(d, path, ignored), nil
	}
	return nil, fmt.Errorf("%s: %w: its root element is %s, and neither Message with CINdetails (the children in need census) nor EXPSSDA903 (the looked-after children return)",
		filepath.Base(path), ErrFormat, casefile.Quote(root))
}

// isDaily reports whether a JSON file begins as the daily API's does: a list,
// empty or of objects of which the first has la_child_id.
func isDaily(path string) (bool, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false, errors.Join(err)
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	r := bufio.NewReader(io.LimitReader(f, 1<<20))
	if mark, err := r.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = r.Discard(3)
	}
	decoder := json.NewDecoder(r)
	for depth := 0; ; {
		token, err := decoder.Token()
		if err != nil {
			return false, nil // what is wrong is for the format's own reader to say
		}
		switch token {
		case json.Delim('['), json.Delim('{'):
			if depth == 0 && token != json.Delim('[') {
				return false, nil
			}
			depth++
		case json.Delim(']'), json.Delim('}'):
			if depth--; depth < 2 {
				return false, nil
			}
		case dfe.Key:
			if depth == 2 {
				return true, nil
			}
		}
	}
}

// statutory recognises the folder of a return to the Department for Education:
// SSDA903 tables by their names, one XML file by its root, JSON files by their
// first child. It gives nil when the folder is none.
func statutory(ctx context.Context, d *casefile.Dictionary, dir string) (casefile.Export, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot list the export: %w", err)
	}
	var xml, daily, tables []string
	headed := false
	ignored := map[string]string{}
	for _, entry := range entries {
		path, lower := filepath.Join(dir, entry.Name()), strings.ToLower(entry.Name())
		table := ssda903.TableName(entry.Name())
		switch {
		case entry.IsDir():
			ignored[entry.Name()] = "a folder inside the export"
		case strings.HasPrefix(lower, "."):
			ignored[entry.Name()] = "a hidden file"
		case strings.HasSuffix(lower, ".xml"):
			xml = append(xml, path)
		case strings.HasSuffix(lower, ".json") && lower != native.ServiceFile:
			if is, err := isDaily(path); err != nil {
				return nil, fmt.Errorf("cannot open the export: %w", err)
			} else if is {
				daily = append(daily, path)
			} else {
				ignored[entry.Name()] = "no list of children with " + dfe.Key
			}
		case strings.HasSuffix(lower, ".csv") && table != "":
			tables = append(tables, path)
			headed = headed || table == "header"
		default:
			ignored[entry.Name()] = "not a file of this return"
		}
	}
	return chooseStatutory(ctx, d, filepath.Base(dir), xml, daily, tables, headed, ignored)
}

// chooseStatutory takes the one return that a folder holds.
func chooseStatutory(ctx context.Context, d *casefile.Dictionary, name string, xml, daily, tables []string, headed bool, ignored map[string]string) (casefile.Export, error) {
	if !headed {
		for _, path := range tables {
			ignored[filepath.Base(path)] = "a table of SSDA903 without its header.csv"
		}
		tables = nil
	}
	kinds := 0
	for _, files := range [][]string{xml, daily, tables} {
		if len(files) > 0 {
			kinds++
		}
	}
	switch {
	case kinds > 1 || len(xml) > 1:
		return nil, fmt.Errorf("%s: it holds several returns: keep one, or name its file", name)
	case len(xml) == 1:
		return openXML(ctx, d, xml[0], ignored)
	case len(daily) > 0:
		return dfe.New(d, daily, ignored), nil
	case len(tables) > 0:
		return ssda903.New(d, tables, ignored), nil
	}
	return nil, nil
}
