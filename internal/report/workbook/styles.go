package workbook

import "github.com/xuri/excelize/v2"

const fontName = "Arial"

// The palette. Every pair of ink and paper in looks has a contrast of 4.5 or
// more, which a test works out.
const (
	white  = "FFFFFF"
	ink    = "1F2933"
	quiet  = "505A5F"
	navy   = "1D3557"
	blue   = "1D70B8"
	red    = "942514"
	grey   = "6F777B"
	line   = "D5DADF"
	mist   = "F1F4F8" // tiles
	yellow = "FFF7BF" // cells to fill in, nothing else
	bar    = "C5DCF2" // data bars
)

// style is the name of a look.
type style string

// The looks of cells.
const (
	titleStyle    style = "title"
	introStyle    style = "intro"
	backStyle     style = "back"
	markStyle     style = "marking"
	leadStyle     style = "lead"
	sectionStyle  style = "section"
	noteStyle     style = "note"
	lineStyle     style = "line"
	lineLinkStyle style = "line link"

	tileStyle        style = "tile number"
	tileLabelStyle   style = "tile label"
	tileShareStyle   style = "tile share"
	alarmStyle       style = "alarm number"
	alarmLabelStyle  style = "alarm label"
	headerStyle      style = "header"
	headerRightStyle style = "header right"

	textStyle        style = "text"        // untrusted, wrapped
	wordStyle        style = "words"       // ours, wrapped
	boldStyle        style = "bold"        // the row's own name
	idStyle          style = "id"          // untrusted, one line
	idLinkStyle      style = "id link"     //
	numberStyle      style = "number"      //
	numberLinkStyle  style = "number link" //
	percentStyle     style = "percent"
	fineStyle        style = "percent fine" // would round to 0 or 100 and is neither
	dateStyle        style = "date"
	timeStyle        style = "date and time"
	fewStyle         style = "few"
	boldIDStyle      style = "bold id"
	alertNumberStyle style = "alert number"
	inputStyle       style = "input"
	inputDateStyle   style = "input date"

	goodStyle  style = "good"
	fairStyle  style = "fair"
	warnStyle  style = "warn"
	alertStyle style = "alert"
	mutedStyle style = "muted"

	heatStyle style = "heat " // with the band's number: "heat 0" is the lowest
)

// look is what a style is made of.
type look struct {
	name                 style
	ink, paper           string
	size                 float64
	bold, under, wrap    bool
	horizontal, vertical string
	format               string
	edge                 string // colour of the line below
	edgeStyle, indent    int
	gap                  bool // a white line at the right
}

// The number formats.
const (
	asText    = "@"
	asNumber  = "#,##0"
	asPercent = "0%"
	asFine    = "0.0%"
	asDate    = "dd/mm/yyyy"
	asTime    = "dd/mm/yyyy hh:mm"
)

