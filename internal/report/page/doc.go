// Package page writes an audit as one HTML file that needs nothing beside it: for
// the reader who has a browser and no Excel, on a telephone as on a desk.
//
// There is no script in it, and its content security policy allows none: nothing
// is fetched, nothing is sent, and what an export smuggles in stays text. The page
// folds by the browser's own means. The target of a link stands inside the block
// that folds, so that following the link opens the block; a printout shows the
// blocks that are open.
//
// Every figure in the headline leads to what it counts: from an area to its
// criteria, from a criterion to the children, from a child to each finding with
// its dates and its place in the export. All of it is text in tables and lists; the
// drawings beside them repeat for the eye what the tables say. Meaning is never in
// colour alone.
//
// A page that no browser can open helps nobody, so what grows with the number of
// cases is bounded, the worst first, and what is left out is counted and said to
// be in the workbook. Ids, never names. The same audit gives the same bytes.
//
// One Go file is one section of the page and has a template of its own name; the
// look is in style.css alone.
package page
