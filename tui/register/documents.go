package register

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	prep "footprint/domain/review"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Documents is the document register: what the rules want and how it stands,
// then every version on file (CD-08; HB 3.9, 3.46).
func Documents(d *desk.Desk, id file.ID, doors Doors) kit.Page {
	p := &documents{list: newList(d, id, doors, "documents", sheet.Shape{Labels: 25, More: 22})}
	p.Show(p)
	return p
}

type documents struct {
	*list
	docs map[string]paper // by line
}

// paper is the document a line is about; old marks one that is to be replaced.
type paper struct {
	file.DocumentStated
	old bool
}

// Lines makes the lines of a case.
func (p *documents) Lines(c *file.Case) []sheet.Line {
	p.docs = map[string]paper{}
	var out []sheet.Line
	clocks := p.Desk.Clocks(c)
	for _, wanted := range prep.Papers(c, clocks, prep.Facts(c, clocks, p.Desk.Context()), p.Desk.Context()) {
		out = append(out, p.wantedLine(wanted))
	}
	if len(out) > 0 {
		out = slices.Insert(out, 0, sheet.Line{ID: "head:wanted", Heading: "What the rules want on file"})
	}
	versions := c.Documents()
	if len(versions) > 0 {
		out = append(out, sheet.Line{ID: "head:versions", Heading: "Every version, the newest first"})
	}
	for _, d := range slices.Backward(versions) {
		out = append(out, p.versionLine(d))
	}
	return out
}

func (p *documents) wantedLine(w prep.Paper) sheet.Line {
	l := sheet.Line{ID: "want:" + string(w.What), Label: sheet.Sentence(string(w.What)), Rules: []string{w.Rule}, Why: w.Limit}
	if w.Stale != "" && w.Stale != w.Rule {
		l.Rules = append(l.Rules, w.Stale)
	}
	d := w.Newest
	d.What = w.What
	p.docs[l.ID] = paper{d, w.State == prep.PaperStale}
	l.Open = func() tea.Cmd { return p.edit(d) }
	switch w.State {
	case prep.PaperMissing:
		l.Sign, l.Text = kit.SignOpen, "not entered"
		if w.Known() {
			l.Text = "not received"
		}
	case prep.PaperReceived:
		l.Sign, l.Text, l.More = kit.SignOpen, "received, not read yet", "came "+p.short(d.Received)
	case prep.PaperRead:
		l.Sign, l.Text = kit.SignDone, "read "+p.short(d.Read)
	case prep.PaperStale:
		l.Sign, l.Tone, l.Text, l.More = kit.SignSoon, kit.Soon, "old, of "+p.short(d.When()), staleWords(w)
	}
	if l.More == "" && d.Dated.Known() {
		l.More = "of " + p.short(d.Dated)
	}
	p.due(&l, w.Limit, w.Known())
	return l
}

func staleWords(w prep.Paper) string {
	switch w.Stale {
	case "PR-40":
		return "before the last review"
	case "CD-04":
		return "before its last change"
	}
	return "too old since " + w.Since.Long()
}

// due adds the limit of a document that is missing or stale. One that was never
// entered may lie in another system, so it is not called late.
func (p *documents) due(l *sheet.Line, limit *clock.Deadline, known bool) {
	if limit == nil {
		return
	}
	words := "due " + p.short(limit.Due)
	if status, _ := limit.Standing(p.Desk.Calendar(), p.Desk.Today()); status == clock.Overdue {
		words = "was due " + p.short(limit.Due)
		if known {
			l.Sign, l.Tone = kit.SignLate, kit.Late
		}
	}
	l.More = joined(words, l.More)
}

func (p *documents) versionLine(d file.DocumentStated) sheet.Line {
	version := ""
	if d.Version != "" {
		version = "version " + d.Version
	}
	l := sheet.Line{ID: "version:" + d.ID.String(), Label: sheet.Sentence(string(d.What)), More: "not received"}
	l.Text = joined(p.short(d.When()), version, p.Desk.Private(d.Title))
	switch {
	case d.Read.Known():
		l.More = "read " + p.short(d.Read)
	case d.Received.Known():
		l.More = "came " + p.short(d.Received)
	}
	p.docs[l.ID] = paper{d, false}
	l.Open = func() tea.Cmd { return p.edit(d) }
	return l
}

