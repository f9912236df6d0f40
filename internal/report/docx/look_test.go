package docx

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var lookInto = flag.String("look", "", "folder to write letters into, to be looked at")

// TestLook writes letters to look at.
//
//	go test ./internal/report/docx -run TestLook -look /tmp/look
//	soffice --headless --convert-to pdf --outdir /tmp/look /tmp/look/ilacs.docx
//	pdftoppm -r 80 -png /tmp/look/ilacs.pdf /tmp/look/ilacs
func TestLook(t *testing.T) {
	if *lookInto == "" {
		t.Skip("run with -look FOLDER")
	}
	for name, l := range letters(t) {
		if err := os.WriteFile(filepath.Join(*lookInto, name+".docx"), build(t, l, Options{}), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
