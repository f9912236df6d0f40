package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// DefaultMarking is the protective marking of a page that names none.
const DefaultMarking = "OFFICIAL-SENSITIVE: personal data about children"

// Options are what a run may choose about its page.
type Options struct {
	Marking string          // protective marking, on the page and on every printed sheet; empty for DefaultMarking
	Profile *letter.Profile // the letter's, to print its thresholds under Method; may be nil
}

//go:embed templates/*.gohtml
var templates embed.FS

//go:embed style.css
var style string

// Write writes the page of an audit. The letter supplies classes and the areas for
// development; without one every criterion is unclassed. Writing the same audit
// again gives the same bytes.
func Write(w io.Writer, a *audit.Audit, l *letter.Letter, opts Options) error {
	if l == nil {
		l = &letter.Letter{}
	}
	if opts.Marking == "" {
		opts.Marking = DefaultMarking
	}
	b, err := newBuilder(a, l, opts)
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	set, err := template.ParseFS(templates, "templates/*.gohtml")
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	var text bytes.Buffer
	if err := set.ExecuteTemplate(&text, "page.gohtml", b.view()); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	if _, err := w.Write(bytes.Map(visible, text.Bytes())); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	return nil
}

// view is everything that the templates show.
type view struct {
	Title, Marking, Notice, Program string

	Policy string // the content security policy
	Style  template.CSS

	Contents    []link
	Headline    headline
	Letter      letterPart
	Development development
	Areas       areas
	Teams       teams
	Groups      []group
	Children    children
	Gaps        gaps
	Quality     quality
	Method      method
}

func (b *builder) view() view {
	a := b.audit
	p := view{
		Title: b.title(), Marking: b.opts.Marking, Notice: b.letter.Notice, Program: a.Program,
		Policy: policy(), Style: template.CSS(style),
		Contents: []link{
			{"Headline", "headline"}, {"Letter", "letter"}, {"Areas for development", "development"}, {"Criteria by area", "criteria"},
			{"Teams", "teams"}, {"Groups of children", "groups"}, {"Children", "children"}, {"What could not be judged", "not-judged"},
			{"Data quality", "quality"}, {"Method", "method"},
		},
	}
	p.Headline, p.Letter, p.Development = b.headline(), b.letterPart(), b.development()
	p.Areas, p.Teams, p.Groups, p.Children = b.areas(), b.teams(), b.groups(), b.children
	p.Gaps, p.Quality, p.Method = b.gaps(), b.quality(), b.method()
	return p
}

// policy lets the browser use the page's own style and the icon that stands in
// it, and nothing else.
func policy() string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}

func (b *builder) title() string {
	title := "Case audit to " + longDate(b.audit.AsAt)
	if b.audit.Council != "" {
		title = b.audit.Council + ": case audit to " + longDate(b.audit.AsAt)
	}
	return title
}
