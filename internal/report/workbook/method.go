package workbook

import (
	"cmp"
	"fmt"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// fact is a row of Method.
type fact struct{ section, item, value, detail string }

func methodColumns() []column {
	return []column{{header: "Section", width: 28}, {header: "Item", width: 44}, {header: "Value", width: 36}, {header: "Detail", width: 76}}
}

// writeMethod writes how the audit was made, and below it the figures that the
// charts of Summary draw.
func writeMethod(b *book) error {
	facts, figures := b.facts(), b.figures()
	p := page{sheet: sheetMethod, title: "Method", intro: "How this audit was made, what was in force, and what it cannot say: enough to repeat it and get the same result."}
	if err := b.setUp(p); err != nil {
		return err
	}
	if err := b.setWidths(p.sheet, methodColumns()); err != nil {
		return err
	}
	if err := b.printTitles(p.sheet); err != nil {
		return err
	}
	g := &sheetGrid{b, p.sheet}
	if err := b.top(g, p); err != nil {
		return err
	}
	err := b.writeRows(g, headerRow, table{
		name: "Method", columns: methodColumns(), rows: len(facts),
		row: func(i int) []cell {
			f := facts[i]
			return []cell{bold(f.section), text(f.item), text(f.value), text(f.detail)}
		},
	})
	if err != nil {
		return err
	}
	return b.writeRows(g, b.figuresHeader(), table{
		name: "ChartFigures", rows: len(figures), none: "None",
		columns: []column{{header: "Figures behind the charts", width: 28}, {header: "Label", width: 44}, {header: "Share", width: 36, right: true}, {header: "Stands for", width: 76}},
		row: func(i int) []cell {
			f := figures[i]
			share := cell{value: f.share, style: percentStyle}
			if roundsAway(f.share) {
				share.style = fineStyle
			}
			return []cell{words(f.chart), bold(f.label), share, words(f.about)}
		},
	})
}

// figuresHeader is the row of the header of the charts' figures: two rows below
// the end of the facts.
func (b *book) figuresHeader() int { return headerRow + len(b.facts()) + 3 }

// facts is everything that Method says, in its order.
func (b *book) facts() []fact {
	list := b.runFacts()
	if s := b.audit.Survey; s != nil {
		for _, in := range s.Inputs {
			list = append(list, inputFact(in))
		}
	}
	list = append(list, reckoningFacts()...)
	list = append(list, classFacts(b.letter, b.opts.Profile)...)
	list = append(list, limitFacts()...)
	for _, s := range b.audit.Settings {
		by := "default"
		if s.Council {
			by = "set by the council"
		}
		detail := capital(s.Footing) + ", " + by
		if s.Source != "" {
			detail += ". " + s.Source
		}
		list = append(list, fact{"Setting in force", fmt.Sprintf("%s (%s)", s.Title, s.Name), s.Value, detail})
	}
	return list
}

func (b *book) runFacts() []fact {
	a := b.audit
	stated := "Not stated: it is the newest event in the export."
	if a.AsAtStated {
		stated = "Stated by whoever ran the audit."
	}
	list := []fact{
		{"This audit", "Council", cmp.Or(a.Council, "Not named in the settings"), ""},
		{"This audit", "Date it looks from", shortDate(a.AsAt), stated + " Nothing is judged by today's date."},
		{"This audit", "Audit period", shortDate(a.From) + " to " + shortDate(a.AsAt), "Both days included."},
		{"This audit", "Sample", "None: every record", "Every readable case was judged by every criterion that applies to it: " + plural(a.Records, "case", "cases") + "."},
		{"This audit", "Run", b.opts.RunID, "The same input, policies and settings give the same workbook, byte for byte."},
		{"This audit", "Program", a.Program, ""},
		{"This audit", "Policies", fmt.Sprintf("%d criteria", len(a.Summary.Criteria)), "SHA-256 of the policies with their data and settings: " + a.Policies},
	}
	if a.Survey != nil {
		list = append(list,
			fact{"This audit", "Format of the export", a.Survey.Format, ""},
			fact{"This audit", "Rows", b.rowCount(), "Rows in the files = rows read + exact repeats + rows refused."})
	}
	return list
}

func (b *book) rowCount() string {
	rows, read, duplicates, refused := b.audit.Survey.Rows()
	return fmt.Sprintf("%s = %s + %s + %s", thousands(rows), thousands(read), thousands(duplicates), thousands(refused))
}

func inputFact(in casefile.Input) fact {
	detail := "SHA-256: " + in.SHA256
	if in.Encoding != "" {
		detail += "\nEncoding " + in.Encoding
		if in.Delimiter != "" {
			detail += ", values separated by " + delimiterWords(in.Delimiter)
		}
	}
	value := plural(in.Rows, "row", "rows") + ": " + thousands(in.Read) + " read, " + plural(in.Duplicates, "repeat", "repeats") + ", " + thousands(in.Refused) + " refused"
	return fact{"Input", in.Page() + " (" + in.Entity + ")", value, detail}
}

func delimiterWords(d string) string {
	switch d {
	case ",":
		return "commas"
	case ";":
		return "semicolons"
	case "tab", "\t":
		return "tabs"
	case "|":
		return "bars"
	}
	return d
}

func reckoningFacts() []fact {
	const s = "How figures are worked out"
	return []fact{
		{s, "Audited item", "Met or not met", "What is counted: an assessment, a visit, a plan or the case as a whole, when it falls under the criterion and in the period. An item that is not due, or does not fall under it, is not audited: it is no pass and in no figure."},
		{s, "Met %", "Met ÷ (met + not met)", "Shares are of items, not of children. A share that is not all is never printed as 100%, and one that is not none never as 0%."},
		{s, "95% interval", "Wilson, 1927", "Where the share would likely lie if chance alone moved these items. With few items it is wide: read it before comparing teams."},
		{s, "Days over", "Calendar days past the due date", "To the day it was done; to the audit date when it was not. Time limits in working days leave out weekends and bank holidays of England and Wales; the due date shown is already worked out."},
		{s, "Finding id", "Criterion, case and item", "The same from month to month for the same item, so that what was put right can be told from what is new."},
		{s, "Measure", "No findings", "A criterion that is judged on its rate alone. Its items count in every share but are nobody's findings."},
	}
}

// classFacts says which share earns which class.
func classFacts(l *letter.Letter, p *letter.Profile) []fact {
	const s = "How classes are given"
	list := []fact{{s, "Letter profile", cmp.Or(l.Profile, "None"), "The thresholds are the profile's: local choices of whoever wrote it, not an inspectorate's. " + l.Notice}}
	if p == nil {
		return list
	}
	list = append(list, fact{s, "Too few to say", fmt.Sprintf("Under %d audited items", p.MinimumItems), "Each finding still stands on Findings."})
	for _, level := range []criteria.Level{criteria.Priority, criteria.Development, criteria.Advisory} {
		words := ""
		for i, band := range p.Levels[level] {
			if i > 0 {
				words += "; "
			}
			words += fmt.Sprintf("%s from %d%% met", band.Class.Words(), band.AtLeast)
		}
		if words != "" {
			list = append(list, fact{s, "Criteria of " + string(level) + " level", "First that the share reaches", words})
		}
	}
	return list
}

func limitFacts() []fact {
	const s = "What rules cannot judge"
	return []fact{
		{s, "Quality", "Needs a reader", "Rules see whether something was recorded, when and by whom. Whether an assessment is good, a plan right for the child, or a child safe, only a person who reads the record can say."},
		{s, "What is not in the export", "Not known", "Work that was done and not recorded, or recorded in documents that are not exported, shows as not met. A finding is a reason to look at the record, not proof that nothing was done."},
		{s, "What could not be judged", "Not a pass", "Criteria that the export lacks fields for are listed on Data quality. They are in no share and no class."},
		{s, "Small teams", "Under 5 audited: “few”", "One case would move the share by more than 20 points."},
	}
}
