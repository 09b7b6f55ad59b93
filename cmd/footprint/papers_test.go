package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/review"
	"footprint/store/exchange/paper"
	"footprint/store/journal"
)

// plantedBook opens a planted store as a command does.
func plantedBook(t *testing.T) (*opened, *bytes.Buffer) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "case.footprint")
	planted(t, path, plantedOptions(dir))
	env, out, _ := testEnvironment(t)
	env.pretend = on(dayOfPapers)
	b, err := env.openWith(path, plantedOptions(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b, out
}

func (b *opened) subjectOf(t *testing.T, ref string) document.Subject {
	t.Helper()
	c, err := b.childsFile(ref)
	if err != nil {
		t.Fatal(err)
	}
	return document.Subject{Case: c, Practice: b.practice, Context: b.context()}
}

// TestNoCanaryIsInARedactedCopy looks in the bytes of every format, and in every
// part of a Word file.
func TestNoCanaryIsInARedactedCopy(t *testing.T) {
	t.Parallel()
	b, _ := plantedBook(t)
	private := []string{canaryPrivate, canaryNote, canaryView}
	address := []string{canaryStreet, canaryCode, canaryPhone, canaryCarer, "Finchley", "Birdtown"}
	for _, tt := range []struct {
		person  string
		present []string
		absent  []string
	}{
		{"", address, private},
		{"mother", []string{"Zebedee Quillfeather", "He settles well with us.", "He reads every evening."}, append(address, private...)},
	} {
		f := paperFlags{person: tt.person}
		m, err := f.copyOf(b, b.subjectOf(t, "C-0001"), false)
		if err != nil {
			t.Fatal(err)
		}
		if m.document, err = document.Record(m.subject, m.reader); err != nil {
			t.Fatal(err)
		}
		for _, format := range paper.Formats() {
			data, _, err := pressed(format, m.document)
			if err != nil {
				t.Fatal(err)
			}
			words := everyWord(t, format, data)
			for _, want := range tt.present {
				if !strings.Contains(words, squashed(want)) {
					t.Errorf("for %q: %q is not in the %s", tt.person, want, format)
				}
			}
			for _, canary := range tt.absent {
				if strings.Contains(words, squashed(canary)) {
					t.Errorf("for %q: %q is in the %s", tt.person, canary, format)
				}
			}
		}
	}
}

// squashed leaves nothing but letters and digits, so that neither markup nor a
// line's end hides a word.
func squashed(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// everyWord gives the text of a file without its tags.
func everyWord(t *testing.T, format paper.Format, data []byte) string {
	t.Helper()
	var text strings.Builder
	if format == paper.Word {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&text, r); err != nil {
				t.Fatal(err)
			}
		}
	} else {
		text.Write(data)
	}
	var out strings.Builder
	inTag := false
	for _, r := range text.String() {
		tagged := format == paper.Word || format == paper.HTML
		switch {
		case tagged && r == '<':
			inTag = true
		case tagged && r == '>':
			inTag = false
		case !inTag:
			out.WriteRune(r)
		}
	}
	return squashed(out.String())
}

