package letter

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// prompt stands over the questions of every blank.
const prompt = "To be written by the QA lead:"

// blanks are the profile's headings, with the areas' titles from the catalogue.
func (p *Profile) blanks(cat *criteria.Catalogue) Blanks {
	titles := map[string]string{}
	for _, area := range cat.Areas {
		titles[area.Name] = area.Title
	}
	b := Blanks{Heading: p.Blanks.Heading, Intro: p.Blanks.Intro}
	for i, t := range p.Blanks.Topics {
		b.Items = append(b.Items, Blank{
			Ref: fmt.Sprintf("BL-%02d", i+1), Heading: t.Heading, Area: titles[t.Area], Prompt: prompt,
			Questions: t.Ask, Forms: t.Forms, Findings: t.Findings,
		})
	}
	return b
}
