// Package database reads the tables and views of a database as tables: SQLite,
// PostgreSQL and SQL Server.
//
// An audit takes longer than a database stands still, so a table is read once,
// when it is opened, inside one transaction for all tables, and its rows are kept
// aside (package scratch). What is judged is then one moment of the database,
// whatever is written to it meanwhile, and the transaction need not stay open
// while the judging goes on, which would keep the server from cleaning up.
//
// Nothing is written. SQLite files are opened read-only; the transaction is read
// only where the server has such a thing; and where a server would rather show an
// account some of the rows than say so (row security in PostgreSQL, security
// policies and masked columns in SQL Server), reading fails or says so, because
// children that an account may not see would otherwise be children nobody looked
// at.
//
// Typed values become the texts that casefile.Field.Read takes, and rows come in
// an order that the data alone decides, so that the same data gives the same
// bytes. Messages of a server may quote what stands in a cell: they are passed on
// only when they cannot. A password stands in no error, name or remark.
package database
