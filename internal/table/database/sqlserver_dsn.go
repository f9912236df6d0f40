package database

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"os"
	"sync"
	"time"

	mssql "github.com/microsoft/go-mssqldb"
	"github.com/microsoft/go-mssqldb/msdsn"

	"github.com/caseaudit/caseaudit/internal/table"
)

// sqlserverSource reads a DSN as the driver does.
func sqlserverSource(dsn string) (*source, error) {
	config, err := sqlserverConfig(dsn)
	if err != nil {
		return nil, err
	}
	host := config.Host
	if config.Instance != "" {
		host += `\` + config.Instance
	}
	return &source{name: host + "/" + config.Database, secret: config.Password, explain: explainSQLServer,
		open: func(ctx context.Context) (engine, []table.Remark, error) {
			connector := mssql.NewConnectorConfig(config)
			dial := &dialer{ctx: ctx, Dialer: net.Dialer{KeepAlive: config.KeepAlive}}
			connector.Dialer = dial
			defer dial.done()
			return openSQLServer(ctx, sql.OpenDB(connector))
		}}, nil
}

// sqlserverConfig asks for a server that is only read. A password that the DSN
// lacks is taken from SQLCMDPASSWORD, as sqlcmd takes it.
func sqlserverConfig(dsn string) (msdsn.Config, error) {
	config, err := msdsn.Parse(dsn)
	if err != nil {
		return config, errURL
	}
	if config.Database == "" {
		return config, errors.New("the address names no database: write sqlserver://USER@HOST?database=DATABASE")
	}
	if config.Password == "" && config.User != "" {
		config.Password = os.Getenv("SQLCMDPASSWORD")
	}
	if config.Parameters[msdsn.AppName] == "" {
		config.AppName = "caseaudit"
	}
	config.ReadOnlyIntent = true
	config.Encoding.Timezone = time.UTC // clock readings stay as they are
	config.LogFlags = 0
	return config, nil
}

// dialer lets go of a server that takes the connection and never speaks: the
// driver waits for its first words whatever becomes of the context.
type dialer struct {
	ctx context.Context
	net.Dialer

	mu    sync.Mutex // several addresses of a host may be tried at once
	stops []func() bool
}

// DialContext connects.
func (d *dialer) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := d.Dialer.DialContext(ctx, network, address)
	if err == nil {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.stops = append(d.stops, context.AfterFunc(d.ctx, func() { _ = conn.Close() }))
	}
	return conn, err
}

// done leaves the connections to the driver.
func (d *dialer) done() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, stop := range d.stops {
		stop()
	}
}
