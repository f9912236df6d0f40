package handbook_test

import (
	"strings"
	"testing"
)

func TestEveryPublishedPointHasATheme(t *testing.T) {
	_, book := shipped(t)
	texts, err := book.Unthemed()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		t.Errorf("no theme of themes/data.yaml has the words of: %s", text)
	}
}

// TestEveryFindingIsAnswered holds criteria and questions to what a theme names;
// here, that the page says it.
func TestEveryThemeStandsOnThePage(t *testing.T) {
	catalogue, book := shipped(t)
	themes, err := catalogue.Themes()
	if err != nil {
		t.Fatal(err)
	}
	page := pages(t, book)["coverage.md"]
	for _, theme := range themes {
		_, part, found := strings.Cut(page, `<a id="`+strings.ToLower(theme.ID)+"\"></a>\n\n### ")
		if !found {
			t.Errorf("%s has no part in coverage.md", theme.ID)
			continue
		}
		part, _, _ = strings.Cut(part, "<a id=")
		for _, id := range theme.By {
			if !strings.Contains(part, "["+id+"](criteria.md#") {
				t.Errorf("%s: the page does not name %s", theme.ID, id)
			}
		}
		for _, name := range theme.Form {
			if !strings.Contains(part, "traceability.md#form-"+name) {
				t.Errorf("%s: the page does not name the question %s", theme.ID, name)
			}
		}
		if !strings.Contains(part, theme.None) {
			t.Errorf("%s: the page does not say why nothing answers it", theme.ID)
		}
		if n := strings.Count(part, "\n> "); n == 0 || n > 3 {
			t.Errorf("%s: %d points are quoted, want one to three", theme.ID, n)
		}
	}
}
