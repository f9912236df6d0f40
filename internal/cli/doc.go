// Package cli is the command line: one file a command, and nothing that another
// program could want. A command reads its settings through internal/config, calls
// the packages that do the work, and returns; only main exits.
//
// What a command was asked for goes to standard output. What went wrong goes to
// standard error, one line, lower case, with the place and what to do.
package cli
