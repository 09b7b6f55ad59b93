package tui_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footprint/tui/kit"
)

// TestREADMEKeys keeps the README's table of keys as the program has them; run
// with -update to write it anew.
func TestREADMEKeys(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, screen := range []struct {
		title string
		keys  []string
	}{{"Caseload", nil}, {"A child's case", []string{"enter"}}, {"Writing a note", []string{"n"}}, {"Preparing a review", []string{"r"}},
		{"In the room", []string{"b"}}, {"After a review", []string{"enter", "y"}}, {"Decisions", []string{"D"}}, {"Visit", []string{"V"}}, {"Papers", []string{"P"}},
		{"Clocks of a child", []string{"enter", "c"}}, {"People of a child", []string{"enter", "p"}}, {"Events and proposed changes", []string{"enter", "i"}},
		{"Drift", []string{"d"}}} {
		a, _ := app(t)
		press(a, screen.keys...)
		b.WriteString("\n### " + screen.title + "\n\n" + strings.TrimSpace(kit.KeyTable(a.Actions())) + "\n")
	}
	a, _ := app(t)
	b.WriteString("\n### Everywhere\n\n" + strings.TrimSpace(kit.KeyTable(a.Globals())) + "\n")

	file := filepath.Join("..", "README.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(text), "-update` -->\n")
	_, tail, ok2 := strings.Cut(rest, "<!-- /keys -->")
	if !ok || !ok2 {
		t.Fatal("the README has lost the marks of its table of keys")
	}
	want := head + "-update` -->\n" + b.String() + "<!-- /keys -->" + tail
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want != string(text) {
		t.Error("the README's table of keys is stale: go test ./tui -run README -update")
	}
}
