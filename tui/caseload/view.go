package caseload

import (
	"fmt"
	"strings"

	"footprint/domain/casefile"
	list "footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/tui/kit"
)

// View gives the list and, where there is room, the pane that tells the
// selected child's story.
func (p *Page) View() string {
	if len(p.shown) == 0 {
		return p.empty()
	}
	body := p.table.View()
	pane := p.paneWidth()
	if pane == 0 {
		return body
	}
	return p.desk.Nav.Theme().Beside(body, strings.Join(p.story(pane-3), "\n"), p.w-pane, p.w, p.h)
}

func (p *Page) empty() string {
	th := p.desk.Nav.Theme()
	switch {
	case p.input.Value() != "":
		return th.Empty(p.w, p.h, "No child matches.", "Names are found with or without accents; the council's number, carer and worker count too.", "esc", "clear the search")
	case p.lens != list.All:
		return th.Empty(p.w, p.h, "No children here: "+lensWords[p.lens]+".", "That is one way of looking; everyone else is still on file.", "esc", "show all children", "l", "next lens")
	}
	return th.Empty(p.w, p.h, "There are no children on this caseload yet.",
		"Bring in the list your council gives you, or add one child by hand.", "i", "import a list or a return", "a", "add a child", "?", "all keys")
}

// story tells the selected child's story, at most h lines of it.
func (p *Page) story(w int) []string {
	r, ok := p.selected()
	if !ok {
		return nil
	}
	s := &story{th: p.desk.Nav.Theme(), w: w}
	name := p.desk.Name(r)
	s.strong(name)
	s.wrap(strings.Join(compact(r.Ref, prefixed("council's number ", p.desk.Private(r.ExternalID))), " · "), 2)
	today := p.desk.Today()
	c := p.desk.Case(r.File)
	if c == nil {
		s.line("", "reading…")
		return s.lines
	}
	s.gap()
	p.where(s, c)
	s.gap()
	p.dates(s, c, r)
	if r.Total > 0 && r.Open(today) {
		s.line("prepared", p.desk.Nav.Theme().Bar(r.Ready, r.Total))
	}
	if notes := c.Notes(); len(notes) > 0 && !p.desk.Hidden() {
		last := notes[len(notes)-1]
		s.gap()
		s.line("last note", last.On.Short())
		s.wrap(last.Text, 4)
	}
	return s.lines
}

func (p *Page) where(s *story, c *casefile.Case) {
	today := p.desk.Today()
	if dob := c.DOB(); dob.Known() {
		s.line("born", p.desk.Private(dob.Long()))
	}
	if st, ok := c.StatusOn(today); ok {
		s.line("legal status", casefile.StatusCode.Words(st.Code)+", since "+st.Start.Long())
	}
	if pl, ok := c.PlacementOn(today); ok {
		s.line("lives", casefile.PlacementCode.Words(pl.Code))
		s.line("", p.desk.Private(strings.Join(compact(pl.Carer, pl.Phone), ", ")))
		s.line("", p.desk.Private(pl.Address))
		s.line("since", pl.Start.Long())
	}
	if w, ok := c.Person(casefile.SocialWorker, today); ok {
		s.line("worker", p.desk.Private(strings.Join(compact(w.Name, w.Phone), ", ")))
	}
	if care, ok := c.CareOn(today); ok {
		if care.StartKnown() {
			s.line("in care", "since "+care.Start.Long())
		} else {
			s.line("in care", "start not known, by "+care.Since.Long())
		}
	}
}

func (p *Page) dates(s *story, c *casefile.Case, r list.Row) {
	clocks := p.desk.Clocks(c)
	g := clocks.Governing
	if g == nil {
		s.line("next review", string(clocks.Missing))
		s.wrap(clocks.Ask, 3)
		return
	}
	s.line("next review", g.Due.Long())
	if g.PlanBy != g.Due {
		s.line("plan by", g.PlanBy.Long())
	}
	if r.Planned.Known() {
		s.line("planned", r.Planned.Long())
	}
	status, left := g.Standing(p.desk.Calendar(), p.desk.Today())
	if status == clock.Overdue {
		s.line("", fmt.Sprintf("%d working days late", -left))
	} else {
		s.line("", fmt.Sprintf("%d working days left", left))
	}
	if g.Regime != clock.Ordinary {
		s.line("by", g.Regime.Words())
	}
	for _, d := range clocks.Reviews[1:] {
		s.line("beside it", d.Due.Long()+", "+d.Regime.Words())
	}
}

// story gathers the pane's lines: a quiet label and a text.
type story struct {
	th    *kit.Theme
	w     int
	lines []string
}

func (s *story) gap() { s.lines = append(s.lines, "") }

func (s *story) strong(text string) {
	s.lines = append(s.lines, s.th.Paint(kit.Strong, kit.Truncate(kit.Clean(text), s.w)))
}

const labelWidth = 13

func (s *story) line(label, text string) {
	if text == "" {
		return
	}
	for i, part := range kit.Wrap(kit.Clean(text), max(s.w-labelWidth, 8)) {
		if i > 0 {
			label = ""
		}
		s.lines = append(s.lines, s.th.Paint(kit.Dim, kit.Pad(label, labelWidth))+part)
	}
}

func (s *story) wrap(text string, most int) {
	lines := kit.Wrap(kit.CleanLines(text), s.w)
	if len(lines) > most {
		lines = append(lines[:most-1], "…")
	}
	s.lines = append(s.lines, lines...)
}

func compact(parts ...string) []string {
	out := parts[:0]
	for _, part := range parts {
		if part != "" {
			out = append(out, part)
		}
	}
	return out
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}
