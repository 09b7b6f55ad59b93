package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/tui/kit"
)

// aPress is a press that remembers its folder in a state folder of its own.
func aPress(t *testing.T) (p *press, again func() *press) {
	t.Helper()
	t.Setenv("FOOTPRINT_STATE", t.TempDir())
	again = func() *press { return newEnvironment(os.Stdin, io.Discard, io.Discard).looks().press() }
	return again(), again
}

func TestAPaperIsForItsOwnerAndNeverOverAnother(t *testing.T) {
	p, _ := aPress(t)
	folder, err := p.SetFolder(filepath.Join(t.TempDir(), "Papers"))
	if err != nil {
		t.Fatal(err)
	}
	d := document.Document{Title: "A letter", Body: []document.Block{document.Paragraph{Text: "Dear Maja"}}}
	var names []string
	for range 2 {
		name, hash, err := p.Make(folder, "C-0001 letter.txt", "txt", d)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
		path := filepath.Join(folder, name)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != hash {
			t.Errorf("the hash %s is not that of the file", hash)
		}
		info, _ := os.Stat(path)
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s may be read by others: %v", name, info.Mode())
		}
	}
	if names[0] != "C-0001 letter.txt" || names[1] != "C-0001 letter 2.txt" {
		t.Errorf("named %q", names)
	}
	if info, _ := os.Stat(folder); runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the folder may be looked into by others: %v", info.Mode())
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Make(folder, "C-0001 letter.txt", "txt", d); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("into a folder that is gone: %v", err)
	}
}

func TestTheFolderForPapersIsRemembered(t *testing.T) {
	p, again := aPress(t)
	if p.Folder() != "" || !filepath.IsAbs(p.Suggested()) {
		t.Errorf("begins with %q, suggests %q", p.Folder(), p.Suggested())
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "papers", file, filepath.Join(dir, "no", "such")} {
		if _, err := p.SetFolder(bad); fault.CodeOf(err) == "" || p.Folder() != "" {
			t.Errorf("%q: %v, kept %q", bad, err, p.Folder())
		}
	}
	if got, err := p.SetFolder(dir + "/."); err != nil || got != filepath.Clean(dir) {
		t.Fatalf("%q, %v", got, err)
	}
	if got := again().Folder(); got != filepath.Clean(dir) {
		t.Errorf("afterwards it is %q", got)
	}
	l := newEnvironment(os.Stdin, io.Discard, io.Discard).looks()
	if err := l.Keep(kit.Look{Mode: kit.Light})(); err != nil {
		t.Fatal(err)
	}
	if got := again().Folder(); got != filepath.Clean(dir) {
		t.Errorf("a change of colours makes it %q", got)
	}
	demo := &press{}
	if _, err := demo.SetFolder(t.TempDir()); err != nil || again().Folder() != filepath.Clean(dir) {
		t.Errorf("a demonstration changed the folder: %v", err)
	}
}

// dryPress says it made a paper and writes nothing, for keys pressed at random.
type dryPress struct{}

func (dryPress) Folder() string                   { return "/papers" }
func (dryPress) Suggested() string                { return "/papers" }
func (dryPress) SetFolder(string) (string, error) { return "/papers", nil }
func (dryPress) Make(_, name, _ string, d document.Document) (string, string, error) {
	sum := sha256.Sum256([]byte(d.Title))
	return name, hex.EncodeToString(sum[:]), nil
}
