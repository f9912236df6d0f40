package database

import (
	"errors"
	"fmt"
	"strings"

	mssql "github.com/microsoft/go-mssqldb"
)

// Numbers of SQL Server's errors.
const (
	unknownObject  = 208
	noPermission   = 229
	noColumnRight  = 230
	noDatabase     = 4060
	loginFailed    = 18456
	deadlock       = 1205
	notSnapshot    = 3952
	snapshotClosed = 3960
)

// numberOf gives the number of the server's error, 0 when it is another's.
func numberOf(err error) int32 {
	var server mssql.Error
	if errors.As(err, &server) {
		return server.Number
	}
	return 0
}

// explainSQLServer passes on the server's own words only where they name objects
// and accounts: others may quote what stands in a cell.
func explainSQLServer(err error) string {
	var server mssql.Error
	if !errors.As(err, &server) {
		return "the connection to the server broke off: run the audit again"
	}
	what := fmt.Sprintf("the server says no (error %d)", server.Number)
	switch server.Number {
	case unknownObject, noPermission, noColumnRight, noDatabase, loginFailed:
		return what + ": " + strings.Join(strings.Fields(server.Message), " ")
	case notSnapshot, snapshotClosed, deadlock:
		return what + ": other work on the database got in the way, run the audit again"
	}
	return what + ": the query of the table or view failed on the server; ask whoever keeps it to read it whole"
}
