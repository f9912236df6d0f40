package database_test

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/caseaudit/caseaudit/internal/table/database"
)

const secret = "Sw0rdfish"

// Whatever is wrong with an address, no part of a password is shown.
func TestDSNHidesPasswords(t *testing.T) {
	for _, dsn := range []string{
		"", secret, "sqlite:", "postgres", "postgres:", "mysql://u:" + secret + "@h/d", "host=h password=" + secret,
		"postgres:u:" + secret + "@h/d", "sqlserver:u:" + secret + "@h?database=d",
		"postgres://u:" + secret + "@h:port/d", "postgres://u:" + secret + "%zz@h/d", "postgres://u:a@" + secret + "@h/d",
		"postgres://u:a/" + secret + "@h/d", "postgres://u:a?" + secret + "@h/d", "postgres://u:a#" + secret + "@h/d",
		"postgres://u:" + secret + "/d", "postgres://u:" + secret, "postgres://u:a " + secret + "@h/d",
		"postgres://u:" + secret + "@h/d?sslmode=" + secret, "postgres://u:" + secret + "@h/d?connect_timeout=" + secret,
		"sqlserver://u:" + secret + "@h", "sqlserver://u:a@" + secret + "@h?database=d", "sqlserver://u:a/" + secret + "@h?database=d",
		"sqlserver://u:a#" + secret + "@h?database=d", "sqlserver://u:" + secret + "%zz@h?database=d", "sqlserver://u:" + secret + "?database=d",
		"sqlserver://u@h?database=d&password=" + secret + "&port=" + secret, "sqlserver://u:" + secret + "@h:port?database=d",
		"sqlserver://u:" + secret + "@h?database=d&encrypt=" + secret, "sqlserver://u:" + secret + "@h?database=d&log=" + secret,
	} {
		_, err := database.Open(t.Context(), dsn)
		if err == nil {
			t.Errorf("%s was opened", dsn)
			continue
		}
		if strings.Contains(err.Error(), secret) {
			t.Errorf("%v shows the password", err)
		}
	}
}

// A server that cannot be reached is named by host and database, and nothing else
// of the address is.
func TestNoConnection(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := silent.Addr().String()
	if err := silent.Close(); err != nil {
		t.Fatal(err)
	}
	for dsn, want := range map[string]string{
		"postgres://auditor:" + secret + "@" + address + "/ssd?connect_timeout=5": "127.0.0.1/ssd: no connection: ",
		"sqlserver://auditor:" + secret + "@" + address + "?database=ssd":         "127.0.0.1/ssd: no connection: ",
	} {
		_, err := database.Open(t.Context(), dsn)
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), secret) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// A server that never answers is let go of when the audit is stopped.
func TestNoAnswer(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	for _, dsn := range []string{"postgres://auditor:" + secret + "@" + silent.Addr().String() + "/ssd", "sqlserver://auditor:" + secret + "@" + silent.Addr().String() + "?database=ssd"} {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		_, err := database.Open(ctx, dsn)
		cancel()
		if err == nil || !strings.HasPrefix(err.Error(), "127.0.0.1/ssd: ") || strings.Contains(err.Error(), secret) {
			t.Errorf("%v", err)
		}
	}
}