// TestAPaperThatCannotBeNotedIsTakenAway: the store is closed, so no entry can
// be made; the file is gone and nothing was printed.
func TestAPaperThatCannotBeNotedIsTakenAway(t *testing.T) {
	t.Parallel()
	b, out := plantedBook(t)
	m, err := new(paperFlags).copyOf(b, b.subjectOf(t, "C-0001"), false)
	if err != nil {
		t.Fatal(err)
	}
	m.What = document.PaperDecisions
	if m.document, err = document.Decisions(m.subject, m.reader); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, to := range []outlet{{format: paper.Text}, {paper.Word, dir, true}, {paper.HTML, filepath.Join(dir, "sheet.html"), false}} {
		err := b.deliver(m, to)
		if code, known := exits[fault.CodeOf(err)]; !known || code == exitDone {
			t.Errorf("%+v: %v", to, err)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 || out.Len() > 0 {
		t.Errorf("left behind: %v, printed %d bytes, %v", left, out.Len(), err)
	}
}

// TestAPaperIsNotedAsItWasWritten holds the entry against the file, whoever it is
// for and wherever it goes.
func TestAPaperIsNotedAsItWasWritten(t *testing.T) {
	t.Parallel()
	b, out := plantedBook(t)
	dir := t.TempDir()
	for _, to := range []outlet{{format: paper.Text}, {paper.Word, dir, true}, {paper.Word, dir, true}, {paper.HTML, filepath.Join(dir, "sheet.html"), false}} {
		m, err := (&paperFlags{person: "mother"}).copyOf(b, b.subjectOf(t, "C-0001"), false)
		if err != nil {
			t.Fatal(err)
		}
		m.What = document.PaperRecord
		if m.document, err = document.Record(m.subject, m.reader); err != nil {
			t.Fatal(err)
		}
		out.Reset()
		if err := b.deliver(m, to); err != nil {
			t.Fatal(err)
		}
		c, err := b.childsFile("C-0001")
		if err != nil {
			t.Fatal(err)
		}
		papers := c.Papers()
		noted := papers[len(papers)-1]
		data := out.Bytes()
		if to.path != "" {
			if data, err = os.ReadFile(filepath.Join(dir, noted.Name)); err != nil {
				t.Fatal(err)
			}
		}
		want := casefile.PaperMade{What: document.PaperRecord, Person: m.reader.Person.ID, To: "Ann Quillfeather, parent", Copy: casefile.Redacted,
			Format: string(to.format), Name: noted.Name, Hash: fmt.Sprintf("%x", sha256.Sum256(data)), Review: m.subject.Review.ID}
		entry := c.Entries[len(c.Entries)-1]
		if got := *entry.Event.(*casefile.PaperMade); !reflect.DeepEqual(got, want) || m.subject.Review.ID.Zero() {
			t.Errorf("noted %+v, want %+v", got, want)
		}
		if !entry.Pretended || entry.By != "Iris Reviewer" || entry.On != on(dayOfPapers) {
			t.Errorf("stamped %+v", entry.Stamp)
		}
	}
}

// TestWhoIsMeant holds what --for takes against the people of a child.
func TestWhoIsMeant(t *testing.T) {
	t.Parallel()
	from := candidates(document.Subject{Case: zebedee(t), Context: review.Context{Today: on(dayOfPapers)}})
	for words, want := range map[string]string{
		"mother": "Ann Quillfeather, parent", " ANN ": "Ann Quillfeather, parent", "grand": "Gran Otherwise, family member", "child": "the child", "Zebedee": "the child",
		"zebedee quillfeather": "the child", "hazel": canaryCarer + ", carer", "Cyd Worker": "Cyd Worker, social worker", "parent": "", "quillfeather": "", "nobody": "", "": "", " ": "",
	} {
		got, err := choose(from, words)
		if want == "" && err == nil || want != "" && (err != nil || addressed(got.reader) != want) {
			t.Errorf("%q: %q, %v", words, addressed(got.reader), err)
		}
		if err != nil && (strings.Contains(err.Error(), "Quill") || exits[fault.CodeOf(err)] != exitFailed) {
			t.Errorf("%q: %v", words, err)
		}
	}
}

// TestAPartOfAWordIsItsBeginning: a fragment from the middle of a word means
// nobody, and a whole word means who bears it.
func TestAPartOfAWordIsItsBeginning(t *testing.T) {
	t.Parallel()
	var from []candidate
	for _, p := range []casefile.PersonStated{{Name: "Joanna Brook", Role: casefile.Parent}, {Name: "Ann-Marie Hill", Role: casefile.Family}, {Name: "Siân Annis", Role: casefile.School}} {
		from = append(from, candidate{reader: document.Reader{Person: p}, words: []string{p.Name, string(p.Role)}})
	}
	for words, want := range map[string]string{"ann": "Ann-Marie Hill", "jo": "Joanna Brook", "ent": "", "par": "Joanna Brook", "anna": "", "annis": "Siân Annis",
		"SIAN": "Siân Annis", "rook": "", "marie": "Ann-Marie Hill", "ann-m": "Ann-Marie Hill", "member": "Ann-Marie Hill", "-": ""} {
		got, err := choose(from, words)
		if (err == nil) != (want != "") || got.reader.Person.Name != want {
			t.Errorf("%q: %q, %v", words, got.reader.Person.Name, err)
		}
	}
}

// TestNoPaperGoesWhereTheStoreKeepsItsOwn: such a file would be deleted or
// written over when the store is next opened.
func TestNoPaperGoesWhereTheStoreKeepsItsOwn(t *testing.T) {
	t.Parallel()
	env, _, _ := testEnvironment(t)
	dir := t.TempDir()
	env.flags.store = filepath.Join(dir, "case.footprint")
	refused := []string{filepath.Join(dir, "sub", "..", "CASE.footprint.new")}
	for _, suffix := range journal.Suffixes() {
		refused = append(refused, env.flags.store+suffix, filepath.Join(env.flags.store+suffix, "a.txt"))
	}
	for _, out := range refused {
		if _, err := (&paperFlags{format: "txt", out: out}).outlet(env, recordCommand(env)); fault.CodeOf(err) != fault.Refused {
			t.Errorf("%s: %v", out, err)
		}
	}
	if _, err := (&paperFlags{format: "txt", out: filepath.Join(dir, "case.txt")}).outlet(env, recordCommand(env)); err != nil {
		t.Error(err)
	}
}

// TestWhatIsToBeReadFirstNamesNobody: the note says where, for standard error is
// kept in logs.
func TestWhatIsToBeReadFirstNamesNobody(t *testing.T) {
	t.Parallel()
	b, _ := plantedBook(t)
	m, err := (&paperFlags{person: "mother"}).copyOf(b, b.subjectOf(t, "C-0001"), false)
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(canaryCarer, " ")
	m.document = document.Document{Body: []document.Block{document.Heading{Level: 1, Text: "Views"}, document.Paragraph{Text: "Then " + first + " laughed."}, document.Paragraph{Text: first + " sang."}}}
	if got := readFirst(m); len(got) != 1 || !strings.Contains(got[0], `a carer's first name, under "Views"`) || strings.Contains(got[0], first) {
		t.Errorf("%q", got)
	}
}
