package kit

import "strings"

// SetSize gives the room and lays the long fields out.
func (f *Form) SetSize(w, h int) {
	f.w, f.h = w, h
	for _, fl := range f.fields {
		if fl.editor == nil {
			continue
		}
		rows := fl.Rows
		if rows == 0 {
			rows = 4
		}
		fl.editor.SetSize(f.room(), max(min(rows, h-1), 1))
	}
}

// labelWidth is the column of labels; 0 when labels stand above answers.
func (f *Form) labelWidth() int {
	if f.w < 50 {
		return 0
	}
	n := 0
	for _, fl := range f.fields {
		if fl.Kind != HeadingField {
			n = max(n, Width(fl.Label)+2)
		}
	}
	return min(n, f.w*2/5)
}

// indent is where answers begin.
func (f *Form) indent() int {
	if lw := f.labelWidth(); lw > 0 {
		return gutter + lw + 1
	}
	return min(gutter+2, max(f.w-10, 0))
}

// room is the columns of an answer.
func (f *Form) room() int { return max(f.w-f.indent()-1, 1) }

// View gives the questions around the one in focus.
func (f *Form) View() string {
	if f.h <= 0 {
		return ""
	}
	var lines []string
	if f.spec.Intro != "" && f.h > 6 {
		lines = append(lines, Indent(Wrap(Clean(f.spec.Intro), max(f.w-4, 1)), 3)...)
		lines = append(lines, "")
	}
	from, to := 0, 0
	for i, fl := range f.fields {
		if !fl.asked {
			continue
		}
		start := len(lines)
		lines = append(lines, f.fieldLines(fl, i == f.at)...)
		if i == f.at {
			from, to = start, len(lines)
			if from > 0 && f.at == f.next(-1, 1) {
				from = 0 // the first question shows what stands above it
			}
		}
	}
	lines = append(lines, "", f.buttonLine())
	if f.current() == nil {
		from, to = len(lines)-1, len(lines)
	}
	f.top = max(min(f.top, from, len(lines)-f.h), 0)
	if to-f.top > f.h {
		f.top = to - f.h
	}
	if inner := to - f.h; from > inner && f.top > from {
		f.top = from
	}
	lines = lines[f.top:min(f.top+f.h, len(lines))]
	for i, l := range lines {
		lines[i] = Truncate(l, f.w)
	}
	return strings.Join(lines, "\n")
}

func (f *Form) buttonLine() string {
	t := f.nav.th
	words := "[ " + f.spec.Save + " ]"
	switch {
	case f.busy:
		return "     " + t.Paint(Dim, "saving…")
	case f.current() == nil:
		return "   > " + t.Paint(Selected, words)
	}
	return "     " + t.Paint(Dim, words)
}

// fieldLines draws one question: label and answer, then what is wrong with
// it or, in focus, its hint.
func (f *Form) fieldLines(fl *field, here bool) []string {
	t := f.nav.th
	if fl.Kind == HeadingField {
		return []string{"", spaces(gutter) + t.Paint(Strong, Clean(fl.Label))}
	}
	problem := fl.problem(f.tried)
	if here && fl.err == "" && !f.tried {
		problem = ""
	}
	sign, cursor := " ", " "
	if problem != "" {
		sign = t.Mark(SignLate)
	}
	tone := Normal
	if here {
		cursor, tone = ">", Selected
	}
	label := Clean(fl.Label)
	if fl.Required {
		label += " *"
	}
	head := " " + sign + " " + cursor + " "
	answer := f.answer(fl, here)
	var lines []string
	if lw := f.labelWidth(); lw > 0 {
		lines = append(lines, head+t.Paint(tone, Fit(label, lw))+" "+answer[0])
	} else {
		lines = append(lines, head+t.Paint(tone, Truncate(label, max(f.w-gutter, 1))), spaces(f.indent())+answer[0])
	}
	lines = append(lines, Indent(answer[1:], f.indent())...)
	switch {
	case here && fl.finding():
		lines = append(lines, spaces(f.indent())+fl.editor.FindLine(f.room()))
	case problem != "":
		lines = append(lines, f.note(Late, t.SignText(SignLate)+" "+problem)...)
	case here && fl.hint(t) != "":
		lines = append(lines, f.note(Dim, fl.hint(t))...)
	}
	return lines
}

func (f *Form) note(tone Tone, words string) []string {
	lines := Wrap(Clean(words), f.room())
	for i, l := range lines {
		lines[i] = spaces(f.indent()) + f.nav.th.Paint(tone, l)
	}
	return lines
}

