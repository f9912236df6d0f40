// Package config gathers the program's settings: from a file, the environment
// and flags, each overriding the one before.
//
// Viper does the gathering and stays inside this package. It is kept away from
// anything whose names are not ours: it folds keys to lower case, splits them at
// dots and ignores those it does not know. So the file is first read strictly,
// with line numbers, and the criteria's settings never pass through viper at all.
package config
