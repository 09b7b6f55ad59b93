package paper

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"footprint/domain/document"
)

func TestMarkdownReadsWell(t *testing.T) {
	t.Parallel()
	d := review()
	d.Body = append(d.Body, document.Table{Head: []string{"A|B", "C"}, Rows: [][]string{{"one\ntwo", `x\|y`}}},
		document.Paragraph{Text: "1. Not a list\n# nor a heading, at 10:30\n\nend"})
	want := "# Record of the review\n\nAisha, second review\n\n" +
		"- **Child:** Aisha Hussain\n- **Carer:** Tŷ Gŵyr\\\n  Lłódź\n\n## Decisions\n\n### Health\n\n#### Teeth\n\n" +
		"* a\n* b\n\n1. one\n2. two\n\nbetween\n\n1) one again\n\n" +
		"| Decision | Who |\n| --- | --- |\n| Visit | Łukasz |\n| Write | Siân |\n\n|  |\n| --- |\n| no head |\n\n" +
		strings.Repeat(strings.Repeat("_", 76)+"\n\n", 4) +
		"| A\\|B | C |\n| --- | --- |\n| one<br>two | x\\\\\\|y |\n\n1\\. Not a list\\\n\\# nor a heading, at 10:30\n\nend\n\nPrivate\n"
	if got := written(t, Markdown, d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextReadsWellAloud(t *testing.T) {
	t.Parallel()
	d := review()
	d.Body = append(d.Body[:len(d.Body)-1], document.Table{Head: []string{"Nothing yet?", "Who"}},
		document.Paragraph{Text: strings.Repeat("word ", 16) + "\n\nend"})
	want := "Record of the review\n\nAisha, second review\n\nChild: Aisha Hussain\nCarer: Tŷ Gŵyr\n  Lłódź\n\n\nDecisions\n\nHealth\n\nTeeth\n\n" +
		"- a\n- b\n\n1. one\n2. two\n\nbetween\n\n1. one again\n\nDecision: Visit\nWho: Łukasz\n\nDecision: Write\nWho: Siân\n\nno head\n\n" +
		"Nothing yet?\nWho:\n\n" + strings.TrimSpace(strings.Repeat("word ", 15)) + "\nword\n\nend\n\n\nPrivate\n"
	if got := written(t, Text, d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// bare takes the backslashes away again, and tells whether a sign that means
// something stood without one.
func bare(line string) (text string, open bool) {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\' && i+1 < len(line):
			i++
		case strings.IndexByte("\\`*_[<|~#${", line[i]) >= 0:
			open = true
		}
		b.WriteByte(line[i])
	}
	return b.String(), open
}

func FuzzMarkdown(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, line := range strings.Split(clean(text), "\n") {
			out := plain(line)
			if got, open := bare(out); got != line || open || listMark(out) >= 0 {
				t.Errorf("%q became %q", line, out)
			}
			if cell := inline(line); strings.Count(tableRow([]string{line, line}), cell) < 2 {
				t.Errorf("%q is not in its row", line)
			}
		}
		if r, found := steering(written(t, Markdown, everything(text))); found {
			t.Errorf("%U is in the file", r)
		}
	})
}

func FuzzText(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out := written(t, Text, everything(text))
		if r, found := steering(out); found {
			t.Errorf("%U is in the file", r)
		}
		for _, line := range strings.Split(out, "\n") {
			if ansi.StringWidth(line) > textColumns {
				t.Errorf("%q is too wide", line)
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if want := squeeze(clean(text)); !strings.Contains(squeeze(out), want) {
			t.Errorf("%q is not in the file", want)
		}
	})
}
