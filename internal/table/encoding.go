package table

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/caseaudit/caseaudit/internal/table/handle"
)

// The encodings a file may have.
const (
	utf8Name   = "utf-8"
	windows    = "windows-1252"
	utf16leTag = "utf-16le"
	utf16beTag = "utf-16be"
)

// encoded is what a file's bytes tell of its encoding.
type encoded struct {
	encoding string
	bom      int64 // bytes of byte order mark
}

func (e encoded) wide() bool { return e.encoding == utf16leTag || e.encoding == utf16beTag }

// detect goes through all the bytes, because one accented name on the last line
// decides. A byte order mark settles it; NULs in a quarter of the bytes mean
// UTF-16, its order told by where they stand; valid UTF-8 is UTF-8; what is left
// is taken for Windows-1252, which every English council's desktop writes.
func detect(ctx context.Context, r io.Reader) (encoded, error) {
	var head []byte
	var size int64
	var nuls [2]int64 // at even and at odd places
	valid, carry := true, []byte(nil)
	buf := make([]byte, 256<<10)
	for {
		if err := ctx.Err(); err != nil {
			return encoded{}, err
		}
		n, err := r.Read(buf)
		chunk := buf[:n]
		if len(head) < 3 {
			head = append(head, chunk[:min(n, 3)]...)
		}
		for i := bytes.IndexByte(chunk, 0); i >= 0 && i < len(chunk); i++ {
			if chunk[i] == 0 {
				nuls[(size+int64(i))%2]++
			}
		}
		size += int64(n)
		if valid {
			valid, carry = validUTF8(carry, chunk)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return encoded{}, handle.Reason(err)
		}
	}
	switch {
	case strings.HasPrefix(string(head), "\xef\xbb\xbf"):
		return encoded{utf8Name, 3}, nil
	case strings.HasPrefix(string(head), "\xff\xfe"):
		return encoded{utf16leTag, 2}, nil
	case strings.HasPrefix(string(head), "\xfe\xff"):
		return encoded{utf16beTag, 2}, nil
	case size > 0 && (nuls[0]+nuls[1])*4 >= size && nuls[1] >= nuls[0]:
		return encoded{utf16leTag, 0}, nil
	case size > 0 && (nuls[0]+nuls[1])*4 >= size:
		return encoded{utf16beTag, 0}, nil
	case valid && len(carry) == 0:
		return encoded{utf8Name, 0}, nil
	}
	return encoded{windows, 0}, nil
}

// validUTF8 checks a chunk that may begin and end inside a character.
func validUTF8(carry, chunk []byte) (bool, []byte) {
	b := chunk
	if len(carry) > 0 {
		b = append(append([]byte(nil), carry...), chunk...)
	}
	for i := max(0, len(b)-utf8.UTFMax); i < len(b); i++ {
		if utf8.RuneStart(b[i]) && !utf8.FullRune(b[i:]) {
			return utf8.Valid(b[:i]), append([]byte(nil), b[i:]...)
		}
	}
	return utf8.Valid(b), nil
}

// toUTF8 reads a UTF-16 file whole. Halves of characters become U+FFFD.
func (e encoded) toUTF8(r io.Reader) ([]byte, error) {
	order := unicode.LittleEndian
	if e.encoding == utf16beTag {
		order = unicode.BigEndian
	}
	text, err := io.ReadAll(unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(r))
	if err != nil && e.bom == 0 {
		return nil, err
	}
	return text, err
}

// decode turns a cell's bytes into text and counts the characters that the
// encoding does not have, or that were lost before the file was written.
func (f *File) decode(cell []byte) (text string, replaced int) {
	switch {
	case f.Encoding == windows:
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(cell)
		if err != nil {
			decoded = []byte(strings.ToValidUTF8(string(cell), string(utf8.RuneError)))
		}
		text = string(decoded)
	case utf8.Valid(cell):
		text = string(cell)
	default:
		text = string([]rune(string(cell))) // each wrong byte becomes U+FFFD
	}
	return text, strings.Count(text, string(utf8.RuneError))
}
