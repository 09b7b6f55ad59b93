package exchange

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"unicode/utf16"
	"unicode/utf8"

	"footprint/domain/fault"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// rowFunc takes one row: its number, counting the header as 1, and its cells
// as they lie in the file. The slice is used again for the next row.
type rowFunc func(row int, cells []string) error

// sheet is one table of rows, from a CSV file or one sheet of a workbook.
type sheet struct {
	file     string // how the file is called in problems
	name     string // the sheet's name in a workbook
	head     int    // how many rows, blank ones too, lie above the header
	header   []string
	is1904   bool
	zeroLost bool // numbers may have lost leading noughts (a workbook)
	scan     func(ctx context.Context, fn func(row int, cells []string) error) error
}

// rows gives the rows below the header, blank ones left out.
func (s *sheet) rows(ctx context.Context, fn rowFunc) error {
	read := 0
	return s.scan(ctx, func(n int, cells []string) error {
		n -= s.head
		if n <= 1 || blankRow(cells) {
			return nil
		}
		if read++; read > MaxRows {
			return fault.New(fault.TooLong, "A file has more than a million rows.", "Split it into smaller files and import one after the other.")
		}
		return fn(n, cells)
	})
}

// sample gives the first rows below the header, cleaned and copied.
func (s *sheet) sample(ctx context.Context, most int) ([][]string, error) {
	var out [][]string
	err := s.rows(ctx, func(_ int, cells []string) error {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = cleaned(c)
		}
		if out = append(out, row); len(out) >= most {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return out, err
}

var errEnough = errors.New("enough rows")

func blankRow(cells []string) bool {
	for _, c := range cells {
		if cleaned(c) != "" {
			return false
		}
	}
	return true
}

// openFile reads one file whole and gives its sheets. Whether it is a workbook
// or text is decided by its first bytes.
func openFile(ctx context.Context, path, shown string, o Options) ([]*sheet, func(), error) {
	data, err := load(path)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, nil, fault.New(fault.BadInput, "A file is empty.", "Export it again from the council's system.")
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}):
		return openWorkbook(ctx, data, path, shown, o)
	case looksLikeWeb(data), bytes.HasPrefix(data, []byte("%PDF")):
		return nil, nil, fault.New(fault.BadInput, "A file is a web page or a PDF, not a table.", "Open it in a spreadsheet program and save it as CSV or XLSX.")
	}
	text, err := decode(data)
	if err != nil {
		return nil, nil, err
	}
	s, err := openCSV(ctx, text, shown)
	return []*sheet{s}, func() {}, err
}

func load(path string) ([]byte, error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, unreadable(err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, unreadable(err)
	case info.IsDir():
		return nil, fault.New(fault.BadInput, "That is a folder, not a file.", "Name the files in it.")
	case info.Size() > MaxFileBytes:
		return nil, tooBig()
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxFileBytes+1))
	if err != nil {
		return nil, unreadable(err)
	}
	if len(data) > MaxFileBytes {
		return nil, tooBig()
	}
	return data, nil
}

func unreadable(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.BadInput, "A file to import is not there.", "Check its name and folder.").Wrap(err)
	}
	return fault.New(fault.BadInput, "A file to import could not be read.", "Close it in other programs and check that you may read it.").Wrap(err)
}

func tooBig() error {
	return fault.New(fault.TooLong, "A file is larger than 128 MB.", "Split it, or export only the columns that are needed.")
}

func looksLikeWeb(data []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 256)]))
	for _, tag := range []string{"<html", "<!doctype", "<table", "<?xml", "<meta"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return true
		}
	}
	return false
}

// decode gives the text as UTF-8: by its byte order mark, as UTF-8 when it is
// valid, as UTF-16 without a mark when every other byte is nought, and else as
// Windows-1252, which is what spreadsheet programs in England write.
func decode(data []byte) ([]byte, error) {
	var enc encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case noughts(data, 1):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case noughts(data, 0):
		enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	if enc == nil && !utf8.Valid(data) {
		enc = charmap.Windows1252
	}
	if enc != nil {
		out, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return nil, notText()
		}
		data = out
	}
	if bytes.Count(data, []byte{0}) > len(data)/100 {
		return nil, notText()
	}
	return data, nil
}

func notText() error {
	return fault.New(fault.BadInput, "A file is not a table of text.", "Save it as CSV or XLSX in a spreadsheet program.")
}

// noughts reports whether nearly every byte at that parity is nought.
func noughts(data []byte, parity int) bool {
	head := data[:min(len(data), 512)]
	zero, all := 0, 0
	for i := parity; i < len(head); i += 2 {
		all++
		if head[i] == 0 {
			zero++
		}
	}
	return all > 4 && zero*10 > all*9
}

// utf16le is how names lie in an old compound file's directory.
func utf16le(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func stopped(ctx context.Context) error {
	if ctx.Err() != nil {
		return fault.New(fault.Stopped, "The import was stopped; nothing was changed.", "Start it again when you like.").Wrap(ctx.Err())
	}
	return nil
}

// findHeader looks through the first rows for the one that holds the headings
// and sets s.head and s.header. A row that names columns of the return or
// fields of a list wins; else the first row with two or more words.
func (s *sheet) findHeader(ctx context.Context) error {
	const look = 40
	type candidate struct {
		at, score int
		cells     []string
	}
	var best, first candidate
	err := s.scan(ctx, func(n int, cells []string) error {
		if n > look {
			return errEnough
		}
		heads := make([]string, len(cells))
		filled := 0
		for i, c := range cells {
			if heads[i] = cleaned(c); heads[i] != "" {
				filled++
			}
		}
		if filled >= 2 && first.at == 0 {
			first = candidate{at: n, cells: heads}
		}
		if score := headingScore(heads); score > best.score {
			best = candidate{at: n, score: score, cells: heads}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	if best.score < 2 {
		best = first
	}
	if best.at == 0 {
		return fault.New(fault.BadInput, "No row of headings was found in a file.", "The first row must name the columns.")
	}
	if len(best.cells) > maxColumns {
		return fault.New(fault.TooLong, "A file has more than a thousand columns.", "Export only the columns that are needed.")
	}
	s.head, s.header = best.at-1, best.cells
	for len(s.header) > 0 && s.header[len(s.header)-1] == "" {
		s.header = s.header[:len(s.header)-1]
	}
	return nil
}
