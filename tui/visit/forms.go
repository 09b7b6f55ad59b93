package visit

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// The drafts of this screen, one of each for a child.
const (
	noteDraft    = "visit/note"
	wordsDraft   = "visit/words"
	promiseDraft = "visit/promise"
)

func draftOf(a caseload.Act) string { return "visit/" + string(a) }

// where is what the forms offer for the placement; it tells no address.
const where = "where the child lives"

// note is the page of a private note. Its title hides the name when names are
// hidden while it is written.
type note struct {
	*kit.Note
	page *Page
	id   casefile.ID
}

// Title says whom it is about, so that a wrong child is noticed.
func (n *note) Title() string { return "Private note · " + n.page.whom(n.id) }

// Actions are the note's, and the blank screen.
func (n *note) Actions() []kit.Action {
	blank := blanking(n.page.desk.Nav)
	blank[0].Foot = 2
	return append(n.Note.Actions(), blank...)
}

// InReview keeps the longer lock.
func (n *note) InReview() bool { return true }

// About is the child.
func (n *note) About() casefile.ID { return n.id }

// note opens a private note about a child; every letter is kept as a draft.
func (p *Page) note(c child) tea.Cmd {
	d, id := p.desk, c.row.File
	text := d.Draft(id, noteDraft)
	intro := "In no copy of anything. ctrl+s keeps it; Esc leaves it as a draft."
	if text != "" {
		intro = "Your unfinished note is here again. " + intro
	}
	d.Nav.Push(&note{page: p, id: id, Note: kit.NewNote(d.Nav, kit.NoteSpec{
		Intro: intro, Text: text,
		Changed: func(text string) { d.KeepDraft(id, noteDraft, text) },
		Status:  func() string { return d.DraftWords(id, noteDraft) },
		Done: func(text string) tea.Cmd {
			s, ok := p.now(id)
			if !ok {
				return p.desk.Open(id)
			}
			lines, err := s.Case.WriteNote(casefile.NoteWritten{Text: text, Review: s.Review, Private: true}, casefile.ID{}, d.Today())
			return d.Save(s.Case, lines, err, "Private note kept", noteDraft)
		},
	})})
	return nil
}

// now is a child's file as it stands when something is kept.
func (p *Page) now(id casefile.ID) (caseload.Sitting, bool) {
	c := p.desk.Case(id)
	if c == nil {
		p.desk.Nav.Say(kit.Soon, "The file is still being read; save again in a moment.")
		return caseload.Sitting{}, false
	}
	row, _ := p.desk.Row(id)
	return caseload.SittingOf(c, row, p.desk.Clocks(c), p.desk.Context()), true
}

// form is a form of this screen.
type form struct {
	*kit.Form
	page *Page
	id   casefile.ID
	head string
}

// Title says whom it is about.
func (f *form) Title() string { return f.head + " · " + f.page.whom(f.id) }

// InReview keeps the longer lock.
func (f *form) InReview() bool { return true }

// About is the child.
func (f *form) About() casefile.ID { return f.id }

// ask pushes a form about a child. done gives the lines to keep.
func (p *Page) ask(id casefile.ID, draft, kept string, spec kit.FormSpec, done func(v kit.Values, s caseload.Sitting) ([]casefile.Line, error)) tea.Cmd {
	spec.Save = "Keep"
	spec.Extra = func() []kit.Action { return blanking(p.desk.Nav) }
	spec.Done = func(v kit.Values) tea.Cmd {
		s, ok := p.now(id)
		if !ok {
			return p.desk.Open(id)
		}
		lines, err := done(v, s)
		return p.desk.Save(s.Case, lines, err, kept, draft)
	}
	p.desk.Nav.Push(&form{Form: p.desk.Form(id, draft, spec), page: p, id: id, head: spec.Title})
	return nil
}

// pastDay asks for a day that may not lie ahead.
func pastDay(d *desk.Desk) kit.Field {
	f := d.DateField("day", "Day", d.Today(), true)
	check := f.Check
	f.Check = func(text string) (string, error) {
		echo, err := check(text)
		if err == nil && d.ReadDate(text) > d.Today() {
			return "", fault.New(fault.BadInput, "That day is still to come.", "")
		}
		return echo, err
	}
	return f
}

// notYet is said of an act that came before the review it would answer for.
const notYet = "The next review is not being prepared yet, so no item is answered."

// answers says what an act will answer, before it is kept.
func (p *Page) answers(c child, a caseload.Act, log bool) string {
	item, asked := c.sitting.Asks(a)
	_, ok := c.sitting.Answers(a, p.desk.Today())
	switch {
	case !asked:
		return "This goes into your log; nothing open on the list asks for it."
	case !ok:
		return "This goes into your log. " + notYet
	case log:
		return "This goes into your log, and answers on the list of the next review: " + item.Label + "."
	}
	return "This answers on the list of the next review: " + item.Label + "."
}

// actDay asks for the day of an act, and says when that day is too early for the
// act to answer what it answers today.
func (p *Page) actDay(c child, a caseload.Act) kit.Field {
	f := pastDay(p.desk)
	check := f.Check
	f.Check = func(text string) (string, error) {
		echo, err := check(text)
		_, now := c.sitting.Answers(a, p.desk.Today())
		if _, then := c.sitting.Answers(a, p.desk.ReadDate(text)); err == nil && now && !then {
			echo += ", only logged"
		}
		return echo, err
	}
	return f
}

