package casefile

import "fmt"

// ServiceCase stands where a case id would in everything that is said of the
// service, so no case may be called so.
const ServiceCase = "service"

// ColumnCase is what Column.Use says of the column that a row's case is told by.
const ColumnCase = "the child's id"

// CheckCaseID says why an id cannot be that of a case, nil when it can. Every
// reader asks it before it takes a case: the outcomes of a case named "service"
// could not be told from those of the service, and children whose id is a
// spreadsheet's error would become one.
func CheckCaseID(id string) error {
	if id == ServiceCase {
		return fmt.Errorf("%q is the name under which the service itself is reported and cannot be a case's id: give the case its own id", id)
	}
	if SheetError(id) {
		return fmt.Errorf("%s %w", Quote(id), errSheet)
	}
	return nil
}
