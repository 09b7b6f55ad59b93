package paper

import (
	"fmt"
	"strings"

	"footprint/domain/document"
	"footprint/tui/kit"
)

// The columns of a paper on screen: headings stand out to the left of what is
// under them, and no line is longer than is read with ease.
const (
	headingsAt = 3
	textAt     = 5
	widest     = 92
	narrowCell = 14 // a table with a narrower column is told row by row
)

// reading lays a paper out as lines to read.
type reading struct {
	th  *kit.Theme
	w   int
	out []string

	last document.Block // the one before
}

// lay gives the lines of a paper for a width.
func lay(th *kit.Theme, d document.Document, w int) []string {
	r := reading{th: th, w: max(min(w-textAt-2, widest), 1)}
	r.put(headingsAt, kit.Strong, d.Title)
	if d.Subtitle != "" {
		r.put(headingsAt, kit.Normal, d.Subtitle)
	}
	for _, b := range d.Body {
		r.block(b)
		r.last = b
	}
	if d.Foot != "" {
		r.gap()
		r.put(headingsAt, kit.Dim, d.Foot)
	}
	return r.out
}

func (r *reading) gap() { r.out = append(r.out, "") }

// put adds a text, wrapped.
func (r *reading) put(at int, tone kit.Tone, text string) {
	for _, l := range kit.Wrap(kit.CleanLines(text), r.w) {
		r.out = append(r.out, strings.Repeat(" ", at)+r.th.Paint(tone, l))
	}
}

// hang adds a text with a mark before it; its further lines stand under its
// first.
func (r *reading) hang(at int, mark, text string) {
	mark = kit.Clean(mark)
	in := kit.Width(mark)
	for i, l := range kit.Wrap(kit.CleanLines(text), max(r.w-in-at+textAt, 1)) {
		if i > 0 {
			mark = strings.Repeat(" ", in)
		}
		r.out = append(r.out, strings.Repeat(" ", at)+mark+l)
	}
}

func (r *reading) block(b document.Block) {
	switch b := b.(type) {
	case document.Heading:
		r.gap()
		if b.Level == 1 {
			r.put(headingsAt, kit.Strong, strings.ToUpper(b.Text))
			return
		}
		r.put(headingsAt, kit.Strong, b.Text)
	case document.Paragraph:
		r.spaced()
		r.put(textAt, kit.Normal, b.Text)
	case document.List:
		r.spaced()
		for i, item := range b.Items {
			mark := "- "
			if b.Numbered {
				mark = fmt.Sprintf("%d. ", i+1)
			}
			r.hang(textAt, mark, item)
		}
	case document.Table:
		r.table(b)
	case document.Facts:
		if _, more := r.last.(document.Facts); !more {
			r.spaced()
		}
		for _, f := range b.Rows {
			r.hang(textAt, f.Label+": ", f.Text)
		}
	case document.Blank:
		for range b.Lines {
			r.gap()
			r.put(textAt, kit.Dim, strings.Repeat("_", r.w))
		}
	case document.PageBreak:
		r.spaced()
		r.put(textAt, kit.Dim, "- - -  a new page  - - -")
	}
}

// spaced leaves a line free, but not under a heading.
func (r *reading) spaced() {
	if !r.under() {
		r.gap()
	}
}

// under reports whether a heading was the last.
func (r *reading) under() bool {
	_, is := r.last.(document.Heading)
	return is
}

// table lays columns side by side where each has room, else tells row by row.
func (r *reading) table(t document.Table) {
	widths := shares(t, r.w)
	if widths == nil {
		for i, row := range t.Rows {
			if i > 0 || !r.under() {
				r.gap()
			}
			for i, cell := range row {
				if cell != "" && i < len(t.Head) {
					r.hang(textAt, t.Head[i]+": ", cell)
				}
			}
		}
		return
	}
	r.spaced()
	r.row(t.Head, widths, kit.Dim)
	for _, row := range t.Rows {
		r.row(row, widths, kit.Normal)
	}
}

// shares gives the columns of a table their room, nil when one would have too
// little.
func shares(t document.Table, w int) []int {
	n := len(t.Head)
	if n == 0 {
		return nil
	}
	sum, parts := 0, make([]int, n)
	for i := range parts {
		parts[i] = 1
		if len(t.Widths) == n {
			parts[i] = t.Widths[i]
		}
		sum += parts[i]
	}
	for i := range parts {
		parts[i] = (w - 2*(n-1)) * parts[i] / max(sum, 1)
		if parts[i] < narrowCell {
			return nil
		}
	}
	return parts
}

func (r *reading) row(cells []string, widths []int, tone kit.Tone) {
	lines := 0
	columns := make([][]string, len(widths))
	for i := range widths {
		if i < len(cells) {
			columns[i] = kit.Wrap(kit.CleanLines(cells[i]), widths[i])
		}
		lines = max(lines, len(columns[i]))
	}
	for at := range lines {
		var b strings.Builder
		for i, w := range widths {
			text := ""
			if at < len(columns[i]) {
				text = columns[i][at]
			}
			b.WriteString(kit.Pad(r.th.Paint(tone, text), w+2))
		}
		r.out = append(r.out, strings.Repeat(" ", textAt)+strings.TrimRight(b.String(), " "))
	}
}
