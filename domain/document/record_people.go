package document

import (
	"slices"
	"strconv"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// people says who took part, how and in which part (HB 3.66; CH-08). A redacted
// copy calls those who care for the child by what they are.
func (w *recorder) people() {
	parts := w.Case.PartsIn(w.Review.ID)
	if len(parts) == 0 {
		return
	}
	t := Table{Head: []string{"Who", "What they are", "How they took part", "Which part"}, Widths: []int{3, 3, 3, 3}}
	var reasons []string
	for _, p := range parts {
		who := w.called(p)
		part := p.Part
		if part == "" && p.How.Present() {
			part = "all of it"
		}
		t.Rows = append(t.Rows, []string{who, string(p.Role), string(p.How), part})
		if why := w.reason(p, who); why != "" {
			reasons = append(reasons, why)
		}
	}
	w.add(t)
	if len(reasons) > 0 {
		w.add(List{Items: reasons})
	}
	for _, p := range parts {
		if p.How == casefile.LeftOut && !p.Person.Zero() && p.Person == w.reader.Person.ID {
			of := "You were left out of this review."
			if p.Part != "" {
				of = sentences("You were left out of a part of this review: " + p.Part)
			}
			w.add(Paragraph{of})
		}
	}
}

// reason says why somebody was absent or left out, and how else they were heard
// (HB 3.17 to 3.19; PR-31, PR-32). The reasons are for the full record and for
// the person themselves.
func (w *recorder) reason(p casefile.TookPart, who string) string {
	if w.redacted && (p.Person.Zero() || p.Person != w.reader.Person.ID) || p.Why == "" {
		return ""
	}
	text := who + ": " + sentences(p.Why)
	if p.Instead != "" {
		text += " Heard instead: " + sentences(p.Instead)
	}
	return text
}

// called is what somebody who took part is called in this copy.
func (w *recorder) called(p casefile.TookPart) string {
	if w.redacted && cares(p.Role) && p.Person != w.reader.Person.ID {
		return "the " + string(p.Role)
	}
	return p.Name
}

func (w *recorder) childSaid() {
	for _, said := range w.Case.ChildsWordsAt(w.Review.ID) {
		if !said.Shareable {
			continue
		}
		var from string
		if said.About != "" {
			from = "About " + said.About + ". "
		}
		if said.Where != "" && !w.redacted {
			from += title(said.Where) + ". "
		}
		w.add(Paragraph{from + "“" + said.Words + "”"})
	}
}

// views gives what everybody else said, present or not (HB 3.22, 3.66; PR-34,
// PR-37).
func (w *recorder) views() {
	for _, p := range w.Case.PartsIn(w.Review.ID) {
		if p.Words == "" || p.Private {
			continue
		}
		heading := w.called(p)
		if p.Role != "" && heading == p.Name {
			heading += ", " + string(p.Role)
		}
		if !p.How.Present() {
			heading += " (" + string(p.How) + ")"
		}
		w.add(Heading{2, title(heading)})
		w.prose(p.Words)
	}
}

// right is one of the rights explained at every review, with the item of the
// list that asks for it (HB 3.63, 3.64; RI-01 to RI-04).
type right struct{ item, words string }

func (s Subject) rightsAsked() []right {
	all := []right{{"B-505", "to have an advocate, and what one does"}, {"B-506", "to complain, and how"}, {"B-507", "to ask the court for orders"}, {"B-508", "to ask the court to end the care order"}}
	status, _ := s.Case.StatusOn(s.day())
	if status.Code != "C1" && status.Code != "C2" && s.Case.AnswerTo(s.Review.ID, "B-508").Answer == casefile.Open {
		return all[:3]
	}
	return all
}

func (w *recorder) rights() {
	t := Table{Head: []string{"The right", "Explained", "How", "Understood"}, Widths: []int{4, 3, 4, 2}}
	answered := false
	for _, right := range w.rightsAsked() {
		a := w.Case.AnswerTo(w.Review.ID, right.item)
		explained := "not recorded"
		switch a.Answer {
		case casefile.Done:
			explained = full(a.On)
		case casefile.NotDone, casefile.NotApplicable:
			explained = sentences(a.Answer.String(), a.Reason)
		}
		answered = answered || a.Answer != casefile.Open
		how := a.Evidence["how_explained"]
		if a.Evidence["wants_advocate"] == "yes" {
			how = sentences(how, "The child wants one")
		}
		t.Rows = append(t.Rows, []string{title(right.words), explained, how, a.Evidence["understood"]})
	}
	if answered {
		w.add(t)
	}
}

// adjourned says that and why the review was adjourned (HB 3.25, 3.26; AJ-07).
func (w *recorder) adjourned() {
	adjourned := false
	for _, s := range w.Case.Starts(w.Review.ID) {
		if !s.Adjourned {
			continue
		}
		adjourned = true
		w.facts("Adjourned on", full(s.On), "Ground", s.Ground, "The child's view", s.Child, "The carer's view", s.Carer, "The parents' views?", s.Parents,
			"What was weighed", s.Weighed, "First set for", full(s.First), "To go on", full(s.Resume))
	}
	if !adjourned {
		w.add(Paragraph{"The review was not adjourned."})
	}
}

func (w *recorder) nextReview() {
	on, venue, home := w.next()
	if home {
		venue = "where the child lives"
	}
	if on.Known() {
		w.facts("Date", full(on), "Where", venue)
	}
}

// copies is the distribution list: who gets what, and what was sent when. It
// holds no addresses (HB 3.69; RC-03 to RC-05).
func (w *recorder) copies() {
	t := Table{Head: []string{"Who", "What they are", "Copy", "Sent"}, Widths: []int{3, 3, 3, 3}}
	sent := w.Case.CopiesSent(w.Review.ID)
	listed := func(id casefile.ID, name string, role casefile.Role, copied string) {
		if w.redacted && cares(role) && id != w.reader.Person.ID {
			name = "the " + string(role)
		}
		var on workday.Date
		for _, c := range sent {
			if !id.Zero() && c.Person == id {
				on = c.On
			}
		}
		t.Rows = append(t.Rows, []string{name, string(role), copied, full(on)})
	}
	for _, p := range w.Case.People(w.day()) {
		copied := string(p.Receives)
		if copied == "" {
			copied = "not decided"
		}
		listed(p.ID, p.Name, p.Role, copied)
	}
	for _, c := range sent {
		if c.Person.Zero() {
			t.Rows = append(t.Rows, []string{c.To, "", string(c.Copy), full(c.On)})
		}
	}
	if t.Rows = slices.Clip(t.Rows); len(t.Rows) > 0 {
		w.add(t)
	}
}

// plural counts things.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
