package paper

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// formats are the kinds of file a paper can be, by the ending of their names.
func formats() []kit.Option {
	return []kit.Option{
		{ID: "docx", Words: "Word", Detail: "to change, to sign, to send"},
		{ID: "html", Words: "web page", Detail: "to print from any browser"},
		{ID: "md", Words: "Markdown", Detail: "plain text with marks, for other programs"},
		{ID: "txt", Words: "plain text", Detail: "to paste into another system"},
	}
}

// formatWords is what people call a format.
func formatWords(format string) string {
	for _, o := range formats() {
		if o.ID == format {
			return o.Words
		}
	}
	return kit.Clean(format)
}

const folderDraft = "form/papers/folder"

// askFolder asks where papers go and keeps it; then goes on when there is more
// to do.
func (o *office) askFolder(then func() tea.Cmd) tea.Cmd {
	own := o.desk.Book.PracticeFile()
	var form *kit.Form
	form = o.desk.Form(own, folderDraft, kit.FormSpec{
		Title: "The folder papers go to", Save: "Use this folder",
		Intro: "A paper leaves the encrypted store. Files in this folder can be read by whoever has this laptop while it is unlocked. " +
			"A folder that is copied to the internet by itself, as OneDrive does, takes them there.",
		Fields: []kit.Field{{ID: "path", Label: "Folder", Value: o.press.Folder(), Suggest: o.press.Suggested(), Required: true,
			Hint: "its whole path; one that is not there is made, for you only"}},
		Done: func(v kit.Values) tea.Cmd {
			press, path := o.press, strings.TrimSpace(v["path"])
			form.Busy(true)
			return desk.Then(o.desk, func() (string, error) { return press.SetFolder(path) }, func(folder string, err error) tea.Cmd {
				form.Busy(false)
				if err != nil {
					form.Fault("path", fault.Words(err))
					return nil
				}
				o.desk.DropDraft(own, folderDraft)
				if o.desk.Nav.Focus() != kit.Page(form) {
					return nil // left meanwhile
				}
				o.desk.Nav.Pop()
				o.desk.Nav.Say(kit.Good, "Papers go to "+folder)
				if then != nil {
					return then()
				}
				return nil
			})
		},
	})
	o.desk.Nav.Push(form)
	return nil
}

// make asks the format and writes the paper, after the folder where none was
// chosen yet.
func (p *preview) make() tea.Cmd {
	pick := func() tea.Cmd {
		p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "Make it as which kind of file?", formats(), p.write))
		return nil
	}
	if p.press.Folder() == "" {
		return p.askFolder(pick)
	}
	return pick()
}

// write has the file written, and then enters it in the child's file. What
// leaks is asked again: the file may have changed since the key was pressed.
func (p *preview) write(format string) tea.Cmd {
	p.refresh()
	if why := p.cannot(); why != "" {
		p.desk.Nav.Say(kit.Late, why)
		return nil
	}
	c := p.desk.Case(p.child)
	press, folder, d := p.press, p.press.Folder(), p.out.doc
	name := p.fileName(p.desk, c, format)
	note := casefile.PaperMade{What: p.words(), Person: p.reader.Person.ID, To: p.to(), Copy: p.copied(), Format: format, Review: p.review, LeftOut: p.leftOut}
	p.busy = true
	type file struct{ name, hash string }
	return desk.Then(p.desk, func() (f file, err error) {
		f.name, f.hash, err = press.Make(folder, name, format, d)
		return f, err
	}, func(f file, err error) tea.Cmd {
		p.busy = false
		defer p.Refresh()
		if err != nil {
			p.result = result{kit.Late, kit.SignLate, "It was not made. " + fault.Words(err)}
			p.desk.Nav.Say(kit.Late, fault.Words(err))
			return nil
		}
		note.Name, note.Hash = f.name, f.hash
		return p.note(note, folder, f.name != name)
	})
}

// note enters a paper that was written in the child's file.
func (p *preview) note(made casefile.PaperMade, folder string, renamed bool) tea.Cmd {
	c := p.desk.Case(p.child)
	lines, err := c.NotePaper(made, p.desk.Today())
	if err != nil {
		p.result = result{kit.Late, kit.SignLate, "The file " + made.Name + " was written, but not noted here. " + fault.Words(err)}
		return nil
	}
	words := "Written: " + made.Name + ", in " + folder + "."
	if renamed {
		words += " A file of its name was there already and is as it was; this one has a number."
	}
	p.result = result{kit.Good, kit.SignDone, words + " Undo takes the entry back; the file stays where it is."}
	return p.desk.Do(c, lines, "Written: "+made.Name)
}
