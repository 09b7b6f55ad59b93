// Package handbook is the rule catalogue and the review checklists: what the
// IRO Handbook, the regulations and the other sources ask, of whom, when it
// applies, and the items an IRO works through for each review.
//
// The text comes from rules.json, checklists.json, fields.json and answers.json
// in this folder. "go generate" turns them into the files that end in _gen.go; the
// JSON is not part of the program. To change a rule or an item, change the
// JSON and run "go generate"; a test fails while the two differ. The files
// written by hand are rule.go, answers.go, search.go, citation.go, item.go,
// compose.go, due.go, words.go and the evidence files.
//
// It may import only what the domain may. It answers from tables fixed at
// build time and from the Facts it is given: it must never work out a date or
// a fact, look at the clock, or change a table while the program runs.
package handbook

//go:generate go run internal/gen/main.go
