package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
	"footprint/tui"
	"footprint/tui/unlock"
	"footprint/tui/unlock/secret"
)

// door is the store as the way in sees it. One thing at a time goes through
// it: a book that is still closing is waited for before it is opened again.
type door struct {
	env  *environment
	path string
	mu   sync.Mutex
	last string
}

func (env *environment) newDoor() (*door, error) {
	path, err := env.storePath()
	return &door{env: env, path: path}, err
}

// openNow opens the store without a screen when a passphrase file was given,
// and judges what the file is before the terminal is taken over.
func (d *door) openNow(ctx context.Context) (o tui.Opened, open bool, err error) {
	if !d.Exists() {
		return o, false, nil
	}
	if err := journal.Judge(d.path); err != nil {
		return o, false, err
	}
	if err := journal.Free(d.path); err != nil {
		return o, false, err
	}
	if d.env.flags.passphraseFile == "" {
		return o, false, nil
	}
	pass, err := d.env.passphrase(ctx)
	if err != nil {
		return o, false, err
	}
	came, err := d.Open(ctx, string(pass))
	if err != nil {
		return o, false, err
	}
	sat, _ := came.Book.(tui.Opened)
	return sat, true, nil
}

// Exists reports whether there is a store to open.
func (d *door) Exists() bool {
	_, err := os.Lstat(d.path)
	return !errors.Is(err, os.ErrNotExist)
}

// Place says where the store lies.
func (d *door) Place() string { return d.path }

// LastSaved says when the store was last saved, once it has been open.
func (d *door) LastSaved() string { return d.last }

// Open opens the store with the passphrase.
func (d *door) Open(_ context.Context, passphrase string) (unlock.Opened, error) {
	o, err := d.env.options()
	if err != nil {
		return unlock.Opened{}, err
	}
	o.Passphrase = []byte(passphrase)
	return d.through(func() (*store.Book, error) { return store.Open(d.path, o) })
}

// Create makes the store and opens it.
func (d *door) Create(_ context.Context, passphrase string) (unlock.Opened, string, error) {
	o, err := d.env.options()
	if err != nil {
		return unlock.Opened{}, "", err
	}
	o.Passphrase = []byte(passphrase)
	code := ""
	opened, err := d.through(func() (book *store.Book, err error) {
		book, code, err = store.Create(d.path, o, d.env.NewID)
		return book, err
	})
	return opened, code, err
}

// Recover opens the store with the recovery code and gives it a new
// passphrase.
func (d *door) Recover(_ context.Context, code, passphrase string) (unlock.Opened, error) {
	o, err := d.env.options()
	if err != nil {
		return unlock.Opened{}, err
	}
	o.Recovery = code
	return d.through(func() (*store.Book, error) {
		book, err := store.Open(d.path, o)
		if err != nil {
			return nil, err
		}
		if err := newPass(book, passphrase); err != nil {
			return nil, errors.Join(err, book.Close())
		}
		return book, nil
	})
}

// newPass gives a book that the recovery code opened a new passphrase.
func newPass(book *store.Book, passphrase string) error {
	_, err := book.Journal().ChangePassphrase(nil, []byte(passphrase), false)
	return err
}

// through opens a book one at a time and sits down at it.
func (d *door) through(open func() (*store.Book, error)) (unlock.Opened, error) {
	d.mu.Lock()
	book, err := open()
	if err != nil {
		d.mu.Unlock()
		return unlock.Opened{}, err
	}
	sat, err := d.env.sit(book)
	if err != nil {
		d.mu.Unlock()
		return unlock.Opened{}, errors.Join(err, book.Close())
	}
	shut := sync.OnceValue(func() error {
		defer d.mu.Unlock()
		d.last = savedWords(book.Journal().Status())
		return book.Close()
	})
	sat.Close = shut
	sat.Keeper = &keeper{env: d.env, book: book, path: d.path, shut: shut}
	if book.Journal().Status().Warning != nil {
		sat.Accept = book.Journal().AcceptOlder
	}
	return unlock.Opened{Book: sat, Warnings: warnings(book.Journal().Status())}, nil
}

// Drop closes a store that came after it was no longer wanted.
func (d *door) Drop(o unlock.Opened) {
	if sat, ok := o.Book.(tui.Opened); ok {
		_ = sat.Close() // nobody is there to be told; the store is whole either way
	}
}

// Judge measures a passphrase.
func (d *door) Judge(passphrase string, own []string) secret.Strength {
	return judgeSecret(passphrase, own)
}

// Suggest draws a passphrase.
func (d *door) Suggest() (string, error) { return vault.Suggest(rand.Reader) }

func savedWords(st journal.Status) string {
	if st.LastSaved.IsZero() {
		return ""
	}
	return st.LastSaved.Local().Format("15:04")
}

// warnings are what must be read before work begins.
func warnings(st journal.Status) []unlock.Warning {
	var out []unlock.Warning
	if w := st.Warning; w != nil {
		sentence := fmt.Sprintf("This store is older than the one last used on this computer: %s missing, the last from %s.",
			counted(w.MissingChanges, "change")+areOr(w.MissingChanges), w.LastSeen.Local().Format("Mon 2 Jan 2006, 15:04"))
		if w.Forked {
			sentence = "This store and the one last used on this computer have parted: two copies were worked on."
		}
		out = append(out, unlock.Warning{Sentence: sentence, Hint: "If an old copy was put back, look for the newer one before you write anything here.", Grave: true})
	}
	if st.AnchorLost {
		out = append(out, unlock.Warning{Sentence: "What this computer remembered of the store could not be read, so an older copy put back would not have been noticed.",
			Hint: "Check that what you last entered is there. It is remembered anew from now on."})
	}
	if n := len(st.Damage); n > 0 {
		out = append(out, unlock.Warning{Sentence: "Part of the store is damaged: " + counted(n, "place") + " could not be read. What can be read is shown.",
			Hint: "Restore a backup, or run footprint verify to see what is hurt.", Grave: true})
	}
	if st.RedoApplied > 0 {
		out = append(out, unlock.Warning{Sentence: strings.ToUpper(counted(st.RedoApplied, "change")[:1]) + counted(st.RedoApplied, "change")[1:] + " that had not reached the store when it last closed were put in.", Hint: "Nothing was lost."})
	}
	if st.DraftsAside != "" {
		out = append(out, unlock.Warning{Sentence: "Unfinished texts sealed with another key were set aside beside the store.", Hint: "They belong to an older copy of it."})
	}
	return out
}
