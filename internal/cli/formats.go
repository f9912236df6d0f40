package cli

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/report/csv"
	"github.com/caseaudit/caseaudit/internal/report/docx"
	"github.com/caseaudit/caseaudit/internal/report/github"
	"github.com/caseaudit/caseaudit/internal/report/json"
	"github.com/caseaudit/caseaudit/internal/report/junit"
	"github.com/caseaudit/caseaudit/internal/report/markdown"
	"github.com/caseaudit/caseaudit/internal/report/outcomes"
	"github.com/caseaudit/caseaudit/internal/report/page"
	"github.com/caseaudit/caseaudit/internal/report/sarif"
	"github.com/caseaudit/caseaudit/internal/report/text"
)

// formats are the reports that can be written beside the workbook, by name.
func formats() map[string]func(*judged, io.Writer) error {
	return map[string]func(*judged, io.Writer) error{
		"csv": func(j *judged, w io.Writer) error { return csv.Write(w, j.audit, j.letter) },
		"docx": func(j *judged, w io.Writer) error {
			return docx.Write(w, j.letter, docx.Options{Marking: j.config.Marking})
		},
		"github":   func(j *judged, w io.Writer) error { return github.Write(w, j.audit, j.root) },
		"html":     writePage,
		"json":     func(j *judged, w io.Writer) error { return json.Write(w, j.audit, j.letter) },
		"junit":    func(j *judged, w io.Writer) error { return junit.Write(w, j.audit, j.letter) },
		"markdown": func(j *judged, w io.Writer) error { return markdown.Write(w, j.audit, j.letter) },
		"outcomes": func(j *judged, w io.Writer) error { return outcomes.Write(w, j.audit) },
		"sarif":    func(j *judged, w io.Writer) error { return sarif.Write(w, j.audit, j.root) },
		"text":     func(j *judged, w io.Writer) error { return text.Write(w, j.audit, j.letter, "") },
	}
}

func writePage(j *judged, w io.Writer) error {
	return page.Write(w, j.audit, j.letter, page.Options{Marking: j.config.Marking, Profile: j.profile})
}

func checkReports(reports []string) error {
	known := formats()
	for _, r := range reports {
		format, path, ok := strings.Cut(r, "=")
		if known[format] == nil || !ok || path == "" {
			return fmt.Errorf("report %q: want FORMAT=PATH with the format %s", r, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		}
	}
	return nil
}

// writeReports writes every report asked for beside the workbook.
func (j *judged) writeReports() error {
	known := formats()
	for _, r := range j.config.Reports {
		format, path, _ := strings.Cut(r, "=")
		if err := j.writeFile(path, func(w io.Writer) error { return known[format](j, w) }); err != nil {
			return err
		}
	}
	return nil
}

// rootOf is the folder of the export as it was given, so that places can be found
// from where the program stands. It is empty when there are several, or when the
// path is absolute and tells of the machine.
func rootOf(paths []string) string {
	if len(paths) != 1 || filepath.IsAbs(paths[0]) {
		return ""
	}
	if info, err := os.Stat(paths[0]); err == nil && !info.IsDir() {
		return filepath.ToSlash(filepath.Dir(paths[0]))
	}
	return filepath.ToSlash(filepath.Clean(paths[0]))
}
