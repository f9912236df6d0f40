package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Read reads a baseline that Write wrote. An unknown key, a version that is not
// ours or a finding without its identity is an error.
func Read(name string, file []byte) (*Baseline, error) {
	b := &Baseline{}
	decoder := json.NewDecoder(bytes.NewReader(file))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(b); err != nil {
		return nil, fmt.Errorf("baseline %s: %w: write it anew with --write-baseline", name, err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("baseline %s: something stands after its end: write it anew with --write-baseline", name)
	}
	if b.Version != Version {
		return nil, fmt.Errorf("baseline %s: version %d, and this program reads version %d: write it anew with --write-baseline", name, b.Version, Version)
	}
	seen := map[string]bool{}
	for i, e := range b.Findings {
		switch {
		case e.Finding == "" || e.Criterion == "":
			return nil, fmt.Errorf("baseline %s: entry %d has no finding or no criterion: write it anew with --write-baseline", name, i+1)
		case seen[e.Finding]:
			return nil, fmt.Errorf("baseline %s: the finding %s stands there twice: keep one", name, e.Finding)
		}
		seen[e.Finding] = true
	}
	return b, nil
}

// Write writes the baseline, an entry a line, so that a version control system
// shows which came and went.
func (b *Baseline) Write(w io.Writer) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\"version\": %d, \"as_at\": %q, \"findings\": [", b.Version, b.AsAt)
	for i, e := range b.Findings {
		line, err := json.Marshal(e)
		if err != nil {
			return fmt.Errorf("write baseline: %w", err)
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n")
		out.Write(line)
	}
	out.WriteString("\n]}\n")
	if _, err := out.WriteTo(w); err != nil {
		return fmt.Errorf("write baseline: %w", err)
	}
	return nil
}
