package workbook

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden compares every cell of a small workbook, with its look and its link.
func TestGolden(t *testing.T) {
	a, l := small()
	got := dump(t, build(t, a, l, Options{}))
	golden := filepath.Join("testdata", "small.golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("run with -update if this is right (-want +got):\n%s", diff)
	}
}

// dump is a line for each cell: address, look, link, value.
func dump(t *testing.T, file []byte) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	numbers, err := register(f)
	if err != nil {
		t.Fatal(err)
	}
	names := map[int]style{}
	for _, l := range looks() {
		if _, taken := names[numbers[l.name]]; !taken {
			names[numbers[l.name]] = l.name
		}
	}
	var out strings.Builder
	for _, s := range open(t, file).sheets(t) {
		fmt.Fprintf(&out, "== %s\n", s.name)
		for _, ref := range s.order {
			c := s.cells[ref]
			if c.text == "" && s.links[ref] == "" {
				continue
			}
			fmt.Fprintf(&out, "%s\t%s\t%q", ref, names[c.style], c.text)
			if s.links[ref] != "" {
				fmt.Fprintf(&out, "\t→ %s", s.links[ref])
			}
			out.WriteByte('\n')
		}
	}
	return out.String()
}
