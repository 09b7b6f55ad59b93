//go:build unix

package main

import (
	"bufio"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"footprint/cmd/footprint/demo"
	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/workday"
	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
)

// writerStore names, in the environment, the store that the test binary is to
// write to instead of running tests.
const writerStore = "FOOTPRINT_TEST_WRITER"

// The writer is the test binary itself, started again: another process that can
// be killed. It has to be caught before TestMain, which belongs to the scripts.
func init() {
	if path := os.Getenv(writerStore); path != "" {
		os.Exit(keepWriting(path))
	}
}

// cheapOptions open or make a store whose key is cheap to derive.
func cheapOptions(path string) journal.Options {
	return journal.Options{Passphrase: []byte(passphrase), StateDir: path + ".state", KDF: vault.Least()}
}

// openBook opens a store as the app does and reads the first child's file.
func openBook(path string, o journal.Options) (*store.Book, *casefile.Case, error) {
	book, err := store.Open(path, o)
	if err != nil {
		return nil, nil, err
	}
	p, err := book.Practice()
	if err != nil {
		return nil, nil, err
	}
	rows, _ := book.Rows(p.Number())
	row, err := store.Find(rows, "C-0001")
	if err != nil {
		return nil, nil, err
	}
	c, err := book.Case(row.File)
	return book, c, err
}

// keepWriting works on one child until it is killed, through the book and the
// commands the screens use: a draft letter by letter, then the note it becomes
// or an answer to an item. It prints what it asked for and what was
// acknowledged: D draft text-number milliseconds, E entry id, C draft cleared
// up to a number.
func keepWriting(path string) int {
	book, c, err := openBook(path, cheapOptions(path))
	if err != nil {
		fmt.Println("X", err)
		return 1
	}
	p, err := book.Practice()
	if err != nil {
		return 2
	}
	env := newEnvironment(os.Stdin, os.Stdout, os.Stderr)
	items := []string{"B-401", "B-402", "B-403", "B-404"}
	for i := int(env.now().UnixMilli()); ; i++ {
		draft := casefile.DraftKey{File: c.ID, Field: "note/" + strconv.Itoa(i%3)}
		text := fmt.Sprint(i, strings.Repeat(" words", i%1500))
		for n := range 4 {
			fmt.Println("D", draft.Field, i, env.now().UnixMilli())
			book.SaveDraft(draft, text[:len(text)*(n+1)/4+len(strconv.Itoa(i))*(3-n)/4])
		}
		lines, err := []casefile.Line(nil), error(nil)
		review, _ := c.InHand()
		if i%2 == 0 {
			lines, err = c.WriteNote(casefile.NoteWritten{Text: text}, casefile.ID{}, env.Today())
		} else {
			lines, err = c.AnswerItem(casefile.ItemAnswered{Review: review.ID, Item: items[i/2%len(items)], Answer: casefile.NotDone, Reason: "not yet, " + strconv.Itoa(i)}, env.Today(), env.Today())
		}
		if err != nil {
			fmt.Println("X", err)
			return 3
		}
		after, change := caseload.Apply(c, lines, env.Stamp("", casefile.ByIRO), env.NewID, p, env.Today())
		whole := caseload.Change{Files: []caseload.FileChange{change}}
		if i%6 == 0 {
			whole.ClearDrafts = []casefile.DraftKey{draft}
		}
		if aside, err := book.Submit(whole)(); err != nil || aside {
			fmt.Println("X", aside, err)
			return 4
		}
		c = after
		for _, e := range change.Entries {
			fmt.Println("E", e.ID)
		}
		if i%6 == 0 {
			fmt.Println("C", draft.Field, i)
		}
	}
}

// heard is what the writer had said when it died.
type heard struct {
	entries []string
	asked   map[string][][2]int // by draft: number, milliseconds
	cleared map[string]int
	trouble string
}

func (h *heard) line(l string) {
	w := strings.Fields(l)
	n := func(i int) int { v, _ := strconv.Atoi(w[i]); return v }
	switch {
	case len(w) == 2 && w[0] == "E":
		h.entries = append(h.entries, w[1])
	case len(w) == 4 && w[0] == "D":
		h.asked[w[1]] = append(h.asked[w[1]], [2]int{n(2), n(3)})
	case len(w) == 3 && w[0] == "C":
		h.cleared[w[1]] = n(2)
	case len(w) > 0 && w[0] == "X":
		h.trouble = l
	}
}

