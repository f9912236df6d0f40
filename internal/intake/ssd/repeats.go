package ssd

import (
	"encoding/binary"
	"slices"

	"github.com/caseaudit/caseaudit/internal/table"
)

// repeats finds the rows of one table that repeat another exactly.
//
// A set of all rows would be the largest thing that the survey holds. A row that
// repeats another belongs to the same case, though, whose rows are kept anyway by
// their places, with four bytes of a hash where there would be a gap. Where the
// bytes agree the earlier row is read again and compared, so that nothing rests on
// chance. Only rows that no case keeps, because they are refused or belong to none,
// stand in a set.
type repeats struct {
	source *source
	at     int32         // of the source among the sources
	once   map[hash]bool // rows that no case keeps
	// crowded are the rows of cases that have so many in this table that looking
	// through their places would take long.
	crowded map[int]map[hash]bool
}

// crowd is how many rows of one case are looked through one by one.
const crowd = 512

func newRepeats(s *source, at int) *repeats {
	return &repeats{source: s, at: int32(at), once: map[hash]bool{}, crowded: map[int]map[hash]bool{}}
}

// short is the part of a hash that is kept with a row's place.
func (h hash) short() uint32 { return binary.LittleEndian.Uint32(h[:4]) }

// again reports whether a row was met before; owner is the case it belongs to, or
// negative.
func (r *repeats) again(h hash, row table.Row, owner int, people []*caseRows) (bool, error) {
	if r.once[h] {
		return true, nil
	}
	if owner < 0 {
		return false, nil
	}
	if set := r.crowded[owner]; set != nil {
		return set[h], nil
	}
	refs := people[owner].refs
	seen := 0
	for i := len(refs) - 1; i >= 0 && refs[i].source == r.at; i-- {
		seen++
		if refs[i].short != h.short() {
			continue
		}
		cells, err := r.source.file.RowAt(refs[i].offset, int(refs[i].length))
		if err != nil {
			return false, err
		}
		if slices.Equal(cells, row.Cells) {
			return true, nil
		}
	}
	if seen < crowd {
		return false, nil
	}
	return false, r.gather(owner, refs[len(refs)-seen:])
}

// gather makes the set of a case's rows.
func (r *repeats) gather(owner int, refs []ref) error {
	set := make(map[hash]bool, 2*len(refs))
	for _, ref := range refs {
		cells, err := r.source.file.RowAt(ref.offset, int(ref.length))
		if err != nil {
			return err
		}
		set[hashOf(cells...)] = true
	}
	r.crowded[owner] = set
	return nil
}

// met remembers a row; kept is the case that keeps its place and would be told by
// the same row again, or negative.
func (r *repeats) met(h hash, kept int) {
	if kept < 0 {
		r.once[h] = true
	} else if set := r.crowded[kept]; set != nil {
		set[h] = true
	}
}
