package paper

import (
	_ "embed"
	"fmt"
	"html"
	"strings"

	"footprint/domain/document"
)

// css is the look of the page, on a screen and on A4.
//
//go:embed web.css
var css string

// policy lets the page do nothing at all but use the style it holds, should
// text ever get past the escaping.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

// htmlWriter writes one page that stands alone: no script, nothing fetched.
// Every text block finds its own direction.
type htmlWriter struct {
	paper   document.Document
	body    strings.Builder
	newPage bool // the next block begins a page
}

func newHTML(d document.Document) writer {
	w := &htmlWriter{paper: d}
	if d.Title != "" {
		w.element("h1", "", d.Title)
	}
	if d.Subtitle != "" {
		w.element("p", `class="subtitle"`, d.Subtitle)
	}
	return w
}

// markup makes a text safe within the page; a line feed breaks the line.
func markup(s string) string {
	return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>\n")
}

// element writes one text block.
func (w *htmlWriter) element(name, attributes, text string) {
	w.open()
	if attributes != "" {
		attributes = " " + attributes
	}
	fmt.Fprintf(&w.body, "<%s dir=\"auto\"%s>%s</%[1]s>\n", name, attributes, markup(text))
}

// open begins a new page if one was asked for.
func (w *htmlWriter) open() {
	if w.newPage {
		w.body.WriteString("<div class=\"page\"></div>\n")
		w.newPage = false
	}
}

// heading leaves h1 to the title, so that a section is found one level below.
func (w *htmlWriter) heading(level int, text string) {
	w.element(fmt.Sprintf("h%d", level+1), "", text)
}

func (w *htmlWriter) paragraph(text string) { w.element("p", "", text) }

func (w *htmlWriter) list(numbered bool, items []string) {
	name := "ul"
	if numbered {
		name = "ol"
	}
	w.open()
	w.body.WriteString("<" + name + ">\n")
	for _, item := range items {
		w.element("li", "", item)
	}
	w.body.WriteString("</" + name + ">\n")
}

func (w *htmlWriter) table(t document.Table) {
	w.openTable(t.Widths)
	if t.Head != nil {
		w.body.WriteString("<thead>\n<tr>\n")
		for _, cell := range t.Head {
			w.element("th", `scope="col"`, cell)
		}
		w.body.WriteString("</tr>\n</thead>\n")
	}
	w.body.WriteString("<tbody>\n")
	for _, row := range t.Rows {
		w.body.WriteString("<tr>\n")
		for _, cell := range row {
			w.element("td", "", cell)
		}
		w.body.WriteString("</tr>\n")
	}
	w.body.WriteString("</tbody>\n</table>\n")
}

func (w *htmlWriter) facts(rows []document.Fact) {
	w.openTable([]int{labelShare, textShare})
	w.body.WriteString("<tbody>\n")
	for _, f := range rows {
		w.body.WriteString("<tr>\n")
		w.element("th", `scope="row"`, f.Label)
		w.element("td", "", f.Text)
		w.body.WriteString("</tr>\n")
	}
	w.body.WriteString("</tbody>\n</table>\n")
}

func (w *htmlWriter) openTable(shares []int) {
	w.open()
	w.body.WriteString("<table>\n<colgroup>")
	for _, percent := range divide(100, shares) {
		fmt.Fprintf(&w.body, `<col style="width:%d%%">`, percent)
	}
	w.body.WriteString("</colgroup>\n")
}

func (w *htmlWriter) blank(lines int) {
	w.open()
	w.body.WriteString("<div class=\"lines\">\n" + strings.Repeat("<div class=\"line\"></div>\n", lines) + "</div>\n")
}

func (w *htmlWriter) pageBreak() { w.newPage = true }

func (w *htmlWriter) finish() ([]byte, error) {
	direction := "ltr"
	if rightToLeft(w.paper.Language) {
		direction = "rtl"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", html.EscapeString(w.paper.Language), direction)
	fmt.Fprintf(&b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy)
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	fmt.Fprintf(&b, "<meta name=\"author\" content=\"%s\">\n<title>%s</title>\n", html.EscapeString(w.paper.Author), html.EscapeString(oneLine(w.paper.Title)))
	b.WriteString("<style>\n" + css + w.paged() + "</style>\n</head>\n<body>\n<main>\n" + w.body.String() + "</main>\n")
	if w.paper.Foot != "" {
		fmt.Fprintf(&b, "<footer dir=\"auto\">%s</footer>\n", markup(w.paper.Foot))
	}
	b.WriteString("</body>\n</html>\n")
	return []byte(b.String()), nil
}

// paged is the style of the printed page: A4, with its number and the paper's
// foot where the browser can print them.
func (w *htmlWriter) paged() string {
	number := `"Page " counter(page) " of " counter(pages)`
	if !isEnglish(w.paper.Language) {
		number = `counter(page) " / " counter(pages)`
	}
	const look = "font-size: 9pt; color: #595959;"
	return fmt.Sprintf("@page { size: A4; margin: 20mm; @bottom-left { %s content: %s; } @bottom-right { %[1]s content: %[3]s; } }\n",
		look, cssString(w.paper.Foot), number)
}

// cssString writes a text as a string of a style sheet. All but plain letters,
// digits and spaces is written as a number, so nothing can end the string or
// the sheet.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == ' ', r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\%x `, r) // the space ends the number and is no part of the text
		}
	}
	b.WriteByte('"')
	return b.String()
}
