package paper

import (
	"slices"

	"footprint/domain/document"
	"footprint/domain/fault"
)

// writer is one format. It is given the paper's blocks in order, cleaned and
// whole: no block is empty, a level is 1 to 3 and every row of a table is as
// long as its head.
type writer interface {
	heading(level int, text string)
	paragraph(text string)
	list(numbered bool, items []string)
	table(t document.Table)
	facts(rows []document.Fact)
	blank(lines int)
	pageBreak()
	finish() ([]byte, error)
}

// front is the paper with its title and the lines around the body made safe. A
// language that is not one is English.
func front(d document.Document) document.Document {
	d.Title, d.Subtitle = clean(d.Title), clean(d.Subtitle)
	d.Foot, d.Author = oneLine(d.Foot), oneLine(d.Author)
	if !isLanguage(d.Language) {
		d.Language = document.English
	}
	return d
}

// put hands one block to the writer. A block it does not know is an error, not
// a gap in somebody's record.
func put(w writer, b document.Block) error {
	switch b := b.(type) {
	case document.Heading:
		if text := oneLine(b.Text); text != "" {
			w.heading(min(max(b.Level, 1), 3), text)
		}
	case document.Paragraph:
		if text := clean(b.Text); text != "" {
			w.paragraph(text)
		}
	case document.List:
		if items := cleanAll(b.Items); len(items) > 0 {
			w.list(b.Numbered, items)
		}
	case document.Table:
		if t := squared(b); len(t.Widths) > 0 {
			w.table(t)
		}
	case document.Facts:
		rows := make([]document.Fact, len(b.Rows))
		for i, f := range b.Rows {
			rows[i] = document.Fact{Label: oneLine(f.Label), Text: clean(f.Text)}
		}
		if len(rows) > 0 {
			w.facts(rows)
		}
	case document.Blank:
		if b.Lines > 0 {
			w.blank(min(b.Lines, mostLines))
		}
	case document.PageBreak:
		w.pageBreak()
	default:
		return fault.New(fault.BadInput, "The paper holds something that cannot be written.", "This is a fault in the program: please report it.")
	}
	return nil
}

// mostLines bounds the room to write by hand: a slip must not fill the disk.
const mostLines = 500

// squared gives the table with every text cleaned, every row and the head (if
// there is one) of the same length, and a width for each column. Widths that do
// not fit the columns give each the same.
func squared(t document.Table) document.Table {
	columns := len(t.Head)
	for _, row := range t.Rows {
		columns = max(columns, len(row))
	}
	fill := func(cells []string) []string {
		return append(cleanAll(cells), make([]string, columns-len(cells))...)
	}
	out := document.Table{Widths: t.Widths, Rows: make([][]string, len(t.Rows))}
	if len(t.Head) > 0 {
		out.Head = fill(t.Head)
	}
	for i, row := range t.Rows {
		out.Rows[i] = fill(row)
	}
	if len(t.Widths) != columns || slices.ContainsFunc(t.Widths, func(w int) bool { return w < 1 || w > 1e6 }) {
		out.Widths = slices.Repeat([]int{1}, columns)
	}
	return out
}

// divide shares a whole among columns by their widths; nothing is lost to
// rounding.
func divide(whole int, widths []int) []int {
	total := 0
	for _, w := range widths {
		total += w
	}
	out := make([]int, len(widths))
	sum, given := 0, 0
	for i, w := range widths {
		sum += w
		out[i] = whole*sum/total - given
		given += out[i]
	}
	return out
}
