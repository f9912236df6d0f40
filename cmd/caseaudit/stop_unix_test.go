//go:build unix

package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	_ "modernc.org/sqlite"
)

// canary is the name of every child in the exports that runs are stopped on.
const canary = "Quetzalcoatlus"

// command is a command line whose run is stopped, and what it may leave.
type command struct {
	name string
	args []string
	may  []string // files that it may have written whole before it was stopped
}

// TestStopped stops the program, by Ctrl-C and by kill -9, at moments spread over
// its run. Whatever it was at, it leaves no half file, no temporary file and no
// child's name behind.
func TestStopped(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the program a dozen times")
	}
	binary := filepath.Join(t.TempDir(), "caseaudit")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	exports := t.TempDir()
	if out, err := exec.CommandContext(t.Context(), binary, "generate", filepath.Join(exports, "ssd"), "--cases", "80", "--format", "ssd").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	plant(t, filepath.Join(exports, "ssd", "cases.csv"))
	database(t, filepath.Join(exports, "ssd.sqlite"))
	for _, c := range []command{
		{"run", []string{"run", filepath.Join(exports, "ssd"), "-o", "audit.xlsx", "--report", "outcomes=outcomes.ndjson"}, []string{"audit.xlsx", "outcomes.ndjson"}},
		// Its rows are too many for memory, so they go to a file that is taken away.
		{"inspect", []string{"inspect", "--from", "sqlite:" + filepath.Join(exports, "ssd.sqlite"), "-o", "inspect.xlsx"}, []string{"inspect.xlsx"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			whole := stopAfter(t, binary, c, nil, time.Hour)
			if whole.code != 0 {
				t.Fatalf("undisturbed it ends with %d: %s", whole.code, whole.stderr)
			}
			for _, share := range []int{10, 45, 80, 97} {
				after := whole.took * time.Duration(share) / 100
				for _, signal := range []os.Signal{os.Interrupt, os.Kill} {
					stopped := stopAfter(t, binary, c, signal, after)
					t.Logf("%s after %s of %s: exit code %d in %s", signal, after.Round(time.Millisecond), whole.took.Round(time.Millisecond), stopped.code, stopped.took-after)
					if signal == os.Interrupt && stopped.code != 0 {
						if stopped.code != 130 || !strings.Contains(stopped.stderr, "caseaudit: stopped; ") {
							t.Errorf("exit code %d: %s", stopped.code, stopped.stderr)
						}
						if late := stopped.took - after; late > 20*time.Second {
							t.Errorf("it took %s to stop", late)
						}
					}
				}
			}
		})
	}
}

// ended is how a run ended.
type ended struct {
	code   int
	took   time.Duration
	stderr string
}

// stopAfter runs a command and sends it a signal after a while, and looks at what it
// leaves behind.
func stopAfter(t *testing.T, binary string, c command, signal os.Signal, after time.Duration) ended {
	t.Helper()
	folder, temp := t.TempDir(), t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, c.args...)
	cmd.Dir, cmd.Env = folder, append(os.Environ(), "TMPDIR="+temp)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() {
		if signal != nil {
			_ = cmd.Process.Signal(signal)
		}
	})
	defer timer.Stop()
	e := ended{}
	var exit *exec.ExitError
	if err := cmd.Wait(); errors.As(err, &exit) {
		e.code = exit.ExitCode()
		if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
			e.code = 128 + int(status.Signal())
		}
	} else if err != nil {
		t.Fatal(err)
	}
	e.took, e.stderr = time.Since(began), stderr.String()
	left(t, folder, c.may)
	left(t, temp, nil)
	if strings.Contains(e.stderr, canary) {
		t.Errorf("a child's name in an error: %s", e.stderr)
	}
	return e
}

// left fails when a folder holds more than files that were written whole.
func left(t *testing.T, folder string, may []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := filepath.Base(path)
		switch {
		case bytes.Contains(content, []byte(canary)):
			t.Errorf("%s holds a child's name", name)
		case !contains(may, name):
			t.Errorf("%s is left behind, %d bytes", name, len(content))
		case strings.HasSuffix(name, ".xlsx") && !bytes.Contains(content[max(0, len(content)-22):], []byte("PK\x05\x06")):
			t.Errorf("%s is half a file", name)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func contains(list []string, name string) bool {
	for _, one := range list {
		if one == name {
			return true
		}
	}
	return false
}

// plant puts the canary into an export as the name of every child.
func plant(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(string(content), "\r\n", "\n"), "\n"), "\n")
	for i := range lines {
		if i == 0 {
			lines[i] += ",forename"
		} else {
			lines[i] += "," + canary
		}
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// database makes a database of the dataset with more rows than are kept in memory.
func database(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	do := func(query string, args ...any) {
		if _, err := tx.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	do("create table ssd_person (pers_person_id text primary key, pers_forename text, pers_surname text, pers_dob text)")
	do("create table case_notes (case_id text, date text, next_actions text)")
	long := strings.Repeat("The plan for "+canary+" was read again. ", 40)
	for i := range 20_000 {
		id := fmt.Sprintf("C%05d", i)
		do("insert into ssd_person values (?, ?, ?, ?)", id, canary, canary, "2015-01-02")
		do("insert into case_notes values (?, ?, ?)", id, "2026-05-01", long)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}
