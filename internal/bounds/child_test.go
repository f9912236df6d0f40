package bounds

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// work is what a process of its own is asked to do.
const work, workPath = "BOUNDS_WORK", "BOUNDS_PATH"

// TestMain does the work when this is the process of its own.
func TestMain(m *testing.M) {
	name := os.Getenv(work)
	if name == "" {
		os.Exit(m.Run())
	}
	began := time.Now()
	rows, err := workers()[name](os.Getenv(workPath))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	_ = json.NewEncoder(os.Stdout).Encode(measured{Rows: rows, Time: time.Since(began), Peak: peak()})
	os.Exit(0)
}

// peak is the most memory that this process had, in bytes; 0 where the system does
// not say. What a parent is told of its child when it ends (getrusage) will not do:
// it counts the parent's own memory at the fork.
func peak() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		var kilobytes int64
		if n, _ := fmt.Sscanf(line, "VmHWM: %d kB", &kilobytes); n == 1 {
			return kilobytes << 10
		}
	}
	return 0
}

// measured is what a piece of work took.
type measured struct {
	Rows int
	Time time.Duration
	Peak int64 // bytes; the most that the process had in memory
}

// MB is the peak in megabytes.
func (m measured) MB() float64 { return float64(m.Peak) / (1 << 20) }

// Rate is rows a second.
func (m measured) Rate() float64 { return float64(m.Rows) / m.Time.Seconds() }

// measure does a piece of work in a process of its own.
func measure(t *testing.T, name, path string) measured {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), work+"="+name, workPath+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var m measured
	if err := json.Unmarshal(out, &m); err != nil {
		t.Fatal(err)
	}
	t.Logf("%-24s %9d rows %8.2f s %10.0f rows/s %6.0f MB", name, m.Rows, m.Time.Seconds(), m.Rate(), m.MB())
	return m
}
