package unlock_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"footprint/domain/fault"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/presstest"
	"footprint/tui/unlock"
	"footprint/tui/unlock/secret"
)

const (
	right = "maple orbit candle seven"
	code  = "AAAA-BBBB-CC10-DDDD-EEEE-FFFF-GGGG-HVVH"
)

// door is a store that opens with one passphrase.
type door struct {
	there    bool
	slow     time.Duration
	warnings []unlock.Warning
	refuse   error
	created  string
	given    string // passphrase given by recovery
	dropped  int
}

func (d *door) Exists() bool      { return d.there }
func (d *door) Place() string     { return "Documents/Footprint/caseload.footprint" }
func (d *door) LastSaved() string { return "14:02, 3 changes" }
func (d *door) Drop(unlock.Opened) {
	d.dropped++
}
func (d *door) Suggest() (string, error) { return "offered otter umbrella", nil }

func (d *door) Judge(p string, own []string) secret.Strength {
	switch {
	case len(p) < 12:
		return secret.Strength{Level: 0, Words: "too short", Why: "It needs at least 12 characters."}
	case len(own) > 0 && own[0] != "" && strings.Contains(p, own[0]):
		return secret.Strength{Level: 1, Words: "weak", Why: "It holds your own name."}
	}
	return secret.Strength{Level: 4, Words: "strong", Why: "Long enough.", Good: true}
}

func (d *door) Open(_ context.Context, p string) (unlock.Opened, error) {
	<-time.After(d.slow)
	if p != right {
		return unlock.Opened{}, fault.New(fault.WrongPassphrase, "The passphrase does not open this store.", "Check Caps Lock and try again.")
	}
	return unlock.Opened{Book: "the book", Warnings: d.warnings}, nil
}

func (d *door) Create(_ context.Context, p string) (unlock.Opened, string, error) {
	if d.refuse != nil {
		return unlock.Opened{}, "", d.refuse
	}
	d.created = p
	return unlock.Opened{Book: "a new book"}, code, nil
}

func (d *door) Recover(_ context.Context, c, p string) (unlock.Opened, error) {
	if c != code {
		return unlock.Opened{}, fault.New(fault.WrongPassphrase, "The recovery code is not right: look at group 3 again.", "")
	}
	d.given = p
	return unlock.Opened{Book: "the book"}, nil
}

// at runs a test at the way in; no passphrase may be on the screen at any time.
func at(t *testing.T, d *door, o unlock.Options, body func(b *presstest.Bench)) {
	t.Helper()
	t.Parallel()
	if o.Ask == [2]int{} {
		o.Ask = [2]int{3, 8}
	}
	presstest.Run(t, func(b *presstest.Bench) {
		b.Watch = func(screen string) {
			for _, secret := range []string{right, "maple", "another orbit candle seven"} {
				if strings.Contains(screen, secret) {
					t.Errorf("a passphrase is on the screen:\n%s", screen)
				}
			}
		}
		b.Nav.Reset(unlock.New(b.Nav, d, o))
		body(b)
	})
}

func TestUnlocking(t *testing.T) {
	at(t, &door{there: true}, unlock.Options{}, func(b *presstest.Bench) {
		b.See("Kept in Documents/Footprint", "Last saved 14:02, 3 changes", "Passphrase", "F2 lost passphrase", "Ctrl+Q leave Footprint")
		b.Golden("unlock")
		b.Press("enter")
		b.See("Type your passphrase")
		b.Type("maple wrong one")
		b.Golden("typed")
		b.Press("enter")
		b.See("The passphrase does not open this store. Check Caps Lock and try again.")
		b.Golden("wrong")
		b.Type(right)
		b.Press("enter")
		e, ok := presstest.Rooted[unlock.Entered](b)
		if !ok || e.Opened.Book != "the book" || e.ByRecovery {
			t.Errorf("entered with %+v", b.Root)
		}
		b.Sweep()
	})
}

func TestLockedSaysWhy(t *testing.T) {
	at(t, &door{there: true}, unlock.Options{Locked: true, Why: "It locked itself after 10 minutes."}, func(b *presstest.Bench) {
		b.See("Locked", "It locked itself after 10 minutes.")
		b.Press("ctrl+q")
		if _, ok := presstest.Rooted[unlock.Left](b); !ok {
			t.Error("ctrl+q should leave")
		}
	})
}

func TestEscStopsOpeningAndDropsWhatComesLate(t *testing.T) {
	d := &door{there: true, slow: 2 * time.Second}
	at(t, d, unlock.Options{}, func(b *presstest.Bench) {
		b.Type(right)
		b.Press("enter")
		b.See("Opening.")
		b.Sweep()
		b.Type("more letters")
		b.Press("esc")
		b.See("It was stopped")
		b.Pass(3 * time.Second)
		if _, in := presstest.Rooted[unlock.Entered](b); in || d.dropped != 1 {
			t.Errorf("entered %v, dropped %d times", in, d.dropped)
		}
	})
}

func TestWarningsAreReadWithAnotherKey(t *testing.T) {
	d := &door{there: true, warnings: []unlock.Warning{
		{Sentence: "This file is older than the one last seen here: 12 changes are missing.", Hint: "If you put a backup back on purpose, go on.", Grave: true},
		{Sentence: "1 change that was not finished last time has been put in."},
	}}
	at(t, d, unlock.Options{}, func(b *presstest.Bench) {
		b.Type(right)
		b.Press("enter", "enter", "esc")
		if _, in := presstest.Rooted[unlock.Entered](b); in {
			t.Error("went in before the warnings were read")
		}
		b.See("Before you go on", "12 changes are missing", "put in")
		b.Golden("warnings")
		b.Sweep()
		b.Press("ctrl+q")
		if left, ok := presstest.Rooted[unlock.Left](b); !ok || left.Opened == nil {
			t.Error("leaving must hand the open book over to be closed")
		}
		b.Press("o")
		if _, in := presstest.Rooted[unlock.Entered](b); !in {
			t.Error("o should go in")
		}
	})
}

