package paper

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"footprint/domain/document"
)

// textColumns is how wide plain text is laid out: it fits a window of 80.
const textColumns = 76

// textWriter writes plain text that a screen reader speaks well: no boxes and
// no columns, and each cell of a table with the name of its column.
type textWriter struct {
	foot string
	body strings.Builder
}

func newText(d document.Document) writer {
	w := &textWriter{foot: d.Foot}
	for _, text := range []string{d.Title, d.Subtitle} {
		if text != "" {
			w.paragraph(text)
		}
	}
	return w
}

// gap writes the empty line between blocks, none before the first.
func (w *textWriter) gap() {
	if w.body.Len() > 0 {
		w.body.WriteByte('\n')
	}
}

// item writes a mark, such as the name of a column, and its text beside it; the
// lines after the first stand under the indent. Nothing at all is not written.
func (w *textWriter) item(mark, indent, text string) {
	if text = strings.TrimSpace(mark + text); text != "" {
		w.body.WriteString(wrapped(text, indent) + "\n")
	}
}

// heading of a section stands two lines below what came before.
func (w *textWriter) heading(level int, text string) {
	w.gap()
	if level == 1 {
		w.gap()
	}
	w.item("", "", text)
}

func (w *textWriter) paragraph(text string) {
	w.gap()
	w.item("", "", text)
}

func (w *textWriter) list(numbered bool, items []string) {
	w.gap()
	for i, item := range items {
		mark := "- "
		if numbered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		w.item(mark, strings.Repeat(" ", len(mark)), item)
	}
}

// table writes each row as lines of its own; one without rows still shows what
// it would have held.
func (w *textWriter) table(t document.Table) {
	rows := t.Rows
	if len(rows) == 0 {
		rows = [][]string{make([]string, len(t.Head))}
	}
	for _, row := range rows {
		w.gap()
		for i, cell := range row {
			name := ""
			if t.Head != nil {
				name = labelled(t.Head[i])
			}
			w.item(name+" ", "  ", cell)
		}
	}
}

func (w *textWriter) facts(rows []document.Fact) {
	w.gap()
	for _, f := range rows {
		w.item(labelled(f.Label)+" ", "  ", f.Text)
	}
}

func (w *textWriter) blank(lines int) {
	for range lines {
		w.gap()
		w.body.WriteString(strings.Repeat("_", textColumns) + "\n")
	}
}

// pageBreak does nothing: plain text has no pages.
func (w *textWriter) pageBreak() {}

func (w *textWriter) finish() ([]byte, error) {
	if w.foot != "" {
		w.gap()
		w.paragraph(w.foot)
	}
	return []byte(w.body.String()), nil
}

// labelled gives the name of a column or a fact as it stands before its text.
func labelled(name string) string {
	if name == "" || strings.ContainsRune(":?!.", rune(name[len(name)-1])) {
		return name
	}
	return name + ":"
}

// wrapped breaks every line of a text between words, and a word only when no
// line could hold it. Every line but the first begins with the indent.
func wrapped(text, indent string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		at := 0 // columns taken on this line
		for j, word := range pieces(line, textColumns-len(indent)) {
			wide := ansi.StringWidth(word)
			switch {
			case j > 0 && at+1+wide <= textColumns:
				b.WriteByte(' ')
				at++
			case j > 0 || i > 0:
				b.WriteString("\n" + indent)
				at = len(indent)
			}
			b.WriteString(word)
			at += wide
		}
		if i > 0 && line == "" {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// pieces gives the words of a line, those wider than most cut to fit.
func pieces(line string, most int) []string {
	var out []string
	for _, word := range strings.Fields(line) {
		if len(word) > most && ansi.StringWidth(word) > most {
			out = append(out, strings.Split(ansi.Hardwrap(word, most, true), "\n")...)
		} else {
			out = append(out, word)
		}
	}
	return out
}
