// Package safekeeping is what keeps the caseload from being lost or read by
// others: backing up and putting back, checking every record, changing the
// passphrase and the recovery code.
//
// It may touch the kit and the Keeper it states itself; the store stands
// behind that. Long work runs in commands and can be stopped. It keeps no
// passphrase once it was handed on, and shows no name of any child.
package safekeeping

import (
	"context"
	"fmt"
	"strings"

	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/unlock/secret"
)

// Backup is one automatic backup.
type Backup struct {
	Path string
	Day  string // "Mon 23 Nov 2026"
	Time string // "14:02"
	Size int64  // bytes
}

// Report is what checking every record found, in plain words without case
// data.
type Report struct {
	Clean bool
	Lines []string
}

// Restored says what putting a backup back did.
type Restored struct {
	From  string // the file that was put back
	Aside string // where the caseload that was there lies now, "" when there was none
}

// Changed says what a change of passphrase leaves to do.
type Changed struct {
	Recovery string   // the new recovery code, to be shown once; "" when the old one stays
	Older    []string // files that still open with the old passphrase
}

// Keeper is the store as these screens need it. Suggested and Judge answer
// from memory; the others are called inside commands only. Stopping the
// context leaves everything as it was.
type Keeper interface {
	// Suggested is a path a backup could go to.
	Suggested() string
	// Judge measures a passphrase.
	Judge(passphrase string, own []string) secret.Strength
	// Suggest draws a passphrase.
	Suggest() (string, error)
	// Backups lists the automatic backups, newest first, and says how the last
	// one went, in words.
	Backups(ctx context.Context) (list []Backup, status string, err error)
	// Backup writes a copy and opens it again to be sure. Over a file that
	// exists: fault.Exists.
	Backup(ctx context.Context, path string, p longwork.Progress) error
	// Restore puts a backup in the place of the store, which is set aside. It
	// needs force (fault.Conflict) when the store is newer, or another one.
	Restore(ctx context.Context, path, passphrase string, force bool, p longwork.Progress) (Restored, error)
	// Verify checks every record of the open store.
	Verify(ctx context.Context, p longwork.Progress) (Report, error)
	// ChangePassphrase changes it; someoneKnows makes new keys and a new recovery
	// code too.
	ChangePassphrase(ctx context.Context, old, fresh string, someoneKnows bool) (Changed, error)
	// NewRecovery makes a new recovery code in place of the old one.
	NewRecovery(ctx context.Context, passphrase string) (code string, err error)
}

// Reopen tells the root that another store lies at the path now: lock, and
// open it anew.
type Reopen struct{ Restored Restored }

// ToRoot makes Reopen a message for the root.
func (Reopen) ToRoot() {}

// size gives bytes in words.
func size(n int64) string {
	switch {
	case n < 1000:
		return kit.Count(int(n), "byte", "bytes")
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", (n+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

// text puts paragraphs above a body that gets the rows left, at least one.
func text(th *kit.Theme, w, h int, paragraphs []para, body func(h int) string) string {
	if h <= 0 {
		return ""
	}
	var lines []string
	for _, p := range paragraphs {
		for i, l := range kit.Wrap(kit.Clean(p.words), max(min(w-6, 84), 1)) {
			head := "     "
			if i == 0 && p.sign != kit.NoSign {
				head = "   " + th.Mark(p.sign) + " "
			}
			lines = append(lines, head+th.Paint(p.tone, l))
		}
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	if room := max(h-4, 0); len(lines) > room {
		lines = lines[:room]
	}
	return strings.Join(kit.Lines(strings.Join(append(lines, body(h-len(lines))), "\n"), w, h), "\n")
}

// para is one paragraph above a list.
type para struct {
	words string
	tone  kit.Tone
	sign  kit.Sign
}
