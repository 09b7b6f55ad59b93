package paper

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"footprint/domain/document"
	"footprint/domain/fault"
)

func TestFormatsAreKnownByTheirNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]Format{
		"docx": Word, ".DOCX": Word, "word": Word, "html": HTML, "htm": HTML, "md": Markdown, "Markdown": Markdown, "txt": Text, "text": Text,
	} {
		if got, err := ParseFormat(name); got != want || err != nil {
			t.Errorf("ParseFormat(%q) = %q, %v", name, got, err)
		}
	}
	for _, f := range Formats() {
		if got, err := ParseFormat(f.Extension()); got != f || err != nil || f.Words() == "" {
			t.Errorf("%q is not known by its own ending, or has no words", f)
		}
	}
	if len(Formats()) != 4 || Format("pdf").Words() != "" {
		t.Error("there are four formats, and pdf is none")
	}
	_, err := ParseFormat("pdf")
	_, writing := Bytes("pdf", document.Document{})
	if fault.CodeOf(err) != fault.BadInput || fault.CodeOf(writing) != fault.BadInput || fault.HintOf(err) == "" {
		t.Errorf("pdf: %v, %v", err, writing)
	}
}

// stranger is a block the writers were never told of.
type stranger struct{ document.Block }

func TestAnUnknownBlockIsAnErrorNotAGap(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		if _, err := Bytes(f, document.Document{Body: []document.Block{stranger{}}}); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func TestNothingThatSteersIsLeftInAnyFormat(t *testing.T) {
	t.Parallel()
	for i, text := range hostile {
		d := everything(text)
		for _, f := range []Format{HTML, Markdown, Text} {
			out := written(t, f, d)
			if r, found := steering(out); found || !utf8.ValidString(out) {
				t.Errorf("text %d in %s: %U, or broken UTF-8", i, f, r)
			}
		}
		for name, part := range parts(t, d) {
			if r, found := steering(part.words()); found {
				t.Errorf("text %d in %s: %U", i, name, r)
			}
		}
	}
}

func TestAnEmptyPaperCanBeWritten(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		written(t, f, document.Document{})
	}
	parts(t, document.Document{})
}

func TestWhatIsWrittenIsThere(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Tŷ Gŵyr", "Łukasz Żółć", "عائشة", "cafe\u0301"} {
		d := everything(text)
		want := clean(text)
		for _, f := range []Format{HTML, Markdown, Text} {
			if n := strings.Count(written(t, f, d), want); n < 20 {
				t.Errorf("%s holds %q %d times", f, text, n)
			}
		}
		if n := strings.Count(parts(t, d)["word/document.xml"].words(), want); n != 19 { // the foot is a part of its own
			t.Errorf("Word holds %q %d times", text, n)
		}
	}
}

func TestCallersTextsAreLeftAsTheyWere(t *testing.T) {
	t.Parallel()
	row := []string{"a\x00", "b"}
	d := document.Document{Body: []document.Block{document.Table{Head: []string{"h\x00"}, Rows: [][]string{row[:1]}}}}
	written(t, Text, d)
	if row[0] != "a\x00" || row[1] != "b" {
		t.Errorf("the paper's own texts were changed: %q", row)
	}
}

func TestDivideLosesNothing(t *testing.T) {
	t.Parallel()
	for _, widths := range [][]int{{1}, {1, 1, 1}, {1, 6, 3, 2}, {7, 1000000, 3}} {
		sum := 0
		for _, w := range divide(textWide, widths) {
			sum += w
		}
		if sum != textWide {
			t.Errorf("%v: %d of %d", widths, sum, textWide)
		}
	}
}

// BenchmarkRecord writes a record of some 200 pages.
func BenchmarkRecord(b *testing.B) {
	note := strings.Repeat("Aisha said that she would like to see her brother (عائشة محمد) more often. ", 6)
	d := everything("Tŷ Gŵyr")
	for i := range 1000 {
		d.Body = append(d.Body, document.Paragraph{Text: note}, document.Table{
			Head: []string{"No", "Decision", "By when"}, Widths: []int{1, 6, 2}, Rows: [][]string{{fmt.Sprint(i), note, "12 March 2026"}},
		})
	}
	for _, f := range Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Bytes(f, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
