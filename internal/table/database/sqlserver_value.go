package database

import (
	"fmt"
	"strings"
	"time"

	mssql "github.com/microsoft/go-mssqldb"
)

// sqlserverColumn settles whether and how a column is read.
func sqlserverColumn(c column, readable, hidden bool) column {
	c.kind = strings.ToLower(c.kind)
	switch c.kind {
	case "binary", "varbinary", "image", "timestamp", "rowversion", "udt", "hierarchyid", "geometry", "geography":
		c.withheld = binaryData
	case "datetime", "datetime2", "smalldatetime", "datetimeoffset":
		c.moment = true
	}
	switch {
	case !readable:
		c.withheld = denied
	case hidden:
		c.withheld = masked
	}
	return c
}

// text writes what the driver gives for each type.
func (e *sqlserverEngine) text(c column, value any) (string, string) {
	switch v := value.(type) {
	case nil:
		return "", ""
	case string:
		if c.kind == "char" || c.kind == "nchar" {
			v = strings.TrimRight(v, " ")
		}
		return v, ""
	case bool:
		return fmt.Sprint(v), ""
	case int64:
		return fmt.Sprint(v), ""
	case float64:
		if c.kind == "real" {
			return decimal(v, 32), ""
		}
		return decimal(v, 64), ""
	case time.Time:
		return sqlserverTime(c.kind, v), ""
	case []byte:
		switch {
		case c.kind == "uniqueidentifier" && len(v) == 16:
			var id mssql.UniqueIdentifier
			if id.Scan(v) == nil {
				return id.String(), ""
			}
		case c.kind == "decimal", c.kind == "numeric", c.kind == "money", c.kind == "smallmoney":
			return string(v), ""
		}
	}
	return "", binaryData + ": give a view without it, or with it as text"
}

func sqlserverTime(kind string, t time.Time) string {
	switch kind {
	case "date":
		return t.Format(time.DateOnly)
	case "time":
		return t.Format(time.TimeOnly)
	case "datetimeoffset":
		return london(t)
	}
	return moment(t)
}
