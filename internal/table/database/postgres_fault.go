package database

import (
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// explainPostgres passes on the server's own words only where they name objects
// and accounts: others may quote what stands in a cell.
func explainPostgres(err error) string {
	var server *pgconn.PgError
	var connect *pgconn.ConnectError
	switch {
	case errors.As(err, &server):
		return explainState(server)
	case errors.As(err, &connect):
		return "no connection: " + strings.Join(strings.Fields(connect.Unwrap().Error()), " ")
	}
	return "the connection to the server broke off: run the audit again"
}

func explainState(server *pgconn.PgError) string {
	what := fmt.Sprintf("the server says no (SQLSTATE %s)", server.Code)
	switch server.Code {
	case "42501":
		if strings.Contains(server.Message, "row-level security") || strings.Contains(server.Message, "row security") {
			return "row-level security would hide rows from this account, and children who are not seen cannot be audited: use an account with BYPASSRLS, or a view that its owner may read whole"
		}
	case "25006":
		return "the table writes when it is read, which the transaction refuses: give a view without that function"
	case "55000":
		return what + ": if this is a materialized view, refresh it"
	}
	switch server.Code[:min(2, len(server.Code))] {
	case "08", "28", "3D", "3F", "42", "53", "55", "57", "58":
		return what + ": " + server.Message
	}
	return what + ": the query of the table or view failed on the server; ask whoever keeps it to read it whole"
}