// Empty says what is so when there are no lines, and what to do next.
func (p *documents) Empty() (what, next string, keys []string) {
	return "No document is on file.", "The child is not looked after today, so the rules want none. One that came can still be entered.", []string{"a", "add a document"}
}

// Actions lists every key of the screen.
func (p *documents) Actions() []kit.Action {
	l, _ := p.Selected()
	doc, ok := p.docs[l.ID]
	noCame, noRead := "Go to a document first.", "Go to a document first."
	if ok {
		noCame, noRead = "", ""
		switch {
		case doc.old:
		case doc.Received.Known(), doc.Read.Known():
			noCame = "It came already; a adds another version."
		}
		switch {
		case doc.Read.Known():
			noRead = "You have read it already."
		case !doc.Received.Known():
			noRead = "It has not come yet: c says that it came today."
		}
	}
	return p.with(
		kit.Action{ID: "register.came", Keys: []string{"c"}, Words: "came today", Group: groupLine, Foot: 2, Disabled: noCame, Do: func() tea.Cmd { return p.came(doc) }},
		kit.Action{ID: "register.read", Keys: []string{"r"}, Words: "read today", Group: groupLine, Foot: 3, Disabled: noRead, Do: func() tea.Cmd {
			doc.Read = p.Desk.Today()
			return p.mark(doc.DocumentStated, "read today")
		}},
		kit.Action{ID: "register.add", Keys: []string{"a"}, Words: "add a version", Group: groupChild, Foot: 4, Do: func() tea.Cmd { return p.edit(file.DocumentStated{What: doc.What}) }},
	)
}

// came marks the version received today. Where there is none, or it is too old,
// what came today is a new version.
func (p *documents) came(doc paper) tea.Cmd {
	if doc.ID.Zero() || doc.old {
		doc.DocumentStated = file.DocumentStated{ID: p.Desk.Watch.NewID(), What: doc.What}
	}
	doc.Received = p.Desk.Today()
	return p.mark(doc.DocumentStated, "came today")
}

// mark keeps one day of one version at once.
func (p *documents) mark(d file.DocumentStated, words string) tea.Cmd {
	lines, err := p.now().StateDocument(d, p.Desk.Today())
	if err != nil {
		p.Desk.Nav.Say(kit.Late, fault.Words(err))
		return nil
	}
	cmd := p.Desk.Do(p.now(), lines, sheet.Sentence(string(d.What))+" "+words)
	p.Refresh()
	return cmd
}

// edit states one version, or corrects it.
func (p *documents) edit(d file.DocumentStated) tea.Cmd {
	draft := "form/document/" + d.ID.String() + "/" + string(d.What)
	var kinds []kit.Option
	for _, k := range file.DocumentKinds() {
		kinds = append(kinds, kit.Option{ID: string(k), Words: string(k)})
	}
	council := p.Desk.DateField("council", "The authority had it on", d.AtCouncil, false)
	council.When = func(v kit.Values) bool { return v["what"] == string(file.CourtPaper) }
	return p.form(draft, kit.FormSpec{
		Title: "Document", Intro: "One version of one document. The day it bears or the day it came is needed.",
		Fields: []kit.Field{
			{ID: "what", Label: "What it is", Kind: kit.ChoiceField, Value: string(d.What), Choices: kinds, Required: true},
			{ID: "title", Label: "Title", Value: d.Title, Hint: "only where the kind does not say enough"},
			{ID: "version", Label: "Version", Value: d.Version},
			p.Desk.DateField("dated", "Dated", d.Dated, false),
			council,
			p.Desk.DateField("received", "Came to you on", d.Received, false),
			p.Desk.DateField("read", "Read by you on", d.Read, false),
			{ID: "note", Label: "Note", Value: d.Note},
		},
		Done: func(v kit.Values) tea.Cmd {
			next := file.DocumentStated{ID: p.kept(d.ID), What: file.DocumentKind(v["what"]), Title: v["title"], Version: v["version"], Note: v["note"],
				Dated: p.Desk.ReadDate(v["dated"]), AtCouncil: p.Desk.ReadDate(v["council"]), Received: p.Desk.ReadDate(v["received"]), Read: p.Desk.ReadDate(v["read"])}
			lines, err := p.now().StateDocument(next, p.Desk.Today())
			return p.save(lines, err, "Document kept", draft, nil)
		}})
}
