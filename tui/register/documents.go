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
)

// Documents is the document register: what the rules want and how it stands,
// then every version on file (CD-08; HB 3.9, 3.46).
func Documents(d *desk.Desk, id file.ID, doors Doors) kit.Page {
	p := &documents{list: newList(d, id, doors, "documents", 25)}
	return p.show(p)
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

func (p *documents) build(c *file.Case) []line {
	p.docs = map[string]paper{}
	var out []line
	clocks := p.desk.Clocks(c)
	for _, wanted := range prep.Papers(c, clocks, prep.Facts(c, clocks, p.desk.Context()), p.desk.Context()) {
		out = append(out, p.wantedLine(wanted))
	}
	if len(out) > 0 {
		out = slices.Insert(out, 0, line{id: "head:wanted", heading: "What the rules want on file"})
	}
	versions := c.Documents()
	if len(versions) > 0 {
		out = append(out, line{id: "head:versions", heading: "Every version, the newest first"})
	}
	for _, d := range slices.Backward(versions) {
		out = append(out, p.versionLine(d))
	}
	return out
}

func (p *documents) wantedLine(w prep.Paper) line {
	l := line{id: "want:" + string(w.What), label: sentence(string(w.What)), rules: []string{w.Rule}, why: w.Limit}
	if w.Stale != "" && w.Stale != w.Rule {
		l.rules = append(l.rules, w.Stale)
	}
	d := w.Newest
	d.What = w.What
	p.docs[l.id] = paper{d, w.State == prep.PaperStale}
	l.open = func() tea.Cmd { return p.edit(d) }
	switch w.State {
	case prep.PaperMissing:
		l.sign, l.text = kit.SignOpen, "missing"
		if w.Known() {
			l.text = "not received"
		}
	case prep.PaperReceived:
		l.sign, l.text, l.more = kit.SignOpen, "received, not read yet", "came "+p.short(d.Received)
	case prep.PaperRead:
		l.sign, l.text = kit.SignDone, "read "+p.short(d.Read)
	case prep.PaperStale:
		l.sign, l.tone, l.text, l.more = kit.SignSoon, kit.Soon, "old, of "+p.short(d.When()), staleWords(w)
	}
	if l.more == "" && d.Dated.Known() {
		l.more = "of " + p.short(d.Dated)
	}
	p.due(&l, w.Limit)
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

// due adds the limit of a document that is missing or stale.
func (p *documents) due(l *line, limit *clock.Deadline) {
	if limit == nil {
		return
	}
	words := "due " + p.short(limit.Due)
	if status, _ := limit.Standing(p.desk.Calendar(), p.day); status == clock.Overdue {
		words = "was due " + p.short(limit.Due)
		l.sign, l.tone = kit.SignLate, kit.Late
	}
	l.more = joined(words, l.more)
}

func (p *documents) versionLine(d file.DocumentStated) line {
	version := ""
	if d.Version != "" {
		version = "version " + d.Version
	}
	l := line{id: "version:" + d.ID.String(), label: sentence(string(d.What)), more: "not received"}
	l.text = joined(p.short(d.When()), version, p.desk.Private(d.Title))
	switch {
	case d.Read.Known():
		l.more = "read " + p.short(d.Read)
	case d.Received.Known():
		l.more = "came " + p.short(d.Received)
	}
	p.docs[l.id] = paper{d, false}
	l.open = func() tea.Cmd { return p.edit(d) }
	return l
}

func (p *documents) empty() (what, next string, keys []string) {
	return "No document is on file.", "The child is not looked after today, so the rules want none. One that came can still be entered.", []string{"a", "add a document"}
}

func (p *documents) actions(l line) []kit.Action {
	doc, ok := p.docs[l.id]
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
	return []kit.Action{
		{ID: "register.came", Keys: []string{"c"}, Words: "came today", Group: groupLine, Foot: 2, Disabled: noCame, Do: func() tea.Cmd { return p.came(doc) }},
		{ID: "register.read", Keys: []string{"r"}, Words: "read today", Group: groupLine, Foot: 3, Disabled: noRead, Do: func() tea.Cmd {
			doc.Read = p.desk.Today()
			return p.mark(doc.DocumentStated, "read today")
		}},
		{ID: "register.add", Keys: []string{"a"}, Words: "add a version", Group: groupChild, Foot: 4, Do: func() tea.Cmd { return p.edit(file.DocumentStated{What: doc.What}) }},
	}
}

// came marks the version received today. Where there is none, or it is too old,
// what came today is a new version.
func (p *documents) came(doc paper) tea.Cmd {
	if doc.ID.Zero() || doc.old {
		doc.DocumentStated = file.DocumentStated{ID: p.desk.Watch.NewID(), What: doc.What}
	}
	doc.Received = p.desk.Today()
	return p.mark(doc.DocumentStated, "came today")
}

// mark keeps one day of one version at once.
func (p *documents) mark(d file.DocumentStated, words string) tea.Cmd {
	lines, err := p.now().StateDocument(d, p.desk.Today())
	if err != nil {
		p.desk.Nav.Say(kit.Late, fault.Words(err))
		return nil
	}
	cmd := p.desk.Do(p.now(), lines, sentence(string(d.What))+" "+words)
	p.refresh()
	return cmd
}

// edit states one version, or corrects it.
func (p *documents) edit(d file.DocumentStated) tea.Cmd {
	draft := "form/document/" + d.ID.String() + "/" + string(d.What)
	var kinds []kit.Option
	for _, k := range file.DocumentKinds() {
		kinds = append(kinds, kit.Option{ID: string(k), Words: string(k)})
	}
	council := p.desk.DateField("council", "The authority had it on", d.AtCouncil, false)
	council.When = func(v kit.Values) bool { return v["what"] == string(file.CourtPaper) }
	return p.form(draft, kit.FormSpec{
		Title: "Document", Intro: "One version of one document. The day it bears or the day it came is needed.",
		Fields: []kit.Field{
			{ID: "what", Label: "What it is", Kind: kit.ChoiceField, Value: string(d.What), Choices: kinds, Required: true},
			{ID: "title", Label: "Title", Value: d.Title, Hint: "only where the kind does not say enough"},
			{ID: "version", Label: "Version", Value: d.Version},
			p.desk.DateField("dated", "Dated", d.Dated, false),
			council,
			p.desk.DateField("received", "Came to you on", d.Received, false),
			p.desk.DateField("read", "Read by you on", d.Read, false),
			{ID: "note", Label: "Note", Value: d.Note},
		},
		Done: func(v kit.Values) tea.Cmd {
			next := file.DocumentStated{ID: p.kept(d.ID), What: file.DocumentKind(v["what"]), Title: v["title"], Version: v["version"], Note: v["note"],
				Dated: p.desk.ReadDate(v["dated"]), AtCouncil: p.desk.ReadDate(v["council"]), Received: p.desk.ReadDate(v["received"]), Read: p.desk.ReadDate(v["read"])}
			lines, err := p.now().StateDocument(next, p.desk.Today())
			return p.save(lines, err, "Document kept", draft, nil)
		}})
}
