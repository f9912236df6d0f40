// Package native reads caseaudit's own export: a folder with cases.ndjson, one
// record a line in the dictionary's names, and where there is one service.json
// with the five lists of the service.
//
// Blank and absent must stay apart, and JSON lets either be written as a key
// left out. A field is therefore supplied when some item of its entity has the
// key, null included, or when the export declares it: {"supplies":
// ["assessments.analysis"]} as the first line of cases.ndjson or a key of
// service.json.
//
// A line is read whole or refused whole: a record with one wrong date may hold
// the very finding that the date was to decide. Lines are read one at a time,
// twice, so that memory holds case ids and hashes and never the cases.
package native

// Limits on what is read.
const (
	MaxLineBytes    = 64 << 20 // a line of cases.ndjson
	MaxServiceBytes = 64 << 20 // service.json
	MaxDepth        = 8        // objects and lists inside one another
)

// The files of a native export, as the contract names them.
const (
	CasesFile   = "cases.ndjson"
	ServiceFile = "service.json"
)
