package database

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/caseaudit/caseaudit/internal/table"
)

// source is a database that a DSN names, not yet opened.
type source struct {
	name   string
	secret string // the password, wherever it comes from; "" for none
	open   func(ctx context.Context) (engine, []table.Remark, error)
	// explain says what an error of the driver means and what to do, without
	// anything that a cell may hold.
	explain func(err error) string
}

var (
	errKind = errors.New("a database is given as sqlite:FILE, postgres://USER@HOST/DATABASE or sqlserver://USER@HOST?database=DATABASE")
	errURL  = errors.New("the address of the database cannot be read: write it as postgres://USER@HOST/DATABASE or sqlserver://USER@HOST?database=DATABASE, " +
		"and in a user's name or password %40 for @, %2F for /, %3A for :, %3F for ?, %23 for # and %25 for %, " +
		"or leave the password out and set PGPASSWORD (PostgreSQL) or SQLCMDPASSWORD (SQL Server)")
)

// parse reads a DSN. Its errors show nothing of it: where a DSN is wrong, what
// stands where a host should may be half a password.
func parse(dsn string) (*source, error) {
	scheme, rest, _ := strings.Cut(dsn, ":")
	scheme = strings.ToLower(scheme)
	switch {
	case scheme == "sqlite" && rest != "":
		return sqliteSource(rest), nil
	case scheme != "postgres" && scheme != "postgresql" && scheme != "sqlserver":
		return nil, errKind
	case !strings.HasPrefix(rest, "//") || !plainURL(rest[2:]):
		return nil, errURL
	case scheme == "sqlserver":
		return sqlserverSource(dsn)
	}
	return postgresSource(dsn)
}

// plainURL refuses what a password with @, /, ? or # in it makes of a DSN: an @
// or a # anywhere but once before the host.
func plainURL(rest string) bool {
	authority := rest
	if at := strings.IndexAny(rest, "/?"); at >= 0 {
		authority = rest[:at]
	}
	return strings.Count(rest, "@") == strings.Count(authority, "@") && strings.Count(rest, "@") <= 1 &&
		!strings.Contains(rest, "#") && strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) < 0
}

// fault makes an error that may be shown of one of a driver's.
func (s *source) fault(ctx context.Context, called string, err error) error {
	var said *said
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("%s: %w", called, ctx.Err())
	case errors.As(err, &said):
		return fmt.Errorf("%s: %s", called, s.scrub(said.text))
	}
	return fmt.Errorf("%s: %s", called, s.scrub(s.explain(err)))
}

// scrub takes the password out of a text, should a driver have put it there.
func (s *source) scrub(text string) string {
	if len(s.secret) < 4 { // too short to tell from other text, and never put there by us
		return text
	}
	return strings.ReplaceAll(text, s.secret, "(password)")
}

// said is an error in our own words.
type said struct{ text string }

func (s *said) Error() string { return s.text }

func say(format string, args ...any) error { return &said{fmt.Sprintf(format, args...)} }