// act asks for one act and keeps it.
func (p *Page) act(c child, a caseload.Act, kept string, spec kit.FormSpec) tea.Cmd {
	return p.ask(c.row.File, draftOf(a), kept, spec, func(v kit.Values, s caseload.Sitting) ([]casefile.Line, error) {
		return s.Keep(caseload.Done{Act: a, On: p.desk.ReadDate(v["day"]), Where: v["where"], How: v["how"], Alone: v["alone"] == "yes", Words: v["words"]}, p.desk.Watch.NewID)
	})
}

func (p *Page) seenAlone(c child) tea.Cmd {
	alone := kit.Field{ID: "alone", Label: "Alone with you", Kind: kit.YesNoField, Value: "yes", Required: true}
	if _, ok := c.sitting.Answers(caseload.SawAlone, p.desk.Today()); ok {
		alone.Hint = "no: it is only logged, and the private talk stays to do"
	}
	return p.act(c, caseload.SawAlone, "Seen, and logged", kit.FormSpec{Title: "Seen alone", Intro: p.answers(c, caseload.SawAlone, true), Fields: []kit.Field{
		p.actDay(c, caseload.SawAlone),
		{ID: "where", Label: "Where", Value: where, Required: true},
		{ID: "how", Label: "How you spoke", Value: "in person"},
		alone,
		{ID: "words", Label: "In the child's own words", Kind: kit.LongField, Rows: 3, Hint: "May stay empty; kept private until you say otherwise. Tab moves on"},
	}})
}

func (p *Page) observed(c child) tea.Cmd {
	return p.act(c, caseload.Observed, "Observation kept", kit.FormSpec{Title: "Observed", Intro: p.answers(c, caseload.Observed, false), Fields: []kit.Field{
		p.actDay(c, caseload.Observed),
		{ID: "words", Label: "What you saw", Kind: kit.LongField, Rows: 4, Required: true, Hint: "What the child did and showed, with whom. Tab moves on"},
	}})
}

func (p *Page) tell(c child) tea.Cmd {
	return p.act(c, caseload.Told, "What you told them is kept", kit.FormSpec{Title: "Told them", Intro: p.answers(c, caseload.Told, true), Fields: []kit.Field{
		{ID: "words", Label: "What you told them", Kind: kit.LongField, Rows: 4, Required: true, Hint: "What you did since last time and what came of it. Tab moves on"},
		p.actDay(c, caseload.Told),
	}})
}

// words keeps what the child said, in the child's own words.
func (p *Page) words(c child) tea.Cmd {
	return p.ask(c.row.File, wordsDraft, "Their words are kept", kit.FormSpec{Title: "Their own words", Fields: []kit.Field{
		{ID: "words", Label: "What they said", Kind: kit.LongField, Rows: 4, Required: true, Hint: "As they said it. Tab moves on"},
		{ID: "where", Label: "Where", Value: where},
		{ID: "share", Label: "May it be shared", Kind: kit.YesNoField, Value: "no", Required: true, Hint: "Yes only when the child agreed to it"},
		pastDay(p.desk),
	}}, func(v kit.Values, s caseload.Sitting) ([]casefile.Line, error) {
		said := casefile.ChildSaid{ID: p.desk.Watch.NewID(), Review: s.Review, Words: v["words"], Where: v["where"], Shareable: v["share"] == "yes"}
		return s.Case.KeepWords(said, p.desk.ReadDate(v["day"]), p.desk.Today())
	})
}

// promise notes what the IRO promised the child.
func (p *Page) promise(c child) tea.Cmd {
	return p.ask(c.row.File, promiseDraft, "Promise noted", kit.FormSpec{Title: "Promise", Fields: []kit.Field{
		{ID: "words", Label: "What you promised", Kind: kit.LongField, Rows: 3, Required: true, Hint: "Such as: ask about Saturday football. Tab moves on"},
		pastDay(p.desk),
	}}, func(v kit.Values, s caseload.Sitting) ([]casefile.Line, error) {
		return s.Case.WriteLog(casefile.Logged{What: casefile.Promise, Text: v["words"]}, casefile.ID{}, p.desk.ReadDate(v["day"]), p.desk.Today())
	})
}

// kept marks a promise kept today, or asks which of several.
func (p *Page) kept(c child) tea.Cmd {
	promises := c.sitting.Case.Promises()
	if len(promises) == 1 {
		return p.keepPromise(c.row.File, promises[0].Entry)
	}
	var options []kit.Option
	for _, l := range promises {
		options = append(options, kit.Option{ID: l.Entry.String(), Words: p.text(l.Text), Detail: p.since(l.On)})
	}
	p.desk.Nav.Open(&picker{nav: p.desk.Nav, Page: kit.NewPicker(p.desk.Nav, "Which promise was kept?", options, func(id string) tea.Cmd {
		for _, l := range promises {
			if l.Entry.String() == id {
				return p.keepPromise(c.row.File, l.Entry)
			}
		}
		return nil
	})})
	return nil
}

func (p *Page) since(d workday.Date) string { return "since " + p.short(d) }

// keepPromise marks one promise kept today.
func (p *Page) keepPromise(id, entry casefile.ID) tea.Cmd {
	c := p.desk.Case(id)
	for _, l := range c.Promises() {
		if l.Entry != entry {
			continue
		}
		l.Kept = p.desk.Today()
		lines, err := c.WriteLog(l.Logged, l.Entry, l.On, p.desk.Today())
		if err != nil {
			p.desk.Nav.Say(kit.Late, fault.Words(err))
			return nil
		}
		return p.desk.Do(c, lines, "The promise was kept")
	}
	return nil
}

// picker is a choice that can be blanked too.
type picker struct {
	kit.Page
	nav *kit.Nav
}

// Actions are the choice's, and the blank screen.
func (k *picker) Actions() []kit.Action { return append(k.Page.Actions(), blanking(k.nav)...) }