func (fl *field) hint(t *Theme) string {
	switch {
	case fl.Suggest != "" && fl.value() == "":
		return strings.TrimSpace(fl.Hint + "  Tab accepts " + fl.Suggest)
	case fl.chooses():
		arrows := "← →"
		if t.ASCII() {
			arrows = "Left or Right"
		}
		if fl.Hint == "" {
			return arrows + " to change, or type the first letters"
		}
		return fl.Hint + "  " + arrows + " to change"
	case fl.Hint != "":
		return fl.Hint
	case fl.editor != nil:
		return "Tab moves on"
	}
	return ""
}

// answer draws what was answered; it has at least one line.
func (f *Form) answer(fl *field, here bool) []string {
	t, room := f.nav.th, f.room()
	empty := t.Paint(Dim, strings.Repeat("_", min(room, 16)))
	switch {
	case fl.Disabled != "":
		words := fl.Disabled
		if v := fl.words(); v != "" {
			words = v + "  (" + fl.Disabled + ")"
		}
		out := Wrap(Clean(words), room)
		for i := range out {
			out[i] = t.Paint(Dim, out[i])
		}
		return out
	case fl.chooses():
		return []string{fl.choiceLine(t, here, room)}
	case fl.editor != nil:
		if fl.value() == "" && !here {
			return []string{empty}
		}
		return strings.Split(fl.editor.View(), "\n")
	case fl.input.Value() == "" && fl.Suggest != "":
		// In brackets with a question mark: without colour it must not look answered.
		hint := t.Paint(Dim, Truncate("("+Clean(fl.Suggest)+"?)", room-1))
		if here {
			return []string{t.cursor.Render(" ") + hint}
		}
		return []string{hint}
	case fl.input.Value() == "" && !here:
		return []string{empty}
	}
	echo := ""
	if fl.echo != "" && room >= Width(fl.echo)+11 {
		echo = "   " + t.Paint(Dim, fl.echo)
		room -= Width(fl.echo) + 3
	}
	return []string{fl.input.View(t, room) + echo}
}

// words is the answer as a person reads it.
func (fl *field) words() string {
	v := fl.value()
	if fl.chooses() {
		for _, o := range fl.Choices {
			if o.ID == v {
				return o.Words
			}
		}
	}
	if fl.Kind == SecretField {
		return ""
	}
	return v
}

func (fl *field) choiceLine(t *Theme, here bool, room int) string {
	words := "not answered"
	tone := Dim
	if fl.choice >= 0 {
		words, tone = Clean(fl.Choices[fl.choice].Words), Normal
	}
	if !here {
		return t.Paint(tone, Truncate(words, room))
	}
	open, shut := "‹ ", " ›"
	if t.ASCII() {
		open, shut = "< ", " >"
	}
	s := open + t.Paint(tone, Truncate(words, max(room-4, 1))) + shut
	if n := len(fl.Choices); n > 2 && fl.choice >= 0 {
		count := "  " + itoa(fl.choice+1) + " of " + itoa(n)
		if Width(words)+4+len(count) <= room {
			s += t.Paint(Dim, count)
		}
	}
	return s
}

// Title is the spec's.
func (f *Form) Title() string {
	if f.spec.About == nil {
		return f.spec.Title
	}
	return f.spec.Title + " · " + f.spec.About()
}

// Actions lists the form's keys.
func (f *Form) Actions() []Action {
	save := Action{ID: "kit.form.save", Keys: []string{"ctrl+s"}, Words: "save", Group: "This form", Foot: 1, Do: f.save}
	fl := f.current()
	if fl.finding() {
		return append(fl.editor.findActions(), save)
	}
	var out []Action
	if f.spec.Extra != nil {
		out = f.spec.Extra()
	}
	out = append(out, save,
		Action{ID: "kit.form.next", Keys: []string{"tab", "enter", "down"}, Words: "next question", Group: "This form", Foot: 2},
		Action{ID: "kit.form.prev", Keys: []string{"shift+tab", "up"}, Words: "question before", Group: "This form"},
		Action{ID: "kit.form.back", Keys: []string{"esc"}, Words: "leave; typing is kept", Group: "This form", Foot: 3},
		Action{ID: "kit.form.choose", Keys: []string{"left", "right", "space"}, Words: "change a choice", Group: "This form"},
		Action{ID: "kit.form.undo", Keys: []string{"ctrl+u"}, Words: "undo typing in this field", Group: "This form"},
		Action{ID: "kit.form.redo", Keys: []string{"ctrl+y"}, Words: "redo", Group: "This form"},
	)
	if fl != nil && fl.editor != nil {
		out = append(out, fl.editor.findActions()...)
	}
	return out
}

// Typing is so while a field has focus.
func (f *Form) Typing() bool { return true }

// Escape leaves the search of a long answer, else the form: the answers are
// already in the draft.
func (f *Form) Escape() bool {
	fl := f.current()
	return fl.finding() && fl.editor.EndFind()
}