// madeSmall writes a store of a few made-up children whose key is cheap.
func madeSmall(t testing.TB, path string, children int) {
	t.Helper()
	env := newEnvironment(os.Stdin, os.Stdout, os.Stderr)
	o := cheapOptions(path)
	o.NoBackups = children > manyChildren
	book, _, err := store.Create(path, o, env.NewID)
	if err != nil {
		t.Fatal(err)
	}
	env.errOut = new(strings.Builder)
	today, err := workday.Parse(dayOfDemo)
	if err == nil {
		err = env.tell(context.Background(), book, demo.Options{Children: children, Seed: 1, Today: today})
	}
	if closing := book.Close(); err == nil {
		err = closing
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestKilledWhileWritingNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	path := t.TempDir() + "/k.footprint"
	madeSmall(t, path, 3)
	h := &heard{asked: map[string][][2]int{}, cleared: map[string]int{}}
	rounds := killRounds
	if testing.Short() {
		rounds = 3
	}
	for round := range rounds {
		life := time.Duration(rand.IntN(150)) * time.Millisecond
		if round%10 == 9 { // long enough for drafts to be older than a second
			life += 1300 * time.Millisecond
		}
		killedAt := h.killed(t, path, life)
		h.holds(t, path, killedAt)
	}
	if len(h.entries) == 0 {
		t.Fatal("nothing was ever acknowledged")
	}
}

// killed starts the writer and kills it so long after its first word. It gives
// the moment in milliseconds.
func (h *heard) killed(t *testing.T, path string, life time.Duration) (killedAt int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), writerStore+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	died := make(chan int, 1)
	in := bufio.NewScanner(out)
	for first := true; in.Scan(); first = false {
		if first {
			time.AfterFunc(life, func() {
				died <- int(time.Now().UnixMilli())
				_ = cmd.Process.Kill()
			})
		}
		h.line(in.Text())
	}
	_ = cmd.Wait()
	if h.trouble != "" {
		t.Fatal("the writer: " + h.trouble)
	}
	select {
	case killedAt = <-died:
		return killedAt
	default:
		t.Fatalf("the writer ended by itself: %v", cmd.ProcessState)
		return 0
	}
}

// holds opens the store after a kill and looks for everything that was safe.
func (h *heard) holds(t *testing.T, path string, killedAt int) {
	t.Helper()
	book, c, err := openBook(path, cheapOptions(path))
	if err != nil {
		t.Fatalf("open after the kill: %v", err)
	}
	defer func() { _ = book.Close() }()
	if w := book.Journal().Status().Warning; w != nil {
		t.Fatalf("a warning without a reason: %+v", w)
	}
	have := map[string]bool{}
	for _, e := range c.Entries {
		have[e.ID.String()] = true
	}
	for _, id := range h.entries {
		if !have[id] {
			t.Fatalf("entry %s was acknowledged and is gone", id)
		}
	}
	report, err := book.Journal().Verify(context.Background(), nil)
	if err != nil || !report.OK() {
		t.Fatalf("verify after the kill: %v %+v", err, report.Damage)
	}
	drafts := book.Drafts()
	for field, asked := range h.asked {
		must := 0
		for _, a := range asked {
			if a[1] <= killedAt-1000 {
				must = max(must, a[0])
			}
		}
		number, _, _ := strings.Cut(drafts[casefile.DraftKey{File: c.ID, Field: field}], " ")
		n, _ := strconv.Atoi(number)
		if n < must && h.cleared[field] < must && !clearedLater(c, must) {
			t.Fatalf("draft %s is of %d, %d was older than a second", field, n, must)
		}
		if n != 0 && n <= h.cleared[field] {
			t.Fatalf("draft %d of %s came back, cleared up to %d", n, field, h.cleared[field])
		}
	}
}

// clearedLater reports that the note a draft became is on file, so that the
// draft went with it although the writer could not say so any more.
func clearedLater(c *casefile.Case, number int) bool {
	for _, n := range c.Notes() {
		if strings.HasPrefix(n.Text, strconv.Itoa(number)) {
			return true
		}
	}
	return false
}

// TestKilledOnATerminal kills the app itself between keys: what it called
// saved is on file, and what was on screen for a second is in the draft.
func TestKilledOnATerminal(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	store := h.at("case.footprint")
	madeSmall(t, store, 3)
	program := cheap(t)
	rounds := killScreens
	if testing.Short() {
		rounds = 1
	}
	draft := ""
	for round := range rounds {
		s := h.opens(t, 80, 24, program, "--today", dayOfDemo, "--store", store, "--passphrase-file", h.at("pw"))
		s.sees("Caseload", "children")
		s.finds("sion", "Aled Siôn")
		s.press("n")
		if draft == "" {
			s.sees("0 words")
		} else {
			s.sees("unfinished note", draft)
		}
		note := fmt.Sprintf("kept%d", round)
		s.types(" " + note)
		s.press("ctrl+s")
		s.sees("Caseload", "Note kept", "saved") // the first change of a session: only now does it say saved
		s.press("n")
		s.sees("0 words")
		draft = fmt.Sprintf("draft%d", round)
		s.types(draft)
		s.sees(draft, "draft kept")
		shown := time.Now()
		for i := 0; time.Since(shown) < time.Second+time.Duration(rand.IntN(100))*time.Millisecond; i++ {
			s.types(fmt.Sprintf(" w%d", i%10))
			s.taken()
		}
		s.kill()
		book, c, err := openBook(store, cheapOptions(store))
		if err != nil {
			t.Fatal(err)
		}
		found := slices.ContainsFunc(c.Notes(), func(n casefile.Note) bool { return strings.HasSuffix(n.Text, note) })
		typed := slices.ContainsFunc(slices.Collect(maps.Values(book.Drafts())), func(text string) bool { return strings.HasPrefix(text, draft) })
		report, err := book.Journal().Verify(context.Background(), nil)
		if closing := book.Close(); err == nil {
			err = closing
		}
		if err != nil || !report.OK() || !found || !typed {
			t.Fatalf("round %d: note on file %v, draft kept %v, %v %+v", round, found, typed, err, report.Damage)
		}
	}
}
