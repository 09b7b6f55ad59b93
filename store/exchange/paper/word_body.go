package paper

import (
	"fmt"
	"strings"

	"footprint/domain/document"
)

// The page, in twentieths of a point: A4 with margins of two centimetres.
const (
	pageWide, pageHigh = 11906, 16838
	margin             = 1134
	textWide           = pageWide - 2*margin
)

// labelShare and textShare divide the page between a fact's label and its text.
const labelShare, textShare = 3, 7

// wordWriter writes the body of a Word file. Word's schema fixes the order of
// the properties within a paragraph, a run and a table; it is kept here.
type wordWriter struct {
	paper       document.Document
	left, right string // the languages of texts that run from the left and from the right
	turned      bool   // the paper runs from right to left
	body        strings.Builder
	numbered    int  // numbered lists so far
	newPage     bool // the next block begins a page
}

func newWord(d document.Document) writer {
	w := &wordWriter{paper: d, left: d.Language, right: strings.Trim(rightLanguage, `"`), turned: rightToLeft(d.Language)}
	if w.turned {
		w.left, w.right = document.English, d.Language
	}
	w.paragraphIn("Title", d.Title)
	w.paragraphIn("Subtitle", d.Subtitle)
	return w
}

func (w *wordWriter) heading(level int, text string) {
	w.paragraphIn(fmt.Sprintf("Heading%d", level), text)
}

func (w *wordWriter) paragraph(text string) { w.styled("Normal", "", text) }

// paragraphIn writes a paragraph of a style, unless it would be empty.
func (w *wordWriter) paragraphIn(style, text string) {
	if text != "" {
		w.styled(style, "", text)
	}
}

// styled writes a paragraph. number is its place in a list, or "".
func (w *wordWriter) styled(style, number, text string) {
	w.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>`)
	if w.newPage {
		w.body.WriteString(`<w:pageBreakBefore/>`)
		w.newPage = false
	}
	w.body.WriteString(number)
	right := turns(text, w.turned)
	if right {
		w.body.WriteString(`<w:bidi/>`)
	}
	w.body.WriteString(`</w:pPr>` + w.runs(text, right) + `</w:p>`)
}

// runs gives the text in pieces of one direction each; Word lays out a piece
// from right to left only when it is told to. A line feed breaks the line.
func (w *wordWriter) runs(text string, right bool) string {
	if text == "" {
		return ""
	}
	var b strings.Builder
	for _, s := range stretches(text, right) {
		b.WriteString(`<w:r>`)
		if s.right {
			b.WriteString(`<w:rPr><w:rtl/><w:lang w:bidi=` + quoted(w.right) + `/></w:rPr>`)
		}
		for i, line := range strings.Split(s.text, "\n") {
			if i > 0 {
				b.WriteString(`<w:br/>`)
			}
			if line != "" {
				b.WriteString(`<w:t xml:space="preserve">` + escaped(line) + `</w:t>`)
			}
		}
		b.WriteString(`</w:r>`)
	}
	return b.String()
}

func (w *wordWriter) list(numbered bool, items []string) {
	style, id := "ListBullet", bulletsID
	if numbered {
		w.numbered++
		style, id = "ListNumber", firstNumberID+w.numbered
	}
	number := fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, id)
	for _, item := range items {
		w.styled(style, number, item)
	}
}

func (w *wordWriter) table(t document.Table) {
	columns := w.openTable(t.Widths, headSetOff)
	if t.Head != nil {
		w.row(columns, t.Head, `<w:tblHeader/>`, "TableHead", "TableHead")
	}
	for _, row := range t.Rows {
		w.row(columns, row, "", "TableText", "TableText")
	}
	w.closeTable()
}

func (w *wordWriter) facts(rows []document.Fact) {
	columns := w.openTable([]int{labelShare, textShare}, labelsSetOff)
	for _, f := range rows {
		w.row(columns, []string{f.Label, f.Text}, "", "TableLabel", "TableText")
	}
	w.closeTable()
}

// Which part of a table its style sets off from the rest: the first row or the
// first column, in Word's own bits, and no bands.
const headSetOff, labelsSetOff = "0620", "0680"

// openTable begins a table whose columns keep their widths, and gives those.
// look says which part the style sets off.
func (w *wordWriter) openTable(shares []int, look string) []int {
	if w.newPage {
		w.styled("Gap", "", "")
	}
	columns := divide(textWide, shares)
	w.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>`)
	if w.turned {
		w.body.WriteString(`<w:bidiVisual/>`)
	}
	fmt.Fprintf(&w.body, `<w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblLook w:val="%s"/></w:tblPr><w:tblGrid>`, textWide, look)
	for _, wide := range columns {
		fmt.Fprintf(&w.body, `<w:gridCol w:w="%d"/>`, wide)
	}
	w.body.WriteString(`</w:tblGrid>`)
	return columns
}

// row writes a row that is never divided between pages; first is the style of
// its first cell, rest that of the others.
func (w *wordWriter) row(columns []int, cells []string, header, first, rest string) {
	w.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>` + header + `</w:trPr>`)
	style := first
	for i, cell := range cells {
		fmt.Fprintf(&w.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, columns[i])
		w.styled(style, "", cell)
		w.body.WriteString(`</w:tc>`)
		style = rest
	}
	w.body.WriteString(`</w:tr>`)
}

// closeTable ends the table with a low paragraph, without which Word would make
// one of two tables that follow each other.
func (w *wordWriter) closeTable() {
	w.body.WriteString(`</w:tbl>`)
	w.styled("Gap", "", "")
}

func (w *wordWriter) blank(lines int) {
	for range lines {
		w.styled("WritingLine", "", "")
	}
	w.styled("Gap", "", "")
}

func (w *wordWriter) pageBreak() { w.newPage = true }

// whole is the part that holds the paper's text, on A4.
func (w *wordWriter) whole() string {
	direction := ""
	if w.turned {
		direction = `<w:bidi/>`
	}
	return xmlHead + `<w:document ` + wordNS +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>` + w.body.String() +
		fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="%d" w:h="%d"/>`+
			`<w:pgMar w:top="%[3]d" w:right="%[3]d" w:bottom="%[3]d" w:left="%[3]d" w:header="567" w:footer="567" w:gutter="0"/>`+
			`%s</w:sectPr></w:body></w:document>`, pageWide, pageHigh, margin, direction)
}

// footer is the part at the foot of every page: what the paper says there, and
// which page of how many it is. A paper in another language is numbered without
// words.
func (w *wordWriter) footer() string {
	page, of := "Page ", " of "
	if !isEnglish(w.paper.Language) {
		page, of = "", " / "
	}
	text := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	field := func(name string) string {
		return `<w:fldSimple w:instr=" ` + name + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
	}
	direction := ""
	if w.turned {
		direction = `<w:bidi/>`
	}
	return xmlHead + `<w:ftr ` + wordNS + `><w:p><w:pPr><w:pStyle w:val="Footer"/>` + direction + `</w:pPr>` +
		w.runs(w.paper.Foot, w.turned) + `<w:r><w:tab/></w:r>` +
		text(page) + field("PAGE") + text(of) + field("NUMPAGES") + `</w:p></w:ftr>`
}
