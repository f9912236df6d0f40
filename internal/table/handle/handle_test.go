package handle

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(path, []byte("0123456789"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := io.ReadAll(f.All()); string(all) != "0123456789" || err != nil || f.Size() != 10 || f.Name() != "a.csv" {
		t.Errorf("%q, %v", all, err)
	}
	for range 2 {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	b := make([]byte, 3)
	if _, err := f.ReadAt(b, 0); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a closed file was read: %v", err)
	}
	for range 2 {
		if err := f.Reopen(); err != nil {
			t.Error(err)
		}
	}
	if _, err := f.ReadAt(b, 4); string(b) != "456" || err != nil {
		t.Errorf("%q, %v", b, err)
	}
	for _, c := range []struct {
		name   string
		change func() error
	}{
		{"later", func() error { return os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)) }},
		{"longer", func() error { return os.WriteFile(path, []byte("0123456789A"), 0o600) }},
		{"gone", func() error { return os.Remove(path) }},
		{"a folder", func() error { return os.Mkdir(path, 0o700) }},
	} {
		if err := c.change(); err != nil {
			t.Fatal(c.name, err)
		}
		for what, err := range map[string]error{"unchanged": f.Unchanged(), "reopened": f.Reopen()} {
			if err == nil || strings.Contains(err.Error(), dir) {
				t.Errorf("%s, %s: %v", c.name, what, err)
			}
		}
	}
	_ = f.Close()
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{dir, filepath.Join(dir, "none")} {
		if f, err := Open(path); err == nil || f != nil || strings.Contains(err.Error(), dir) {
			t.Errorf("%v, %v", f, err)
		}
	}
}
