package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/adrg/xdg"

	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/store/exchange/paper"
)

// press makes papers into files in a folder the user chose. keep remembers that
// folder on this computer; a demonstration, which keeps nothing, has none.
type press struct {
	keep  func(folder string) error
	begin string // the folder suggested

	mu     sync.Mutex
	folder string
}

// press is the press of the app, with the folder of last time.
func (l *looks) press() *press {
	return &press{folder: l.folder(), keep: l.keepFolder, begin: suggested()}
}

// suggested is a folder of its own among the user's documents, else at home.
func suggested() string {
	in := xdg.UserDirs.Documents
	if info, err := os.Stat(in); err != nil || !info.IsDir() {
		in = folders{}.Home()
	}
	return filepath.Join(in, "Footprint papers")
}

// Folder is the folder chosen; "" while none is.
func (p *press) Folder() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.folder
}

// Suggested is a folder to begin with.
func (p *press) Suggested() string { return p.begin }

// SetFolder keeps another folder, and makes it for its owner where only the last
// part of its path is not there.
func (p *press) SetFolder(path string) (string, error) {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		path = folders{}.Home() + rest
	}
	if !filepath.IsAbs(path) {
		return "", fault.New(fault.BadInput, "The whole path of the folder is needed.", "Such as "+suggested()+".")
	}
	path = filepath.Clean(path)
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.Mkdir(path, 0o700); err != nil {
			return "", fault.New(fault.NotFound, "That folder is not there and could not be made.", "Check the path, or make the folder first.").Wrap(err)
		}
	case err != nil:
		return "", fault.New(fault.NotFound, "That folder cannot be looked into.", "Choose another.").Wrap(err)
	case !info.IsDir():
		return "", fault.New(fault.NotFound, "That is a file, not a folder.", "Name the folder the papers should go into.")
	}
	if p.keep != nil {
		if err := p.keep(path); err != nil {
			return "", err
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.folder = path
	return path, nil
}

// Make writes a paper as a new file for its owner only.
func (p *press) Make(folder, name, format string, d document.Document) (written, hash string, err error) {
	f, err := paper.ParseFormat(format)
	if err != nil {
		return "", "", err
	}
	data, hash, err := pressed(f, d)
	if err != nil {
		return "", "", err
	}
	path, err := paper.Save(folder, name, data)
	if err != nil {
		return "", "", err
	}
	return filepath.Base(path), hash, nil
}
