package handbook_test

import (
	"bytes"
	"go/format"
	"path/filepath"
	"slices"
	"testing"

	"footprint/domain/handbook/internal/catalogue"
)

// TestGeneratedFilesAreCurrent fails when the JSON or the generator changed
// and nobody ran "go generate", or when a generated file is left over.
func TestGeneratedFilesAreCurrent(t *testing.T) {
	t.Parallel()
	files, err := catalogue.Generate(read(t, "rules.json"), read(t, "checklists.json"), read(t, "fields.json"), read(t, "answers.json"))
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range files {
		want, err := format.Source(source)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(want, read(t, name)) {
			t.Errorf("%s is stale: run go generate in domain/handbook", name)
		}
	}
	there, err := filepath.Glob("*_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range there {
		if files[name] == nil {
			t.Errorf("%s is no longer generated: delete it", name)
		}
	}
	if len(there) == 0 || !slices.Contains(there, "facts_gen.go") {
		t.Error("no generated files found")
	}
}
