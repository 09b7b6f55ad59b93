package decision

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/tui/kit"
)

// belowRows is how many rows below the cursor tell of a decision; o tells all.
const belowRows = 8

// below is what is told under the row, cut to the width by whole lines.
func (p *page) below(c *casefile.Case, d casefile.Decided) []string {
	w := p.width
	var out []string
	texts := p.tell(c, d)
	if what := p.oneLine(d.What); kit.Width(what) > w-labelWidth-moreWidth-9 {
		texts = slices.Insert(texts, 0, what) // it may be cut off above
	}
	for _, text := range texts {
		out = append(out, kit.Wrap(kit.CleanLines(text), max(w-9, 1))...)
	}
	if len(out) > belowRows {
		out = append(out[:belowRows-1], "… o tells the whole story")
	}
	return out
}

// tell says how a decision stands, one matter a line. What became of it presses
// more than what was hoped for, and the last lines may be cut off.
func (p *page) tell(c *casefile.Case, d casefile.Decided) []string {
	return slices.DeleteFunc([]string{
		p.whoseIt(d),
		p.cameRound(c, d),
		"Manager: " + p.answer(c, d),
		joined(". ", p.seen(d), p.moved(d)),
		p.alerts(d),
		p.referral(d),
		p.talked(c, d),
		joined(". ", p.said("Need: ", d.Need), p.said("Hoped for: ", d.Outcome), p.said("Different this time: ", d.Different)),
	}, func(s string) bool { return s == "" })
}

// said is a text that is left out when it is empty or names are hidden.
func (p *page) said(label, text string) string {
	if text == "" || p.Desk.Hidden() {
		return ""
	}
	return label + p.oneLine(text)
}

func (p *page) whoseIt(d casefile.Decided) string {
	kind := ""
	if d.Recommendation {
		kind = "A recommendation: it needs what the review cannot commit"
	}
	day := "by " + d.Due().Long()
	return joined(". ", joined(", ", p.said("Who: ", d.Who), day, p.said("accountable: ", d.Accountable)), kind)
}

// answer is the manager's answer, with what was put in writing.
func (p *page) answer(c *casefile.Case, d casefile.Decided) string {
	answer, received := review.ResponseTo(c, d, p.Desk.Context())
	switch {
	case !received && c.SentOf(d.Review).Received.Known():
		return "it is not in what was sent, or was worded anew since: s sends it"
	case !received:
		return "has not received it yet"
	}
	next := ""
	if over, raised := c.DisputeOver(d.ID); d.Open() && (answer.Refused() || answer.Late) && (!raised || !over.Open()) {
		next = "t raises it informally (HB 3.71)"
	}
	a := d.Answer
	return joined("; ", answer.Words(), p.said("", a.By), p.said("in writing: ", a.Words), on("sent to all", a.ToAll), next)
}

// seen is the last look at a decision.
func (p *page) seen(d casefile.Decided) string {
	l := d.Last()
	if !l.On.Known() {
		return ""
	}
	return p.look(l)
}

func (p *page) look(l casefile.Look) string {
	words := l.On.Long() + ", " + string(l.State)
	return joined("; ", words, p.said("seen: ", l.Evidence), p.said("why: ", l.Why), on("new day", l.NewDay))
}

func (p *page) moved(d casefile.Decided) string {
	if d.Moves() == 0 {
		return ""
	}
	return "Moved " + times(d.Moves()) + ", first due " + d.By.Long()
}

// cameRound says how a decision came round again (DE-12; DD-07).
func (p *page) cameRound(c *casefile.Case, d casefile.Decided) string {
	rolled := review.RolledOn(c, d.ID, p.Desk.Context())
	if rolled.Times == 0 {
		return ""
	}
	first := "first asked on " + rolled.First.Brief()
	if rolled.Age != "" {
		first = "first asked when the child was " + rolled.Age + ", on " + rolled.First.Brief()
	}
	return "Carried on " + times(rolled.Times) + "; " + first
}

