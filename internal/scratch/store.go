package scratch

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"sync"
)

// MaxRecord is the limit on the bytes of one record.
const MaxRecord = 64 << 20

// page is how much memory is taken at a time. A record in memory stands in one.
const page = 1 << 20

// buffered is how much is collected before it is written to the file.
const buffered = 256 << 10

var (
	errClosed = errors.New("scratch: the store is closed")
	errPlace  = errors.New("scratch: no record stands there")
)

// Store keeps records and gives each back by its place. It may be used by
// several goroutines at once. One that is forgotten is cleared away with its file
// when nothing refers to it any more.
type Store struct {
	limit  int    // bytes kept in memory
	folder string // of the file

	mu     sync.Mutex
	pages  [][]byte // records as they are; that of offset o stands in page o / page
	file   *os.File
	drop   func() error // takes the file's name away, when that could not be done at once
	seal   cipher.AEAD
	base   int64  // the offset at which the file begins
	filed  int64  // bytes in the file
	tail   []byte // sealed, not yet in the file
	closed bool
}

// New makes an empty store that keeps limit bytes in memory and the rest in a
// file in folder; "" is the system's folder for temporary files. No file is made
// before it is needed.
func New(limit int, folder string) *Store {
	return &Store{limit: limit, folder: folder}
}

// Append keeps a record and gives its place. The record is copied.
func (s *Store) Append(record []byte) (offset int64, length int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return 0, 0, errClosed
	case len(record) > MaxRecord:
		return 0, 0, fmt.Errorf("scratch: a record of %d bytes, and the limit is %d", len(record), MaxRecord)
	}
	if s.seal == nil {
		if offset, ok := s.remember(record); ok {
			return offset, len(record), nil
		}
		if err := s.toFile(); err != nil {
			return 0, 0, err
		}
	}
	at := s.filed + int64(len(s.tail))
	from := len(s.tail)
	s.tail = slices.Grow(s.tail, len(record)+s.seal.Overhead()) // Seal would grow it by one record at a time
	s.tail = s.seal.Seal(s.tail, nonce(at), record, nil)
	length = len(s.tail) - from
	if len(s.tail) >= buffered {
		if err := s.flush(); err != nil {
			return 0, 0, err
		}
	}
	return s.base + at, length, nil
}

// remember keeps a record in memory, if there is room for it.
func (s *Store) remember(record []byte) (offset int64, ok bool) {
	last := len(s.pages) - 1
	if last < 0 || len(s.pages[last])+len(record) > cap(s.pages[last]) {
		size := min(page, s.limit-len(s.pages)*page)
		if len(record) > size {
			return 0, false
		}
		s.pages = append(s.pages, make([]byte, 0, size))
		last++
	}
	offset = int64(last)*page + int64(len(s.pages[last]))
	s.pages[last] = append(s.pages[last], record...)
	return offset, true
}

// remembered gives a record that is in memory.
func (s *Store) remembered(offset int64, length int) ([]byte, error) {
	number, at := int(offset/page), int(offset%page)
	if number >= len(s.pages) || at+length > len(s.pages[number]) {
		return nil, errPlace
	}
	return append([]byte(nil), s.pages[number][at:at+length]...), nil
}

// toFile begins the file. Its key is made here and stands nowhere else.
func (s *Store) toFile() error {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return fmt.Errorf("scratch: %w", err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return fmt.Errorf("scratch: %w", err)
	}
	seal, err := cipher.NewGCM(block)
	if err != nil {
		return fmt.Errorf("scratch: %w", err)
	}
	if s.file, s.drop, err = private(s.folder); err != nil {
		return fmt.Errorf("no file for temporary data could be made: %w", plain(err))
	}
	s.seal, s.base = seal, int64(len(s.pages))*page
	return nil
}

// nonce is a number used once with the key: a place in the file, which holds
// one record and is never written again.
func nonce(at int64) []byte {
	n := make([]byte, 12)
	binary.BigEndian.PutUint64(n[4:], uint64(at))
	return n
}

// flush writes what has been collected. A file that could not be written to its
// end is not used again.
func (s *Store) flush() error {
	if _, err := s.file.WriteAt(s.tail, s.filed); err != nil {
		s.release()
		return fmt.Errorf("the file for temporary data could not be written (%d bytes so far): %w; free some space", s.filed, plain(err))
	}
	s.filed += int64(len(s.tail))
	s.tail = s.tail[:0]
	return nil
}

// ReadAt gives the record that Append kept at this place. A record that does not
// read as it was written is an error.
func (s *Store) ReadAt(offset int64, length int) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return nil, errClosed
	case offset < 0 || length < 0 || length > MaxRecord+64 || offset > math.MaxInt64-int64(length):
		return nil, errPlace
	case s.seal == nil || offset < s.base:
		return s.remembered(offset, length)
	case offset-s.base+int64(length) > s.filed+int64(len(s.tail)) || length < s.seal.Overhead():
		return nil, errPlace
	}
	at := offset - s.base
	sealed := make([]byte, length)
	if at >= s.filed {
		copy(sealed, s.tail[at-s.filed:])
	} else if at+int64(length) > s.filed {
		return nil, errPlace // a record is written whole
	} else if _, err := s.file.ReadAt(sealed, at); err != nil {
		return nil, fmt.Errorf("the file for temporary data could not be read: %w", plain(err))
	}
	record, err := s.seal.Open(sealed[:0], nonce(at), sealed, nil)
	if err != nil {
		return nil, errors.New("the file for temporary data does not hold what was written to it: check the disk and run the audit again")
	}
	return record, nil
}

// Close forgets everything. The store cannot be used again.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.release()
}

func (s *Store) release() error {
	s.closed, s.pages, s.tail, s.seal = true, nil, nil, nil
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.file = nil
	if s.drop != nil {
		err = errors.Join(err, s.drop())
	}
	return err
}

// plain drops the path from a file error: it names a folder of this machine.
func plain(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
