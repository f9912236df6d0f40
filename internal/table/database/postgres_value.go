package database

import (
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgtype"
)

// postgresText turns the server's text of a value into ours. What is left as it
// stands, such as infinity for a date, is for the field to refuse.
func postgresText(oid uint32, text string) string {
	switch oid {
	case pgtype.BoolOID:
		return strconv.FormatBool(text == "t")
	case pgtype.Float4OID, pgtype.Float8OID:
		bits := map[uint32]int{pgtype.Float4OID: 32, pgtype.Float8OID: 64}[oid]
		if f, err := strconv.ParseFloat(text, bits); err == nil {
			return decimal(f, bits)
		}
	case pgtype.TimestampOID:
		if t, err := time.Parse("2006-01-02 15:04:05", text); err == nil {
			return moment(t)
		}
	case pgtype.TimestamptzOID:
		if t, err := time.Parse("2006-01-02 15:04:05Z07", text); err == nil {
			return london(t)
		}
	case pgtype.BPCharOID:
		return strings.TrimRight(text, " ")
	}
	return text
}

func (e *postgresEngine) text(_ column, value any) (string, string) {
	text, _ := value.(string) // nil is blank
	return text, ""
}
