package exchange

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"footprint/domain/fault"
)

// maxBreaks is how many line breaks one cell may hold. More means that a
// quotation mark was opened and never closed, and the rest of the file would be
// taken for one cell.
const maxBreaks = 60

var errOpenQuote = errors.New("open quote")

// openCSV makes a sheet of text: comma, semicolon, tab or bar, found by trying.
func openCSV(ctx context.Context, text []byte, shown string) (*sheet, error) {
	comma, rest := dialect(text)
	s := &sheet{file: shown, scan: func(ctx context.Context, fn func(int, []string) error) error {
		return scanCSV(ctx, rest, comma, fn)
	}}
	return s, s.findHeader(ctx)
}

// scanCSV calls fn for every record with the number of its row as a spreadsheet
// program would count it: a blank line is a row, a line break in quotes is not.
func scanCSV(ctx context.Context, text []byte, comma rune, fn func(int, []string) error) error {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	row, nextLine := 0, 1
	for {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return notText()
		}
		line, _ := r.FieldPos(0)
		row += 1 + line - nextLine
		breaks := 0
		for _, c := range rec {
			n := strings.Count(c, "\n")
			if n > maxBreaks {
				return openQuote(row)
			}
			breaks += n
		}
		nextLine = line + breaks + 1
		if breaks > 0 && int(r.InputOffset()) >= len(text) && !closes(text, rec[len(rec)-1]) {
			return openQuote(row)
		}
		if row&1023 == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
		}
		if err := fn(row, rec); err != nil {
			return err
		}
	}
}

// closes reports whether the last cell of the file, when it runs over lines,
// ends with the quotation mark it began with.
func closes(text []byte, last string) bool {
	return !strings.Contains(last, "\n") || bytes.HasSuffix(bytes.TrimRight(text, "\r\n \t"), []byte{'"'})
}

func openQuote(row int) error {
	return fault.New(fault.BadInput, fmt.Sprintf("A quotation mark opened in row %d of a file is never closed.", row),
		"Open the file in a spreadsheet program, mend that row and save it again.").Wrap(errOpenQuote)
}

// dialect finds what parts the cells: the first line may say it (sep=;), else
// the mark that gives the first lines the most columns, most evenly.
func dialect(text []byte) (comma rune, rest []byte) {
	line, after, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimRight(bytes.ToLower(line), "\r")
	if mark, ok := bytes.CutPrefix(line, []byte("sep=")); ok && len(mark) == 1 && bytes.ContainsAny(mark, ",;\t|") {
		return rune(mark[0]), after
	}
	best := -1
	comma = ','
	for _, c := range ",;\t|" {
		if score := evenness(text, c); score > best {
			best, comma = score, c
		}
	}
	return comma, text
}

func evenness(text []byte, comma rune) int {
	r := csv.NewReader(bytes.NewReader(text[:min(len(text), 1<<16)]))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	widths := map[int]int{}
	for range 30 {
		rec, err := r.Read()
		if err != nil {
			break
		}
		widths[len(rec)]++
	}
	best := 0
	for width, rows := range widths {
		if width > 1 {
			best = max(best, rows*100+min(width, 99))
		}
	}
	return best
}
