// Package paper writes a paper of the domain (domain/document) as a file other
// programs read: Word, a web page to print, Markdown or plain text. It also
// puts that file where its reader wants it, and never over another.
//
// What a paper says is decided in the domain; only how it looks is decided
// here. The same paper gives the same bytes: there is no clock, and the file's
// properties take the paper's own day.
//
// Every text may have come from a person or from a council's file. Before a
// writer sees it, it has been through clean: no control characters, no escape
// sequences, nothing that turns the writing direction. Each writer then escapes
// it for its own format, so that text never becomes markup.
//
// The package may touch the disk in Save and SaveAs only, where an error never
// names the file: its name may be a child's.
package paper

import (
	"slices"
	"strings"

	"footprint/domain/document"
	"footprint/domain/fault"
)

// Format is a kind of file, named by the ending of its name.
type Format string

// The formats.
const (
	Word     Format = "docx"
	HTML     Format = "html"
	Markdown Format = "md"
	Text     Format = "txt"
)

// kinds says of each format what people call it, the other names it is known
// by, and who writes it. The order is the one in which they are offered.
var kinds = []struct {
	format  Format
	words   string
	aliases []string
	writer  func(document.Document) writer
}{
	{Word, "Word", []string{"word"}, newWord},
	{HTML, "web page to print", []string{"htm"}, newHTML},
	{Markdown, "Markdown", []string{"markdown"}, newMarkdown},
	{Text, "plain text", []string{"text"}, newText},
}

// Formats lists every format, the most usual first.
func Formats() []Format {
	var out []Format
	for _, k := range kinds {
		out = append(out, k.format)
	}
	return out
}

// ParseFormat reads a format as a person types it, such as docx, .DOCX or word.
// Any other word is fault.BadInput.
func ParseFormat(s string) (Format, error) {
	name := strings.ToLower(strings.TrimPrefix(strings.TrimSpace(s), "."))
	for _, k := range kinds {
		if name == string(k.format) || slices.Contains(k.aliases, name) {
			return k.format, nil
		}
	}
	return "", fault.New(fault.BadInput, "That is not a format a paper can be written in.", "Use docx, html, md or txt.")
}

// Words is what people call the format; "" for one that is none.
func (f Format) Words() string {
	for _, k := range kinds {
		if k.format == f {
			return k.words
		}
	}
	return ""
}

// Extension is the ending of the names of such files, with its full stop.
func (f Format) Extension() string { return "." + string(f) }

// Bytes gives the whole file of the paper in that format. A format that is none
// of Formats is fault.BadInput.
func Bytes(f Format, d document.Document) ([]byte, error) {
	for _, k := range kinds {
		if k.format != f {
			continue
		}
		w := k.writer(front(d))
		for _, b := range d.Body {
			if err := put(w, b); err != nil {
				return nil, err
			}
		}
		return w.finish()
	}
	_, err := ParseFormat(string(f))
	return nil, err
}
