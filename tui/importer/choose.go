package importer

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
)

// choose is the page that chooses files: a field with completion above the
// folder it names.
type choose struct {
	*flow
	job     longwork.Job
	input   kit.Input
	table   *kit.Table
	era     int
	dir     string // the folder listed or being listed
	read    bool
	trouble string
	entries []Entry
	shown   []int // of entries, those that begin as typed
	said    string
	w, h    int
}

type listing struct {
	entries []Entry
	err     error
}

func newChoose(f *flow) *choose {
	p := &choose{flow: f}
	p.table = kit.NewTable(f.desk.Nav.Theme(), []kit.Column{
		{Min: 12, Weight: 3},
		{Min: 8, Max: 24, Weight: 1, Drop: 1},
	}, p)
	p.input.Set(f.files.Home())
	p.input.Focus(true)
	return p
}

// Init lists the first folder.
func (p *choose) Init() tea.Cmd { return p.follow() }

// follow lists the folder that is typed, when it is another, and narrows it.
func (p *choose) follow() tea.Cmd {
	dir, _ := p.files.Split(p.input.Value())
	if p.era > 0 && dir == p.dir {
		p.narrow()
		return nil
	}
	p.dir, p.read, p.entries, p.trouble = dir, false, nil, ""
	p.narrow()
	p.era++
	files := p.files
	return kit.Load(p.era, func() (listing, error) {
		entries, err := files.List(dir)
		return listing{entries, err}, nil
	})
}

func (p *choose) narrow() {
	_, start := p.files.Split(p.input.Value())
	start = strings.ToLower(start)
	p.shown = p.shown[:0]
	for i, e := range p.entries {
		if strings.HasPrefix(strings.ToLower(e.Name), start) {
			p.shown = append(p.shown, i)
		}
	}
	p.table.Reload()
}

// Len is how many entries are shown.
func (p *choose) Len() int { return len(p.shown) }

// ID is the entry's path.
func (p *choose) ID(i int) string { return p.entries[p.shown[i]].Path }

// Index finds an entry by its path.
func (p *choose) Index(id string) int {
	return slices.IndexFunc(p.shown, func(i int) bool { return p.entries[i].Path == id })
}

// Row gives one entry.
func (p *choose) Row(i int) kit.Row {
	e := p.entries[p.shown[i]]
	note := e.Note
	if e.Folder {
		note = "folder"
	}
	row := kit.Row{Cells: []kit.Cell{{Text: e.Name}, {Text: note, Tone: kit.Dim}}}
	if slices.Contains(p.paths, e.Path) {
		row.Sign = kit.SignDone
	}
	return row
}

func (p *choose) entry() (Entry, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.shown) {
		return Entry{}, false
	}
	return p.entries[p.shown[i]], true
}

// Update takes letters, moves, completes, and the answers.
func (p *choose) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := p.job.Update(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case kit.Loaded[listing]:
		if m.Era == p.era {
			p.read, p.entries, p.trouble = true, m.Value.entries, longwork.Words(m.Value.err)
			p.narrow()
		}
	case longwork.Done[Looked]:
		return p.looked(m)
	case tea.KeyMsg:
		return p.key(m)
	}
	return nil
}

func (p *choose) key(k tea.KeyMsg) tea.Cmd {
	switch kit.KeyName(k) {
	case "tab":
		if e, ok := p.entry(); ok {
			p.input.Set(e.Path)
			return p.follow()
		}
		return nil
	case "enter":
		return p.take()
	case "up", "down", "pgup", "pgdown":
		p.table.Update(k)
		return nil
	}
	if text, typed := kit.TypedText(k); typed && (text[0] == '/' || text[0] == '\\') && p.input.Value() == p.files.Home() {
		p.input.Set("") // a path from the top takes the place of the folder to begin in
	}
	if p.input.Update(k) {
		p.said = ""
		return p.follow()
	}
	return nil
}

// take goes into a folder, or adds a file and looks what it is.
func (p *choose) take() tea.Cmd {
	e, ok := p.entry()
	if typed := strings.TrimSpace(p.input.Value()); !ok && typed != "" {
		e, ok = Entry{Name: typed, Path: typed}, true
	}
	switch {
	case !ok:
		return nil
	case e.Folder:
		p.input.Set(e.Path)
		return p.follow()
	case slices.Contains(p.paths, e.Path):
		p.desk.Nav.Say(kit.Dim, "That file is chosen already. Ctrl+S goes on.")
		return nil
	}
	p.paths = append(slices.Clone(p.paths), e.Path)
	return p.look()
}

// look recognises the files chosen so far.
func (p *choose) look() tea.Cmd {
	p.said = ""
	if len(p.paths) == 0 {
		p.lookedAt = Looked{}
		return nil
	}
	q, importer := p.question(), p.importer
	q.Columns = p.desk.Practice().Columns(p.council)
	return longwork.Start(&p.job, p.desk.Nav, p, "Looking at what these files are", func(ctx context.Context, progress longwork.Progress) (Looked, error) {
		return importer.Look(ctx, q, progress)
	})
}

