package xlsx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// compound begins an OLE compound file: an encrypted workbook, or a workbook of
// before 2007.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// decrypt tells the two apart and decrypts the first kind. Nothing decrypted is
// written anywhere.
func (w *Workbook) decrypt(ctx context.Context, password []byte) error {
	size := w.file.Size()
	if size > w.limits.encrypted {
		return fmt.Errorf("the file has %d bytes and the limit for a workbook with a password is %d: take its password away, or split the export", size, w.limits.encrypted)
	}
	raw := make([]byte, size)
	if _, err := io.ReadFull(w.file.All(), raw); err != nil {
		return err
	}
	if !bytes.Contains(raw, wide("EncryptedPackage")) {
		if bytes.Contains(raw, wide("Workbook")) || bytes.Contains(raw, wide("Book")) {
			return fmt.Errorf("%w: it is a workbook of the old kind (.xls); open it in Excel and save it as Excel Workbook (.xlsx)", ErrKind)
		}
		return fmt.Errorf("%w: it is an old Office file; open it and save what it holds as Excel Workbook (.xlsx)", ErrKind)
	}
	if len(password) == 0 {
		return fmt.Errorf("%w: write the password into a file and give it with --password-file FILE", ErrPassword)
	}
	type result struct {
		plain []byte
		err   error
	}
	// The decryption cannot be told to stop, so that it is left behind instead.
	done := make(chan result, 1)
	go func() {
		plain, err := decrypted(raw, string(password))
		done <- result{plain, err}
	}()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case r := <-done:
		if r.err != nil || !bytes.HasPrefix(r.plain, []byte("PK")) {
			return fmt.Errorf("%w, which the given password does not open: check the file given with --password-file, or the workbook is damaged", ErrPassword)
		}
		w.memory, w.Encrypted = r.plain, true
		return nil
	}
}

// decrypted hands the file to excelize, which knows both of Office's ways to
// encrypt. A damaged file must not end the program.
func decrypted(raw []byte, password string) (plain []byte, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the encrypted file is damaged")
		}
	}()
	return excelize.Decrypt(raw, &excelize.Options{Password: password})
}

// wide gives a name as a compound file's directory holds it.
func wide(name string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(name)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return b
}
