package exchange

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"

	"github.com/xuri/excelize/v2"
)

func TestListInThreeDialects(t *testing.T) {
	t.Parallel()
	for name, wyn := range map[string]string{
		"comma_utf8_bom.csv": "Ŵyn PRICE", "semicolon_windows1252.csv": "Wyn PRICE", "tab_utf16le.csv": "Ŵyn PRICE",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ret := mustRead(t, []string{filepath.Join("testdata", "lists", name)}, Options{Council: "Northby"})
			if ret.Kind != Table || len(ret.Children) != 5 || len(ret.Rejected) != 0 {
				t.Fatalf("kind %s, children %d, rejected %+v", ret.Kind, len(ret.Children), ret.Rejected)
			}
			c := childOf(t, ret, "4410021")
			if c.Name() != wyn || c.DOB() != day("2015-03-09") || c.Planned != day("2026-04-02") || c.ReviewNo != 1 {
				t.Errorf("%q, %s, planned %s, review %d", c.Name(), c.DOB(), c.Planned, c.ReviewNo)
			}
			if got, want := words(c), "care 2025-12-15 to  ; C2 2026-01-20 to ; U6 2026-01-20 to "; got != want {
				t.Errorf("got %s", got)
			}
			p := c.Reported.Placements[0]
			if p.Carer != "Marian Hughes" || p.Phone != "01632 960101" || p.Address != "4 Elm Row, Northby" {
				t.Errorf("placement %+v", p)
			}
			if len(c.Reported.People) != 3 || c.Reported.People[0].Phone != "01632 960550" {
				t.Errorf("people %+v", c.Reported.People)
			}
			if n := childOf(t, ret, "4410024").Name(); n != "José DE SOUZA" {
				t.Errorf("name %q", n)
			}
			last := childOf(t, ret, "4410025")
			if last.Row != 7 || last.Reported.Facts["uasc"] != "yes" || last.Reported.Care[0].ReviewsBefore != 0 {
				t.Errorf("row %d, facts %v, care %+v", last.Row, last.Reported.Facts, last.Reported.Care)
			}
			if !has(ret.Warnings, "Flags", "not understood") || !has(ret.Warnings, "Legal Status", "since when") {
				t.Errorf("warnings %+v", ret.Warnings)
			}
			if !slices.Equal(ret.Ignored, []string{"Postcode ward"}) {
				t.Errorf("ignored %v", ret.Ignored)
			}
		})
	}
}

func TestListOfASpreadsheetProgram(t *testing.T) {
	t.Parallel()
	ret := mustRead(t, []string{"testdata/annex_a/Annex_A.xlsx"}, Options{As: Table})
	// One of the five was born, the file says, eight years after care began.
	if len(ret.Children) != 4 || len(ret.Rejected) != 1 || ret.Rejected[0].Row != 5 || !has(ret.Rejected, "Date Started to be Looked After", "born") {
		t.Fatalf("children %d, rejected %+v", len(ret.Children), ret.Rejected)
	}
	c := childOf(t, ret, "1761444")
	if got, want := words(c), "care 2009-08-06 to  ; E1 2010-07-12 to ; U6 2009-11-02 to "; got != want {
		t.Errorf("got %s", got)
	}
	if c.DOB() != day("2002-02-13") || c.Reported.Reviews[0].Recorded != day("2021-01-12") ||
		c.Reported.People[0].Name != "Eugene Swift" || c.Reported.Facts[casefile.FactSex] != "female" {
		t.Errorf("%+v", c)
	}
	left := childOf(t, ret, "3623204").Reported.Care[0]
	if left.End != day("2020-09-22") || left.EndCode != "E47" {
		t.Errorf("left: %+v", left)
	}
}

