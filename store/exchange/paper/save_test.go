package paper

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"footprint/domain/fault"
)

// names lists what lies in a folder, hidden files too.
func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// holds checks what a file says and that only its owner may read it.
func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("the file holds %q, %v", got, err)
	}
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
}

func TestSaveNeverWritesOver(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for i, want := range []string{"Record.docx", "Record 2.docx", "Record 3.docx"} {
		path, err := Save(folder, "Record.docx", []byte{byte('a' + i)})
		if err != nil || filepath.Base(path) != want {
			t.Fatalf("%s, %v", path, err)
		}
	}
	for i, name := range []string{"Record.docx", "Record 2.docx", "Record 3.docx"} {
		holds(t, filepath.Join(folder, name), string(rune('a'+i)))
	}
	if n := names(t, folder); len(n) != 3 {
		t.Errorf("left behind: %v", n)
	}
}

// TestSaveSweepsWhatAKilledOneLeft: only what is old and named as a draft goes.
func TestSaveSweepsWhatAKilledOneLeft(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	old := time.Now().Add(-2 * time.Minute)
	for name, at := range map[string]time.Time{".footprint-1.tmp": old, ".footprint-2.tmp": time.Now(), "footprint-3.tmp": old, ".footprint-4.txt": old} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := SaveAs(filepath.Join(folder, "a.txt"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(names(t, folder), " "); got != ".footprint-2.tmp .footprint-4.txt a.txt footprint-3.tmp" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestSaveByManyAtOnceLosesNone(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if _, err := Save(folder, "Pack.html", []byte{byte(i)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	seen := map[byte]bool{}
	for _, name := range names(t, folder) {
		data, _ := os.ReadFile(filepath.Join(folder, name))
		seen[data[0]] = true
	}
	if len(seen) != 20 {
		t.Errorf("%d of 20 were kept", len(seen))
	}
}

func TestSaveGivesUpAfterManyOfOneName(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for range mostSameName {
		if _, err := Save(folder, "a.txt", nil); err != nil {
			t.Fatal(err)
		}
	}
	if path, err := Save(folder, "a.txt", nil); fault.CodeOf(err) != fault.Exists || path != "" {
		t.Errorf("%q, %v", path, err)
	}
}

func TestSaveRefusesWhatIsNoFolder(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{file, filepath.Join(file, "below"), file + "-not-there"} {
		path, err := Save(folder, "Aisha.txt", []byte("x"))
		if fault.CodeOf(err) != fault.NotFound || fault.HintOf(err) == "" || path != "" {
			t.Errorf("%q, %v", path, err)
		}
		if strings.Contains(fault.Words(err), "Aisha") {
			t.Error("an error must not name the file")
		}
	}
}

func TestSaveRefusesAFolderItMayNotWriteTo(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Create(filepath.Join(folder, "try")); err == nil {
		_ = f.Close()
		t.Skip("this user may write anywhere")
	}
	if _, err := Save(folder, "a.txt", nil); fault.CodeOf(err) != fault.ReadOnly {
		t.Errorf("%v", err)
	}
}

func TestSaveAsLeavesWhatIsThere(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "out.md")
	if err := SaveAs(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	if err := SaveAs(path, []byte("second")); fault.CodeOf(err) != fault.Exists {
		t.Errorf("over a file: %v", err)
	}
	holds(t, path, "first")
	if err := SaveAs(folder, nil); fault.CodeOf(err) != fault.Exists {
		t.Errorf("over a folder: %v", err)
	}
	if err := SaveAs(filepath.Join(folder, "none", "out.md"), nil); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("into no folder: %v", err)
	}
	if n := names(t, folder); len(n) != 1 {
		t.Errorf("left behind: %v", n)
	}
}

func TestPlaceWorksWhereTheDiskKnowsNoLinks(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	noDraft := filepath.Join(folder, "none") // a link to it cannot be made
	if err := place(noDraft, path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "x")
	if err := place(noDraft, path, []byte("y")); !os.IsExist(err) {
		t.Errorf("%v", err)
	}
	holds(t, path, "x")
}

func TestNamesAreFitForEverySystem(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Record of Tŷ Gŵyr.docx": "Record of Tŷ Gŵyr.docx", "../../etc/passwd": "etc-passwd", `..\..\x.txt`: "x.txt", "/abs/path.md": "abs-path.md",
		".hidden": "hidden", "": "Paper", ".docx": "Paper.docx", "...": "Paper", "a\x00b\nc\x1b[2J.txt": "ab c.txt", "CON.docx": "_CON.docx", "nul": "_nul",
		"com1.x.txt": "_com1.x.txt", "LPT² .txt": "_LPT².txt", "Command.txt": "Command.txt", "12/03/2026: review?.html": "12-03-2026- review-.html",
		"Meeting with Dr. Khan": "Meeting with Dr. Khan", "trailing. . .txt": "trailing.txt", "عائشة.docx": "عائشة.docx", "a:stream.txt": "a-stream.txt", "-rf.txt": "rf.txt",
	} {
		if stem, ending := fitName(name); stem+ending != want {
			t.Errorf("%q became %q, not %q", name, stem+ending, want)
		}
	}
	stem, ending := fitName(strings.Repeat("ŵ", 5000) + ".docx")
	if len(stem) > longestStem || !utf8.ValidString(stem) || ending != ".docx" {
		t.Errorf("%d bytes and %q", len(stem), ending)
	}
}

func FuzzName(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, name string) {
		stem, ending := fitName(name)
		full := stem + ending
		if stem == "" || full != filepath.Base(full) || strings.ContainsAny(full, barred) || strings.HasPrefix(full, ".") || len(full) > 255 || isDevice(stem) {
			t.Errorf("%q became %q", name, full)
		}
	})
}
