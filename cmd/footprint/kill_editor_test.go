//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"
)

// killSeed names, in the environment, the seed of a run that is to be repeated.
const killSeed = "FOOTPRINT_TEST_SEED"

// mayCost is how much typing a kill may cost.
const mayCost = time.Second

// typist writes notes in the app's editor and remembers what the text was after
// each key and when that key was pressed, until the app is killed.
type typist struct {
	home
	*screen
	t     *testing.T
	store string
	rand  *rand.Rand

	before string // the text when typing began
	typed  string // what was typed since, as it stands now
	keys   []keyed
	stood  time.Duration // how long the computer kept the typist, and so the app, from going on
}

type keyed struct {
	at   time.Time // just before the key was sent
	text string    // what was typed, with it
}

func newTypist(t *testing.T) *typist {
	t.Helper()
	seed := rand.Uint64()
	if s := os.Getenv(killSeed); s != "" {
		seed, _ = strconv.ParseUint(s, 10, 64)
	}
	t.Logf("%s=%d repeats these moments", killSeed, seed)
	h := newHome(t)
	w := &typist{home: h, t: t, store: h.at("case.footprint"), rand: rand.New(rand.NewPCG(seed, 1))}
	madeSmall(t, w.store, 3)
	return w
}

// sitsDown opens the app and the note about the first child, and finds there
// what was kept.
func (w *typist) sitsDown(kept string) {
	w.t.Helper()
	w.screen = w.opens(w.t, 80, 24, cheap(w.t), "--today", dayOfDemo, "--store", w.store, "--passphrase-file", w.at("pw"))
	w.sees("Caseload", "children")
	w.finds("sion", "Aled Siôn")
	w.press("n")
	w.sees(fmt.Sprintf("  %d word", len(strings.Fields(kept))))
	if kept != "" {
		w.sees("unfinished note")
	}
	w.before, w.typed, w.keys, w.stood = kept, "", nil, 0
}

// pastes puts a long text in at once.
func (w *typist) pastes(text string) {
	w.t.Helper()
	w.send("\x1b[200~" + text + "\x1b[201~")
	w.sees(fmt.Sprintf("  %d words", len(strings.Fields(text))))
	w.before += text
}

// typesFor presses keys at a steady pace: mostly letters, some with marks, some
// wide, now and then a new line or the last letter taken back.
func (w *typist) typesFor(long, pace time.Duration) {
	w.t.Helper()
	for begun := time.Now(); time.Since(begun) < long; {
		pause, slept := pace/2+time.Duration(w.rand.Int64N(int64(pace))), time.Now()
		time.Sleep(pause) // before the key: the kill comes right after one
		w.stood = max(w.stood, time.Since(slept)-pause)
		key := string([]rune("abcdefghijklmnoprstuwy     ŵéłع漢")[w.rand.IntN(32)])
		text := w.typed + key
		switch w.rand.IntN(20) {
		case 0:
			key, text = keys["enter"], w.typed+"\n"
		case 1, 2:
			_, n := utf8.DecodeLastRuneInString(w.typed)
			if n == 0 {
				continue
			}
			key, text = keys["backspace"], w.typed[:len(w.typed)-n]
		}
		w.keys = append(w.keys, keyed{time.Now(), text})
		w.typed = text
		w.send(key)
	}
}

// ends sends the app a signal that ends it and gives the moment.
func (w *typist) ends(with syscall.Signal) time.Time {
	w.t.Helper()
	at := time.Now()
	if err := w.cmd.Process.Signal(with); err != nil {
		w.t.Fatal(err)
	}
	select {
	case <-w.gone:
	case <-time.After(patience):
		w.t.Fatalf("it outlives %v", with)
	}
	return at
}

// inStore reads what is in the store after a kill: the draft, and the notes on file.
func (w *typist) inStore() (draft string, notes []string) {
	w.t.Helper()
	book, c, err := openBook(w.store, cheapOptions(w.store))
	if err != nil {
		w.t.Fatal(err)
	}
	for key, text := range book.Drafts() {
		if key.File != c.ID || draft != "" {
			w.t.Errorf("a draft nobody typed: %q", key.Field)
		}
		draft = text
	}
	for _, n := range c.Notes() {
		notes = append(notes, n.Text)
	}
	if closing := book.Close(); closing != nil {
		w.t.Fatal(closing)
	}
	return draft, notes
}

// judge says how much of the last typing a kill cost, and what is wrong with the
// text found after it: it must be the whole text as it stood after one of the
// keys, none of the keys after it pressed more than a second before the kill. A
// moment in which the whole computer stood still is not the app's.
func (w *typist) judge(found string, died time.Time) (lost time.Duration, err error) {
	at := len(w.keys) // how many keys are in the text found
	for at >= 0 && found != w.textAfter(at) {
		at--
	}
	switch {
	case at < 0:
		return 0, fmt.Errorf("what is kept is not what was typed:\n%q of %d bytes, for\n%q of %d", lastOf(found), len(found), lastOf(w.before+w.typed), len(w.before+w.typed))
	case at == len(w.keys):
		return 0, nil
	}
	if lost = died.Sub(w.keys[at].at); lost > mayCost+w.stood {
		err = fmt.Errorf("%d of %d keys are kept; the first one lost was pressed %v before the kill", at, len(w.keys), lost)
	}
	return lost, err
}

