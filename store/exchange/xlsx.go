package exchange

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"

	"footprint/domain/fault"

	"github.com/xuri/excelize/v2"
)

// openWorkbook opens an XLSX, asking for its password when it has one. Cells
// are read raw, so that a date is its serial number whatever the format shows;
// nothing is unpacked to the disk.
func openWorkbook(ctx context.Context, data []byte, path, shown string, o Options) ([]*sheet, func(), error) {
	opts := excelize.Options{
		RawCellValue: true, ShortDatePattern: "dd/mm/yyyy",
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	}
	if data[0] == 0xd0 {
		if !bytes.Contains(data, utf16le("EncryptedPackage")) {
			return nil, nil, fault.New(fault.BadInput, "A file is in the old XLS format.", "Open it in a spreadsheet program and save it as XLSX.")
		}
		word, err := password(path, o)
		if err != nil {
			return nil, nil, err
		}
		opts.Password = word
	}
	f, err := openExcel(data, opts)
	if err != nil {
		return nil, nil, err
	}
	done := func() { _ = f.Close() }
	sheets, err := workbookSheets(ctx, f, opts, shown, o.Sheet)
	if err != nil {
		done()
		return nil, nil, err
	}
	return sheets, done, nil
}

func password(path string, o Options) (string, error) {
	needed := fault.New(fault.BadInput, "A workbook is protected with a password.", "Give the password the council sent it with.").Wrap(ErrPasswordNeeded)
	if o.Password == nil {
		return "", needed
	}
	word, err := o.Password(path)
	if err != nil {
		return "", err
	}
	if word == "" {
		return "", needed
	}
	return word, nil
}

// openExcel keeps a panic of the library, which a crafted file may cause, from
// reaching the program.
func openExcel(data []byte, opts excelize.Options) (f *excelize.File, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, damagedWorkbook(nil)
		}
	}()
	f, err = excelize.OpenReader(bytes.NewReader(data), opts)
	switch {
	case err == nil:
		return f, nil
	case opts.Password != "":
		// A wrong password gives rubbish; the library cannot tell it from damage.
		return nil, fault.New(fault.BadInput, "The password does not open the workbook.", "Check it and try again; capitals count.").Wrap(ErrPasswordWrong)
	case strings.Contains(err.Error(), "unzip size"):
		return nil, fault.New(fault.TooLong, "A workbook is larger than 64 MB when unpacked.", "Save the one sheet that is needed as CSV.").Wrap(err)
	case bytes.Contains(data[:min(len(data), 200)], []byte("opendocument")):
		return nil, fault.New(fault.BadInput, "A file is an OpenDocument table.", "Save it as XLSX or CSV in a spreadsheet program.").Wrap(err)
	}
	return nil, damagedWorkbook(err)
}

func damagedWorkbook(err error) error {
	return fault.New(fault.BadInput, "A workbook could not be read; it is damaged or not an XLSX file.",
		"Open it in a spreadsheet program and save it again as XLSX.").Wrap(err)
}

var annexSheet = regexp.MustCompile(`(?i)^list \d{1,2}$`)

// isAnnexA reports whether the sheets are the numbered lists of Annex A.
func isAnnexA(sheets []*sheet) bool {
	n := 0
	for _, s := range sheets {
		if annexSheet.MatchString(s.name) {
			n++
		}
	}
	return n >= 8
}

// workbookSheets gives every sheet that has a row of headings.
func workbookSheets(ctx context.Context, f *excelize.File, opts excelize.Options, shown, only string) ([]*sheet, error) {
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, damagedWorkbook(err)
	}
	padded := zeroPadded(f)
	var out []*sheet
	var last error
	for _, name := range f.GetSheetList() {
		if only != "" && !strings.EqualFold(cleaned(name), cleaned(only)) {
			continue
		}
		s := &sheet{file: shown, name: cleaned(name), zeroLost: true,
			is1904: props.Date1904 != nil && *props.Date1904}
		s.scan = func(ctx context.Context, fn func(int, []string) error) error {
			return scanExcel(ctx, f, name, opts, padded, fn)
		}
		if last = s.findHeader(ctx); last == nil {
			out = append(out, s)
		} else if fault.CodeOf(last) == fault.Stopped {
			return nil, last
		}
	}
	switch {
	case len(out) > 0:
		return out, nil
	case only != "" && last == nil:
		return nil, fault.New(fault.BadInput, "The workbook has no sheet of that name.", "Leave the name out, or copy it from the tab.")
	case last == nil:
		return nil, damagedWorkbook(nil)
	}
	return nil, last
}

// zeroPadded reports whether some format shows numbers with leading noughts, as
// identifiers kept as numbers often are: then the shown form matters too.
func zeroPadded(f *excelize.File) bool {
	if f.Styles == nil || f.Styles.NumFmts == nil {
		return false
	}
	for _, n := range f.Styles.NumFmts.NumFmt {
		if n != nil && allZero(n.FormatCode) {
			return true
		}
	}
	return false
}

func allZero(s string) bool { return len(s) > 1 && strings.Trim(s, "0") == "" }

// scanExcel walks one sheet. With padded it walks a second time alongside for
// the form shown and takes that where it only adds leading noughts.
func scanExcel(ctx context.Context, f *excelize.File, name string, opts excelize.Options, padded bool, fn func(int, []string) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = damagedWorkbook(nil)
		}
	}()
	rows, err := f.Rows(name)
	if err != nil {
		return damagedWorkbook(err)
	}
	defer func() { _ = rows.Close() }()
	var shown *excelize.Rows
	if padded {
		if shown, err = f.Rows(name); err != nil {
			return damagedWorkbook(err)
		}
		defer func() { _ = shown.Close() }()
	}
	plainOpts := opts
	plainOpts.RawCellValue = false
	for n := 1; rows.Next(); n++ {
		if n&255 == 0 {
			if err := stopped(ctx); err != nil {
				return err
			}
		}
		cells, err := rows.Columns(opts)
		if err != nil {
			return damagedWorkbook(err)
		}
		if padded && shown.Next() {
			if also, err := shown.Columns(plainOpts); err == nil {
				takePadded(cells, also)
			}
		}
		if err := fn(n, cells); err != nil {
			return err
		}
	}
	if err := rows.Error(); err != nil && !errors.Is(err, context.Canceled) {
		return damagedWorkbook(err)
	}
	return nil
}

func takePadded(raw, shown []string) {
	for i := range min(len(raw), len(shown)) {
		if len(shown[i]) > len(raw[i]) && strings.TrimLeft(shown[i], "0") == raw[i] {
			raw[i] = shown[i]
		}
	}
}
