package paper

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"footprint/domain/document"
)

// skeleton holds the parts of a Word file that are the same in every paper,
// laid out as in the file itself.
//
//go:embed all:skeleton
var skeleton embed.FS

// The skeleton's languages: the one every text has unless it runs from right to
// left, and the one of texts that do.
const (
	leftLanguage  = `"en-GB"`
	rightLanguage = `"ar-SA"`
)

// packed is the day every part of the file bears: the first a zip file knows.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// finish packs the file: the skeleton and the parts that differ.
func (w *wordWriter) finish() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, text string) error {
		part, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		return err
	}
	tongue := strings.NewReplacer(leftLanguage, quoted(w.left), rightLanguage, quoted(w.right))
	err := fs.WalkDir(skeleton, "skeleton", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := skeleton.ReadFile(path)
		if err != nil {
			return err
		}
		return add(strings.TrimPrefix(path, "skeleton/"), tongue.Replace(string(text)))
	})
	for _, p := range []struct{ name, text string }{
		{"docProps/core.xml", properties(w.paper)},
		{"word/document.xml", w.whole()},
		{"word/footer1.xml", w.footer()},
		{"word/numbering.xml", numbering(w.numbered)},
	} {
		if err == nil {
			err = add(p.name, p.text)
		}
	}
	if err == nil {
		err = z.Close()
	}
	return out.Bytes(), err
}

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNS  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
)

// escaped makes a text safe within XML; what XML cannot hold becomes the
// replacement character.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}

func quoted(s string) string { return `"` + escaped(s) + `"` }

// properties is the part that says what the file is, who made it and when.
func properties(d document.Document) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	fmt.Fprintf(&b, `<dc:title>%s</dc:title><dc:creator>%s</dc:creator>`, escaped(oneLine(d.Title)), escaped(d.Author))
	if d.Date.Known() {
		for _, name := range []string{"created", "modified"} {
			fmt.Fprintf(&b, `<dcterms:%s xsi:type="dcterms:W3CDTF">%sT00:00:00Z</dcterms:%[1]s>`, name, d.Date)
		}
	}
	fmt.Fprintf(&b, `<dc:language>%s</dc:language></cp:coreProperties>`, escaped(d.Language))
	return b.String()
}

// The numberings: bullets, then one for each numbered list, so that each begins
// again at 1.
const (
	bulletsID     = 1
	firstNumberID = 2
)

// numbering is the part that says how the items of lists are marked.
func numbering(lists int) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:numbering ` + wordNS + `>`)
	for i, kind := range []struct{ style, format, text string }{{"ListBullet", "bullet", "•"}, {"ListNumber", "decimal", "%1."}} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">`+
			`<w:start w:val="1"/><w:numFmt w:val="%s"/><w:pStyle w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>`+
			`<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>`, i, kind.format, kind.style, kind.text)
	}
	fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, bulletsID)
	for id := firstNumberID; id <= firstNumberID+lists; id++ { // one more: the style's own
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/>`+
			`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, id)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}