// book makes a workbook of rows, and lets a test change it first.
func book(t *testing.T, name string, rows [][]any, change func(*excelize.File), opts ...excelize.Options) string {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for i, r := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err == nil {
			err = f.SetSheetRow("Sheet1", cell, &r)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := f.SaveAs(path, opts...); err != nil {
		t.Fatal(err)
	}
	return path
}

var plainRows = [][]any{{"Child ID", "Name", "Date of Birth", "LAC since"}, {4410021, "Wyn Price", 42072, "15/12/2025"}}

func TestWorkbookCells(t *testing.T) {
	t.Parallel()
	rows := [][]any{{"Caseload of Ruth Adeyemi"}, {}, {"Child ID", "Name", "Date of Birth", "LAC since", "Carer", "Carer Tel", "Last review date", "Legal status"},
		{"00441", "Wyn Price", 42072, "15/12/2025", "Marian Hughes", 1632960101, "n/a", "C2"},
		{},
		{442, "Aoife O'Neill", "40746", 43864.5, "Larch House", "01632 960102", nil, "#N/A"}}
	path := book(t, "list.xlsx", rows, func(f *excelize.File) {
		style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		if err == nil {
			err = f.SetCellStyle("Sheet1", "C4", "C4", style)
		}
		if err != nil {
			t.Fatal(err)
		}
		padded := "000000"
		if style, err = f.NewStyle(&excelize.Style{CustomNumFmt: &padded}); err == nil {
			err = f.SetCellStyle("Sheet1", "A6", "A6", style)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	ret := mustRead(t, []string{path}, Options{})
	if len(ret.Children) != 2 || len(ret.Rejected) != 0 {
		t.Fatalf("children %d, rejected %+v", len(ret.Children), ret.Rejected)
	}
	a, b := childOf(t, ret, "00441"), childOf(t, ret, "000442")
	if a.DOB() != day("2015-03-09") || a.Row != 2 || a.Reported.People[0].Phone != "01632960101" {
		t.Errorf("first: %s row %d %+v", a.DOB(), a.Row, a.Reported.People)
	}
	if b.DOB() != day("2011-07-22") || b.Reported.Care[0].Start != day("2020-02-03") || b.Row != 4 {
		t.Errorf("second: %s %+v row %d", b.DOB(), b.Reported.Care, b.Row)
	}
	if !has(ret.Warnings, "Legal status", "spreadsheet's error") {
		t.Errorf("warnings %+v", ret.Warnings)
	}
}

func TestWorkbookOf1904(t *testing.T) {
	t.Parallel()
	yes := true
	rows := [][]any{plainRows[0], {4410021, "Wyn Price", 42072 - 1462, "15/12/2025"}}
	path := book(t, "mac.xlsx", rows, func(f *excelize.File) {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
	})
	if got := childOf(t, mustRead(t, []string{path}, Options{}), "4410021").DOB(); got != day("2015-03-09") {
		t.Errorf("born %s", got)
	}
}

func TestWorkbookWithPassword(t *testing.T) {
	t.Parallel()
	path := book(t, "locked.xlsx", plainRows, nil, excelize.Options{Password: "larch-and-elm"})
	for _, c := range []struct {
		name string
		ask  func(string) (string, error)
		want error
	}{
		{"nobody to ask", nil, ErrPasswordNeeded},
		{"none given", func(string) (string, error) { return "", nil }, ErrPasswordNeeded},
		{"wrong", func(string) (string, error) { return "oak", nil }, ErrPasswordWrong},
		{"right", func(string) (string, error) { return "larch-and-elm", nil }, nil},
	} {
		ret, err := Read(context.Background(), []string{path}, Options{Today: today, Password: c.ask})
		if !errors.Is(err, c.want) || c.want != nil && fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.want == nil && len(ret.Children) != 1 {
			t.Errorf("%s: %d children", c.name, len(ret.Children))
		}
	}
}

func TestFilesThatAreNoTables(t *testing.T) {
	t.Parallel()
	good, err := os.ReadFile(book(t, "good.xlsx", plainRows, nil))
	if err != nil {
		t.Fatal(err)
	}
	old := append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, bytes.Repeat([]byte{1}, 600)...)
	for name, data := range map[string]string{
		"cut.xlsx": string(good[:len(good)/2]), "old.xls": string(old), "noise.csv": strings.Repeat("\x00\x01,\x02", 400),
		"quote.csv": "Child ID,Name\n1,\"Wyn\n" + strings.Repeat("2,x\n", 200), "quote2.csv": "Child ID,Name\n1,\"Wyn\n2,Aoife\n",
	} {
		_, err := Read(context.Background(), files(t, name, data), Options{Today: today})
		if fault.CodeOf(err) != fault.BadInput || fault.HintOf(err) == "" || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestListRows(t *testing.T) {
	t.Parallel()
	const heads = "Child ID,Name,DOB,LAC since,LAC end,Legal status,Placement type,Last review,Review number,Next review,Carer,UPN\n"
	for _, c := range []struct {
		name, rows       string
		children         int
		rejected, warned string // column: reason, or ""
	}{
		{"no identity", ",Wyn Price,,,,,,,,,,\n", 0, "Child ID: no council's number", ""},
		{"name and birth will do", ",Wyn Price,09/03/2015,,,,,,,,,\n", 1, "", ""},
		{"unreadable birth", "1,Wyn,31/02/2015,,,,,,,,,\n", 0, "DOB: not a date", ""},
		{"birth to come", "1,Wyn,21/01/2026,,,,,,,,,\n", 0, "DOB: in the future", ""},
		{"unreadable start", "1,Wyn,,last May,,,,,,,,\n", 0, "LAC since: not a date", ""},
		{"end before start", "1,Wyn,,02/05/2020,01/05/2020,,,,,,,\n", 0, "LAC end: before care", ""},
		{"start before birth", "1,Wyn,09/03/2015,01/05/2014,,,,,,,,\n", 0, "LAC since: before the child", ""},
		{"unreadable review keeps the child", "1,Wyn,,01/05/2020,,,,w/c 12th,,,,\n", 1, "Last review: not a date", ""},
		{"unknown status", "1,Wyn,,01/05/2020,,something odd,,,,,,\n", 1, "", "Legal status: not understood"},
		{"unknown code", "1,Wyn,,01/05/2020,,C9,,,,,,\n", 1, "", "Legal status: not understood"},
		{"unknown placement", "1,Wyn,,01/05/2020,,,adoption,,,,,\n", 1, "", "Placement type: not understood"},
		{"code outside its years", "1,Wyn,,01/05/2020,,,H5,,,,,\n", 1, "", "Placement type: outside its years"},
		{"review to come", "1,Wyn,,01/05/2020,,,,01/02/2026,,,,\n", 1, "", "Last review: in the future"},
		{"review before care", "1,Wyn,,01/05/2020,,,,01/02/2020,3,,,\n", 1, "", "Last review: before care"},
		{"odd number", "1,Wyn,,01/05/2020,,,,01/02/2021,many,,,\n", 1, "", "Review number: not the number"},
		{"bad pupil number", "1,Wyn,,01/05/2020,,,,,,,,3412\n", 1, "", "UPN: not a pupil number"},
		{"twice", "1,Wyn,09/03/2015,01/05/2020,,,,,,,,\n1,,09/03/2015,,,C2,,,,,,\n", 1, "", "Child ID: put together"},
		{"escape in a name", "1,Wy\x1b[2Jn,,01/05/2020,,,,,,,,\n", 1, "", "Name: control characters"},
		{"blank cells say nothing", "1,Wyn,n/a,01/05/2020,-,,,TBC,,not booked,,\n", 1, "", ""},
		{"a comma too many", "1,Price,Wyn,09/03/2015,,,,,,,,,x\n", 0, ": more cells", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			ret := mustRead(t, files(t, "l.csv", heads+c.rows), Options{})
			check := func(what string, got []Problem, want string) {
				got = slices.DeleteFunc(slices.Clone(got), func(p Problem) bool { return p.Row == 0 })
				column, reason, ok := strings.Cut(want, ": ")
				if ok && (len(got) != 1 || !has(got, column, reason)) || !ok && len(got) != 0 {
					t.Errorf("%s: %+v, want %q", what, got, want)
				}
			}
			if len(ret.Children) != c.children {
				t.Errorf("children %d", len(ret.Children))
			}
			check("rejected", ret.Rejected, c.rejected)
			check("warned", ret.Warnings, c.warned)
		})
	}
	ret := mustRead(t, files(t, "l.csv", heads+"1,Wyn,09/03/2015,,,,,,,,,\n1,Wyn,09/03/2016,,,,,,,,,\n2,Aoife,,,,,,,,,,\n"), Options{})
	if len(ret.Children) != 1 || len(ret.Rejected) != 2 || !has(ret.Rejected, "DOB", "two dates of birth") {
		t.Errorf("two birth dates: children %d, rejected %+v", len(ret.Children), ret.Rejected)
	}
}

func TestNamesThatLookTheSame(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"W\u200byn Price": "Wyn Price", "W\u200dyn Price": "Wyn Price", "PRICE\u200c, Wyn": "Wyn PRICE", "\u0646\u06cc\u200c\u0644\u0627": "\u0646\u06cc\u200c\u0644\u0627",
	} {
		if got := personName(cleaned(cell)); got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
}

func TestWordsForCodes(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"Full care order": "C2", "S20": "V2", "Section 20": "V2", "s.20": "V2", "ICO": "C1", "Interim Care Order (s.38)": "C1",
		"E1: Placement order": "E1", "C2: FCO": "C2", "c2": "C2", "Interim order (C1)": "C1", "Police Protection": "L1", "EPO": "L2",
		"Full care order and placement order": "", "C9": "", "short breaks": "", "care": "",
	} {
		if got, _ := coded(casefile.StatusCode, statusWords, cell); got != want {
			t.Errorf("status %q is %q, want %q", cell, got, want)
		}
	}
	for cell, want := range map[string]string{
		"Foster placement": "U6", "Kinship": "U3", "Residential": "K2", "f) U6: Foster placement - not FFA": "U6", "Long-term foster": "U4",
		"Children's Home": "K2", "adopters": "", "n) H5: Residential accommodation": "H5", "Placed with parents": "P1", "home": "",
	} {
		if got, _ := coded(casefile.PlacementCode, placementWords, cell); got != want {
			t.Errorf("placement %q is %q, want %q", cell, got, want)
		}
	}
	for table, list := range map[*map[string]string]casefile.CodeList{&statusWords: casefile.StatusCode, &placementWords: casefile.PlacementCode} {
		for w, code := range *table {
			if _, ok := list.Lookup(code); !ok {
				t.Errorf("%q means %q, which is no code", w, code)
			}
		}
	}
	for key := range flagWords {
		if _, ok := casefile.FactByKey(flagWords[key]); !ok {
			t.Errorf("flag %q means %q, which is no fact", key, flagWords[key])
		}
	}
}

func TestReviewNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"4": 4, "4th": 4, "4.0": 4, "Review 12": 12, "initial": 1, "First review": 1, "third": 3, "0": 0, "2 of 3": -1, "many": -1, "": -1} {
		n, ok := ordinal(text)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%q is %d, want %d", text, n, want)
		}
	}
}

func TestReviewsBefore(t *testing.T) {
	t.Parallel()
	const heads = "Child ID,LAC since,Last review,Review number\n"
	for row, want := range map[string]int{
		"1,01/05/2020,01/11/2025,9\n": 8, "1,01/05/2020,01/11/2025,\n": -1, "1,01/05/2020,,3\n": 3, "1,,01/11/2025,9\n": 8,
		"1,05/01/2026,,\n": 0, "1,01/12/2025,,\n": -1,
	} {
		ret := mustRead(t, files(t, "l.csv", heads+row), Options{})
		if got := childOf(t, ret, "1").Reported.Care[0].ReviewsBefore; got != want {
			t.Errorf("%q: %d before, want %d", row, got, want)
		}
	}
}
