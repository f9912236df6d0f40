package cin

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// Format is how a survey names this format.
const Format = "cin-census"

// Root is the name of the root element; other returns have it too, so a file is
// a census when it also holds Details, or says Collection CIN.
const (
	Root    = "Message"
	Details = "CINdetails"
)

type export struct{ census shape }

// New makes an export of a census file; ignored gives the reason why each other
// file of its folder is left alone.
func New(d *casefile.Dictionary, path string, ignored map[string]string) casefile.Export {
	e := &export{census: census()}
	return &returns.Stream{Dictionary: d, Format: Format, Ignored: ignored, Supply: e.supply, Readers: []returns.Reader{&returns.XML{
		Path:    path,
		Entity:  "children",
		IsChild: func(path string) bool { return path == "Message/Children/Child" },
		Outside: func(path string) bool {
			return path == Root || path == "Message/Children" || path == "Message/Header" || strings.HasPrefix(path, "Message/Header/")
		},
		Text:     func(path string) bool { return strings.Count(path, "/") == 3 },
		FillNode: e.fill,
	}}}
}

func fields(list string) []string { return strings.Fields(list) }

func below(path, name string) string { return strings.TrimPrefix(path+"/"+name, "/") }
