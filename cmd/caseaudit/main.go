// Command caseaudit audits children's social care case records against
// inspection criteria. See the README.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/caseaudit/caseaudit/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C does not wait
	code := cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
