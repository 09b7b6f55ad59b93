package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"footprint/cmd/footprint/demo"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
)

// The sizes of a demonstration: from manyChildren on a store gets no automatic
// backups; batchOf files go into one commit.
const (
	mostChildren = 200_000
	manyChildren = 1_000
	batchOf      = 300
)

func demoCommand(env *environment) *cobra.Command {
	var out string
	var children int
	var seed uint64
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "The app on a made-up caseload",
		Long: `Opens the app on a made-up caseload in a temporary store that is deleted when you
leave: no passphrase, no set-up, nothing personal, nothing kept.

With --out the made-up store is written to PATH to keep, with the passphrase of
--passphrase-file or one you type, and the app is not opened.`,
		Args: exactly(0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if children < 1 || children > mostChildren {
				return usage(fmt.Sprintf("--children takes a number from 1 to %d.", mostChildren), cmd)
			}
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			what := demo.Options{Children: children, Seed: seed, Today: env.Today()}
			if cmd.Flags().Changed("out") {
				return env.demoTo(ctx, out, what)
			}
			return env.demoApp(ctx, what)
		},
	}
	cmd.Flags().IntVar(&children, "children", demo.CastSize, "how many children")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "another number makes another caseload")
	cmd.Flags().StringVar(&out, "out", "", "write the store to this new file and do not open the app")
	return cmd
}

// demoTo writes a made-up store to keep.
func (env *environment) demoTo(ctx context.Context, path string, what demo.Options) error {
	if path == "" {
		return fault.New(fault.Usage, "The flag --out needs a path.", "footprint help demo shows how it is used.")
	}
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Exists, "There is a file at that path already.", "Choose another path with --out.")
	}
	o, err := env.options()
	if err != nil {
		return err
	}
	o.NoBackups = what.Children > manyChildren
	if o.Passphrase, err = env.newPassphrase(ctx, env.flags.passphraseFile); err != nil {
		return err
	}
	before := beside(path)
	book, code, err := store.Create(path, o, env.NewID)
	if err != nil {
		return err
	}
	err = env.tell(ctx, book, what)
	if closing := book.Close(); err == nil {
		err = closing
	}
	if err != nil {
		drop(path, before) // a half-told demonstration is of no use
		return err
	}
	if _, err := fmt.Fprintf(env.out, "A made-up caseload of %s is in %s\n", counted(what.Children, "child"), path); err != nil {
		return written(err)
	}
	return env.tellRecovery(code, "")
}

// beside lists the files a store has beside it that are there already.
func beside(path string) map[string]bool {
	there := map[string]bool{}
	for _, suffix := range journal.Suffixes() {
		if _, err := os.Lstat(path + suffix); err == nil {
			there[path+suffix] = true
		}
	}
	return there
}

// drop deletes a store this command made itself: its own files by name, and
// none that was there before.
func drop(path string, before map[string]bool) {
	for _, suffix := range journal.Suffixes() {
		if file := path + suffix; !before[file] {
			_ = os.Remove(file) // a folder with something in it stays
		}
	}
}

// demoApp opens the app on a store that is deleted on the way out.
func (env *environment) demoApp(ctx context.Context, what demo.Options) error {
	sweep()
	dir, err := os.MkdirTemp("", fmt.Sprintf("%s%d-", demoFolder, os.Getpid()))
	if err != nil {
		return fault.New(fault.Disk, "No temporary folder could be made.", "Check the room on the disk.").Wrap(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	secret := rand.Text()
	o := journal.Options{Passphrase: []byte(secret), KDF: vault.Least(), Now: env.now, NoBackups: true}
	book, _, err := store.Create(filepath.Join(dir, "demo.footprint"), o, env.NewID)
	if err != nil {
		return err
	}
	err = env.tell(ctx, book, what)
	if err == nil {
		err = runApp(ctx, env, book)
	}
	if closing := book.Close(); err == nil {
		err = closing
	}
	return err
}

// demoFolder begins the name of every demonstration's temporary folder; the
// number of the program that made it follows.
const demoFolder = "footprint-demo-"

// sweep deletes demonstrations whose program was killed before it could.
func sweep() {
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), demoFolder+"*")) // the pattern is a good one
	for _, dir := range old {
		number, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(dir), demoFolder), "-")
		if pid, err := strconv.Atoi(number); err == nil && !running(pid) {
			_ = os.RemoveAll(dir)
		}
	}
}

// running reports whether a program of that number may still be there.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// tell writes the made-up caseload into a new store, some hundred files at a
// time.
func (env *environment) tell(ctx context.Context, book *store.Book, what demo.Options) error {
	own, _, err := demo.Practice(what)
	if err != nil {
		return err
	}
	own.File = book.PracticeFile()
	bar := env.progress("Making up children")
	defer bar.done()
	batch := []caseload.FileChange{own}
	count := 0
	for change, err := range demo.Build(what) {
		if err != nil {
			return err
		}
		if ctx.Err() != nil {
			return fault.New(fault.Stopped, "Stopped before it was done.", "Nothing was kept.").Wrap(ctx.Err())
		}
		batch = append(batch, change)
		count++
		if len(batch) >= batchOf {
			if err := commit(book, batch); err != nil {
				return err
			}
			batch = nil
			bar.show(int64(count), int64(what.Children))
		}
	}
	return commit(book, batch)
}

// commit stores one batch and waits until it is safe.
func commit(book *store.Book, batch []caseload.FileChange) error {
	if len(batch) == 0 {
		return nil
	}
	aside, err := book.Submit(caseload.Change{Files: batch})()
	if err == nil && aside {
		return fault.New(fault.DiskFull, "The disk is full.", "Free some room and try again.")
	}
	return err
}
