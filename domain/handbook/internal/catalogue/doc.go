// Package catalogue turns the rule catalogue (rules.json, checklists.json and
// fields.json) into the Go tables of package handbook.
//
// It is a tool for the people who maintain Footprint and runs only under
// "go generate" and in tests. It reads bytes and gives back text: it opens no
// file and formats nothing, and no part of the running program may import it.
//
// The steps, one file each: source.go reads the JSON, lexer.go and parser.go
// read a predicate, check.go holds it against the fields, eval.go works one
// out (tests compare the generated Go with it), and the emit files write Go.
package catalogue
