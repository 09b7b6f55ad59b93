package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"path/filepath"

	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
	"footprint/tui/safekeeping"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/unlock/secret"
)

// keeper keeps the open store safe, as the screens see it.
type keeper struct {
	env  *environment
	book *store.Book
	path string
	shut func() error // closes the book, so that another can be put in its place
}

// Suggested is a path a backup could go to: the home folder, dated.
func (k *keeper) Suggested() string {
	return filepath.Join(folders{}.Home(), "footprint-"+k.env.now().Format("2006-01-02")+".backup")
}

// Judge measures a passphrase.
func (k *keeper) Judge(passphrase string, own []string) secret.Strength {
	return judgeSecret(passphrase, own)
}

func judgeSecret(passphrase string, own []string) secret.Strength {
	s := vault.Judge([]byte(passphrase), own)
	return secret.Strength{Level: s.Score, Words: s.Word, Why: s.Why, Good: s.OK()}
}

// Suggest draws a passphrase.
func (k *keeper) Suggest() (string, error) { return vault.Suggest(rand.Reader) }

// Backups lists the automatic backups, newest first.
func (k *keeper) Backups(context.Context) (list []safekeeping.Backup, status string, err error) {
	made, err := k.book.Journal().Backups()
	if err != nil {
		return nil, "", err
	}
	for _, b := range made {
		at := b.Made.Local()
		list = append(list, safekeeping.Backup{Path: b.Path, Day: at.Format("Mon 2 Jan 2006"), Time: at.Format("15:04"), Size: b.Size})
	}
	st := k.book.Journal().Status()
	switch {
	case st.BackupErr != nil:
		status = "The last automatic backup failed: " + coded(st.BackupErr)
	case st.BackupRunning:
		status = "A backup is being made now."
	case !st.LastBackup.IsZero():
		status = "Last backup " + st.LastBackup.Local().Format("Mon 2 Jan 2006, 15:04") + ", opened again to be sure."
	default:
		status = "No automatic backup has been made yet: the first comes after the next change."
	}
	return list, status, nil
}

// Backup writes a copy and checks it.
func (k *keeper) Backup(ctx context.Context, path string, _ longwork.Progress) error {
	return k.book.Journal().Backup(ctx, path)
}

// Restore closes the store and puts a backup in its place.
func (k *keeper) Restore(ctx context.Context, path, passphrase string, force bool, p longwork.Progress) (safekeeping.Restored, error) {
	o, err := k.env.options()
	if err != nil {
		return safekeeping.Restored{}, err
	}
	o.Passphrase, o.Progress = []byte(passphrase), p
	if _, err := journal.VerifyFile(ctx, path, o); err != nil {
		return safekeeping.Restored{}, err // judged before the store is closed
	}
	if err := k.shut(); err != nil {
		return safekeeping.Restored{}, err
	}
	done, err := journal.Restore(ctx, path, k.path, o, force)
	return safekeeping.Restored{From: path, Aside: done.SetAside}, err
}

// Verify checks every record of the open store.
func (k *keeper) Verify(ctx context.Context, p longwork.Progress) (safekeeping.Report, error) {
	r, err := k.book.Journal().Verify(ctx, p)
	if err != nil {
		return safekeeping.Report{}, err
	}
	out := safekeeping.Report{Clean: r.OK()}
	out.Lines = append(out.Lines, fmt.Sprintf("%s in %s opened and every chain checked.", counted(int(r.Entries), "record"), counted(r.Files, "file")))
	for _, d := range r.Damage {
		out.Lines = append(out.Lines, "Damaged: "+d.What)
	}
	out.Lines = append(out.Lines, r.Notes...)
	return out, nil
}

// ChangePassphrase changes the passphrase.
func (k *keeper) ChangePassphrase(_ context.Context, old, fresh string, someoneKnows bool) (safekeeping.Changed, error) {
	done, err := k.book.Journal().ChangePassphrase([]byte(old), []byte(fresh), someoneKnows)
	out := safekeeping.Changed{Recovery: done.Recovery}
	for _, b := range done.OlderBackups {
		out.Older = append(out.Older, b.Path)
	}
	out.Older = append(out.Older, done.SetAside...)
	return out, err
}

// NewRecovery makes a new recovery code in place of the old one.
func (k *keeper) NewRecovery(_ context.Context, passphrase string) (string, error) {
	done, err := k.book.Journal().NewRecovery([]byte(passphrase))
	return done.Recovery, err
}
