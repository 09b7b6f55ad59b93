package kit

import (
	"slices"
	"strings"
)

// Smallest window the screens are made for; below it they still work.
const (
	MinWidth  = 60
	MinHeight = 15
)

// bodyRows is what is left of h rows once the furniture around a body stands.
// Small windows lose the rules first, then the footer, then the header.
func bodyRows(h int, sub bool) int {
	chrome := 0
	switch {
	case h < 2:
	case h < 5:
		chrome = 1
	case h < MinHeight:
		chrome = 2
	default:
		chrome = 4
		if sub {
			chrome++
		}
	}
	return h - chrome
}

// Lines gives exactly h rows out of s, each at most w columns, blank rows
// added below. It is the last guard before the screen.
func Lines(s string, w, h int) []string {
	if h <= 0 {
		return nil
	}
	out := make([]string, 0, h)
	for line := range strings.SplitSeq(s, "\n") {
		if len(out) == h {
			break
		}
		out = append(out, Truncate(line, w))
	}
	for len(out) < h {
		out = append(out, "")
	}
	return out
}

// Head lays a title at the left and something at the right of one line.
func (t *Theme) Head(w int, left, right string) string {
	left = Clean(left)
	lw, rw := Width(left), Width(right)
	if rw > 0 && lw+rw+4 > w {
		if w >= 50 && rw <= w/2 {
			left = Truncate(left, w-rw-4)
			lw = Width(left)
		} else {
			right, rw = "", 0
		}
	}
	if lw+2 > w {
		return t.Paint(Strong, Truncate(left, w))
	}
	s := " " + t.Paint(Strong, left)
	if rw > 0 {
		s += spaces(w-2-lw-rw) + right + " "
	}
	return s
}

// View draws the frame: header, rule, body, rule with messages, keys.
func (n *Nav) View() string {
	base := n.stack[len(n.stack)-1].page
	front := n.Focus()
	sheet, isSheet := front.(Sheet)
	shown := front
	if isSheet && len(n.over) > 0 {
		shown = base
	}
	subber, hasSub := shown.(Subheader)
	body := bodyRows(n.h, hasSub)
	rows := make([]string, 0, n.h)
	if n.h >= 2 {
		rows = append(rows, n.header(shown))
	}
	if n.h >= MinHeight {
		if hasSub {
			rows = append(rows, Truncate(subber.Subheader(n.w), n.w))
		}
		rows = append(rows, n.th.Rule(n.w))
	}
	if shown != front {
		own := n.sheetRows(sheet, body)
		if above := body - own - 1; above > 0 {
			rows = append(rows, Lines(base.View(), n.w, above)...)
		}
		if body > own {
			rows = append(rows, n.th.Rule(n.w))
		}
		rows = append(rows, Lines(front.View(), n.w, own)...)
	} else {
		rows = append(rows, Lines(front.View(), n.w, body)...)
	}
	if n.h >= MinHeight {
		rows = append(rows, n.lowerRule())
	}
	if n.h >= 5 {
		rows = append(rows, n.footer(front))
	}
	return strings.Join(Lines(strings.Join(rows, "\n"), n.w, n.h), "\n")
}

func (n *Nav) header(p Page) string {
	if n.h < 5 && n.toast.words != "" {
		return Truncate(n.message(n.toast), n.w)
	}
	right := ""
	if n.Day != nil {
		right = n.Day()
	}
	if r, ok := p.(Right); ok {
		right = r.Right()
	}
	if n.w < MinWidth || n.h < MinHeight {
		right = "small window: 60 by 15 shows more"
		if Width(p.Title())+Width(right)+4 > n.w {
			right = "small window"
		}
		right = n.th.Paint(Dim, right)
	}
	return Truncate(n.th.Head(n.w, p.Title(), right), n.w)
}

func (n *Nav) footer(front Page) string {
	if n.h < MinHeight && n.toast.words != "" {
		return Truncate(n.message(n.toast), n.w)
	}
	actions := front.Actions()
	last := "? all keys"
	switch {
	case len(n.over) > 0 && slices.ContainsFunc(actions, func(a Action) bool { return a.Foot > 0 && slices.Contains(a.Keys, "esc") }):
		last = "" // the overlay says itself what Esc does
	case len(n.over) > 0:
		last = "Esc back"
	case front.Typing():
		last = "F1 all keys"
	}
	if len(n.over) == 0 && n.Globals != nil {
		actions = append(actions[:len(actions):len(actions)], n.Globals()...)
	}
	return Truncate(n.th.Footer(actions, n.w, last), n.w)
}

// lowerRule is the rule above the keys, with the message and the status laid
// into it so that nothing on the screen moves when they come and go.
func (n *Nav) lowerRule() string {
	if n.toast.words == "" && n.status.words == "" {
		return n.th.Rule(n.w)
	}
	var b strings.Builder
	left := n.w
	status := ""
	if n.status.words != "" {
		status = " " + n.message(n.status) + " "
		if sw := Width(status); sw+8 <= n.w {
			left -= sw + 2
		} else {
			status = ""
		}
	}
	if n.toast.words != "" {
		said := Truncate(" "+n.message(n.toast)+" ", left-2)
		b.WriteString(n.th.Rule(min(2, left)) + said)
		left -= min(2, left) + Width(said)
	}
	b.WriteString(n.th.Rule(left))
	if status != "" {
		b.WriteString(status + n.th.Rule(2))
	}
	return b.String()
}

var toneSigns = map[Tone]Sign{Late: SignLate, Soon: SignSoon, Good: SignDone}

// message is a toast with its sign before it.
func (n *Nav) message(t toast) string {
	words := t.words
	if s := n.th.SignText(toneSigns[t.tone]); s != "" {
		words = s + " " + words
	}
	return n.th.Paint(t.tone, words)
}

// Frame composes exactly h rows of w columns for screens outside the
// navigator: title left, right text right, a rule, the body, a rule, keys.
func (t *Theme) Frame(w, h int, title, right, body, keys string) string {
	w, h = max(w, 1), max(h, 1)
	room := bodyRows(h, false)
	rows := make([]string, 0, h)
	if h >= 2 {
		rows = append(rows, t.Head(w, title, right))
	}
	if h >= MinHeight {
		rows = append(rows, t.Rule(w))
	}
	rows = append(rows, Lines(body, w, room)...)
	if h >= MinHeight {
		rows = append(rows, t.Rule(w))
	}
	if h >= 5 {
		rows = append(rows, keys)
	}
	return strings.Join(Lines(strings.Join(rows, "\n"), w, h), "\n")
}
