package intake_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake"
)

// FuzzSSD reads damaged tables of the Standard Safeguarding Dataset: the one that
// says what cases there are, one whose rows name children, and one whose rows
// extend the other's items. Whatever stands in them, every row is answered for and
// the records are as many as the survey says.
func FuzzSSD(f *testing.F) {
	d, err := casefile.NewDictionary()
	if err != nil {
		f.Fatal(err)
	}
	names := []string{"ssd_person.csv", "ssd_cin_assessments.csv", "assessments.csv"}
	var seed [3][]byte
	for i, name := range names {
		content, err := os.ReadFile(filepath.Join("..", "..", "samples", "northmoor", name))
		if err != nil {
			f.Fatal(err)
		}
		seed[i] = content[:min(len(content), 2<<10)]
	}
	f.Add(seed[0], seed[1], seed[2])
	f.Add([]byte("pers_person_id,pers_dob,pers_sex\n1,2015-01-02,F\n2,01/02/2016,M\n2,01/02/2016,M\n"),
		[]byte("cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_auth_date\na1,1,2024-05-01,2024-06-01\na2,9,,NULL\n"),
		[]byte("assessment_id,analysis,child_seen,type\na1,yes,true,\na1,no,x,single\n,,,\n"))
	f.Add([]byte("\ufeffPERS_PERSON_ID;pers_dob\r\n1;\"2015-01-02\r\n"), []byte("cina_person_id\tx\n1\t2\n"), []byte("case_id|assessment_id\n1|2\n"))
	f.Add([]byte("pers_person_id\n1\n"), []byte(""), []byte("\x00"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, people, assessments, practice []byte) {
		for i, content := range [][]byte{people, assessments, practice} {
			if err := os.WriteFile(filepath.Join(dir, names[i]), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if e, err := intake.Open(t.Context(), d, []string{dir}); err == nil {
			accounted(t, e, t)
		}
	})
}
