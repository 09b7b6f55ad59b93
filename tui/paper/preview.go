package paper

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// preview shows one paper as it would be made, with what is wrong with it above.
type preview struct {
	*kit.Reader
	office
	draft
	leftOut []string
	seen    state
	out     written
	result  result
	busy    bool // it is being written
}

// state is what the text of a paper depends on.
type state struct {
	c        *casefile.Case
	practice *practice.Practice
	day      workday.Date
	hidden   bool
}

// result says how making the paper ended.
type result struct {
	tone  kit.Tone
	sign  kit.Sign
	words string
}

func newPreview(o office, dr draft) *preview {
	p := &preview{office: o, draft: dr}
	p.Reader = kit.NewReader(o.desk.Nav.Theme(), "", p.lines)
	p.refresh()
	return p
}

// Init reads the file unless it is open already.
func (p *preview) Init() tea.Cmd { return p.desk.Open(p.child) }

// refresh writes the paper again when something it says may have changed.
func (p *preview) refresh() {
	now := state{p.desk.Case(p.child), p.desk.Practice(), p.desk.Today(), p.desk.Hidden()}
	if now != p.seen {
		p.seen = now
		p.rewrite()
	}
}

func (p *preview) rewrite() {
	p.out = written{}
	if c := p.seen.c; c != nil {
		p.draft = p.current(p.desk, c)
		p.out = p.draft.write(p.desk, c, p.leftOut)
		p.leftOut = slices.DeleteFunc(p.leftOut, func(s string) bool { return p.out.err == nil && !slices.Contains(p.out.sections, s) })
	}
	p.Refresh()
}

// Update scrolls; any other message means something may have changed.
func (p *preview) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	return p.Reader.Update(msg)
}

// Resume looks again after another screen.
func (p *preview) Resume() tea.Cmd {
	p.refresh()
	return nil
}

// View gives the paper.
func (p *preview) View() string {
	p.refresh()
	return p.Reader.View()
}

// Title names the child and the paper.
func (p *preview) Title() string { return p.name() + ": " + p.words() }

// Subheader says for whom it is: the one thing that must never be cut off.
func (p *preview) Subheader(w int) string {
	p.refresh()
	if p.seen.c == nil || p.to() == "" {
		return ""
	}
	words := " For " + p.shown(p.desk)
	if copied := string(p.copied()); copied != "" && !p.reader.CaseRecord() {
		words = kit.Truncate(words, max(w-kit.Width(copied)-2, 1)) + ": " + copied
	}
	return p.desk.Nav.Theme().Paint(kit.Strong, words)
}

// About is the child it is about.
func (p *preview) About() casefile.ID { return p.child }

// cannot says why the paper cannot be made; "" when it can.
func (p *preview) cannot() string {
	switch {
	case p.seen.c == nil:
		return "The file is still being read."
	case p.busy:
		return "It is being written."
	case p.out.err != nil:
		return fault.Words(p.out.err)
	case len(p.out.leaks) > 0:
		return "It would tell what its reader must not learn: the top of it says where."
	case p.seen.hidden:
		return "Names are hidden, so it cannot be read first. ctrl+p shows them."
	}
	return ""
}

// lines are what is wrong with the paper and what it says.
func (p *preview) lines(w int) []string {
	th := p.desk.Nav.Theme()
	if p.seen.c == nil {
		return []string{"", "   Reading the file…"}
	}
	out := p.judged(w)
	switch {
	case p.out.err != nil:
		return out
	case p.seen.hidden:
		return append(out, "   Names are hidden, so the paper is not shown. ctrl+p shows it.")
	}
	return append(out, lay(th, p.out.doc, w)...)
}

// judged says above the paper how it stands: what happened, what leaks, what is
// left out, and what the IRO should know.
func (p *preview) judged(w int) []string {
	th := p.desk.Nav.Theme()
	var out []string
	say := func(sign kit.Sign, tone kit.Tone, words string) {
		for i, l := range kit.Wrap(kit.Clean(words), max(min(w-6, widest), 1)) {
			mark := " "
			if i == 0 {
				mark = th.Mark(sign)
			}
			out = append(out, " "+mark+" "+th.Paint(tone, l))
		}
	}
	if p.result.words != "" {
		say(p.result.sign, p.result.tone, p.result.words)
	}
	if p.out.err != nil {
		say(kit.SignLate, kit.Normal, "It cannot be made. "+fault.Words(p.out.err))
	}
	if len(p.out.leaks) > 0 {
		say(kit.SignLate, kit.Late, "It cannot be made for this reader: it would tell what they must not learn.")
		for _, leak := range p.out.leaks {
			say(kit.NoSign, kit.Normal, "It tells "+leak.What+p.under(leak)+": “"+p.desk.Private(leak.Sentence)+"”")
		}
		say(kit.NoSign, kit.Dim, "Change the words where they were written, or leave the section out with x.")
	}
	for _, warning := range p.out.warnings {
		say(kit.SignSoon, kit.Normal, "This copy still says “"+p.desk.Private(warning.Word)+"”, "+warning.What+p.under(warning)+": read it first. “"+p.desk.Private(warning.Sentence)+"”")
	}
	if len(p.out.missing) > 0 {
		say(kit.SignSoon, kit.Normal, "Not known, so it stands in brackets: "+strings.Join(p.out.missing, "; ")+".")
	}
	if n := len(p.out.lacks); n > 0 {
		shown := strings.Join(p.out.lacks[:min(n, 3)], "; ")
		switch {
		case p.seen.hidden:
			shown = kit.Count(n, "thing", "things")
		case n > 3:
			shown += "; and " + kit.Count(n-3, "more", "more") + ": l lists them"
		}
		say(kit.SignSoon, kit.Normal, "The record still lacks "+shown+".")
	}
	for _, note := range p.out.notes {
		say(kit.SignSoon, kit.Normal, note)
	}
	if len(p.leftOut) > 0 {
		say(kit.SignOpen, kit.Normal, "Left out: "+p.desk.Private(strings.Join(p.leftOut, "; "))+".")
	}
	if len(out) > 0 {
		out = append(out, th.Rule(w))
	}
	return out
}