func (p *choose) looked(m longwork.Done[Looked]) tea.Cmd {
	if !longwork.Take(&p.job, m) {
		return nil
	}
	if m.Err == nil {
		p.lookedAt = m.Value
		dir, _ := p.files.Split(p.input.Value())
		p.input.Set(dir)
		return p.follow()
	}
	if p.askPassword(m.Err, func() tea.Cmd { return p.look() }) {
		return nil
	}
	p.paths = slices.Clone(p.paths[:max(len(p.paths)-1, 0)]) // the file just added cannot be taken
	if fault.CodeOf(m.Err) != fault.Stopped {
		p.said = longwork.Words(m.Err)
	}
	return nil
}

// Resume takes a file off again when its password was not given.
func (p *choose) Resume() tea.Cmd {
	if p.refusedPassword() && len(p.paths) > len(p.lookedAt.Files) {
		p.paths = slices.Clone(p.paths[:len(p.lookedAt.Files)])
		p.desk.Nav.Say(kit.Dim, "The protected workbook was left out.")
	}
	return nil
}

// on goes to the columns of a list, or straight to what would happen.
func (p *choose) on() tea.Cmd {
	if p.lookedAt.List != nil {
		p.desk.Nav.Push(newMatch(p.flow))
		return nil
	}
	p.columns = nil
	p.desk.Nav.Push(newPreview(p.flow))
	return nil
}

// drop takes the file chosen last off again.
func (p *choose) drop() tea.Cmd {
	p.paths = slices.Clone(p.paths[:len(p.paths)-1])
	p.lookedAt.Files = nil
	return p.look()
}

// Title names the page.
func (p *choose) Title() string { return "Import: choose files" }

// Typing is always so: letters are a path.
func (p *choose) Typing() bool { return true }

// Escape first goes back to the folder, then leaves.
func (p *choose) Escape() bool {
	dir, start := p.files.Split(p.input.Value())
	if start == "" {
		p.end()
		return false
	}
	p.input.Set(dir)
	p.narrow()
	return true
}

// SetSize keeps the room.
func (p *choose) SetSize(w, h int) { p.w, p.h = w, h }

// View gives the field, what is chosen, and the folder.
func (p *choose) View() string {
	if p.h <= 0 {
		return ""
	}
	th := p.desk.Nav.Theme()
	const label = "   File  "
	lines := []string{th.Paint(kit.Accent, label) + p.input.View(th, max(p.w-kit.Width(label)-1, 4))}
	if p.said != "" {
		for _, l := range kit.Indent(kit.Wrap(th.SignText(kit.SignLate)+" "+kit.Clean(p.said), max(p.w-8, 1)), 3) {
			lines = append(lines, th.Paint(kit.Late, l))
		}
	}
	lines = append(lines, p.chosen(4)...)
	lines = append(lines, "")
	if len(lines) > p.h-1 {
		lines = lines[:max(p.h-1, 1)]
	}
	room := p.h - len(lines)
	switch {
	case p.trouble != "":
		lines = append(lines, th.Empty(p.w, room, "This folder cannot be listed.", p.trouble))
	case !p.read:
		lines = append(lines, th.Empty(p.w, room, "Reading the folder…", ""))
	case len(p.shown) == 0:
		lines = append(lines, th.Empty(p.w, room, "Nothing here begins like that.", "CSV and XLSX files are shown. A caseload list or the files of a return can be imported."))
	default:
		p.table.SetSize(p.w, room)
		lines = append(lines, p.table.View())
	}
	return strings.Join(kit.Lines(strings.Join(lines, "\n"), p.w, p.h), "\n")
}

// chosen lists the files taken so far, the last ones when there are many.
func (p *choose) chosen(most int) []string {
	th := p.desk.Nav.Theme()
	files := p.lookedAt.Files
	if len(files) == 0 {
		return []string{"   " + th.Paint(kit.Dim, "Nothing chosen yet. Enter takes a file; take several for a return.")}
	}
	var out []string
	if more := len(files) - most; more > 0 {
		out = append(out, "   "+th.Paint(kit.Dim, kit.Count(more, "file more", "files more")))
		files = files[more:]
	}
	for _, f := range files {
		out = append(out, "   "+th.Mark(kit.SignDone)+" "+kit.Truncate(kit.Clean(f.Name), max(p.w/2, 8))+"   "+th.Paint(kit.Dim, kit.Clean(f.Words)))
	}
	return out
}

// Actions lists the keys.
func (p *choose) Actions() []kit.Action {
	none := ""
	if len(p.lookedAt.Files) == 0 {
		none = "Choose a file first: Enter takes the one the cursor is on."
	}
	return append([]kit.Action{
		{ID: "import.take", Keys: []string{"enter"}, Words: "take the file or open the folder", Group: "Files", Foot: 1},
		{ID: "import.on", Keys: []string{"ctrl+s"}, Words: "go on", Group: "Files", Foot: 2, Disabled: none, Do: p.on},
		{ID: "import.complete", Keys: []string{"tab"}, Words: "complete the name", Group: "Files", Foot: 3},
		{ID: "import.drop", Keys: []string{"ctrl+r"}, Words: "take the last file off again", Group: "Files", Disabled: none, Do: p.drop},
	}, kit.TableActions()[:2]...)
}