func TestLostPassphrase(t *testing.T) {
	d := &door{there: true}
	at(t, d, unlock.Options{}, func(b *presstest.Bench) {
		b.Press("f2")
		b.See("Lost passphrase")
		b.Type("AAAA")
		b.Press("tab")
		b.Type("short")
		b.See("too short", "It needs at least 12 characters.")
		b.Golden("recover")
		b.Clear()
		b.Type(right)
		b.See("strong")
		b.Press("tab")
		b.Type("maple is another")
		b.Press("ctrl+s")
		b.See("The two are not the same.")
		b.Clear()
		b.Type(right)
		b.Sweep()
		b.Press("ctrl+s")
		b.See("look at group 3 again")
		b.Clear()
		b.Type(code)
		b.Press("tab")
		b.Type(right)
		b.Press("tab")
		b.Type(right)
		b.Press("ctrl+s")
		e, ok := presstest.Rooted[unlock.Entered](b)
		if !ok || !e.ByRecovery || d.given != right {
			t.Errorf("entered %v %+v, passphrase given %v", ok, e, d.given == right)
		}
	})
}

func TestFirstRun(t *testing.T) {
	d := &door{}
	at(t, d, unlock.Options{}, func(b *presstest.Bench) {
		b.See("looked-after children", "sends nothing anywhere", "only you know")
		b.Golden("welcome")
		b.Sweep()
		b.Press("enter")
		b.Golden("first")
		b.Type("R. Quaye")
		b.Press("tab")
		b.Type("R. Quaye is my name")
		b.See("weak", "It holds your own name.")
		b.Press("esc")
		b.See("Your caseload is not made yet.", "looked-after children")
		b.Press("enter")
		b.See("R. Quaye", "weak")
		b.Press("f3")
		b.See("offered otter umbrella", "Write it on paper")
		b.Golden("offered")
		b.Sweep()
		b.Press("f4")
		b.SeeNot("otter")
		b.Clear()
		b.Type(right)
		b.Press("tab")
		b.Type(right)
		b.Press("ctrl+s")
		if d.created != right {
			t.Fatal("the store should be made with the passphrase typed")
		}
		b.See("AAAA", "HVVH", "shown only this once")
		b.Golden("code")
		b.Sweep()
		b.Press("enter")
		b.SeeNot("AAAA", "CC10")
		b.Golden("groups")
		b.Sweep()
		b.Type("ccio") // as people write 10
		b.Press("tab")
		b.Type("wrong")
		b.Press("ctrl+s")
		b.See("That is not what the code says.")
		b.Press("esc")
		b.See("CC10")
		b.Press("enter")
		b.Type("cclo")
		b.Press("tab")
		b.Type("huuh")
		b.Press("ctrl+s")
		e, ok := presstest.Rooted[unlock.Entered](b)
		if !ok || e.Name != "R. Quaye" || !e.CodeKept || e.Opened.Book != "a new book" {
			t.Errorf("entered with %+v", e)
		}
	})
}

func TestTheCodeIsNotLostByEsc(t *testing.T) {
	at(t, &door{}, unlock.Options{}, func(b *presstest.Bench) {
		b.Press("enter")
		b.Type("R. Quaye\t" + right + "\t" + right)
		b.Press("ctrl+s", "esc", "enter", "esc")
		b.See("AAAA")
		if len(b.Root) != 0 {
			t.Fatal("Esc must not leave the code behind")
		}
		b.Press("w", "w")
		b.See("cannot be shown again")
		b.Sweep()
		b.Press("y")
		if e, ok := presstest.Rooted[unlock.Entered](b); !ok || e.CodeKept {
			t.Errorf("y should go on without the code: %+v", e)
		}
	})
}

func TestTroubleMakingTheStoreIsSaid(t *testing.T) {
	d := &door{refuse: fault.New(fault.ReadOnly, "That folder cannot be written to.", "Choose another one.").Wrap(errors.New("denied"))}
	at(t, d, unlock.Options{}, func(b *presstest.Bench) {
		b.Press("enter")
		b.Type("R. Quaye\t" + right + "\t" + right)
		b.Press("ctrl+s")
		b.See("That folder cannot be written to. Choose another one.", "R. Quaye")
		d.refuse = nil
		b.Press("shift+tab", "up", "up", "up", "tab")
		b.Type(right + "\t" + right)
		b.Press("ctrl+s")
		b.See("AAAA")
	})
}

func TestEveryActionHasWords(t *testing.T) {
	at(t, &door{there: true}, unlock.Options{}, func(b *presstest.Bench) {
		for _, a := range b.Nav.Focus().Actions() {
			if a.ID == "" || a.Words == "" || a.Group == "" || len(a.Keys) == 0 {
				t.Errorf("%+v lacks words", a)
			}
			for _, k := range a.Keys {
				if strings.HasPrefix(k, "alt+") || kit.KeyWords(k) == "" {
					t.Errorf("%s is bound to %q", a.ID, k)
				}
			}
		}
	})
}