// under says in which section a sentence stands.
func (p *preview) under(l document.Leak) string {
	if section := p.out.doc.SectionOf(l); section != "" {
		return ", under “" + p.desk.Private(section) + "”"
	}
	return ""
}

// Actions lists every key.
func (p *preview) Actions() []kit.Action {
	p.refresh()
	reading := ""
	if p.seen.c == nil {
		reading = "The file is still being read."
	}
	or := func(why string, when bool) string {
		if reading == "" && when {
			return why
		}
		return reading
	}
	one := p.kind == document.Exclusion || p.kind == document.ToChild
	noSection := or("It has no sections.", len(p.out.sections) == 0)
	if p.seen.hidden {
		noSection = "Names are hidden, so it cannot be read first. ctrl+p shows them."
	}
	const here, where = "This paper", "Papers"
	actions := []kit.Action{
		{ID: "paper.make", Keys: []string{"m"}, Words: "make it", Group: here, Foot: 1, Disabled: p.cannot(), Do: p.make},
		{ID: "paper.whom", Keys: []string{"p"}, Words: "for whom", Group: here, Foot: 2, Disabled: or("It goes to this reader only.", one), Do: p.whom},
		{ID: "paper.leave", Keys: []string{"x"}, Words: "leave out or put back", Group: here, Foot: 5, Disabled: noSection, Do: p.leave},
		{ID: "paper.wording", Keys: []string{"e"}, Words: "change the wording", Group: here, Foot: 3, Disabled: or("Only letters have a wording of your own.", p.kind == ""), Do: p.wording},
		{ID: "paper.reply", Keys: []string{"d"}, Words: "the day to answer by", Group: here, Foot: 4, Disabled: or("It asks for no answer by a day.", !p.asksReply()), Do: p.askReply},
		{ID: "paper.lacks", Keys: []string{"l"}, Words: "all that the record lacks", Group: here, Disabled: or("It lacks nothing.", len(p.out.lacks) == 0), Do: p.tellLacks},
		{ID: "paper.folder", Keys: []string{"f"}, Words: "folder for papers", Group: where, Foot: 6, Do: func() tea.Cmd { return p.askFolder(nil) }},
	}
	return append(actions, p.Reader.Actions()...)
}

// whom asks for another reader of the same paper.
func (p *preview) whom() tea.Cmd {
	return p.pickReader(p.draft, func(chosen draft) tea.Cmd {
		p.draft, p.result = chosen, result{}
		p.rewrite()
		return nil
	})
}

// leave leaves a section out, or puts it back.
func (p *preview) leave() tea.Cmd {
	var options []kit.Option
	for _, s := range p.out.sections {
		o := kit.Option{ID: s, Words: s}
		if slices.Contains(p.leftOut, s) {
			o.Detail = "left out: Enter puts it back"
		}
		options = append(options, o)
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "Leave which section out, or put back?", options, func(id string) tea.Cmd {
		if i := slices.Index(p.leftOut, id); i >= 0 {
			p.leftOut = slices.Delete(slices.Clone(p.leftOut), i, i+1)
		} else {
			p.leftOut = append(slices.Clone(p.leftOut), id)
		}
		p.rewrite()
		return nil
	}))
	return nil
}

// tellLacks lists all that the record lacks.
func (p *preview) tellLacks() tea.Cmd {
	text := "- " + strings.Join(p.out.lacks, "\n- ")
	if p.seen.hidden {
		text = "Names are hidden, so it is not shown. ctrl+p shows it."
	}
	p.desk.Nav.Open(kit.NewText(p.desk.Nav.Theme(), "What the record still lacks", text))
	return nil
}

// askReply asks by which day an answer is wanted.
func (p *preview) askReply() tea.Cmd {
	draft := "form/paper/" + string(p.kind)
	p.desk.Nav.Push(p.desk.Form(p.child, draft, kit.FormSpec{Title: "Answer wanted by", Fields: []kit.Field{p.desk.DateField("by", "By", p.replyBy, false)},
		Intro: "Left empty, it is worked out.", Done: func(v kit.Values) tea.Cmd {
			p.replyBy = p.desk.ReadDate(v["by"])
			p.desk.DropDraft(p.child, draft)
			p.desk.Nav.Pop()
			p.rewrite()
			return nil
		}}))
	return nil
}
