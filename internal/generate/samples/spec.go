package main

import (
	"bytes"
	"embed"
	"fmt"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/generate"
)

//go:embed *.yaml
var specFiles embed.FS

// spec is one sample: whose council, what is wrong there, and how the export looks.
type spec struct {
	Name    string `yaml:"-"` // of the file, and of the sample's folder
	Council string
	About   string // for the README, in plain sentences
	AsAt    string `yaml:"as_at"`
	Cases   int
	Seed    uint64
	Format  string // native, ssd, annex-a, or own: reports in a council's own columns
	Teams   []string
	Faults  map[string]float64
	Worse   map[string]float64
	Stories map[string]float64
	Without []string
	Flags   bool
	Depth   int
	Dirt    dirt
}

// readSpecs reads the specifications, in order of name.
func readSpecs() ([]*spec, error) {
	entries, err := specFiles.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var specs []*spec
	for _, e := range entries {
		text, err := specFiles.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		s := &spec{Name: strings.TrimSuffix(e.Name(), path.Ext(e.Name()))}
		decoder := yaml.NewDecoder(bytes.NewReader(text))
		decoder.KnownFields(true)
		if err := decoder.Decode(s); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		switch s.Format {
		case "native", "ssd", "annex-a":
		case "own":
			if s.Without, err = without(s.options()); err != nil {
				return nil, fmt.Errorf("%s: %w", e.Name(), err)
			}
		default:
			return nil, fmt.Errorf("%s: format %q is not native, ssd, annex-a or own", e.Name(), s.Format)
		}
		specs = append(specs, s)
	}
	return specs, nil
}

func (s *spec) options() generate.Options {
	return generate.Options{Cases: s.Cases, Seed: s.Seed, AsAt: s.AsAt, Teams: s.Teams, Faults: s.Faults, Worse: s.Worse,
		Stories: s.Stories, Without: s.Without, Flags: s.Flags, Depth: s.Depth}
}

// readme is the page that stands beside the samples.
func readme(specs []*spec) []byte {
	var b bytes.Buffer
	b.WriteString(`<!-- Written by go generate ./internal/generate/samples; edit the specifications there. -->
# Sample exports

Every child, worker and case here is made up by the project's own generator. No line comes from a real record. The NHS numbers
are from the range kept for tests, the pupil numbers name no authority, and the names are nobody's. The samples are part of the
project and under its licence.

Each folder is one export. The faults in it were planted, and testdata/answers says for each export which items an audit must find not
met. The specification of each sample is in internal/generate/samples.

The samples of 2009, 2015 and 2018 mirror a published document each: a test holds them to it, finding by finding. Where the document
says how often something falls short, the sample has that share. Whether that makes an area for development or for priority action
is decided by the level of the criterion, and not always as the inspectors decided.
`)
	for _, s := range specs {
		format := "caseaudit's own format"
		switch s.Format {
		case "ssd":
			format = "Standard Safeguarding Dataset, CSV files with practice tables"
		case "annex-a":
			format = "the lists of Annex A, an Excel workbook"
		case "own":
			format = "a council's own columns, Excel workbooks and CSV files with a mapping file"
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s: %d cases as at %s, %s.\n\n%s\n", s.Name, s.Council, s.Cases, s.AsAt, format, strings.TrimSpace(s.About))
	}
	return b.Bytes()
}
