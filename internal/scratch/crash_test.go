//go:build linux

package scratch

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// canary stands in every record that the child below keeps.
const canary = "Bramble Thistlewick 28/07/2010"

// TestMain is the process that is killed, when it is told so.
func TestMain(m *testing.M) {
	if os.Getenv("SCRATCH_VICTIM") == "" {
		os.Exit(m.Run())
	}
	s := New(1<<20, "")
	for i := range 200_000 {
		if _, _, err := s.Append(AppendRow(nil, []string{fmt.Sprint(i), canary})); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	fmt.Println("written")
	select {}
}

// A process that is killed leaves no plain text behind: no file by name, and
// nothing to be read in the one that has no name while the process lives.
func TestKilled(t *testing.T) {
	folder := t.TempDir()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SCRATCH_VICTIM=1", "TMPDIR="+folder)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || line != "written\n" {
		t.Fatalf("%q, %v", line, err)
	}
	held := deleted(t, child.Process.Pid, folder)
	if len(held) != 1 {
		t.Errorf("the process holds %d files of the folder without a name, want 1", len(held))
	}
	for _, path := range held {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(content) < 5<<20 {
			t.Errorf("only %d bytes went to the file", len(content))
		}
		search(t, content)
	}
	if err := child.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait()
	if err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		t.Errorf("%s was left behind", d.Name())
		content, err := os.ReadFile(path)
		search(t, content)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// deleted gives paths to the files without a name that a process has open.
func deleted(t *testing.T, pid int, folder string) []string {
	t.Helper()
	fds := fmt.Sprintf("/proc/%d/fd", pid)
	entries, err := os.ReadDir(fds)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, entry := range entries {
		path := filepath.Join(fds, entry.Name())
		if target, err := os.Readlink(path); err == nil && strings.HasPrefix(target, folder) && strings.HasSuffix(target, "(deleted)") {
			paths = append(paths, path)
		}
	}
	return paths
}

func search(t *testing.T, content []byte) {
	t.Helper()
	for word := range strings.FieldsSeq(canary) {
		if bytes.Contains(content, []byte(word)) {
			t.Errorf("the file holds %q", word)
		}
	}
}

// Where a file's name cannot be taken away, what stays is encrypted too and is
// taken away when the store is closed.
func TestNamedFile(t *testing.T) {
	s := New(0, t.TempDir())
	if _, _, err := s.Append([]byte(canary)); err != nil {
		t.Fatal(err)
	}
	if info, err := s.file.Stat(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	dropped := false
	s.drop = func() error { dropped = true; return nil }
	if err := s.Close(); err != nil || !dropped {
		t.Error("the name was not taken away", err)
	}
}
