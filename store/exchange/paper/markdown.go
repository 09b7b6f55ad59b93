package paper

import (
	"strconv"
	"strings"

	"footprint/domain/document"
)

// markdownWriter writes Markdown that reads well as it is: CommonMark, with the
// tables most programs know.
type markdownWriter struct {
	foot  string
	body  strings.Builder
	other bool // the list before had the usual marks, so the next has others
}

func newMarkdown(d document.Document) writer {
	w := &markdownWriter{foot: d.Foot}
	if title := oneLine(d.Title); title != "" {
		w.block("# " + inline(title))
	}
	if d.Subtitle != "" {
		w.paragraph(d.Subtitle)
	}
	return w
}

// block writes a block and the empty line that parts it from the next.
func (w *markdownWriter) block(text string) {
	if w.body.Len() > 0 {
		w.body.WriteByte('\n')
	}
	w.body.WriteString(text + "\n")
}

// heading leaves the first level to the title.
func (w *markdownWriter) heading(level int, text string) {
	w.block(strings.Repeat("#", level+1) + " " + inline(text))
}

func (w *markdownWriter) paragraph(text string) { w.block(lines(text, "")) }

// lines writes a text of several lines; those after the first begin with the
// indent. Where a line ends, so it does for the reader.
func lines(text, indent string) string {
	out := eachLine(text, plain)
	for i := range out {
		if i+1 < len(out) && out[i] != "" && out[i+1] != "" {
			out[i] += `\`
		}
		if i > 0 && out[i] != "" {
			out[i] = indent + out[i]
		}
	}
	return strings.Join(out, "\n")
}

// marks gives the marks of the next list, unlike those of the list before it:
// with the same marks the two would be read as one.
func (w *markdownWriter) marks() (bullet, stop string) {
	w.other = !w.other
	if w.other {
		return "- ", ". "
	}
	return "* ", ") "
}

func (w *markdownWriter) list(numbered bool, items []string) {
	bullet, stop := w.marks()
	var out []string
	for i, item := range items {
		mark := bullet
		if numbered {
			mark = strconv.Itoa(i+1) + stop
		}
		out = append(out, strings.TrimSpace(mark+lines(item, strings.Repeat(" ", len(mark)))))
	}
	w.block(strings.Join(out, "\n"))
}

func (w *markdownWriter) table(t document.Table) {
	head := t.Head
	if head == nil {
		head = make([]string, len(t.Widths)) // a table must have one
	}
	out := []string{tableRow(head), "|" + strings.Repeat(" --- |", len(head))}
	for _, row := range t.Rows {
		out = append(out, tableRow(row))
	}
	w.block(strings.Join(out, "\n"))
}

func tableRow(cells []string) string {
	var b strings.Builder
	for _, cell := range cells {
		b.WriteString("| " + strings.Join(eachLine(cell, inline), "<br>") + " ")
	}
	return b.String() + "|"
}

func (w *markdownWriter) facts(rows []document.Fact) {
	mark, _ := w.marks()
	var out []string
	for _, f := range rows {
		label := ""
		if f.Label != "" {
			label = "**" + inline(labelled(f.Label)) + "** "
		}
		out = append(out, strings.TrimSpace(mark+label+lines(f.Text, "  ")))
	}
	w.block(strings.Join(out, "\n"))
}

func (w *markdownWriter) blank(lines int) {
	for range lines {
		w.block(strings.Repeat("_", textColumns))
	}
}

// pageBreak does nothing: Markdown has no pages.
func (w *markdownWriter) pageBreak() {}

func (w *markdownWriter) finish() ([]byte, error) {
	if w.foot != "" {
		w.paragraph(w.foot)
	}
	return []byte(w.body.String()), nil
}

// eachLine escapes a text line by line.
func eachLine(text string, escape func(string) string) []string {
	out := strings.Split(text, "\n")
	for i, line := range out {
		out[i] = escape(line)
	}
	return out
}

// plain writes the beginning of a line, or a whole one, so that every sign in it
// is a sign and nothing becomes markup or a link. Only e-mail addresses stay as
// they are: the programs that make links of them heed no backslash.
func plain(line string) string { return escape(line, listMark(line)) }

// inline is plain for a text that never begins a line.
func inline(line string) string { return escape(line, -1) }

// escape puts a backslash before the byte at first and before every other that
// means something. Only those are escaped, so that the text can still be read
// as it is.
func escape(line string, first int) string {
	var b strings.Builder
	for i, r := range line {
		if i == first || signs(line, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// listMark gives the place of the sign that makes the line the item of a list, a
// quotation or an underlining, or -1.
func listMark(line string) int {
	if line != "" && strings.ContainsRune("-+=:>", rune(line[0])) {
		return 0
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') {
		return digits
	}
	return -1
}

// signs reports whether the byte at i means something to a Markdown reader.
func signs(line string, i int) bool {
	next := byte(0)
	if i+1 < len(line) {
		next = line[i+1]
	}
	letter := next|0x20 >= 'a' && next|0x20 <= 'z'
	switch line[i] {
	case '\\', '`', '*', '_', '[', ']', '<', '|', '~', '#', '$', '{':
		return true
	case '&':
		return letter || next == '#'
	case ':': // a link, or the name of a small picture
		return letter || next == '/' || next == '+'
	case '.':
		return i >= 3 && strings.EqualFold(line[i-3:i], "www")
	}
	return false
}
