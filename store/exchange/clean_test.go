package exchange

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"footprint/domain/workday"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Ŵyn Price": "Ŵyn Price", "  Wyn \t\r\n Price ": "Wyn Price", "W\x1b[31mYN\x1b[0m": "WYN", "\x1b]0;title\aWyn": "Wyn",
		"\x1b]8;;http://x\x1b\\Wyn": "Wyn", "\x1b]never closed Wyn": "never closed Wyn", "\u009b2JWyn": "Wyn", "a\u202egnp.exe": "agnp.exe",
		"\u2066x\u2069": "x", "\ufeffWyn": "Wyn", "W\u0000yn\u007f": "Wyn", "O\u2019Neill": "O\u2019Neill", "e\u0301": "é",
		"\u0645\u062d\u0645\u062f": "\u0645\u062d\u0645\u062f", "bad\xff": "bad\ufffd", "": "", "\u00a0": "", "\x1bcWyn": "Wyn",
	} {
		if got := cleaned(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// steering reports a rune that must never come out.
func steering(r rune) bool {
	return r < 0x20 || r >= 0x7f && r <= 0x9f || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// everyString walks all a value holds, keys and unexported fields too.
func everyString(v reflect.Value, see func(string)) {
	switch v.Kind() {
	case reflect.String:
		see(v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			everyString(v.Elem(), see)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			everyString(v.Field(i), see)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			everyString(v.Index(i), see)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			everyString(k, see)
			everyString(v.MapIndex(k), see)
		}
	}
}

func harmless(t interface{ Errorf(string, ...any) }, v any) {
	everyString(reflect.ValueOf(v), func(s string) {
		if i := strings.IndexFunc(s, steering); i >= 0 {
			t.Errorf("%q came out", s)
		}
	})
}

func TestNothingFromAFileSteersATerminal(t *testing.T) {
	t.Parallel()
	nasty := rapid.SampledFrom([]string{"\x1b[2J", "\x1b]0;x\a", "\u202e", "\u2067", "\u009b31m", "\x00", "\x7f", "\u200f", "\x1b", "\x08", "\u0085", "\xff\xfe"})
	part := rapid.OneOf(nasty, rapid.SampledFrom([]string{"Wyn", "C2", "01/05/2020", "U6", "é", " ", "1"}), rapid.String())
	cell := rapid.Custom(func(t *rapid.T) string {
		s := strings.Join(rapid.SliceOfN(part, 0, 4).Draw(t, "parts"), "")
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	})
	rapid.Check(t, func(rt *rapid.T) {
		row := func(n int) string {
			return strings.Join(rapid.SliceOfN(cell, n, n).Draw(rt, "row"), ",") + "\n"
		}
		extra := cell.Draw(rt, "heading")
		list := "Child ID,Name,DOB,Legal status,Placement type,Carer,Social worker,Last review,Flags," + extra + "\n1" + row(9)
		for range 3 {
			list += row(10)
		}
		tables := "CHILD,SEX,DOB,ETHNIC,UPN," + extra + "\n" + row(6) + "A1,,09/03/2010,WBRI," + row(2)
		for _, text := range []string{list, tables} {
			ret, err := Read(t.Context(), files(t, "a\x1b[1mb.csv", text), Options{Today: today})
			if err != nil {
				harmless(rt, []string{err.Error()})
				continue
			}
			harmless(rt, ret)
			s := newShelf()
			p := s.imported(t, ret)
			for _, ch := range p.Changes {
				harmless(rt, ch.Lines)
			}
			harmless(rt, Result(p, true, ret.Files))
		}
	})
}

func TestDates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"26/11/2026": "2026-11-26", "26-11-2026": "2026-11-26", "26.11.2026": "2026-11-26", "6/1/2026": "2026-01-06", "06/01/26": "2026-01-06",
		"2026-11-26": "2026-11-26", "2026-11-26T00:00:00": "2026-11-26", "26/11/2026 00:00": "2026-11-26", "2026-11-26 10:30:00": "2026-11-26",
		"4 March 2012": "2012-03-04", "04-Mar-12": "2012-03-04", "4th Sept 2012": "2012-09-04", "Thu 26 Nov 2026": "2026-11-26", "12/06/61": "1961-06-12",
		"40972": "2012-03-04", "40972.75": "2012-03-04", "29/02/2020": "2020-02-29",
		"29/02/2021": "", "11/26/2026": "", "31/04/2020": "", "2020-13-01": "", "1": "", "123456789": "", "March 2012": "", "01/01/0001": "",
		"01/01/2300": "", "soon": "", "00/00/0000": "", "1/2": "", "4 Marchant 2012": "", "zz/05/2012": "", "-1/05/2012": "",
	} {
		d, got := readDate(text, today, false)
		if want == "" && got != dateBad || want != "" && (got != dateRead || d.String() != want) {
			t.Errorf("%q is %s (%d), want %q", text, d, got, want)
		}
	}
}

func TestEveryDateIsReadBack(t *testing.T) {
	t.Parallel()
	first, last := day("1900-01-01"), day("2199-12-31")
	rapid.Check(t, func(rt *rapid.T) {
		d := workday.Date(rapid.IntRange(int(first), int(last)).Draw(rt, "day"))
		for _, s := range []string{d.String(), d.UK(), d.Long(), d.UK() + " 00:00:00"} {
			if got, how := readDate(s, today, false); how != dateRead || got != d {
				rt.Fatalf("%q is %s", s, got)
			}
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"26/11/2026", "2026-11-26", "40972", "4 March 2012", "zz/05/2012", "\x00", "1/1/1/1", "32767.9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, got := readDate(s, today, false)
		if (got == dateRead) != d.Known() {
			t.Errorf("%q: %s, %d", s, d, got)
		}
	})
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"Child ID,Name\n1,Wyn\n", "\xff\xfeC\x00", "a;b\r\n\"x;1", "sep=|\nChild ID|Name\n1|x\n", "\xef\xbb\xbfCHILD\tDECOM\n", "CHILD,DOB,UPN\n1,01/01/2010,\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ret, err := Read(t.Context(), files(t, "f.csv", string(data)), Options{Today: today})
		if err == nil {
			harmless(t, ret)
		}
	})
}

func FuzzPropose(f *testing.F) {
	f.Add("Child ID,Name,DOB", "1,Wyn,09/03/2015")
	f.Add("Child,D.O.B.,LS", "Wyn,2015,C2")
	f.Add(",,", ",,")
	f.Add("0\x000", "0")
	f.Fuzz(func(t *testing.T, heads, row string) {
		headers := strings.Split(heads, ",")
		sample := [][]string{strings.Split(row, ","), strings.Split(row, ","), strings.Split(row, ",")}
		p := Propose(headers, sample, Columns{FieldName: headers[0]})
		harmless(t, p)
		for i, h := range headers {
			headers[i] = cleaned(h) // as Read gives them
		}
		for field, heading := range p.Columns {
			if heading == "" || field.Label() == "" || headingAt(headers, heading) < 0 {
				t.Errorf("%s is %q of %q", field, heading, headers)
			}
		}
	})
}
