// Package document is every paper the program makes, as a neutral tree: the
// record of a review, its decisions, the letters and the forms. What a paper
// says, who may have which copy of it, and the guard that stops one from
// telling what its reader must not learn are decided here; how it looks in
// Word, HTML, Markdown or plain text is store/exchange's.
//
// It reads a case, the practice and a day, and gives a tree or a coded error.
// It may touch the other domain packages; never a clock, a disk or a screen.
package document

import (
	"slices"

	"footprint/domain/workday"
)

// Document is one paper, ready to be written in any format.
type Document struct {
	Title    string
	Subtitle string       // whose and when, on the line below the title
	Foot     string       // beside the page number, such as "Private"
	Language string       // BCP 47: "en-GB" unless it was written in another
	Author   string       // who made it, for the file's properties
	Date     workday.Date // the day it was made
	Body     []Block
}

// English is the language of every paper that says no other.
const English = "en-GB"

// Block is one piece of a paper's body.
type Block interface {
	// texts yields every text of the block, in reading order.
	texts(yield func(string) bool) bool
	// mapped gives the block with every text changed by f.
	mapped(f func(string) string) Block
}

// Heading begins a section. Level 1 is a section of the paper, 2 and 3 lie
// within it.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text; a line feed in it is a line break.
type Paragraph struct{ Text string }

// List is short items, with bullets or with numbers.
type List struct {
	Numbered bool
	Items    []string
}

// Table has a header that is repeated on every page; a row is never divided
// between pages. Widths are shares of the page's width, one a column; none
// gives every column the same.
type Table struct {
	Head   []string
	Widths []int
	Rows   [][]string
}

// Facts is a list of names and what is said of each, a table without a header.
type Facts struct{ Rows []Fact }

// Fact is one line of Facts.
type Fact struct{ Label, Text string }

// Blank is room to write by hand, so many lines of it, on forms.
type Blank struct{ Lines int }

// PageBreak begins a new page.
type PageBreak struct{}

func (b Heading) texts(yield func(string) bool) bool   { return yield(b.Text) }
func (b Paragraph) texts(yield func(string) bool) bool { return yield(b.Text) }
func (b List) texts(yield func(string) bool) bool      { return each(b.Items, yield) }
func (Blank) texts(func(string) bool) bool             { return true }
func (PageBreak) texts(func(string) bool) bool         { return true }

func (b Table) texts(yield func(string) bool) bool {
	return each(b.Head, yield) && each(slices.Concat(b.Rows...), yield)
}

func (b Facts) texts(yield func(string) bool) bool {
	for _, f := range b.Rows {
		if !yield(f.Label) || !yield(f.Text) {
			return false
		}
	}
	return true
}

func each(texts []string, yield func(string) bool) bool {
	for _, t := range texts {
		if !yield(t) {
			return false
		}
	}
	return true
}

func (b Heading) mapped(f func(string) string) Block   { return Heading{b.Level, f(b.Text)} }
func (b Paragraph) mapped(f func(string) string) Block { return Paragraph{f(b.Text)} }
func (b List) mapped(f func(string) string) Block      { return List{b.Numbered, changed(b.Items, f)} }
func (b Blank) mapped(func(string) string) Block       { return b }
func (b PageBreak) mapped(func(string) string) Block   { return b }

func (b Table) mapped(f func(string) string) Block {
	rows := make([][]string, len(b.Rows))
	for i, row := range b.Rows {
		rows[i] = changed(row, f)
	}
	return Table{Head: changed(b.Head, f), Widths: b.Widths, Rows: rows}
}

func (b Facts) mapped(f func(string) string) Block {
	rows := make([]Fact, len(b.Rows))
	for i, row := range b.Rows {
		rows[i] = Fact{f(row.Label), f(row.Text)}
	}
	return Facts{rows}
}

func changed(texts []string, f func(string) string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = f(t)
	}
	return out
}

// mapped gives the paper with every text of its body, its title and the line
// below changed by f.
func (d Document) mapped(f func(string) string) Document {
	d.Title, d.Subtitle = f(d.Title), f(d.Subtitle)
	body := make([]Block, len(d.Body))
	for i, b := range d.Body {
		body[i] = b.mapped(f)
	}
	d.Body = body
	return d
}

// Texts yields every text of the paper in reading order, its title first.
func (d Document) Texts(yield func(string) bool) {
	if !yield(d.Title) || !yield(d.Subtitle) {
		return
	}
	for _, b := range d.Body {
		if !b.texts(yield) {
			return
		}
	}
}

// Sections lists the paper's sections by their headings of the first level.
func (d Document) Sections() []string {
	var out []string
	for _, b := range d.Body {
		if h, ok := b.(Heading); ok && h.Level == 1 {
			out = append(out, h.Text)
		}
	}
	return out
}

// Without gives the paper with these sections left out whole.
func (d Document) Without(sections ...string) Document {
	var body []Block
	out := false
	for _, b := range d.Body {
		if h, ok := b.(Heading); ok && h.Level == 1 {
			out = slices.Contains(sections, h.Text)
		}
		if !out {
			body = append(body, b)
		}
	}
	d.Body = body
	return d
}
