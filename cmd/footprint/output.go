package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"unicode/utf8"

	"footprint/domain/fault"
	"footprint/tui/kit"
)

// written words trouble with writing to standard output. A reader that went
// away, as head does, is no trouble.
func written(err error) error {
	if err == nil || errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return nil
	}
	return fault.New(fault.Disk, "The output could not be written.", "Check where it is sent, and the room there.").Wrap(err)
}

// printJSON writes one JSON document. Characters that steer a terminal are
// escaped, so that a value from a file can be printed safely.
func (env *environment) printJSON(v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	_, err := env.out.Write(steerless(b.Bytes()))
	return written(err)
}

// steerless writes C1 controls, delete and marks that turn the writing
// direction as JSON escapes. They occur only inside strings.
func steerless(doc []byte) []byte {
	if !bytes.ContainsFunc(doc, steers) {
		return doc
	}
	out := make([]byte, 0, len(doc)+64)
	for len(doc) > 0 {
		r, n := utf8.DecodeRune(doc)
		if steers(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, doc[:n]...)
		}
		doc = doc[n:]
	}
	return out
}

func steers(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c
}

// cell is one value of a CSV row: a number is written as it is, text is made
// safe for a spreadsheet.
type cell struct {
	text   string
	number bool
}

func text(s string) cell { return cell{text: s} }

func number(n int) cell { return cell{text: fmt.Sprint(n), number: true} }

func truth(b bool) cell { return cell{text: fmt.Sprint(b), number: true} }

// safe keeps a spreadsheet from taking text for a formula.
func (c cell) safe() string {
	if c.number || c.text == "" {
		return c.text
	}
	out := kit.Clean(c.text)
	if strings.ContainsRune("=+-@\t", rune(c.text[0])) || out != "" && strings.ContainsRune("=+-@", rune(out[0])) {
		return "'" + out
	}
	return out
}

// printCSV writes a header and rows.
func (env *environment) printCSV(header []string, rows [][]cell) error {
	w := csv.NewWriter(env.out)
	err := w.Write(header)
	line := make([]string, len(header))
	for _, row := range rows {
		for i, c := range row {
			line[i] = c.safe()
		}
		err = errors.Join(err, w.Write(line))
	}
	w.Flush()
	return written(errors.Join(err, w.Error()))
}

// printTable writes rows for people: columns in line with each other, or with
// --plain one sentence a row, each value after its heading.
func (env *environment) printTable(header []string, rows [][]string) error {
	width := make([]int, len(header))
	for i, h := range header {
		width[i] = kit.Width(h)
		for _, row := range rows {
			row[i] = kit.Clean(row[i])
			width[i] = max(width[i], kit.Width(row[i]))
		}
	}
	var b strings.Builder
	if env.flags.plain {
		for _, row := range rows {
			b.WriteString(sentence(header, row) + "\n")
		}
	} else {
		for _, row := range append([][]string{header}, rows...) {
			var line strings.Builder
			for i, value := range row {
				line.WriteString(kit.Pad(value, width[i]) + "  ")
			}
			b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
		}
	}
	_, err := io.WriteString(env.out, b.String())
	return written(err)
}

func sentence(header, row []string) string {
	var parts []string
	for i, value := range row {
		if value != "" {
			parts = append(parts, header[i]+": "+value)
		}
	}
	return strings.Join(parts, "; ")
}

// lines writes text for people, cleaned line by line.
type lines struct{ b strings.Builder }

func (l *lines) add(format string, args ...any) {
	l.b.WriteString(kit.Clean(fmt.Sprintf(format, args...)) + "\n")
}

func (l *lines) gap() { l.b.WriteByte('\n') }

// wrapped adds a paragraph in lines of readable length, set in by indent.
func (l *lines) wrapped(indent, paragraph string) {
	for _, line := range kit.Wrap(kit.Clean(paragraph), 78-len(indent)) {
		l.b.WriteString(indent + strings.TrimRight(line, " ") + "\n")
	}
}

func (env *environment) printLines(l *lines) error {
	_, err := io.WriteString(env.out, l.b.String())
	return written(err)
}

// pointer gives a pointer to v, or nil for the zero value: null in JSON.
func pointer[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}
