package safekeeping_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"footprint/domain/fault"
	"footprint/tui/kit"
	"footprint/tui/safekeeping"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/safekeeping/presstest"
	"footprint/tui/unlock/secret"
)

const (
	right = "maple orbit candle seven"
	fresh = "gravel lantern otter nine"
	code  = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH"
)

// keeper is a store in memory; slow work waits for its context or an hour.
type keeper struct {
	none     bool
	slow     bool
	exists   string
	made     []string
	conflict bool
	restored []bool // force, for each try
	clean    bool
	known    bool
	older    []string
}

func (k *keeper) Suggested() string        { return "Documents/footprint 2026-11-23.backup" }
func (k *keeper) Suggest() (string, error) { return "offered otter umbrella", nil }

func (k *keeper) Judge(p string, _ []string) secret.Strength {
	return secret.Strength{Level: min(len(p)/6, 4), Words: "so", Why: "It needs at least 12 characters.", Good: len(p) >= 12}
}

func (k *keeper) Backups(context.Context) ([]safekeeping.Backup, string, error) {
	if k.none {
		return nil, "", nil
	}
	return []safekeeping.Backup{
		{Path: "caseload.backups/0412", Day: "Mon 23 Nov 2026", Time: "14:02", Size: 2_345_678},
		{Path: "caseload.backups/0398", Day: "Fri 20 Nov 2026", Time: "09:15", Size: 2_301_000},
	}, "the last was made today at 14:02 and opened again to be sure.", nil
}

func (k *keeper) wait(ctx context.Context, p longwork.Progress) error {
	p(30, 100)
	if !k.slow {
		return nil
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Hour):
		return nil
	}
}

func (k *keeper) Backup(ctx context.Context, path string, p longwork.Progress) error {
	if path == k.exists {
		return fault.New(fault.Exists, "There is a file of that name already.", "Choose another name.")
	}
	if err := k.wait(ctx, p); err != nil {
		return err
	}
	k.made = append(k.made, path)
	return nil
}

func (k *keeper) Restore(ctx context.Context, path, pass string, force bool, p longwork.Progress) (safekeeping.Restored, error) {
	k.restored = append(k.restored, force)
	switch {
	case pass != right:
		return safekeeping.Restored{}, fault.New(fault.WrongPassphrase, "The passphrase does not open that backup.", "It is the one of that day.")
	case k.conflict && !force:
		return safekeeping.Restored{}, fault.New(fault.Conflict, "The caseload here is newer than that backup.", "")
	}
	return safekeeping.Restored{From: path, Aside: "caseload.footprint.old"}, k.wait(ctx, p)
}

func (k *keeper) Verify(ctx context.Context, p longwork.Progress) (safekeeping.Report, error) {
	if err := k.wait(ctx, p); err != nil {
		return safekeeping.Report{}, err
	}
	return safekeeping.Report{Clean: k.clean, Lines: []string{"62 files, 4,120 entries: every one opens.", "The list agrees with them."}}, nil
}

func (k *keeper) ChangePassphrase(_ context.Context, old, _ string, known bool) (safekeeping.Changed, error) {
	if old != right {
		return safekeeping.Changed{}, fault.New(fault.WrongPassphrase, "That is not the passphrase.", "")
	}
	k.known = known
	return safekeeping.Changed{Older: k.older}, nil
}

func (k *keeper) NewRecovery(_ context.Context, pass string) (string, error) {
	if pass != right {
		return "", fault.New(fault.WrongPassphrase, "That is not the passphrase.", "")
	}
	return code, nil
}

// at runs a test on a page; no passphrase may be on the screen at any time.
func at(t *testing.T, page func(nav *kit.Nav) kit.Page, body func(b *presstest.Bench)) {
	t.Helper()
	t.Parallel()
	presstest.Run(t, func(b *presstest.Bench) {
		b.Watch = func(screen string) {
			if strings.Contains(screen, "maple") || strings.Contains(screen, "gravel") {
				t.Errorf("a passphrase is on the screen:\n%s", screen)
			}
		}
		b.Push(page(b.Nav))
		body(b)
	})
}

func TestBackup(t *testing.T) {
	k := &keeper{exists: "taken"}
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewBackup(n, k) }, func(b *presstest.Bench) {
		b.See("Mon 23 Nov 2026", "2.3 MB", "opened again to be sure")
		b.Golden("backup")
		b.Sweep()
		b.Press("b")
		b.See("Documents/footprint 2026-11-23.backup", "memory stick")
		b.Sweep()
		b.Clear()
		b.Type("taken")
		b.Press("ctrl+s")
		b.See("There is a file of that name already. Choose another name.")
		b.Press("b")
		b.See("taken")
		b.Type(" not")
		b.Press("ctrl+s")
		b.See("Backed up and opened again to be sure: taken not")
		if len(k.made) != 1 || k.made[0] != "taken not" {
			t.Errorf("made %v", k.made)
		}
		b.Sweep()
	})
}

func TestBackupIsStopped(t *testing.T) {
	k := &keeper{slow: true}
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewBackup(n, k) }, func(b *presstest.Bench) {
		b.Press("b", "ctrl+s")
		b.Pass(time.Second)
		b.See("Backing up", "30 of 100", "s stop")
		b.Sweep()
		b.Press("b", "enter")
		b.Press("esc")
		b.See("It was stopped; nothing was changed.")
		if len(k.made) != 0 {
			t.Errorf("made %v", k.made)
		}
	})
}

