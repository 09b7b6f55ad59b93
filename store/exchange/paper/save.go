package paper

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"footprint/domain/fault"
	"footprint/store/exchange"
)

// mostSameName is how many files of one name a folder may hold before Save
// gives up: "Record", "Record 2" and so on.
const mostSameName = 99

// Save puts a new file of that name into a folder and gives its path. Only its
// owner may read it (on Windows the folder's own rights hold). The name is made
// fit for every system first; when it is taken, a number is added, for no file
// is ever written over. A folder that is not there is fault.NotFound; trouble
// with the disk leaves nothing behind.
func Save(folder, name string, data []byte) (path string, err error) {
	stem, ending := fitName(name)
	err = staged(folder, data, func(draft string) error {
		for n := 1; n <= mostSameName; n++ {
			number := ""
			if n > 1 {
				number = fmt.Sprintf(" %d", n)
			}
			path = filepath.Join(folder, stem+number+ending)
			if err := place(draft, path, data); !errors.Is(err, fs.ErrExist) {
				return err
			}
		}
		return fault.New(fault.Exists, "There are too many files of that name in the folder.", "Choose another name, or move the old ones away.")
	})
	if err != nil {
		return "", err
	}
	return path, nil
}

// SaveAs puts a new file at exactly that path, for its owner to read. Anything
// that is there already is left as it is and fault.Exists.
func SaveAs(path string, data []byte) error {
	return staged(filepath.Dir(path), data, func(draft string) error {
		err := place(draft, path, data)
		if errors.Is(err, fs.ErrExist) {
			return fault.New(fault.Exists, "There is something at that path already.", "Choose another path; nothing is written over.").Wrap(err)
		}
		return err
	})
}

// staged writes the data to a hidden file in the folder, whole and synced, and
// lets done give it its name. The hidden file is gone afterwards, whatever
// happened.
func staged(folder string, data []byte, done func(draft string) error) error {
	if info, err := os.Stat(folder); err != nil {
		return fault.New(fault.NotFound, "That folder is not there, or cannot be looked into.", "Check the path, or make the folder first.").Wrap(err)
	} else if !info.IsDir() {
		return fault.New(fault.NotFound, "That is a file, not a folder.", "Name the folder the file should go into.")
	}
	sweep(folder)
	f, err := os.CreateTemp(folder, drafts) // for its owner only
	if err != nil {
		return refused(err)
	}
	defer func() { _ = os.Remove(f.Name()) }()
	if err := fill(f, data); err != nil {
		return refused(err)
	}
	if err := done(f.Name()); err != nil {
		return refused(err)
	}
	// That the name lasts too is worth asking for, but systems without a sync
	// of folders refuse it, and the file is whole either way.
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
	return nil
}

// drafts is how the hidden files are named.
const drafts = ".footprint-*.tmp"

// sweep deletes the hidden files of savings that were killed: each holds a whole
// paper. A younger one may be another program's, at work now.
func sweep(folder string) {
	entries, _ := os.ReadDir(folder) // what cannot be read cannot be swept
	for _, e := range entries {
		if ours, _ := filepath.Match(drafts, e.Name()); !ours || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > time.Minute {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// place gives the draft its name, which must be free: fs.ErrExist says it is
// not. A second link cannot take the place of a file as renaming would; where
// the disk knows no links, such as a memory stick, a new file is written.
func place(draft, path string, data []byte) error {
	err := os.Link(draft, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := fill(f, data); err != nil {
		_ = os.Remove(path)
		return err
	}
	return nil
}

// fill writes the whole file, makes it last and closes it.
func fill(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

// refused says in plain words what the disk would not do.
func refused(err error) error {
	switch {
	case fault.CodeOf(err) != "":
		return err
	case errors.Is(err, fs.ErrPermission):
		return fault.New(fault.ReadOnly, "That folder cannot be written to.", "Choose another folder, such as Documents.").Wrap(err)
	}
	return fault.New(fault.Disk, "The file could not be written.", "Check the name and that the disk has room; then try again.").Wrap(err)
}

// longestStem bounds a name in bytes: some systems take no more than 143 in
// all, and the number and the ending need room.
const longestStem = 120

// barred holds the signs some system does not allow in a name, separators
// among them.
const barred = `<>:"/\|?*`

// fitName makes a name fit for every system, in two parts: what comes before
// the ending, and the ending with its full stop.
func fitName(name string) (stem, ending string) {
	name, _ = exchange.Clean(name)
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(barred, r) {
			return '-'
		}
		return r
	}, name)
	if ext := filepath.Ext(name); isEnding(ext) {
		name, ending = strings.TrimSuffix(name, ext), ext
	}
	stem = strings.TrimLeft(name, " .-")
	for len(stem) > longestStem {
		_, n := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-n]
	}
	stem = strings.TrimRight(stem, " .") // Windows would drop them
	if stem == "" {
		stem = "Paper"
	}
	if isDevice(stem) {
		stem = "_" + stem
	}
	return stem, ending
}

// isEnding reports whether the last part of a name says what kind of file it
// is, unlike that of "Meeting with Dr. Khan".
func isEnding(ext string) bool {
	return len(ext) > 1 && len(ext) <= 6 &&
		strings.Trim(strings.ToLower(ext[1:]), "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

// isDevice reports whether Windows takes the name for a device, whatever its
// ending.
func isDevice(stem string) bool {
	name, _, _ := strings.Cut(strings.ToUpper(stem), ".")
	name = strings.TrimSpace(name)
	switch name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, found := strings.CutPrefix(name, "COM")
	if !found {
		port, found = strings.CutPrefix(name, "LPT")
	}
	return found && utf8.RuneCountInString(port) == 1 && strings.ContainsAny(port, "0123456789¹²³")
}
