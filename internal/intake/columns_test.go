package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// columnsOf gives a line for each column of an input: "name: fields; use; dates".
func columnsOf(t *testing.T, s *casefile.Survey, name string) []string {
	t.Helper()
	for _, in := range s.Inputs {
		if in.Name != name {
			continue
		}
		if in.HeaderRow == 0 {
			t.Errorf("%s: no row of the header", name)
		}
		var lines []string
		for _, c := range in.Columns {
			line := c.Name + ": " + strings.Join(c.Fields, " ") + "; " + c.Use
			for _, d := range c.Dates {
				line += fmt.Sprintf("; %s %d", d.Form, d.Count)
			}
			lines = append(lines, line)
		}
		return lines
	}
	t.Fatalf("no input %s", name)
	return nil
}

// Every column of every table is answered for, read or not.
func TestColumnsOfTheDataset(t *testing.T) {
	s, _ := audit(t, map[string]string{
		"ssd_person.csv":        "\npers_person_id,pers_dob,pers_gender,shoe size,pers_sex\n1,01/02/2015,F,30,F\n2,2015-02-03,M,31,M\n",
		"ssd_disability.csv":    "disa_table_id,disa_person_id,disa_disability_code\n1,1,MOB\n",
		"ssd_legal_status.csv":  "lega_person_id,lega_legal_status,lega_legal_status_start_date\n1,C1,1 May 2024\n",
		"ssd_cla_placement.csv": "clap_cla_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_person_id\nx,2024-05-01T10:00,PLACEHOLDER_DATA,1\n",
		"decisions.csv":         "case_id,date,mood\n1,03.05.2024,glad\n",
	})
	for name, want := range map[string][]string{
		"ssd_person.csv": {"pers_person_id: ; the child's id", "pers_dob: child.date_of_birth; ; dd/mm/yyyy 1; yyyy-mm-dd 1",
			"pers_gender: ; " + casefile.ColumnUnused, "shoe size: ; " + casefile.ColumnUnknown, "pers_sex: child.sex; "},
		"ssd_disability.csv": {"disa_table_id: ; " + casefile.ColumnUnused, "disa_person_id: ; the child's id", "disa_disability_code: child.disabilities; "},
		"ssd_legal_status.csv": {"lega_person_id: ; the child's id", "lega_legal_status: care_episodes.legal_status; ",
			"lega_legal_status_start_date: ; says when the legal status was in force; dd mmm yyyy 1"},
		"ssd_cla_placement.csv": {"clap_cla_id: ; the id of the period of care, which says whose the row is", "clap_cla_placement_start_date: placements.start_date; ; yyyy-mm-dd hh:mm 1",
			"clap_cla_placement_type: ; not read: holds only PLACEHOLDER_DATA", "clap_person_id: ; the child's id"},
		"decisions.csv": {"case_id: ; the child's id", "date: decisions.date; ; dd.mm.yyyy 1", "mood: ; " + casefile.ColumnUnknown},
	} {
		if diff := cmp.Diff(want, columnsOf(t, s, name)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestColumnsOf903(t *testing.T) {
	s, _ := audit(t, map[string]string{
		"header.csv":   "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n1,1,01/02/2015,WBRI,,\n",
		"episodes.csv": "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC,MOOD\n1,03/05/2024,S,C2,N1,U1,,,\n",
	})
	want := []string{"CHILD: ; the child's id", "DECOM: care_episodes.start_date placements.start_date; ; dd/mm/yyyy 1", "RNE: care_episodes.entered_care_date; ",
		"LS: care_episodes.legal_status; ", "CIN: ; " + casefile.ColumnUnused, "PLACE: placements.type; ", "DEC: care_episodes.end_date placements.end_date; ",
		"REC: care_episodes.end_reason; ", "MOOD: ; " + casefile.ColumnUnknown}
	if diff := cmp.Diff(want, columnsOf(t, s, "episodes.csv")); diff != "" {
		t.Error(diff)
	}
}
