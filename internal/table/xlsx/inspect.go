package xlsx

import (
	"context"
	"path"
	"strings"
)

// inspect reads a part that holds no rows to its end, and says what it could do.
func (w *Workbook) inspect(ctx context.Context, p *part) error {
	name := strings.ToLower(p.name)
	base := path.Base(name)
	switch {
	case strings.HasPrefix(base, "vbaproject"):
		w.macros = true
		w.remark(Remark{Kind: Macros, Place: p.name, Text: "the workbook holds macros, which were not run", Count: 1})
	case strings.Contains(name, "/embeddings/"), strings.Contains(name, "/activex/") && strings.HasSuffix(name, ".bin"):
		w.remark(Remark{Kind: Embedded, Place: p.name, Text: "the workbook holds an embedded object, which was not opened", Count: 1})
	case base == "connections.xml", strings.Contains(name, "/querytables/") && strings.HasSuffix(name, ".xml"):
		w.remark(Remark{Kind: Connection, Place: p.name, Text: "the workbook fetches data from elsewhere, which was not done: the values saved last were read", Count: 1})
	}
	// A workbook may carry anybody's XML in customXml, in any encoding.
	if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") || strings.HasPrefix(name, "customxml/") {
		return inPart(p.name, w.archive.drain(ctx, p))
	}
	var dde, link, filter bool
	err := w.archive.walk(ctx, p, func(s *scanner, _ int) error {
		switch {
		case s.is("ddeLink"), s.is("oleLink"):
			dde = true
		case s.is("externalLink"):
			link = true
		case s.is("filterColumn"):
			filter = true
		case string(s.name) == "Relationship":
			mode, _ := s.attr("TargetMode")
			kind, _ := s.attr("Type")
			// A hyperlink goes nowhere until somebody follows it, and the path of
			// an external link has been told with the link.
			if k := path.Base(string(kind)); strings.EqualFold(string(mode), "External") && k != "hyperlink" && !strings.HasPrefix(k, "externalLink") && !strings.HasPrefix(k, "xlExternalLink") {
				link = true
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if dde {
		w.remark(Remark{Kind: DDE, Place: p.name, Text: "the workbook asks another program for values (DDE or OLE), which was not done", Count: 1})
	}
	if link && !dde {
		w.remark(Remark{Kind: ExternalLink, Place: p.name, Text: "the workbook refers to another file, which was not opened: the values saved last were read", Count: 1})
	}
	if filter && strings.Contains(name, "/tables/") {
		w.remark(Remark{Kind: Filter, Place: p.name, Text: "a filter is on in a table, so that Excel shows only some of its rows; all were read", Count: 1})
	}
	return nil
}