// referral says how the referral to another service stands (DD-05).
func (p *page) referral(d casefile.Decided) string {
	if d.Service == "" {
		return ""
	}
	reply := on("reply asked for by", d.ReplyBy)
	switch {
	case d.Replied.Known():
		reply = on("replied", d.Replied)
	case d.ReplyBy.Known() && d.ReplyBy < p.Desk.Today():
		reply += ", " + kit.Count(int(p.Desk.Today()-d.ReplyBy), "day", "days") + " late"
	}
	sent := "not sent yet"
	if d.Referred.Known() {
		sent = on("sent", d.Referred)
	}
	return joined(", ", "Referral to "+p.oneLine(d.Service)+": "+sent, reply)
}

// alerts says when the manager was alerted last, and how often.
func (p *page) alerts(d casefile.Decided) string {
	n := len(d.Alerts)
	if n == 0 {
		return ""
	}
	words := p.alert(d.Alerts[n-1])
	if n > 1 {
		words = fmt.Sprintf("%d alerts. The last: ", n) + words
	}
	return words
}

func (p *page) alert(a casefile.ManagerAlerted) string {
	answer := "no answer yet"
	if a.Answered.Known() {
		answer = joined(": ", on("answered", a.Answered), p.said("", a.Answer))
	}
	return joined("; ", joined(", ", "Alert sent "+a.Sent.Long(), p.said("to ", a.To)), answer)
}

// talked says how the informal discussion stands.
func (p *page) talked(c *casefile.Case, d casefile.Decided) string {
	over, raised := c.DisputeOver(d.ID)
	if !raised {
		return ""
	}
	words := joined(", ", on("Raised informally", over.Opened), p.said("with ", over.With), p.said("", over.Wrong))
	if !over.Open() {
		s := over.Settled
		return words + "; " + joined(", ", "settled "+over.SettledOn.Long(), p.said("", s.Agreed), p.said("", s.Who), "by "+s.By.Long())
	}
	if n := len(over.Log); n > 0 {
		words += "; " + p.logged(over.Log[n-1])
	}
	return words
}

func (p *page) logged(l casefile.DisputeLine) string {
	return joined(", ", l.On.Long(), p.said("with ", l.With), p.said("", l.Way)) + joined("; ", p.said(": ", l.Words), p.said("next: ", l.Next))
}

// story is a decision told whole, with the ones it goes on from and all that
// became of each (DE-14). It is told anew when names are hidden or shown.
type story struct {
	*kit.Reader
	desk interface{ Hidden() bool }
	hid  bool
}

// View gives the text.
func (s *story) View() string {
	if s.hid != s.desk.Hidden() {
		s.hid = s.desk.Hidden()
		s.Refresh()
	}
	return s.Reader.View()
}

func (p *page) tellAll(d casefile.Decided) tea.Cmd {
	th := p.Desk.Nav.Theme()
	text := func(w int) []string {
		c := p.now()
		var out []string
		for _, of := range c.LineOf(d.ID) {
			if len(out) > 0 {
				out = append(out, "")
			}
			r, _ := c.ReviewByID(of.Review)
			head := kit.Wrap(fmt.Sprintf("Decision %d of the %s", of.No, p.dated(c, r)), max(w-4, 1))
			for _, l := range kit.Indent(head, 3) {
				out = append(out, th.Paint(kit.Strong, l))
			}
			for _, t := range append([]string{p.oneLine(of.What)}, p.whole(c, of)...) {
				out = append(out, kit.Indent(kit.Wrap(kit.CleanLines(t), max(min(w-6, 96), 1)), 5)...)
			}
		}
		return out
	}
	p.Desk.Nav.Open(&story{Reader: kit.NewReader(th, "The whole story of a decision", text), desk: p.Desk, hid: p.Desk.Hidden()})
	return nil
}

// whole tells a decision with every look, alert and line of the log.
func (p *page) whole(c *casefile.Case, d casefile.Decided) []string {
	out := []string{p.said("Need: ", d.Need), p.said("Hoped for: ", d.Outcome), p.whoseIt(d), "Manager: " + p.answer(c, d), p.referral(d)}
	for _, l := range d.Looks {
		out = append(out, p.look(l))
	}
	out = append(out, p.moved(d), p.cameRound(c, d), p.said("Different this time: ", d.Different))
	for _, a := range d.Alerts {
		out = append(out, p.alert(a))
	}
	out = append(out, p.talked(c, d))
	if over, raised := c.DisputeOver(d.ID); raised {
		for _, l := range over.Log {
			out = append(out, p.logged(l))
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}
