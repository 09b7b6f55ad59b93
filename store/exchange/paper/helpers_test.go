package paper

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"footprint/domain/document"
	"footprint/domain/workday"
)

// hostile holds texts that must stay texts.
var hostile = []string{
	"<script>alert(1)</script>", "</title></style><img src=x onerror=alert(1)>", "]]>&amp;&#0;&lt;", `"quoted' \"`,
	"a\x00b\x1b[31mred\x1b[0m\x1b]0;title\x07\x9b2J\u009b2Jc\u0085d", "x\u202Eevil\u202C\u2066y\u2069", "\xff\xfe\xc3(", "\ufffe\uffff\U0001ffff",
	"# head\n- item\n1. one\n> said\n===\n---\n***\n    code", "a | b\n--- | ---", "![x](http://a.b) [y]: /z www.a.b a@b.c :smile: &copy; $x$ ~~z~~",
	"\\", "`", "tab\tand\vand\fand\r\nand\u2028end", "ŵ ŷ Łódź żółć", "عائشة حسين", "Aisha (عائشة) 12", strings.Repeat("longword", 400), "漢字" + strings.Repeat("漢", 200),
	"a\n\n\nb\n", " \n\t\n ", "ني\u200cم \u200dx", "e" + strings.Repeat("\u0301", 50), "{{.X}} %s %d", "CON", "../../etc/passwd",
}

// everything is a paper with every kind of block, the text in each of its places.
func everything(text string) document.Document {
	day, _ := workday.Of(2026, 1, 5)
	return document.Document{
		Title: text, Subtitle: text, Foot: text, Language: text, Author: text, Date: day,
		Body: []document.Block{
			document.Heading{Level: 1, Text: text}, document.Heading{Level: 9, Text: text}, document.Paragraph{Text: text},
			document.List{Items: []string{text, "", "plain"}}, document.List{Numbered: true, Items: []string{text, text}},
			document.Table{Head: []string{text, "b"}, Widths: []int{1, 3}, Rows: [][]string{{text, text}, {text}}},
			document.Table{Rows: [][]string{{text, text, text}}}, document.Table{Head: []string{text}}, document.Table{},
			document.PageBreak{}, document.Facts{Rows: []document.Fact{{Label: text, Text: text}, {Label: "", Text: text}}},
			document.Blank{Lines: 3}, document.PageBreak{}, document.List{}, document.Facts{}, document.Paragraph{},
		},
	}
}

// written gives the paper as a file, and holds that it comes out twice alike.
func written(t *testing.T, f Format, d document.Document) string {
	t.Helper()
	one, err := Bytes(f, d)
	if err != nil {
		t.Fatal(err)
	}
	two, err := Bytes(f, d)
	if err != nil || !bytes.Equal(one, two) {
		t.Fatalf("the second %s differs from the first (%v)", f, err)
	}
	return string(one)
}

// node is one element of a file of XML.
type node struct {
	name     string
	attr     map[string]string
	children []*node
	text     string // of this element, not of those within it
}

// all lists every element of that name, in order, n itself included.
func (n *node) all(name string) []*node {
	var out []*node
	if n.name == name {
		out = append(out, n)
	}
	for _, c := range n.children {
		out = append(out, c.all(name)...)
	}
	return out
}

// words is every text within the element.
func (n *node) words() string {
	out := n.text
	for _, c := range n.children {
		out += c.words()
	}
	return out
}

func (n *node) has(name string) bool { return len(n.all(name)) > 0 }

// value is the w:val of the first element of that name, or "".
func (n *node) value(name string) string {
	if found := n.all(name); len(found) > 0 {
		return found[0].attr["val"]
	}
	return ""
}

// parsed reads a whole file of XML, or of HTML when loose.
func parsed(t *testing.T, text string, loose bool) *node {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(text))
	if loose {
		dec.Strict, dec.AutoClose, dec.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	}
	root := &node{}
	open := []*node{root}
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return root
		}
		if err != nil {
			t.Fatalf("not well formed: %v", err)
		}
		top := open[len(open)-1]
		switch x := token.(type) {
		case xml.StartElement:
			n := &node{name: x.Name.Local, attr: map[string]string{}}
			for _, a := range x.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text += string(x)
		}
	}
}

// parts opens a Word file and reads every part of it.
func parts(t *testing.T, d document.Document) map[string]*node {
	t.Helper()
	text := written(t, Word, d)
	z, err := zip.NewReader(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*node{}
	for _, f := range z.File {
		if !f.Modified.Equal(packed) {
			t.Errorf("%s bears the day %v", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = parsed(t, string(b), false)
	}
	return out
}

// steering finds a character that may be in no file: one that steers a terminal
// or turns the writing direction. A line feed is none.
func steering(s string) (rune, bool) {
	for _, r := range s {
		if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return r, true
		}
	}
	return 0, false
}
