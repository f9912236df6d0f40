package criteria_test

import (
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

func TestThemesStandByID(t *testing.T) {
	themes, err := mustLoad(t, traced(t, change{"themes/data.yaml", "OFS-checks:", "OFS-boards: {title: Boards, words: [board], none: No record holds it}\nOFS-checks:"})).Themes()
	if err != nil {
		t.Fatal(err)
	}
	if len(themes) != 2 || themes[0].ID != "OFS-boards" || themes[0].None != "No record holds it" || themes[1].Title != "Checks of staff" || themes[1].By[0] != "WF-01" {
		t.Errorf("got %+v", themes)
	}
}

func TestNoThemesAtAll(t *testing.T) {
	themes, err := mustLoad(t, changed(t)).Themes()
	if err != nil || len(themes) != 0 {
		t.Errorf("got %v, %v", themes, err)
	}
}

func TestThemesRefuseAFieldTheyDoNotKnow(t *testing.T) {
	catalogue := mustLoad(t, traced(t, change{"themes/data.yaml", "words:", "word:"}))
	if _, err := catalogue.Themes(); err == nil || !strings.Contains(err.Error(), `themes/data.yaml: json: unknown field "word"`) {
		t.Errorf("got %v", err)
	}
	if err := catalogue.Trace(); err == nil {
		t.Error("it traces")
	}
}

func TestAThemeIncludesWhatItsWordsSay(t *testing.T) {
	for _, test := range []struct {
		words, text string
		want        bool
	}{
		{"supervis", "The quality of Supervision.", true},
		{"vision", "The quality of supervision.", false}, // the end of a word, not its beginning
		{"return home interview", "Timely return-home interviews", true},
		{"return interview", "return home interviews", false}, // the words do not follow each other
		{"childrens views", "children’s views", true},
		{"childrens views", "children's views", true},
		{"16 & homeless", "Homeless 16- and 17-year-olds", true},
		{"16 & homeless", "homeless care leavers", false},
		{"over optimism", "over- optimism", true},
		{"visits to children", "visits to", false},
		{"", "anything", false},
		{"plans & ", "plans", false},
		{"plans", "", false},
	} {
		theme := criteria.Theme{Words: []string{"nothing like it", test.words}}
		if got := theme.Includes(test.text); got != test.want {
			t.Errorf("%q in %q: got %t", test.words, test.text, got)
		}
	}
}
