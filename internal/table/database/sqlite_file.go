package database

import (
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// sqliteFile is a file that begins as an SQLite database does.
type sqliteFile struct {
	path string
	url  string
	// alone says that the database keeps a write-ahead log and that none stands
	// beside it: nobody writes to it. SQLite would make the log's files even to
	// read, and leave them behind, so such a file is read as one that does not
	// change, and looked at again to see that it did not.
	alone   bool
	size    int64
	changed time.Time
}

const sqliteHead = "SQLite format 3\x00"

// checkSQLite says what a path is that is no SQLite file. An empty file is one
// without tables.
func checkSQLite(path string) (*sqliteFile, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, say("no such file")
	case err != nil:
		return nil, say("the file cannot be opened: %v", plain(err))
	case info.IsDir():
		return nil, say("it is a folder: name the database's file in it")
	case !info.Mode().IsRegular():
		return nil, say("it is not a regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, say("the file cannot be opened: %v", plain(err))
	}
	defer f.Close()
	head := make([]byte, 20)
	n, err := io.ReadFull(f, head)
	switch {
	case n > 0 && !strings.HasPrefix(string(head), sqliteHead):
		return nil, say("it is no SQLite database, or an encrypted one")
	case err != nil && !errors.Is(err, io.EOF):
		return nil, say("the file is cut short")
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, say("the file cannot be opened: %v", plain(err))
	}
	log, err := os.Stat(full + "-wal")
	return &sqliteFile{path: full, url: "file:///" + strings.TrimPrefix((&url.URL{Path: filepath.ToSlash(full)}).EscapedPath(), "/"),
		alone: head[18] == 2 && (err != nil || log.Size() == 0), size: info.Size(), changed: info.ModTime()}, nil
}

// unchanged fails when a file that was read as one that does not change did.
func (f *sqliteFile) unchanged() error {
	if !f.alone {
		return nil
	}
	info, err := os.Stat(f.path)
	if err != nil || info.Size() != f.size || !info.ModTime().Equal(f.changed) {
		return say("the file was changed while it was read: run the audit again when nobody writes to it")
	}
	return nil
}

// plain drops the path from a file error: the name has been said.
func plain(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
