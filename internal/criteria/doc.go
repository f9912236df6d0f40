// Package criteria loads the policies and makes the catalogue of them.
//
// A criterion is a folder below policies/: its package names it, its METADATA
// describes it, and its tests and examples stand beside it. There is no list to
// register it in. What a policy says of itself is held to a contract before any
// record is read: the metadata has a schema without extra properties, ids are
// unique, every need is a field of the dictionary, and the fields that the
// compiled policy reads are exactly those that its metadata names. A criterion
// that reads a field it does not declare would judge an export that never had
// that field, and call every child a failing.
//
// Policies are plain Rego. They may not reach the network, the file system, the
// clock or chance: the compiler is given only the built-in functions listed in
// capabilities.go.
package criteria
