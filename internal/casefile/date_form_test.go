package casefile

import (
	"fmt"
	"strings"
	"testing"
)

func TestDateForm(t *testing.T) {
	for raw, want := range map[string]string{
		"2024-05-01": "yyyy-mm-dd", "2024-05-01T09:30:00": "yyyy-mm-dd hh:mm", "2024-05-01 09:30": "yyyy-mm-dd hh:mm",
		"1/5/2024": "dd/mm/yyyy", "01/05/2024": "dd/mm/yyyy", "01/05/2024 09:30": "dd/mm/yyyy hh:mm", "01.05.2024": "dd.mm.yyyy",
		"01-May-2024": "dd-mmm-yyyy", "1 May 2024": "dd mmm yyyy", "01/05/24": "dd/mm/yy", "2024/05/01": "yyyy/mm/dd",
		"45413": "serial number", "soon": "other", "5 of May": "other", "01/05": "other", "1/x/2024": "other",
	} {
		var c Column
		c.SawDate(" " + raw)
		if len(c.Dates) != 1 || c.Dates[0] != (DateForm{want, 1}) {
			t.Errorf("%q: %v, want %s", raw, c.Dates, want)
		}
	}
}

func TestSawDateCounts(t *testing.T) {
	var c Column
	for _, raw := range []string{"", " ", "01/05/2024", "02/05/2024", "2024-05-03"} {
		c.SawDate(raw)
	}
	if fmt.Sprint(c.Dates) != "[{dd/mm/yyyy 2} {yyyy-mm-dd 1}]" {
		t.Error(c.Dates)
	}
	marks := []string{"/", "-", "."}
	for _, mark := range marks {
		for _, form := range []string{"1|2|2024", "1|May|2024", "1|2|24", "2024|2|1"} {
			c.SawDate(strings.ReplaceAll(form, "|", mark))
		}
	}
	total := 0
	for _, f := range c.Dates {
		total += f.Count
	}
	if len(c.Dates) != maxDateForms || c.Dates[maxDateForms-1].Form != otherForm || total != 3+12 {
		t.Error(c.Dates)
	}
}
