package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"embed"
	"hash/crc32"
	"io"
	"time"
)

// part is one file of the package.
type part struct {
	name string
	text string
}

//go:embed parts
var fixed embed.FS

// fixedParts are the parts that are the same in every letter, the list of all
// kinds first, where programs look for it.
func fixedParts() ([]part, error) {
	var parts []part
	for _, p := range []struct{ name, file string }{
		{"[Content_Types].xml", "content_types.xml"},
		{"_rels/.rels", "rels.xml"},
		{"word/_rels/document.xml.rels", "document_rels.xml"},
		{"word/styles.xml", "styles.xml"},
		{"word/settings.xml", "settings.xml"},
	} {
		text, err := fixed.ReadFile("parts/" + p.file)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{p.name, string(text)})
	}
	return parts, nil
}

// writeArchive writes the parts in their order, all dated with the day the audit
// looks from: a date of the writing would differ from run to run.
func writeArchive(w io.Writer, parts []part, asAt string) error {
	const zip20 = 20
	year, month, day := 1980, time.January, 1 // the first day that a ZIP can hold
	if t, err := time.Parse(time.DateOnly, asAt); err == nil && t.Year() >= year {
		year, month, day = t.Date()
	}
	z := zip.NewWriter(w)
	for _, p := range parts {
		var packed bytes.Buffer
		deflate, err := flate.NewWriter(&packed, flate.DefaultCompression)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(deflate, p.text); err != nil {
			return err
		}
		if err := deflate.Close(); err != nil {
			return err
		}
		file, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, CreatorVersion: zip20, ReaderVersion: zip20,
			ModifiedDate: uint16(day + int(month)<<5 + (year-1980)<<9), CRC32: crc32.ChecksumIEEE([]byte(p.text)),
			CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(p.text)),
		})
		if err != nil {
			return err
		}
		if _, err := file.Write(packed.Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}