func lastOf(s string) string { return s[max(len(s)-3000, 0):] }

func (w *typist) textAfter(n int) string {
	if n == 0 {
		return w.before
	}
	return w.before + w.keys[n-1].text
}

// TestKilledWhileTypingANote: whatever ends the app in the middle of a note,
// the note is there again but for a second of typing, and opens on the screen.
func TestKilledWhileTypingANote(t *testing.T) {
	t.Parallel()
	prose := strings.TrimSpace(strings.Repeat("Maja said that she would like to see her brother more often than now.\n", 769))
	for _, c := range []struct {
		name string
		text string        // that stands there before
		pace time.Duration // between two keys; none is as fast as the terminal takes them
		with syscall.Signal
	}{
		{"at a person's pace", "", 30 * time.Millisecond, syscall.SIGKILL},
		{"at a person's pace, in 10,000 words", prose, 30 * time.Millisecond, syscall.SIGKILL},
		{"while the draft is being replaced", prose, time.Millisecond, syscall.SIGKILL},
		{"by the window being closed", "", 30 * time.Millisecond, syscall.SIGHUP},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newTypist(t)
			w.sitsDown("")
			if c.text != "" {
				w.pastes(c.text)
			}
			var most time.Duration
			for round := range killNotes {
				w.typesFor(mayCost+time.Duration(w.rand.IntN(1000))*time.Millisecond, c.pace)
				died := w.ends(c.with)
				draft, _ := w.inStore()
				lost, err := w.judge(draft, died)
				if err != nil {
					t.Fatalf("round %d: %v", round, err)
				}
				most = max(most, lost)
				w.sitsDown(draft)
			}
			t.Logf("%d kills, at most %v of typing lost", killNotes, most)
		})
	}
}

// TestKilledRightAfterANoteIsKept: Ctrl+S and a kill at once leave the note on
// file or in its draft, never in both.
func TestKilledRightAfterANoteIsKept(t *testing.T) {
	t.Parallel()
	w := newTypist(t)
	draft, notes := w.inStore()
	for round := range killNotes {
		w.sitsDown(draft)
		w.typesFor(mayCost+300*time.Millisecond, 30*time.Millisecond)
		w.press("ctrl+s")
		time.Sleep(time.Duration(w.rand.IntN(15)) * time.Millisecond)
		died := w.ends(syscall.SIGKILL)
		left, now := w.inStore()
		switch len(now) - len(notes) {
		case 0:
			if _, err := w.judge(left, died); err != nil {
				t.Fatalf("round %d, not on file: %v", round, err)
			}
		case 1:
			kept, whole := strings.TrimSpace(now[len(now)-1]), strings.TrimSpace(w.before+w.typed)
			if kept != whole || left != "" {
				t.Fatalf("round %d: on file are %d bytes of %d, and %d in a draft", round, len(kept), len(whole), len(left))
			}
		default:
			t.Fatalf("round %d: %d notes on file after %d", round, len(now), len(notes))
		}
		draft, notes = left, now
	}
}

// TestTheKillTestSeesLoss: keys that a stopped app never read are lost, and the
// same judgement says so.
func TestTheKillTestSeesLoss(t *testing.T) {
	t.Parallel()
	w := newTypist(t)
	w.sitsDown("")
	w.typesFor(300*time.Millisecond, 30*time.Millisecond)
	if err := w.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	w.typesFor(mayCost+500*time.Millisecond, 30*time.Millisecond)
	died := w.ends(syscall.SIGKILL)
	draft, _ := w.inStore()
	if _, err := w.judge(draft, died); err == nil || !strings.Contains(err.Error(), "before the kill") {
		t.Errorf("half of the keys were never read, and the judgement is %v", err)
	}
	if _, err := w.judge(w.typed+"!", died); err == nil || !strings.Contains(err.Error(), "not what was typed") {
		t.Errorf("a text nobody typed is judged %v", err)
	}
}

// TestKeysTypedWhileTheAppIsBusyArrive: all of them wait in the terminal and
// come at once, and none is lost or taken for another.
func TestKeysTypedWhileTheAppIsBusyArrive(t *testing.T) {
	t.Parallel()
	w := newTypist(t)
	w.sitsDown("")
	for _, signal := range []syscall.Signal{syscall.SIGSTOP, syscall.SIGCONT} {
		if err := w.cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		if signal == syscall.SIGSTOP {
			w.typed = "She sat up and went home " + strings.Repeat("漢ŵ", 300) + " the end"
			w.send(w.typed)
			w.press("left", "left", "left")
			w.send("weekend, the ")
		}
	}
	want := strings.Replace(w.typed, "the end", "the weekend, the end", 1)
	w.sees("weekend, the end", fmt.Sprintf("  %d words", len(strings.Fields(want))))
	w.taken()
	w.ends(syscall.SIGKILL)
	if draft, _ := w.inStore(); draft != want {
		t.Errorf("%d bytes arrived of %d: %q", len(draft), len(want), draft)
	}
}