func TestNoBackupsYet(t *testing.T) {
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewRestore(n, &keeper{none: true}, true) }, func(b *presstest.Bench) {
		b.See("There is no automatic backup yet.", "becomes the caseload on this laptop")
		b.Press("enter")
		b.See("f takes a file by its name")
		b.Sweep()
	})
}

func TestRestore(t *testing.T) {
	k := &keeper{conflict: true}
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewRestore(n, k, false) }, func(b *presstest.Bench) {
		b.Golden("restore")
		b.Sweep()
		b.Press("down", "enter")
		b.See("what it was at Fri 20 Nov 2026 09:15", "set aside in a file beside it", "locks and asks for the passphrase")
		b.Golden("restore-form")
		b.Type("maple wrong")
		b.Press("ctrl+s")
		b.See("Put this backup back?", "y put it back")
		b.Sweep()
		b.Press("enter", "ctrl+s", "esc")
		if len(k.restored) != 0 {
			t.Fatal("only y may begin it")
		}
		b.Press("enter")
		b.Type("maple wrong")
		b.Press("ctrl+s", "y")
		b.See("The passphrase does not open that backup.")
		b.Press("enter")
		b.Type(right)
		b.Press("ctrl+s", "y")
		b.See("The caseload here is newer than that backup.", "Type put it back")
		b.Sweep()
		b.Type("put it")
		b.Press("enter")
		if len(k.restored) != 2 {
			t.Fatalf("tried %v", k.restored)
		}
		b.Type(" back")
		b.Press("enter")
		m, ok := presstest.Rooted[safekeeping.Reopen](b)
		if !ok || m.Restored.From != "caseload.backups/0398" || m.Restored.Aside == "" || !k.restored[2] {
			t.Errorf("restored %+v, tries %v", m, k.restored)
		}
	})
}

func TestRestoreOfAFileByName(t *testing.T) {
	k := &keeper{}
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewRestore(n, k, false) }, func(b *presstest.Bench) {
		b.Press("f")
		b.Type("stick/old.backup\t" + right)
		b.Press("ctrl+s", "y")
		if m, ok := presstest.Rooted[safekeeping.Reopen](b); !ok || m.Restored.From != "stick/old.backup" {
			t.Errorf("restored %+v", m)
		}
	})
}

func TestVerify(t *testing.T) {
	k := &keeper{clean: true}
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewVerify(n, k) }, func(b *presstest.Bench) {
		b.See("Nothing is changed.", "Enter check now")
		b.Sweep()
		b.Press("enter")
		b.See("Everything is whole.", "62 files, 4,120 entries")
		b.Golden("verify")
		k.clean, k.slow = false, true
		b.Press("v")
		b.Pass(time.Second)
		b.See("30 of 100")
		b.Press("s")
		b.See("It was stopped")
		b.SeeNot("Everything is whole.")
		k.slow = false
		b.Press("v")
		b.See("Something is not as it should be.")
		b.Sweep()
	})
}

func TestChangingThePassphrase(t *testing.T) {
	k := &keeper{older: []string{"caseload.backups/0398", "stick/old.backup"}}
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewPassphrase(n, k, [2]int{2, 5}) }, func(b *presstest.Bench) {
		b.Golden("passphrase")
		b.Sweep()
		b.Type("maple wrong\t" + fresh + "\t" + fresh + "\t")
		b.See("new keys are made too")
		b.Type("y")
		b.Press("ctrl+s")
		b.See("That is not the passphrase.")
		b.Type(right + "\t" + fresh + "\tgravel other\t")
		b.Press("ctrl+s")
		b.See("The two are not the same.")
		b.Clear()
		b.Type(fresh)
		b.Press("ctrl+s")
		b.See("The passphrase is changed", "still open with the old passphrase", "stick/old.backup")
		b.Golden("passphrase-done")
		b.Sweep()
		if !k.known {
			t.Error("that someone may know it was answered yes")
		}
	})
}

func TestNewRecoveryCode(t *testing.T) {
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewRecovery(n, &keeper{}, [2]int{2, 5}) }, func(b *presstest.Bench) {
		b.Type("maple wrong")
		b.Press("ctrl+s")
		b.See("That is not the passphrase.")
		b.Type(right)
		b.Press("ctrl+s")
		b.See("Your new recovery code", "HHHH", "Cross it out.")
		b.Sweep()
		b.Press("enter")
		b.Type("bbbb\teeee")
		b.Press("ctrl+s")
		b.See("The new recovery code is in force.")
		b.SeeNot("not written down", "HHHH")
		if b.Nav.Depth() != 1 {
			t.Error("the page should be left")
		}
	})
}

func TestNewRecoveryCodeNotWrittenDown(t *testing.T) {
	at(t, func(n *kit.Nav) kit.Page { return safekeeping.NewRecovery(n, &keeper{}, [2]int{2, 5}) }, func(b *presstest.Bench) {
		b.Type(right)
		b.Press("ctrl+s", "esc", "y")
		b.See("and is not written down")
		if b.Nav.Depth() != 1 {
			t.Error("the page should be left")
		}
	})
}
