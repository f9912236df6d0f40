package casefile

import (
	"errors"
	"slices"
	"strings"
)

// SheetError reports whether a text is what a spreadsheet leaves in a cell whose
// value it does not have: an error's code, the crosses of a column too narrow for
// its numbers (########, which Excel writes into CSV files too), or what package
// table puts for a formula that was never worked out.
func SheetError(text string) bool {
	text = Trim(text)
	if len(text) < 3 || text[0] != '#' && !strings.HasPrefix(text, "Err:") {
		return false
	}
	return strings.Trim(text, "#") == "" || slices.Contains(sheetErrors[:], strings.ToUpper(text))
}

var sheetErrors = [...]string{
	"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!",
	"#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!", "#ERROR!",
	"#NO VALUE!",                               // table.NoValue
	"ERR:502", "ERR:504", "ERR:508", "ERR:522", // LibreOffice's
}

var errSheet = errors.New("is an error of the spreadsheet, which no value can be read from: correct the formula, or export its values")

// readSheetError decides what a field makes of a spreadsheet's error. It is never
// a blank: in a field that is an id, a date or a number the row is refused, as it
// is for any text that is none. Elsewhere a child's whole row would be lost for a
// team's name, so that the value is left out and reported as unmatched; to keep
// the text would be worse, for "#N/A" would pass for a team, or for a narrative.
func (f *Field) readSheetError(text string) (unmatched bool, err error) {
	switch f.Type {
	case Text, Code, Codes, Bool, Narrative:
		return true, nil
	}
	return false, errors.New(Quote(Trim(text)) + " " + errSheet.Error())
}
