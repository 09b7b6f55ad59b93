//go:build unix

package main

import (
	"bufio"
	"strings"
	"testing"

	"github.com/creack/pty"

	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/store/exchange/paper"
)

// TestPapersOnATerminal: a Word file is not shown on one, and the sentences that
// stopped a paper are, without --out too.
func TestPapersOnATerminal(t *testing.T) {
	t.Parallel()
	ptm, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo terminal here: %v", err)
	}
	t.Cleanup(func() { _, _ = ptm.Close(), tty.Close() })
	env, _, _ := testEnvironment(t)
	env.out = tty
	for format, want := range map[string]fault.Code{"docx": fault.Usage, "word": fault.Usage, "": "", "txt": "", "html": ""} {
		cmd := recordCommand(env)
		if err := cmd.Flags().Set("format", format); err != nil {
			t.Fatal(err)
		}
		cmd.Flags().Lookup("format").Changed = format != ""
		if _, err := (&paperFlags{format: format}).outlet(env, cmd); fault.CodeOf(err) != want {
			t.Errorf("%q: %v", format, err)
		}
	}
	d := document.Document{Body: []document.Block{document.Heading{Level: 1, Text: "Views"}, document.Paragraph{Text: "She is at 12 Canary Lane."}}}
	err = env.notMade([]document.Leak{{Sentence: "She is at 12 Canary Lane.", What: "the placement's address"}}, d, outlet{format: paper.Text})
	if fault.CodeOf(err) != fault.Refused || strings.Contains(fault.Words(err), "Canary") {
		t.Errorf("%v", err)
	}
	var seen strings.Builder
	for in := bufio.NewScanner(ptm); !strings.Contains(seen.String(), "Canary") && in.Scan(); {
		seen.WriteString(in.Text() + "\n")
	}
	if !strings.Contains(seen.String(), `the placement's address, under "Views":`) {
		t.Errorf("the terminal shows %q", seen.String())
	}
}
