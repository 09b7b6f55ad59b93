// Package footprint is the IRO's log about a child on screen: the quick entry
// that opens from anywhere, and the log itself, with how the case is watched
// and who still waits for an answer (QA-01, QA-02, QA-13).
//
// Every change goes through a command of the domain's case and the desk. The
// package works out no date and reads no disk outside a command.
package footprint

import (
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/footprint/whom"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Quick is the form of a new entry about a child. With a zero id it asks first
// which child. Push it.
func Quick(d *desk.Desk, id casefile.ID) kit.Page {
	if !id.Zero() {
		return newEntry(d, id, casefile.LogEntry{Logged: casefile.Logged{What: casefile.Footprint}})
	}
	return whom.New(d, whom.Spec{Title: "Footprint: about which child?", Chosen: func(id casefile.ID) tea.Cmd {
		d.Nav.Replace(Quick(d, id))
		return nil
	}})
}

// entry is the form of one line of the log. It reads the child's file while
// the IRO types, and its title hides the name when names are hidden.
type entry struct {
	*kit.Form
	desk *desk.Desk
	id   casefile.ID
	was  casefile.LogEntry // as it stands on file; its Entry is zero for a new one
}

// Init reads the file unless it has been read.
func (e *entry) Init() tea.Cmd { return e.desk.Open(e.id) }

// Writing reports that a page is the form of an entry, over which no second one
// is to be opened: both would be of the same draft.
func Writing(p kit.Page) bool {
	_, is := p.(*entry)
	return is
}

// Title says who it is about.
func (e *entry) Title() string {
	row, _ := e.desk.Row(e.id)
	if e.was.Entry.Zero() {
		return "Footprint · " + e.desk.Name(row)
	}
	return "Change an entry · " + e.desk.Name(row)
}

func draftOf(was casefile.LogEntry) string { return "form/log/" + was.Entry.String() }

func newEntry(d *desk.Desk, id casefile.ID, was casefile.LogEntry) *entry {
	e := &entry{desk: d, id: id, was: was}
	intro := ""
	if !was.Entry.Zero() {
		intro = "The earlier wording stays on file; this one takes its place."
	}
	e.Form = d.Form(id, draftOf(was), kit.FormSpec{Intro: intro, Save: "Keep", Fields: fields(d, was), Done: e.done})
	return e
}

// of asks a question for some kinds of entry only.
func of(kinds ...casefile.LogKind) func(kit.Values) bool {
	return func(v kit.Values) bool { return slices.Contains(kinds, casefile.LogKind(v["kind"])) }
}

// waits reports a contact the IRO has not answered yet.
func waits(v kit.Values) bool {
	return casefile.LogKind(v["kind"]) == casefile.Contact && v["asked"] != "" && v["answered"] == "no"
}

func fields(d *desk.Desk, was casefile.LogEntry) []kit.Field {
	var kinds, ways []kit.Option
	for _, k := range casefile.LogKinds() {
		kinds = append(kinds, kit.Option{ID: string(k), Words: string(k)})
	}
	for _, w := range casefile.Ways() {
		ways = append(ways, kit.Option{ID: w, Words: w})
	}
	day := was.On
	if !day.Known() || was.Waiting {
		day = d.Today()
	}
	answered, minutes := "", "" // nothing is answered by itself
	switch {
	case was.Waiting:
		answered = "no"
	case !was.Entry.Zero():
		answered = "yes"
	}
	if was.Minutes > 0 {
		minutes = strconv.Itoa(was.Minutes)
	}
	asked := d.DateField("asked", "They tried to reach you on", was.AskedOn, false)
	asked.When = of(casefile.Contact)
	asked.Hint = "Only when they tried first; the days they wait are counted. " + asked.Hint
	kept := d.DateField("kept", "Kept on", was.Kept, false)
	kept.When = of(casefile.Promise)
	on := d.DateField("day", "Day", day, true)
	on.When = func(v kit.Values) bool { return !waits(v) }
	return []kit.Field{
		{ID: "kind", Label: "What it is", Kind: kit.ChoiceField, Choices: kinds, Value: string(was.What), Required: true},
		{ID: "with", Label: "With whom", Value: was.With, Required: true, When: of(casefile.Contact), Hint: "A name, or what they are to the child"},
		{ID: "way", Label: "How", Kind: kit.ChoiceField, Choices: ways, Value: was.Way, When: of(casefile.Contact)},
		{ID: "who", Label: "Worker or team", Value: was.With, When: of(casefile.GoodPractice, casefile.PoorPractice)},
		{ID: "text", Label: "What happened", Kind: kit.LongField, Rows: 3, Value: was.Text, Required: true, Hint: "What you did, what was said or what you saw, in your own words"},
		{ID: "changed", Label: "What changed for the child", Kind: kit.LongField, Rows: 2, Value: was.Changed,
			When: of(casefile.Footprint, casefile.Contact, casefile.Monitoring, casefile.GoodPractice)},
		{ID: "evidence", Label: "How you know", Value: was.Evidence, Hint: "What shows it: who said so, which paper",
			When: of(casefile.Footprint, casefile.Monitoring, casefile.PoorPractice)},
		{ID: "told", Label: "Who was told", Value: was.ToldTo, Hint: "Poor practice goes to the authority in writing; a barrier to senior managers",
			When: of(casefile.GoodPractice, casefile.PoorPractice, casefile.Barrier)},
		asked,
		{ID: "answered", Label: "Have you answered?", Kind: kit.YesNoField, Value: answered, Required: true,
			When: func(v kit.Values) bool { return of(casefile.Contact)(v) && v["asked"] != "" }},
		on, kept,
		{ID: "minutes", Label: "Minutes", Kind: kit.NumberField, Value: minutes, When: of(casefile.Footprint, casefile.Contact, casefile.Monitoring)},
	}
}

func (e *entry) done(v kit.Values) tea.Cmd {
	d, c := e.desk, e.desk.Case(e.id)
	if c == nil {
		d.Nav.Say(kit.Soon, "The file is still being read; save again in a moment.")
		return d.Open(e.id)
	}
	minutes, _ := strconv.Atoi(v["minutes"])
	l := casefile.Logged{
		What: casefile.LogKind(v["kind"]), Text: v["text"], Changed: v["changed"], Evidence: v["evidence"],
		With: v["with"] + v["who"], Way: v["way"], ToldTo: v["told"], Minutes: minutes,
		AskedOn: d.ReadDate(v["asked"]), Waiting: waits(v), Kept: d.ReadDate(v["kept"]),
	}
	lines, err := c.WriteLog(l, e.was.Entry, d.ReadDate(v["day"]), d.Today())
	return d.Save(c, lines, err, sheet.Sentence(v["kind"])+" kept", draftOf(e.was))
}
