package casefile

import (
	"strings"
	"testing"
)

// An error of a spreadsheet is never a value and never a blank without a word.
func TestReadSheetErrors(t *testing.T) {
	for _, raw := range []string{"#N/A", " #REF! ", "#n/a", "########", "#NO VALUE!", "Err:502", "#DIV/0!"} {
		for _, kind := range []Type{Text, Code, Codes, Bool, Narrative, ID, Date, DateTime, Int, Number} {
			f := Field{Name: "x", Type: kind, Personal: true}
			value, unmatched, err := f.Read(raw)
			told := kind == Text || kind == Code || kind == Codes || kind == Bool || kind == Narrative
			if value != nil || unmatched != told || (err == nil) != told {
				t.Errorf("%s as %s: %v, %v, %v", raw, kind, value, unmatched, err)
			}
			if err != nil && (!strings.Contains(err.Error(), "correct the formula") || !strings.Contains(err.Error(), Trim(raw))) {
				t.Error(err)
			}
		}
		if CheckCaseID(Trim(raw)) == nil {
			t.Errorf("a case may be called %s", raw)
		}
	}
	for _, raw := range []string{"#1", "##", "N/A", "#Fast", "#team", "Err: see notes", "# # #"} {
		f := Field{Name: "x", Type: Text}
		if value, unmatched, err := f.Read(raw); value != raw || unmatched || err != nil || CheckCaseID(raw) != nil {
			t.Errorf("%s: %v, %v, %v", raw, value, unmatched, err)
		}
	}
	f := Field{Name: "x", Type: Codes}
	if value, unmatched, err := f.Read("1A,#N/A"); len(value.([]any)) != 1 || !unmatched || err != nil {
		t.Errorf("%v, %v, %v", value, unmatched, err)
	}
}
