// Package scratch keeps rows that cannot be read again from where they came:
// those of a workbook, whose bytes are compressed, and those of a database, which
// may say something else the second time.
//
// What is kept is personal, and a program can be killed at any moment. So the
// first megabytes stay in memory, and what is more goes to a file that nobody
// else may read, whose name is taken away at once where the system allows it, and
// whose every row is encrypted with a key that exists in this process's memory
// alone. A crash leaves no file, or one that nobody can read.
package scratch

// DefaultLimit is how many bytes a store keeps in memory before it uses a file.
const DefaultLimit = 16 << 20
