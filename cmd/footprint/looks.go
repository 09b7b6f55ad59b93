package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/charmbracelet/lipgloss"
	"github.com/pelletier/go-toml/v2"

	"footprint/domain/fault"
	"footprint/tui/kit"
)

// looks keeps how the program looks on this computer and where papers go, in
// settings.toml of the state folder. It holds nothing about anybody.
type looks struct {
	env  *environment
	look kit.Look

	mu   sync.Mutex
	file lookFile // what settings.toml says, or is about to
}

// lookFile is settings.toml.
type lookFile struct {
	Look   string `toml:"look"`
	ASCII  bool   `toml:"plain_signs"`
	Papers string `toml:"papers,omitempty"` // the folder they go to
}

// looks reads settings.toml. A file that cannot be read is left alone and the
// usual look stands; NO_COLOR always wins.
func (env *environment) looks() *looks {
	l := &looks{env: env, look: kit.Look{Mode: ground(os.Getenv("COLORFGBG")), Colours: kit.ColoursOf(lipgloss.ColorProfile())}}
	if path, err := l.path(); err == nil {
		l.read(path)
	}
	if os.Getenv("NO_COLOR") != "" {
		l.look.Mode = kit.NoColour
	}
	return l
}

// ground guesses the terminal's ground from COLORFGBG, which many terminals
// set ("0;15" is dark letters on white); the terminal itself is never asked.
func ground(colours string) kit.Mode {
	switch colours[strings.LastIndexByte(colours, ';')+1:] {
	case "7", "15":
		return kit.Light
	}
	return kit.Dark
}

func (l *looks) read(path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		if !errors.Is(err, os.ErrNotExist) {
			l.env.warn("The settings of how Footprint looks could not be read; the usual look is used.")
		}
		return
	}
	var f lookFile
	if err := toml.Unmarshal(data, &f); err != nil {
		l.env.warn("The settings of how Footprint looks hold something unknown; the usual look is used.")
		return
	}
	switch mode := kit.Mode(f.Look); mode {
	case kit.Dark, kit.Light, kit.HighContrast, kit.NoColour:
		l.look.Mode = mode
	}
	l.look.ASCII, l.file = f.ASCII, f
}

func (l *looks) path() (string, error) {
	dir, err := l.env.stateDir()
	return filepath.Join(dir, "settings.toml"), err
}

// Keep keeps a look; wait writes it to the disk.
func (l *looks) Keep(look kit.Look) (wait func() error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.file.Look, l.file.ASCII = string(look.Mode), look.ASCII
	return func() error { return l.write("How Footprint looks could not be kept.") }
}

// folder is where papers went last time.
func (l *looks) folder() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.file.Papers
}

// keepFolder keeps where papers go.
func (l *looks) keepFolder(folder string) error {
	l.mu.Lock()
	l.file.Papers = folder
	l.mu.Unlock()
	return l.write("The folder for papers could not be kept.")
}

// write writes settings.toml as it stands now.
func (l *looks) write(trouble string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	path, err := l.path()
	if err != nil {
		return err
	}
	data, err := toml.Marshal(l.file)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return fault.New(fault.Disk, trouble, "It stays so until you leave.").Wrap(err)
	}
	return nil
}
