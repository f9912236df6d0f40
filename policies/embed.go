// Package policies carries the criteria that caseaudit ships: plain Rego, its
// data and its tests, as they stand in this folder.
//
// Nothing here is compiled into Go. The same files run in stock OPA:
//
//	opa test policies
//	opa check --strict --schema docs/schemas policies
//
// OPA roots a data file by its folder, so calendar/data.json is data.calendar
// and settings/data.yaml is data.settings wherever the folder is loaded.
package policies

import "embed"

//go:generate go run ../internal/calendar/generate calendar/data.json

// FS holds the policies, their data, tests and examples.
//
//go:embed *
var FS embed.FS
