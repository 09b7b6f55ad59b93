// Package unlock is the way in: the passphrase, the first run, the way back in
// with the recovery code, and what has to be said before work begins.
//
// It may touch the kit and the Door it states itself; the store stands behind
// that door. It opens nothing in Update or View, keeps no passphrase once it
// was handed on, and shows no name of any child.
package unlock

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
	"footprint/tui/unlock/secret"
)

// Opened is a store that is open, as the root passes it on.
type Opened struct {
	Book     any
	Warnings []Warning
}

// Warning is one thing to be read before work begins: an older file than the
// one last seen, damage, changes that were found and put in.
type Warning struct {
	Sentence string // what is so
	Hint     string // what to do
	Grave    bool   // something may be missing; else it is only news
}

// Door is the store as seen from outside. Exists, Place, LastSaved and Judge
// answer from memory at once; the others are called inside commands only.
type Door interface {
	// Exists reports whether there is a store to open.
	Exists() bool
	// Place says where the store lies, in words for people.
	Place() string
	// LastSaved says when it was last saved, "14:02, 3 changes", or "".
	LastSaved() string
	// Open opens it. A wrong passphrase is fault.WrongPassphrase.
	Open(ctx context.Context, passphrase string) (Opened, error)
	// Create makes it and opens it; recovery is the code to be shown once.
	Create(ctx context.Context, passphrase string) (o Opened, recovery string, err error)
	// Recover opens it with the recovery code and gives it a new passphrase. A
	// wrong code is fault.WrongPassphrase.
	Recover(ctx context.Context, code, passphrase string) (Opened, error)
	// Drop closes a store that came after it was no longer wanted.
	Drop(o Opened)
	// Judge measures a passphrase.
	Judge(passphrase string, own []string) secret.Strength
	// Suggest draws a passphrase.
	Suggest() (string, error)
}

// Entered tells the root that a store is open and everything was read that had
// to be. Name is the name typed at the first run, else "".
type Entered struct {
	Opened     Opened
	Name       string
	ByRecovery bool
	CodeKept   bool // first run: the recovery code was written down
}

// ToRoot makes Entered a message for the root.
func (Entered) ToRoot() {}

// Left tells the root that the person wants to leave the program. Opened is
// set when a store was open by then and has to be closed.
type Left struct{ Opened *Opened }

// ToRoot makes Left a message for the root.
func (Left) ToRoot() {}

// Options say how the way in stands.
type Options struct {
	// Locked shows the page as locked, not as the start; Why is a sentence
	// about it: "It locked itself after 10 minutes."
	Locked bool
	Why    string
	// Ask gives the two groups of the recovery code asked back, from 1.
	Ask [2]int
	// Restore is the screen to put a backup back before there is a store; nil
	// offers none.
	Restore func() kit.Page
}

// New gives the page to begin with: the passphrase where there is a store,
// else the first run. The root keeps it in place until Entered or Left comes.
func New(nav *kit.Nav, door Door, o Options) kit.Page {
	if door.Exists() {
		return newLock(nav, door, o)
	}
	return newFirst(nav, door, o)
}

// answer is what opening, making or recovering came to.
type answer struct {
	opened   Opened
	recovery string
	err      error
}

// ask runs work in a command. What opens after ctx was given up is dropped.
func ask(era int, ctx context.Context, door Door, work func(context.Context) answer) tea.Cmd {
	return kit.Load(era, func() (answer, error) {
		a := work(ctx)
		if a.err == nil && a.recovery == "" && ctx.Err() != nil {
			door.Drop(a.opened)
			a = answer{err: ctx.Err()}
		}
		return a, nil
	})
}

// enter goes in, by way of the warnings if there are any.
func enter(nav *kit.Nav, e Entered) tea.Cmd {
	if len(e.Opened.Warnings) > 0 {
		nav.Push(newNotice(nav, e))
		return nil
	}
	return func() tea.Msg { return e }
}

// leave is the action that ends the program from the way in.
func leave(opened *Opened) kit.Action {
	return kit.Action{ID: "unlock.leave", Keys: []string{"ctrl+q"}, Words: "leave Footprint", Group: "The way in", Foot: 9,
		Do: func() tea.Cmd { return func() tea.Msg { return Left{opened} } }}
}
