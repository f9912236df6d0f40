package intake

import (
	"context"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/annexa"
	"github.com/caseaudit/caseaudit/internal/intake/join"
	"github.com/caseaudit/caseaudit/internal/intake/mapped"
	"github.com/caseaudit/caseaudit/internal/intake/practice"
	"github.com/caseaudit/caseaudit/internal/table"
)

// openAnnexA reads the lists of Annex A that stand among the tables of a workbook
// or a folder. Practice tables beside them are joined. The export is nil when the
// tables are no Annex A.
func openAnnexA(ctx context.Context, d *casefile.Dictionary, path string, refs []table.Ref, ignored map[string]string) (casefile.Export, error) {
	lists, err := annexa.Recognise(ctx, refs)
	if err != nil || !lists.Found() {
		return nil, err
	}
	beside, err := practice.Recognise(ctx, d, lists.Others())
	if err != nil {
		return nil, err
	}
	e, err := annexa.New(d, lists, beside.Tables, ignored)
	if err != nil || beside.Mapping == nil {
		return e, err
	}
	log, err := mapped.New(d, beside.Tables, beside.Mapping, mapped.Options{Format: practice.Format})
	if err != nil {
		return nil, err
	}
	in, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return join.New(d, []join.Part{
		{Export: e, Name: filepath.Base(path), Within: filepath.Dir(in), Folder: in},
		{Export: log, Name: filepath.Base(path), Within: filepath.Dir(in), Folder: in, Practice: !log.ListsCases()}})
}