// looks is every style in the order of its number in the file, from 1.
func looks() []look {
	list := []look{
		{name: titleStyle, ink: navy, size: 20, bold: true, vertical: "center"},
		{name: introStyle, ink: quiet, size: 11, vertical: "center"},
		{name: backStyle, ink: blue, size: 11, under: true, vertical: "center"},
		{name: markStyle, ink: white, paper: red, size: 11, bold: true, vertical: "center", horizontal: "left", indent: 1},
		{name: leadStyle, ink: navy, size: 14, bold: true, wrap: true, vertical: "center"},
		{name: sectionStyle, ink: navy, size: 13, bold: true, vertical: "center", edge: navy, edgeStyle: medium},
		{name: noteStyle, ink: quiet, size: 10, vertical: "center", horizontal: "left"},
		{name: lineStyle, ink: ink, size: 11, vertical: "center", horizontal: "left"},
		{name: lineLinkStyle, ink: blue, size: 11, under: true, vertical: "center", horizontal: "left"},
		{name: tileStyle, ink: navy, paper: mist, size: 26, bold: true, format: asNumber, vertical: "bottom", horizontal: "left", indent: 1, gap: true},
		{name: tileShareStyle, ink: navy, paper: mist, size: 26, bold: true, format: asPercent, vertical: "bottom", horizontal: "left", indent: 1, gap: true},
		{name: tileLabelStyle, ink: ink, paper: mist, size: 10, wrap: true, vertical: "top", horizontal: "left", indent: 1, gap: true},
		{name: alarmStyle, ink: white, paper: red, size: 26, bold: true, format: asNumber, vertical: "bottom", horizontal: "left", indent: 1, gap: true},
		{name: alarmLabelStyle, ink: white, paper: red, size: 10, wrap: true, vertical: "top", horizontal: "left", indent: 1, gap: true},
		{name: headerStyle, ink: white, paper: navy, size: 11, bold: true, wrap: true, vertical: "center", horizontal: "left", indent: 1},
		{name: headerRightStyle, ink: white, paper: navy, size: 11, bold: true, wrap: true, vertical: "center", horizontal: "right", indent: 1},
	}
	for _, cell := range []look{
		{name: textStyle, wrap: true, format: asText},
		{name: wordStyle, wrap: true},
		{name: boldStyle, bold: true, wrap: true, format: asText},
		{name: idStyle, format: asText},
		{name: idLinkStyle, ink: blue, under: true, format: asText},
		{name: numberStyle, format: asNumber, horizontal: "right"},
		{name: numberLinkStyle, ink: blue, under: true, format: asNumber, horizontal: "right"},
		{name: percentStyle, format: asPercent, horizontal: "right"},
		{name: fineStyle, format: asFine, horizontal: "right"},
		{name: dateStyle, format: asDate, horizontal: "left"},
		{name: timeStyle, format: asTime, horizontal: "left"},
		{name: boldIDStyle, bold: true, format: asText},
		{name: alertNumberStyle, ink: red, paper: "F6D7D2", bold: true, format: asNumber, horizontal: "right"},
		{name: fewStyle, ink: quiet, horizontal: "right"},
		{name: inputStyle, paper: yellow, wrap: true, format: asText},
		{name: inputDateStyle, paper: yellow, format: asDate, horizontal: "left"},
		{name: goodStyle, ink: "005A30", paper: "CCE2D8", bold: true, wrap: true},
		{name: fairStyle, ink: navy, paper: "DCE9F5", bold: true, wrap: true},
		{name: warnStyle, ink: "7A3E00", paper: "FCE3CC", bold: true, wrap: true},
		{name: alertStyle, ink: red, paper: "F6D7D2", bold: true, wrap: true},
		{name: mutedStyle, ink: "383F43", paper: "EEEFEF", wrap: true},
	} {
		list = append(list, inTable(cell))
	}
	for _, l := range list {
		if l.name == warnStyle || l.name == alertStyle {
			if l.name == alertStyle {
				l.ink, l.paper = white, red
			}
			l.name, l.size, l.wrap, l.vertical, l.edge, l.edgeStyle = l.name.sign(), 11, false, "center", white, thick
			l.horizontal, l.indent, l.gap = "center", 0, true
			list = append(list, l)
		}
	}
	for i, band := range heatBands() {
		for _, format := range []string{asPercent, asFine} {
			list = append(list, inTable(look{name: heatName(i, format == asFine), paper: band.paper, format: format, horizontal: "right"}))
		}
	}
	return list
}

// inTable gives a cell of a table what all of them have.
func inTable(l look) look {
	if l.ink == "" {
		l.ink = ink
	}
	if l.horizontal == "" {
		l.horizontal = "left"
	}
	l.size, l.vertical, l.edge, l.edgeStyle, l.indent = 11, "top", line, thin, 1
	return l
}

// Line weights, as the library numbers them.
const (
	thin   = 1
	medium = 2
	thick  = 5
)

// register adds the looks to the workbook and returns their numbers.
func register(f *excelize.File) (map[style]int, error) {
	numbers := map[style]int{}
	for _, l := range looks() {
		id, err := f.NewStyle(l.style())
		if err != nil {
			return nil, err
		}
		numbers[l.name] = id
	}
	return numbers, nil
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: l.size, Color: l.ink, Bold: l.bold},
		Alignment: &excelize.Alignment{Horizontal: l.horizontal, Vertical: l.vertical, WrapText: l.wrap, Indent: l.indent},
	}
	if l.under {
		s.Font.Underline = "single"
	}
	if l.paper != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.paper}}
	}
	if l.edge != "" {
		s.Border = append(s.Border, excelize.Border{Type: "bottom", Color: l.edge, Style: l.edgeStyle})
	}
	if l.gap {
		s.Border = append(s.Border, excelize.Border{Type: "right", Color: white, Style: thick})
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	return s
}

// sign is the look of a class's symbol where it stands alone.
func (s style) sign() style { return s + " sign" }
