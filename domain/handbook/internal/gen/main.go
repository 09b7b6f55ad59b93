//go:build ignore

// Command gen writes the generated Go files of package handbook. Run it with
// "go generate" in domain/handbook after changing one of the JSON files there.
//
// It is a tool: it alone may read and write files, and it is left out of every
// ordinary build.
package main

import (
	"fmt"
	"go/format"
	"os"

	"footprint/domain/handbook/internal/catalogue"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run() error {
	var sources [4][]byte
	for i, name := range []string{"rules.json", "checklists.json", "fields.json", "answers.json"} {
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		sources[i] = source
	}
	files, err := catalogue.Generate(sources[0], sources[1], sources[2], sources[3])
	if err != nil {
		return err
	}
	for name, source := range files {
		tidy, err := format.Source(source)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.WriteFile(name, tidy, 0o644); err != nil {
			return err
		}
	}
	return nil
}
