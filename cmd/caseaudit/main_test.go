package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/caseaudit/caseaudit/internal/cli"
	"github.com/caseaudit/caseaudit/internal/table/sheettest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"caseaudit": func() { os.Exit(cli.Main(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// The scripts in testdata are the command line as its users meet it.
func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error { // PUBLIC is the folder of fake files that others have published
			public, err := filepath.Abs(filepath.Join("..", "..", "internal", "intake", "testdata"))
			env.Setenv("PUBLIC", public)
			return err
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "mode": mode, "pack": pack, "without": without, "sqlite": sqlite,
		},
	})
}

// exits runs a command and checks its exit code: exits 3 caseaudit check export.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// mode checks a file's permissions: mode 0600 audit.xlsx.
func mode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mode OCTAL FILE")
	}
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := strconv.FormatInt(int64(info.Mode().Perm()), 8); "0"+got != args[0] {
		ts.Fatalf("%s has mode 0%s, want %s", args[1], got, args[0])
	}
}

// pack makes one workbook of the CSV files in a folder, a sheet each, with a
// password when one is given: pack export book.xlsx [PASSWORD].
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: pack FOLDER WORKBOOK [PASSWORD]")
	}
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*.csv"))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("%s has no CSV files", args[0])
	}
	ts.Check(sheettest.Pack(ts.MkAbs(args[1]), strings.Join(args[2:], ""), files...))
}

// without takes a key out of each object of an NDJSON file: without where FILE.
func without(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: without KEY FILE")
	}
	key := regexp.MustCompile(`"` + regexp.QuoteMeta(args[0]) + `":"(\\.|[^"\\])*",?`)
	text := ts.ReadFile(args[1])
	if !key.MatchString(text) {
		ts.Fatalf("%s has no %s", args[1], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(key.ReplaceAllString(text, "")), 0o600))
}
