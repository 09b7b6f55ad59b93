package main

import (
	"context"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/cmd/footprint/demo"
	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
	"footprint/tui"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
)

// TestRandomKeysOverTheDemonstration presses 20,000 keys nobody meant to press
// on the made-up caseload in a real store: nothing panics, no screen is larger
// than its window, and every record of the store is whole afterwards.
func TestRandomKeysOverTheDemonstration(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	env := newEnvironment(os.Stdin, io.Discard, io.Discard)
	o := journal.Options{Passphrase: []byte("correct horse battery staple"), KDF: vault.Least(), StateDir: dir, NoBackups: true}
	book, _, err := store.Create(filepath.Join(dir, "demo.footprint"), o, env.NewID)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := env.tell(context.Background(), book, demo.Options{Children: demo.CastSize, Seed: 1, Today: env.Today()}); err != nil {
		t.Fatal(err)
	}
	sat, err := env.sit(book)
	if err != nil {
		t.Fatal(err)
	}
	sat.Close = nil
	p := &presser{app: tui.New(tui.Options{Theme: kit.NewTheme(kit.Look{Mode: kit.Dark, Colours: 256}), Watch: env, Opened: &sat, Looks: &looks{env: env}, Press: dryPress{}})}
	p.run(p.app.Init())
	random := rand.New(rand.NewPCG(3, 4))
	w, h := 80, 24
	for i := range 20_000 {
		if i%250 == 0 {
			w, h = 1+random.IntN(180), 1+random.IntN(55)
			p.send(tea.WindowSizeMsg{Width: w, Height: h})
		}
		p.send(kit.Press(wild[random.IntN(len(wild))]))
		if i%5 != 0 {
			continue
		}
		if err := kittest.Fits(p.app.View(), w, h); err != nil {
			t.Fatalf("after %d keys: %v", i, err)
		}
	}
	report, err := book.Journal().Verify(context.Background(), nil)
	if err != nil || !report.OK() {
		t.Errorf("the store is not whole: %+v, %v", report, err)
	}
	if report.Entries < 3_000 {
		t.Errorf("only %d records are left", report.Entries)
	}
}

// wild are the keys; q and the keys that leave, lock or sleep are not among
// them.
var wild = strings.Fields(`up down left right enter enter esc esc tab shift+tab pgup pgdown home end space backspace delete
	ctrl+s ctrl+s ctrl+u ctrl+y ctrl+k ctrl+p ctrl+r f1 f2 f4 ? / a b c d e f g i k l L m n o p P r R s t u v w x y - + [ ] . , 0 1 2 3 5 9`)

// presser runs the program's model as the framework would, one thing at a time.
type presser struct{ app *tui.App }

func (p *presser) send(msg tea.Msg) {
	_, cmd := p.app.Update(msg)
	p.run(cmd)
}

// run carries commands out to their end, but for those that wait for a clock.
func (p *presser) run(cmd tea.Cmd) {
	for todo := []tea.Cmd{cmd}; len(todo) > 0; {
		next := todo[0]
		todo = todo[1:]
		if next == nil {
			continue
		}
		msg, ok := soon(next)
		if v := reflect.ValueOf(msg); ok && v.IsValid() && v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range v.Len() {
				todo = append(todo, v.Index(i).Interface().(tea.Cmd))
			}
			continue
		}
		if _, quit := msg.(tea.QuitMsg); ok && msg != nil && !quit {
			_, cmd := p.app.Update(msg)
			todo = append(todo, cmd)
		}
	}
}

// soon gives a command's answer, unless it is one that waits.
func soon(cmd tea.Cmd) (tea.Msg, bool) {
	came := make(chan tea.Msg, 1)
	go func() { came <- cmd() }()
	select {
	case msg := <-came:
		return msg, true
	case <-time.After(5 * time.Millisecond):
		return nil, false
	}
}
