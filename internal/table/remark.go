package table

// Remark is something that a person should know of where rows were read from
// and that did not stop the reading. It quotes nothing of what cells hold, error
// codes excepted.
type Remark struct {
	Kind  string // a short fixed name: "hidden rows", "macros"
	Sheet string // "" for the file as a whole
	Place string // "C5, C9 and 20 more", "rows 4 to 9"; may be ""
	Text  string // one sentence: what there is, and what was done or is to be done
	Count int    // how many; at least 1
}

// Remarks gives what the table's reader has to say, nil when it has nothing. What
// stands behind the rows is known only when Rows has gone to the end. A remark on
// the whole file is given with each of its tables.
func (t *Table) Remarks() []Remark {
	if r, ok := t.Reader.(interface{ Remarks() []Remark }); ok {
		return r.Remarks()
	}
	return nil
}
