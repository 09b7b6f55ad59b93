package safekeeping

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
)

// list is the automatic backups on screen; both the backup and the restore
// page hold one.
type list struct {
	nav     *kit.Nav
	keeper  Keeper
	table   *kit.Table
	era     int
	read    bool
	items   []Backup
	status  string
	trouble string
	w, h    int
}

type backups struct {
	items  []Backup
	status string
	err    error
}

func newList(nav *kit.Nav, keeper Keeper) *list {
	l := &list{nav: nav, keeper: keeper}
	l.table = kit.NewTable(nav.Theme(), []kit.Column{
		{Title: "Day", Min: 15, Max: 18, Weight: 1},
		{Title: "Time", Min: 5, Drop: 1},
		{Title: "Size", Min: 8, Right: true},
		{Title: "File", Min: 8, Weight: 4, Drop: 2},
	}, l)
	return l
}

// Init reads the list.
func (l *list) Init() tea.Cmd { return l.again() }

func (l *list) again() tea.Cmd {
	l.era++
	keeper := l.keeper
	return kit.Load(l.era, func() (backups, error) {
		items, status, err := keeper.Backups(context.Background())
		return backups{items, status, err}, nil
	})
}

// take takes the answer; false for other messages.
func (l *list) take(msg tea.Msg) bool {
	m, ok := msg.(kit.Loaded[backups])
	if !ok {
		return false
	}
	if m.Era == l.era {
		l.read, l.items, l.status, l.trouble = true, m.Value.items, m.Value.status, longwork.Words(m.Value.err)
		l.table.Reload()
	}
	return true
}

// Len is how many backups there are.
func (l *list) Len() int { return len(l.items) }

// ID is the file.
func (l *list) ID(i int) string { return l.items[i].Path }

// Index finds a file.
func (l *list) Index(id string) int {
	return slices.IndexFunc(l.items, func(b Backup) bool { return b.Path == id })
}

// Row gives one backup.
func (l *list) Row(i int) kit.Row {
	b := l.items[i]
	return kit.Row{Cells: []kit.Cell{{Text: b.Day}, {Text: b.Time}, {Text: size(b.Size)}, {Text: b.Path, Tone: kit.Dim}}}
}

func (l *list) selected() (Backup, bool) {
	i, _, ok := l.table.Selected()
	if !ok || i >= len(l.items) {
		return Backup{}, false
	}
	return l.items[i], true
}

// view draws the list, or why there is none.
func (l *list) view(h int) string {
	th := l.nav.Theme()
	switch {
	case !l.read:
		return th.Empty(l.w, h, "Reading the list…", "")
	case l.trouble != "":
		return th.Empty(l.w, h, "The automatic backups cannot be listed.", l.trouble)
	case len(l.items) == 0:
		return th.Empty(l.w, h, "There is no automatic backup yet.", "One is made each time the caseload is opened.")
	}
	l.table.SetSize(l.w, h)
	return l.table.View()
}

// SetSize keeps the room.
func (l *list) SetSize(w, h int) {
	l.w, l.h = w, h
	l.table.SetSize(w, max(h-6, 1))
}

// Typing is never so.
func (l *list) Typing() bool { return false }

// Escape takes no step of its own.
func (l *list) Escape() bool { return false }
