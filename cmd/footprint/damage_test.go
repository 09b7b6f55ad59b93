package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
)

// runHere runs a command line in this process.
func runHere(t *testing.T, args ...string) (code int, out, errOut string) {
	t.Helper()
	var o, e bytes.Buffer
	env := newEnvironment(nil, &o, &e)
	env.kdf = vault.Least()
	code = run(env, args)
	return code, o.String(), e.String()
}

// madeUp makes a demonstration store and gives its path; the passphrase and the
// state folder stand in the environment.
func madeUp(t *testing.T, children string) string {
	t.Helper()
	dir := t.TempDir()
	pass := filepath.Join(dir, "pw")
	if err := os.WriteFile(pass, []byte("correct horse battery staple\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("FOOTPRINT_STATE", filepath.Join(dir, "state"))
	t.Setenv("FOOTPRINT_PASSPHRASE_FILE", pass)
	path := filepath.Join(dir, "case.footprint")
	if code, _, errOut := runHere(t, "--today", "2026-06-10", "demo", "--out", path, "--children", children); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errOut)
	}
	return path
}

// TestAHurtStoreListsWhatItCan turns bytes over all through a store. Whatever
// is hurt, the answer is right or it is exit code 4 in words; where only some
// children are hurt, the others are listed all the same.
func TestAHurtStoreListsWhatItCan(t *testing.T) {
	path := madeUp(t, "6")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	code, want, _ := runHere(t, "--store", path, "--today", "2026-06-10", "due", "--json")
	if code != exitDone {
		t.Fatalf("exit code %d", code)
	}
	hurtPath := filepath.Join(t.TempDir(), "hurt.footprint")
	partly := 0
	const tries = 40
	for i := range tries {
		data := bytes.Clone(whole)
		at := len(data) / tries * i
		for j := at; j < min(at+200, len(data)); j++ {
			data[j] ^= 0xff
		}
		if err := os.WriteFile(hurtPath, data, 0o600); err != nil {
			t.Fatal(err)
		}
		code, out, errOut := runHere(t, "--store", hurtPath, "--today", "2026-06-10", "due", "--json")
		switch {
		case code == exitDone && out == want:
		case code == exitDone && strings.Contains(errOut, "warning: This store is older than the one last used on this computer"):
			// The newest top was hurt, so the one before it stood in, and that was told.
		case code == exitHurt && strings.HasPrefix(errOut, "footprint: ") && strings.Contains(errOut, "\nhint: "):
			if strings.HasPrefix(out, `{"today":"2026-06-10","items":[{`) && out != want {
				partly++
			}
		default:
			t.Errorf("hurt at %d of %d: exit code %d, right answer %v, told %q", at, len(data), code, out == want, errOut)
		}
	}
	if partly == 0 {
		t.Error("no store was hurt in part, so that nothing was shown of listing the rest")
	}
}

// TestASecondWindowIsTold: a store that is open elsewhere gives exit code 3, at
// once and in words.
func TestASecondWindowIsTold(t *testing.T) {
	path := madeUp(t, "1")
	book, err := store.Open(path, journal.Options{Passphrase: []byte("correct horse battery staple"), NoBackups: true})
	if err != nil {
		t.Fatal(err)
	}
	code, out, errOut := runHere(t, "--store", path, "children")
	if code != exitLocked || out != "" || !strings.Contains(errOut, "hint: ") {
		t.Errorf("exit code %d, output %q, told %q", code, out, errOut)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	if code, _, errOut := runHere(t, "--store", path, "children"); code != exitDone {
		t.Errorf("afterwards: exit code %d, told %q", code, errOut)
	}
}

// TestTheStoreHoldsNoNameInClear looks for what the demonstration holds in
// every file beside the store.
func TestTheStoreHoldsNoNameInClear(t *testing.T) {
	path := madeUp(t, "3")
	_, list, _ := runHere(t, "--store", path, "--today", "2026-06-10", "children", "--csv")
	name := strings.Split(strings.Split(list, "\n")[1], ",")[2]
	if len(name) < 5 {
		t.Fatalf("no name to look for in %q", list)
	}
	err := filepath.WalkDir(filepath.Dir(path), func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		if bytes.Contains(data, []byte(name)) || bytes.Contains(data, []byte("C-0001")) {
			t.Errorf("%s holds a name or a reference in clear", filepath.Base(p))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
