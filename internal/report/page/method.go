package page

import (
	"cmp"
	"fmt"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// method is how the audit was made, what was in force and what it cannot say:
// enough to repeat it and get the same result.
type method struct {
	Run       []term
	Inputs    []inputRow
	Ignored   []string
	Left      string // files left aside that are not listed
	Settings  []settingRow
	Waivers   []waiverRow
	Reckoning []term
	Classes   []classRow
	Levels    []classRow
	Footings  []term
	Profile   []term
	Limits    []term
}

type inputRow struct{ Name, Entity, Rows, Read, Duplicates, Refused, Form, SHA256 string }

type settingRow struct{ Title, Name, Value, Footing, Source, By string }

// waiverRow is an accepted exception and what became of it.
type waiverRow struct{ Criterion, For, Reason, Approver, Expires, State, Where string }

type classRow struct {
	Chip    chip
	Meaning string
}

func (b *builder) method() method {
	m := method{
		Run: b.runTerms(), Reckoning: reckoningTerms(), Profile: profileTerms(b.letter, b.opts.Profile), Limits: limitTerms(),
		Classes: classRows(), Levels: levelRows(), Footings: footingTerms(),
	}
	if s := b.audit.Survey; s != nil {
		for _, in := range s.Inputs {
			m.Inputs = append(m.Inputs, inputRowOf(in))
		}
		ignored, left := first(s.Ignored, perKind)
		m.Ignored, m.Left = ignored, leftOut(left, allSheets)
	}
	for _, s := range b.audit.Settings {
		by := "default"
		if s.Council {
			by = "set by the council"
		}
		m.Settings = append(m.Settings, settingRow{s.Title, s.Name, s.Value, capital(s.Footing), s.Source, by})
	}
	for _, w := range b.audit.Waivers {
		m.Waivers = append(m.Waivers, waiverRow{w.Criterion, waivedFor(w), w.Reason, w.Approver, shortDate(w.Expires), waiverState(w), w.Where})
	}
	return m
}

func waivedFor(w audit.Waiver) string {
	switch {
	case w.Team != "":
		return "Team " + w.Team
	case w.Item != "":
		return "Case " + w.CaseID + ", item " + w.Item
	}
	return "Case " + w.CaseID
}

func waiverState(w audit.Waiver) string {
	switch {
	case w.Expired:
		return "Expired: " + plural(w.Findings, "finding stands", "findings stand")
	case w.Findings == 0:
		return "Matches no finding"
	}
	return "In force: accepts " + plural(w.Findings, "finding", "findings")
}

func (b *builder) runTerms() []term {
	a := b.audit
	stated := "not stated: it is the newest event in the export"
	if a.AsAtStated {
		stated = "stated by whoever ran the audit"
	}
	list := []term{
		{"Council", cmp.Or(a.Council, "Not named in the settings")},
		{"Date it looks from", shortDate(a.AsAt) + ", " + stated + ". Nothing is judged by today's date."},
		{"Audit period", shortDate(a.From) + " to " + shortDate(a.AsAt) + ", both days included"},
		{"Sample", "None: every readable case was judged by every criterion that applies to it, " + plural(a.Records, "case", "cases")},
		{"Program", a.Program},
		{"Policies", fmt.Sprintf("%d criteria. SHA-256 of the policies with their data and settings: %s", len(a.Summary.Criteria), a.Policies)},
	}
	if a.Survey != nil {
		list = append(list, term{"Export", a.Survey.Format + ": " + b.rowsInWords()})
	}
	return list
}

func inputRowOf(in casefile.Input) inputRow {
	row := inputRow{
		Name: in.Name, Entity: in.Entity, Rows: thousands(in.Rows), Read: thousands(in.Read), Duplicates: thousands(in.Duplicates),
		Refused: thousands(in.Refused), Form: in.Encoding, SHA256: in.SHA256,
	}
	if in.Sheet != "" {
		row.Name += ", " + in.Sheet
	}
	if in.Delimiter != "" {
		row.Form += ", " + delimiterWords(in.Delimiter)
	}
	return row
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

func reckoningTerms() []term {
	return []term{
		{"Audited item", "An assessment, a visit, a plan or the case as a whole, when it falls under the criterion and in the period. An item that is not due, or does not fall under it, is not audited: it is no pass and in no figure."},
		{"Share met", "Met ÷ (met + not met), of items, not of children. A share that is not all is never printed as 100%, and one that is not none never as 0%."},
		{"95% interval", "Wilson, 1927: where the share would likely lie if chance alone moved these items. With few items it is wide: read it before comparing teams."},
		{"Days over", "Calendar days past the due date, to the day it was done; to the audit date when it was not. Time limits in working days leave out weekends and bank holidays of England and Wales; the due date shown is already worked out."},
		{"Finding", "The id of a finding is made of criterion, case and item: the same from month to month."},
		{"Measure", "A criterion that is judged on its rate alone. Its items count in every share but are nobody's findings."},
		{"Shades of the heat map", "The darker, the lower: they change at 50%, 75% and 90%. “few”: under 5 audited, where one case would move the share by more than 20 points. A dash: none audited."},
	}
}

// profileTerms say which share earns which class.
func profileTerms(l *letter.Letter, p *letter.Profile) []term {
	list := []term{{"Letter profile", cmp.Or(l.Profile, "None") + ". The thresholds are local choices of whoever wrote it, not an inspectorate's."}}
	if p == nil {
		return list
	}
	list = append(list, term{"Too few to say", fmt.Sprintf("Under %d audited items. Each finding still stands under Children.", p.MinimumItems)})
	for _, level := range []criteria.Level{criteria.Priority, criteria.Development, criteria.Advisory} {
		words := ""
		for i, band := range p.Levels[level] {
			if i > 0 {
				words += "; "
			}
			words += fmt.Sprintf("%s from %d%% met", band.Class.Words(), band.AtLeast)
		}
		if words != "" {
			list = append(list, term{"Criteria of " + string(level) + " level", words})
		}
	}
	return list
}

func limitTerms() []term {
	return []term{
		{"Quality", "Rules see whether something was recorded, when and by whom. Whether an assessment is good, a plan right for the child, or a child safe, only a person who reads the record can say."},
		{"What is not in the export", "Work that was done and not recorded, or recorded in documents that are not exported, shows as not met. A finding is a reason to look at the record, not proof that nothing was done."},
		{"What could not be judged", "Not a pass. Criteria that the export lacks fields for are in no share and no class."},
	}
}

func classRows() []classRow {
	return []classRow{
		{classChip(letter.Strength), "The share met reaches the profile's highest threshold for criteria of this level."},
		{classChip(letter.Satisfactory), "The share met is satisfactory by the profile's thresholds."},
		{classChip(letter.Development), "The share met falls short."},
		{classChip(letter.Priority), "The share met falls far short where a child may be unsafe."},
		{classChip(letter.TooFew), "Fewer items than the profile's minimum were audited, however they came out."},
		{classChip(letter.NotAssessable), "The export lacks what the criterion needs, or its policy failed. Not a pass."},
		{classChip(letter.NoneAudited), "The criterion could have been judged; no item fell under it."},
	}
}

func levelRows() []classRow {
	return []classRow{
		{levelChip(criteria.Priority), "A child may be unsafe."},
		{levelChip(criteria.Development), "Practice falls short."},
		{levelChip(criteria.Advisory), "Good to know."},
	}
}

func footingTerms() []term {
	return []term{
		{"Law", "An Act or regulations ask for it."},
		{"Statutory guidance", "Guidance that councils must follow unless there is good reason asks for it."},
		{"Local standard", "The council's own standard. Never law; the council sets the limit."},
		{"Asked for by inspectors", "An inspector asked for it in a letter."},
	}
}
