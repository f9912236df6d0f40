package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ssd"
	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/database"
)

// maxNamed is how many tables of a database are named one by one.
const maxNamed = 30

// openDatabase recognises a database as openFolder does a folder: by the names of
// its tables.
func openDatabase(ctx context.Context, d *casefile.Dictionary, dsn string) (e casefile.Export, name string, err error) {
	db, err := database.Open(ctx, dsn)
	if err != nil {
		return nil, "", err
	}
	if e, err = fromTables(ctx, d, db); err != nil {
		return nil, "", errors.Join(err, db.Close())
	}
	return &surveyedOnce{e, &Tables{closers: []io.Closer{db}}}, db.Name, nil
}

// fromTables opens what the tables named as the dataset's, or as the dictionary's
// entities, hold. No other is looked into: opening a table reads it.
func fromTables(ctx context.Context, d *casefile.Dictionary, db *database.Database) (casefile.Export, error) {
	refs := db.Refs()
	known, others, err := ssd.Known(d, refs)
	if err != nil {
		return nil, err
	}
	if err := once(known); err != nil {
		return nil, err
	}
	ignored := db.Unreadable()
	if len(others) <= maxNamed {
		for _, ref := range others {
			ignored[ref.Called()] = "not named as a table of the dataset or an entity of the dictionary"
		}
	} else {
		ignored[db.Name] = fmt.Sprintf("%d tables are not named as one of the dataset or as an entity of the dictionary", len(others))
	}
	if ssd.HasPerson(known) {
		return ssd.New(d, known, ignored)
	}
	why := ""
	if len(known) > 0 {
		e, lack, err := openPractice(ctx, d, known, ignored)
		if e != nil || err != nil {
			return e, err
		}
		why = "; as tables of practice: " + lack
	}
	return nil, fmt.Errorf("%s: %w: it has no table ssd_person (the Standard Safeguarding Dataset); %s%s; `caseaudit map --from` proposes a mapping file for other tables",
		db.Name, ErrFormat, held(db, refs), why)
}

// held says which tables a database has, for one that is not recognised.
func held(db *database.Database, refs []table.Ref) string {
	hidden := ""
	if n := len(db.Unreadable()); n > 0 {
		hidden = fmt.Sprintf(", and %d that this account may not read", n)
	}
	if len(refs) == 0 {
		return "it has no tables" + hidden
	}
	var names []string
	for _, ref := range refs[:min(len(refs), maxNamed)] {
		names = append(names, ref.Sheet)
	}
	if more := len(refs) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return "its tables are " + strings.Join(names, ", ") + hidden
}

// once refuses two schemas that hold one table.
func once(refs []table.Ref) error {
	first := map[string]table.Ref{}
	for _, ref := range refs {
		name := ssd.TableName(ref.Name)
		if other, again := first[name]; again {
			return fmt.Errorf("%s and %s both hold %s: leave one to the account to read, or for PostgreSQL end the address with ?search_path=SCHEMA", other.Called(), ref.Called(), name)
		}
		first[name] = ref
	}
	return nil
}
