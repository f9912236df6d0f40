package xlsx

import (
	"context"
	"fmt"
	"path"
	"strings"
)

// book reads the part that lists the sheets, and then every part but the sheets.
func (w *Workbook) book(ctx context.Context) error {
	name, err := w.mainPart(ctx)
	if err != nil {
		return err
	}
	p := w.archive.find(name)
	if p == nil {
		return damaged("%s: the part that lists the sheets is missing", name)
	}
	relations, err := w.archive.relations(ctx, name)
	if err != nil {
		return err
	}
	targets := make(map[string]relation, len(relations))
	for _, r := range relations {
		needed := r.kind == "worksheet" || r.kind == "sharedStrings" || r.kind == "styles"
		if needed && !r.external && w.archive.find(r.target) == nil {
			return inPart(relationsName(name), damaged("it refers to %s, which is missing", r.target))
		}
		targets[r.id] = r
	}
	if err := w.listSheets(ctx, p, targets); err != nil {
		return err
	}
	return w.others(ctx, relations)
}

// mainPart finds the workbook in the file, and tells what the file is when it
// holds none.
func (w *Workbook) mainPart(ctx context.Context) (string, error) {
	types := w.archive.find("[Content_Types].xml")
	if types == nil {
		if w.archive.find("content.xml") != nil && w.archive.find("mimetype") != nil {
			return "", fmt.Errorf("%w: it is an OpenDocument file; save it as Excel Workbook (.xlsx)", ErrKind)
		}
		return "", fmt.Errorf("%w: it is a ZIP file without a list of its parts; unpack it if it holds the export", ErrKind)
	}
	if err := w.archive.walk(ctx, types, func(s *scanner, _ int) error {
		kind, _ := s.attr("ContentType")
		w.macros = w.macros || strings.Contains(strings.ToLower(string(kind)), "macroenabled")
		return nil
	}); err != nil {
		return "", err
	}
	relations, err := w.archive.relations(ctx, "")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if r.kind != "officeDocument" || r.external {
			continue
		}
		if strings.EqualFold(path.Ext(r.target), ".bin") {
			return "", fmt.Errorf("%w: it is a binary workbook (.xlsb); save it as Excel Workbook (.xlsx)", ErrKind)
		}
		return r.target, nil
	}
	return "", fmt.Errorf("%w: it holds no workbook", ErrKind)
}

// listSheets reads the names and states of the sheets.
func (w *Workbook) listSheets(ctx context.Context, p *part, targets map[string]relation) error {
	var section string
	used := map[string]bool{}
	names := map[string]bool{}
	err := w.archive.walk(ctx, p, func(s *scanner, depth int) error {
		switch {
		case depth == 1 && s.is("document"), depth == 1 && !s.is("workbook"):
			return fmt.Errorf("%w: it is another kind of Office file", ErrKind)
		case depth == 2 && s.main:
			section = string(s.name)
			if section == "workbookPr" {
				w.Date1904 = s.yes("date1904")
			}
		case depth == 2:
			section = ""
		case depth == 3 && section == "sheets" && s.is("sheet"):
			name, _ := s.attr("name")
			if len(name) == 0 || names[strings.ToLower(string(name))] {
				return s.fault("a sheet has no name of its own")
			}
			names[strings.ToLower(string(name))] = true
			return w.addSheet(s, string(name), targets, used)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return inPart(p.name, damaged("the workbook lists no sheets"))
	}
	return nil
}

func (w *Workbook) addSheet(s *scanner, name string, targets map[string]relation, used map[string]bool) error {
	sheet := &Sheet{Name: name, book: w}
	switch state, _ := s.attr("state"); string(state) {
	case "", "visible":
	case "hidden":
		sheet.State = Hidden
	case "veryHidden":
		sheet.State = VeryHidden
	default:
		return s.fault("sheet %q is neither visible nor hidden", name)
	}
	var id string
	for _, a := range s.attrs {
		if prefix, local, ok := strings.Cut(string(a.name), ":"); ok && local == "id" && prefix != "xmlns" {
			id = string(a.value)
		}
	}
	r, ok := targets[id]
	if !ok || r.external {
		return s.fault("sheet %q has no part", name)
	}
	switch r.kind {
	case "worksheet":
	case "chartsheet", "dialogsheet":
		w.remark(Remark{Kind: NotRows, Sheet: name, Text: "the sheet is a chart or a dialogue and has no rows", Count: 1})
		return nil
	case "xlMacrosheet", "xlIntlMacrosheet":
		w.remark(Remark{Kind: Macros, Sheet: name, Text: "the sheet holds macros of Excel 4, which were not run, and no rows that could be read", Count: 1})
		return nil
	default:
		return s.fault("sheet %q is of an unknown kind", name)
	}
	sheet.part = w.archive.find(r.target)
	if used[sheet.part.name] {
		return s.fault("two sheets have the same part")
	}
	used[sheet.part.name] = true
	w.Sheets = append(w.Sheets, sheet)
	return nil
}

// others reads every part that is no sheet: those with strings and styles for
// what they hold, the rest for their checksum, and, when they are Office's own
// XML, to see that they are sound.
func (w *Workbook) others(ctx context.Context, relations []relation) error {
	read := map[*part]bool{}
	for _, s := range w.Sheets {
		read[s.part] = true
	}
	for _, r := range relations {
		p := w.archive.find(r.target)
		if r.external || p == nil {
			continue
		}
		var err error
		switch r.kind {
		case "sharedStrings":
			if w.texts != nil {
				return inPart(p.name, damaged("the workbook has two lists of shared strings"))
			}
			w.texts, err = w.archive.sharedStrings(ctx, p)
		case "styles":
			if w.formats != nil {
				return inPart(p.name, damaged("the workbook has two lists of styles"))
			}
			w.formats, err = w.archive.styles(ctx, p)
		default:
			continue
		}
		if err != nil {
			return err
		}
		read[p] = true
	}
	for _, p := range w.archive.sorted {
		if read[p] {
			continue
		}
		if err := w.inspect(ctx, p); err != nil {
			return err
		}
	}
	return nil
}
