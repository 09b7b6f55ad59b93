package paper

import (
	"cmp"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// wording opens the wording of this letter for the child's council; in which
// language is asked when the reader speaks another than English.
func (p *preview) wording() tea.Cmd {
	open := func(tag string) tea.Cmd {
		t, own, err := document.Wording(p.subject(p.desk, p.seen.c), p.wanted(), tag)
		if err != nil {
			p.desk.Nav.Say(kit.Soon, fault.Words(err))
			return nil
		}
		p.desk.Nav.Push(newWording(p.desk, t, own))
		return nil
	}
	spoken := p.reader.Person.Language
	if p.reader.Child {
		spoken = p.seen.c.Fact(casefile.FactLanguage)
	}
	tag := document.LanguageTag(spoken)
	if tag == "" || tag == document.English {
		return open("")
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "The wording in which language?",
		[]kit.Option{{ID: document.English, Words: "English"}, {ID: tag, Words: spoken, Detail: "your translation, for readers who speak it"}}, open))
	return nil
}

// wordingPage is the editor of one letter's wording.
type wordingPage struct {
	*kit.Note
	desk *desk.Desk
	t    practice.TemplateStated // as it was opened
	own  bool                    // it is the council's, not the usual one
}

// usual is the program's own wording.
func usual(t practice.TemplateStated) string {
	return document.DefaultText(document.LetterKind(t.Letter), document.Band(t.Band))
}

// called names a wording: which letter, for whom, in which language.
func called(t practice.TemplateStated) string {
	words := sheet.Sentence(document.LetterKind(t.Letter).Words()) + ", " + t.Band
	if language := cmp.Or(t.Language, document.English); language != document.English {
		words += ", " + language
	}
	return words
}

// council is for whom a wording is kept.
func council(t practice.TemplateStated) string {
	return cmp.Or(kit.Clean(t.Council), "every council")
}

func newWording(d *desk.Desk, t practice.TemplateStated, own bool) *wordingPage {
	p := &wordingPage{desk: d, t: t, own: own}
	text, intro := t.Text, "ctrl+t puts in what is on file, such as {{to_name}}. Kept for "+council(t)+"."
	if draft := d.Draft(d.Book.PracticeFile(), p.draft()); draft != "" {
		text, intro = draft, "Your unfinished wording is here again. ctrl+t puts in what is on file."
	}
	p.Note = kit.NewNote(d.Nav, kit.NoteSpec{Title: called(t), Intro: intro, Text: text,
		Changed: func(text string) { d.KeepDraft(d.Book.PracticeFile(), p.draft(), text) },
		Status: func() string {
			if d.Draft(d.Book.PracticeFile(), p.draft()) == "" {
				return "# heading   - list   ____ room to write"
			}
			return d.DraftWords(d.Book.PracticeFile(), p.draft())
		},
		Done: p.done})
	return p
}

// draft is the field unfinished wording is kept under.
func (p *wordingPage) draft() string {
	return strings.Join([]string{"wording", p.t.Letter, p.t.Band, p.t.Language, p.t.Council}, "/")
}

// Actions are the note's, with the fields and the usual wording.
func (p *wordingPage) Actions() []kit.Action {
	own := p.Note.Actions()
	if len(own) == 0 {
		return own
	}
	back := ""
	if !p.own && p.Text() == usual(p.t) {
		back = "It is the usual wording."
	}
	return append(append(own[:1:1],
		kit.Action{ID: "wording.field", Keys: []string{"ctrl+t"}, Words: "put a field in", Group: "Writing", Foot: 2, Do: p.field},
		kit.Action{ID: "wording.usual", Keys: []string{"ctrl+r"}, Words: "back to the usual wording", Group: "Writing", Foot: 3, Disabled: back, Do: p.back},
	), own[1:]...)
}

// field puts a field of the checked list in at the cursor.
func (p *wordingPage) field() tea.Cmd {
	var options []kit.Option
	for _, f := range document.Fields(document.LetterKind(p.t.Letter)) {
		o := kit.Option{ID: f.Name, Words: f.Words, Detail: "{{" + f.Name + "}}"}
		if f.List {
			o.Detail += ", on a line of its own"
		}
		options = append(options, o)
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "Put what in?", options, func(name string) tea.Cmd {
		p.Update(kit.Paste("{{" + name + "}}"))
		return nil
	}))
	return nil
}

// done keeps the wording once every field in it is known; otherwise it stays
// here, and as a draft.
func (p *wordingPage) done(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		p.desk.Nav.Say(kit.Soon, "An empty letter is not kept. ctrl+r goes back to the usual wording.")
		return nil
	}
	if !p.own && text == p.t.Text {
		p.leave()
		p.desk.Nav.Say(kit.Dim, "Nothing was changed.")
		return nil
	}
	next := p.t
	next.Text = text
	return p.keep(next, "Wording kept for "+council(p.t)+": "+called(p.t))
}

func (p *wordingPage) keep(t practice.TemplateStated, words string) tea.Cmd {
	lines, err := document.KeepTemplate(p.desk.Practice(), t, p.desk.Today())
	if err != nil {
		p.desk.Nav.Say(kit.Late, fault.Words(err))
		return nil
	}
	p.leave()
	p.desk.Nav.Say(kit.Dim, "Nothing was changed.")
	return p.desk.DoPractice(lines, words)
}

func (p *wordingPage) leave() {
	p.desk.DropDraft(p.desk.Book.PracticeFile(), p.draft())
	p.desk.Nav.Pop()
}

// back asks, then withdraws the council's wording and what was typed here.
func (p *wordingPage) back() tea.Cmd {
	words := "What was typed here is forgotten."
	if p.own {
		words = "The wording of " + council(p.t) + " is withdrawn; it stays in your file's history. " + words
	}
	p.desk.Nav.Open(kit.NewConfirm(p.desk.Nav, kit.Ask{Title: "Go back to the usual wording?", Words: words, Button: "go back to it", Started: "ctrl+r",
		Yes: func() tea.Cmd {
			withdrawn := p.t
			withdrawn.Text = ""
			return p.keep(withdrawn, "The usual wording is used again: "+called(p.t))
		}}))
	return nil
}
