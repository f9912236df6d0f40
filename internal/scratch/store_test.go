package scratch

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

type place struct {
	offset int64
	length int
}

// Whatever is appended is read again as it was, from memory, from the file and
// from what has not been written to it yet.
func TestStore(t *testing.T) {
	folder := t.TempDir()
	s := New(page+100_000, folder)
	defer s.Close()
	random := rand.New(rand.NewPCG(1, 2))
	var places []place
	var records [][]byte
	for range 5000 {
		record := make([]byte, random.IntN(1000))
		for i := range record {
			record[i] = byte(random.Uint32())
		}
		offset, length, err := s.Append(record)
		if err != nil {
			t.Fatal(err)
		}
		places, records = append(places, place{offset, length}), append(records, record)
	}
	if s.filed == 0 || len(s.tail) == 0 || len(s.pages) == 0 {
		t.Fatal("not all three kinds of place were used")
	}
	for i, p := range places {
		got, err := s.ReadAt(p.offset, p.length)
		if err != nil || !bytes.Equal(got, records[i]) {
			t.Fatalf("record %d: %v", i, err)
		}
	}
	for _, p := range []place{{-1, 4}, {0, -1}, {places[4999].offset, places[4999].length + 1}, {1 << 62, 1 << 20}, {places[4998].offset + 1, 100}, {s.base - 2, 40}, {int64(len(s.pages[0])) - 2, 3}} {
		if got, err := s.ReadAt(p.offset, p.length); err == nil {
			t.Errorf("%+v gave %d bytes", p, len(got))
		}
	}
	if names, err := os.ReadDir(folder); err != nil || len(names) != 0 && os.PathSeparator == '/' {
		t.Errorf("the file still has a name: %v, %v", names, err)
	}
}

func TestNoFileBeforeItIsNeeded(t *testing.T) {
	s := New(10, filepath.Join(t.TempDir(), "none"))
	if _, _, err := s.Append([]byte("0123456789")); err != nil {
		t.Error(err)
	}
	_, _, err := s.Append([]byte("x"))
	if err == nil || strings.Contains(err.Error(), "none") {
		t.Errorf("got %v", err)
	}
	if _, _, err := s.Append(make([]byte, MaxRecord+1)); err == nil {
		t.Error("a record beyond the limit was kept")
	}
}

// A disk that gives back other bytes than it was given must not pass for rows.
func TestDamagedFile(t *testing.T) {
	s := New(0, t.TempDir())
	defer s.Close()
	var first place
	for i := range 300 {
		offset, length, err := s.Append(bytes.Repeat([]byte{byte(i)}, 1000))
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = place{offset, length}
		}
	}
	if _, err := s.file.WriteAt([]byte{0xff}, 500); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ReadAt(first.offset, first.length); err == nil || !strings.Contains(err.Error(), "check the disk") {
		t.Errorf("got %v", err)
	}
}

func TestClosed(t *testing.T) {
	s := New(0, t.TempDir())
	if _, _, err := s.Append([]byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, _, err := s.Append(nil); err == nil {
		t.Error("a closed store was written to")
	}
	if _, err := s.ReadAt(0, 1); err == nil {
		t.Error("a closed store was read")
	}
}

func TestTogether(t *testing.T) {
	s := New(1000, t.TempDir())
	defer s.Close()
	var group sync.WaitGroup
	for g := range 4 {
		group.Go(func() {
			for i := range 500 {
				record := fmt.Appendf(nil, "%d of %d", i, g)
				offset, length, err := s.Append(record)
				if err != nil {
					t.Error(err)
					return
				}
				if got, err := s.ReadAt(offset, length); err != nil || !bytes.Equal(got, record) {
					t.Errorf("%q, %v", got, err)
				}
			}
		})
	}
	group.Wait()
}

func TestRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.OneOf(rapid.Just(""), rapid.String()), 0, 40).Draw(t, "cells")
		record := AppendRow([]byte("before"), cells)[len("before"):]
		got, err := Row(record)
		if err != nil || len(got) != len(cells) || len(cells) > 0 && !cmp.Equal(got, cells) {
			t.Fatalf("%q, %v", got, err)
		}
	})
}

func TestRowIsCompact(t *testing.T) {
	cells := make([]string, 300)
	cells[0], cells[299] = "0012345", "x"
	if n := len(AppendRow(nil, cells)); n > 20 {
		t.Errorf("a row of two values takes %d bytes", n)
	}
}

// Any bytes are a row or an error, and never more cells than are stated.
func TestRowOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		record := rapid.SliceOfN(rapid.ByteRange(0, 255), 0, 40).Draw(t, "record")
		if cells, err := Row(record); err == nil && len(cells) > maxCells {
			t.Fatal(len(cells))
		}
	})
}
