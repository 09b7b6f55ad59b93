package casefile

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Add is the form for a new child's file: who the child is, since when looked
// after, legal status and placement, all in one act. Only the name or the
// council's number must be filled in.
func Add(d *desk.Desk, opened func(id file.ID) kit.Page) kit.Page {
	draft := "form/add"
	none := file.ID{}
	last := d.DateField("last", "Last review held", 0, false)
	last.When = has("start")
	statusFrom := d.DateField("statusfrom", "In force from", 0, true)
	statusFrom.When = has("status")
	placed := d.DateField("placed", "Placed there on", 0, true)
	placed.When = has("placement")
	fields := []kit.Field{
		{ID: "name", Label: "Name", Hint: "As the child is called; a name or the council's number is needed"},
		{ID: "external_id", Label: "Council's number"},
		{ID: "council", Label: "Council", Suggest: d.Practice().Profile().Council},
		d.DateField("dob", "Date of birth", 0, false),
		{ID: "care", Label: "In care", Kind: kit.HeadingField},
		d.DateField("start", "Became looked after", 0, false),
		{ID: "startknown", Label: "Is that the day it began?", Kind: kit.YesNoField, Value: "yes", Hint: "no: it is only the first day you know of", When: has("start")},
		{ID: "before", Label: "Reviews held before", Kind: kit.NumberField, Hint: "in this time in care: 0 when the first is still to come; empty when not known", When: has("start")},
		last,
		{ID: "status", Label: "Legal status", Kind: kit.ChoiceField, Choices: desk.Codes(file.StatusCode)},
		statusFrom,
		{ID: "placement", Label: "Placement", Kind: kit.ChoiceField, Choices: desk.Codes(file.PlacementCode)},
		placed,
		{ID: "carer", Label: "Carer", When: has("placement")},
		{ID: "phone", Label: "Carer's telephone", When: has("placement")},
		{ID: "address", Label: "Address", When: has("placement")},
		{ID: "worker", Label: "Social worker"},
		{ID: "workerphone", Label: "Worker's telephone", When: has("worker")},
	}
	return d.Form(none, draft, kit.FormSpec{
		Title: "Add a child", Save: "Open the file", Fields: fields,
		Intro: "What is not known yet can be left empty; no date is made up for it.",
		Done: func(v kit.Values) tea.Cmd {
			id := d.Watch.NewID()
			lines, err := openLines(d, id, v)
			if err != nil {
				return d.Save(nil, nil, err, "")
			}
			cmd := d.Save(file.Replay(id, nil), lines, nil, "File opened")
			d.DropDraft(none, draft)
			d.Nav.Push(opened(id))
			return cmd
		},
	})
}

func has(id string) func(kit.Values) bool {
	return func(v kit.Values) bool { return v[id] != "" }
}

// openLines turns the answers into the lines that open the file, each checked
// by its own command on the case as the lines before it leave it.
func openLines(d *desk.Desk, id file.ID, v kit.Values) ([]file.Line, error) {
	today := d.Today()
	date := func(field string) workday.Date { return d.ReadDate(v[field]) }
	facts := map[string]string{file.FactName: v["name"], file.FactExternalID: v["external_id"], file.FactCouncil: v["council"]}
	if dob := date("dob"); dob.Known() {
		facts[file.FactDOB] = dob.String()
	}
	b := &opening{d: d, id: id}
	b.take(file.OpenFile(d.NextRef(), facts, today))
	if start := date("start"); start.Known() {
		care := file.CareStated{ID: d.Watch.NewID(), Start: start, ReviewsBefore: reviewsBefore(v["before"], date("last").Known())}
		if v["startknown"] == "no" {
			care.Start, care.Since = 0, start
		}
		b.take(b.standing().StateCare(care, today))
	}
	if last := date("last"); last.Known() {
		b.take(b.standing().HoldReview(file.ReviewHeld{ID: d.Watch.NewID(), Recorded: last, Completed: last, What: "ordinary"}, today))
	}
	if v["status"] != "" {
		b.take(b.standing().StateStatus(file.StatusStated{ID: d.Watch.NewID(), Code: v["status"], Start: date("statusfrom")}, today))
	}
	if v["placement"] != "" {
		b.take(b.standing().StatePlacement(file.PlacementStated{ID: d.Watch.NewID(), Code: v["placement"], Start: date("placed"),
			Carer: v["carer"], Phone: v["phone"], Address: v["address"]}, today))
	}
	if v["worker"] != "" {
		b.take(b.standing().StatePerson(file.PersonStated{ID: d.Watch.NewID(), Role: file.SocialWorker, Name: v["worker"], Phone: v["workerphone"], From: today}, today))
	}
	return b.lines, b.err
}

// reviewsBefore reads how many reviews came before the first on file: the last
// one, when its day is given, is on file itself.
func reviewsBefore(text string, lastKnown bool) int {
	n := number(text)
	if n > 0 && lastKnown {
		return n - 1
	}
	return n
}

// opening gathers lines and gives the case as they leave it.
type opening struct {
	d     *desk.Desk
	id    file.ID
	lines []file.Line
	err   error
}

func (b *opening) take(lines []file.Line, err error) {
	if b.err == nil {
		b.lines, b.err = append(b.lines, lines...), err
	}
}

func (b *opening) standing() *file.Case {
	return file.Replay(b.id, file.Stamp{Day: b.d.Today()}.Entries(b.lines, file.After(file.ID{}, func() file.ID { return file.ID{} })))
}

// number reads a count; -1 is not known.
func number(text string) int {
	n, found := 0, false
	for _, r := range text {
		if r >= '0' && r <= '9' && n < 1000 {
			n, found = n*10+int(r-'0'), true
		}
	}
	if !found {
		return -1
	}
	return n
}

// form pushes a form of this child's file.
func (p *Page) form(draft string, spec kit.FormSpec) tea.Cmd {
	p.desk.Nav.Push(p.desk.Form(p.id, draft, spec))
	return nil
}

// now is the case as it stands when a form is saved.
func (p *Page) now() *file.Case { return p.desk.Case(p.id) }

// editCare states when the child is looked after.
func (p *Page) editCare() tea.Cmd {
	c := p.now()
	if c == nil {
		return nil
	}
	care, open := c.CareOn(p.desk.Today())
	if !open {
		care = file.CareStated{ReviewsBefore: 0}
		if all := c.Care(); len(all) > 0 {
			care = all[len(all)-1]
		}
	}
	before := ""
	if care.ReviewsBefore >= 0 && !care.ID.Zero() {
		before = strconv.Itoa(care.ReviewsBefore)
	}
	fields := []kit.Field{
		p.desk.DateField("start", "Became looked after", care.From(), true),
		{ID: "known", Label: "Is that the day it began?", Kind: kit.YesNoField, Value: desk.YesNo(care.StartKnown() || care.ID.Zero()), Hint: "no: it is only the first day you know of"},
		{ID: "before", Label: "Reviews held before", Kind: kit.NumberField, Value: before, Hint: "before the first one on this file; leave empty when not known"},
		p.desk.DateField("end", "Care ended", care.End, false),
		{ID: "endcode", Label: "Why it ended", Kind: kit.ChoiceField, Value: care.EndCode, Choices: desk.Codes(file.EndCode), When: has("end")},
		{ID: "again", Label: "Is this a new time in care?", Kind: kit.YesNoField, Value: "no", When: func(kit.Values) bool { return !care.ID.Zero() && care.End.Known() },
			Hint: "yes: care began again, and the reviews start at the first"},
	}
	return p.form("form/care", kit.FormSpec{Title: "Looked after", Fields: fields, Done: func(v kit.Values) tea.Cmd {
		next := file.CareStated{ID: care.ID, Start: p.desk.ReadDate(v["start"]), ReviewsBefore: number(v["before"]), End: p.desk.ReadDate(v["end"]), EndCode: v["endcode"]}
		if next.ID.Zero() || v["again"] == "yes" {
			next.ID = p.desk.Watch.NewID()
		}
		if v["known"] == "no" {
			next.Since, next.Start = next.Start, 0
		}
		lines, err := p.now().StateCare(next, p.desk.Today())
		return p.desk.Save(p.now(), lines, err, "Care dates kept", "form/care")
	}})
}

func (p *Page) addPerson() tea.Cmd { return p.editPerson(file.PersonStated{}) }

func (p *Page) editPerson(person file.PersonStated) tea.Cmd {
	if !p.desk.Shown() {
		return nil
	}
	p.desk.Nav.Push(p.doors.Person(p.id, person))
	return nil
}

func (p *Page) addHeld() tea.Cmd {
	if r, begun := p.now().Unfinished(p.desk.Today()); begun {
		return p.editHeld(r) // it has to be finished first
	}
	return p.editHeld(file.Review{})
}

// editHeld records a review that was held, the one being prepared when there
// is one, or corrects a record.
func (p *Page) editHeld(r file.Review) tea.Cmd {
	h := r.Held
	if h.ID.Zero() {
		if hand, ok := p.now().InHand(); ok {
			h.ID = hand.ID
			if hand.Planned.Date <= p.desk.Today() {
				h.Recorded = hand.Planned.Date
			}
		}
	}
	draft := "form/held/" + h.ID.String()
	completed := p.desk.DateField("completed", "Last meeting", later(h), false)
	completed.When = func(v kit.Values) bool { return v["finished"] == "no" }
	spec := kit.FormSpec{
		Title: "A review that was held", Intro: "The next review's date is counted from the day recorded here.",
		Fields: []kit.Field{
			p.desk.DateField("recorded", "Held on", h.Recorded, true),
			{ID: "finished", Label: "Was it finished that day?", Kind: kit.YesNoField, Value: known(h, h.Completed == h.Recorded), Required: true, Hint: "no: there were more meetings, or there will be"},
			completed,
			{ID: "participation", Label: "How the child took part", Kind: kit.ChoiceField, Value: h.Participation, Choices: desk.Codes(file.ParticipationCode)},
			{ID: "counts", Label: "Covered the full agenda", Kind: kit.YesNoField, Value: known(h, !h.NotCounted), Required: true, Hint: "no: an extra review that leaves the cycle as it was"},
			{ID: "meeting", Label: "Was there a meeting?", Kind: kit.YesNoField, Value: known(h, !h.NoMeeting), Required: true},
			{ID: "late", Label: "If late, why", Value: h.LateReason},
		},
		Done: func(v kit.Values) tea.Cmd {
			next := h
			next.Recorded, next.Completed = p.desk.ReadDate(v["recorded"]), p.desk.ReadDate(v["completed"])
			if v["finished"] != "no" {
				next.Completed = next.Recorded
			}
			next.Participation, next.LateReason = v["participation"], v["late"]
			next.NotCounted, next.NoMeeting = v["counts"] == "no", v["meeting"] == "no"
			if next.ID.Zero() {
				next.ID = p.desk.Watch.NewID()
			}
			if next.What == "" {
				next.What = "ordinary"
			}
			c := p.now()
			lines, err := review.Close(c, next, p.desk.Context())
			if err != nil && next.Completed.Known() {
				p.showStops(c)
			}
			return p.desk.Save(p.now(), lines, err, "Review recorded", draft)
		}}
	return p.form(draft, spec)
}

// known is a yes or a no of a review on file; of a new one nothing is answered
// beforehand.
func known(h file.ReviewHeld, is bool) string {
	if !h.Recorded.Known() || h.What == "" {
		return ""
	}
	return desk.YesNo(is)
}

// later is the last meeting when it was not on the day the review was recorded.
func later(h file.ReviewHeld) workday.Date {
	if h.Completed == h.Recorded {
		return 0
	}
	return h.Completed
}

// editFacts is the form of everything stated about the child.
func (p *Page) editFacts() tea.Cmd {
	c := p.now()
	if c == nil || !p.desk.Shown() {
		return nil
	}
	var fields []kit.Field
	group := ""
	for _, f := range file.Facts() {
		if f.Group != group {
			group = f.Group
			fields = append(fields, kit.Field{ID: "group " + group, Label: group, Kind: kit.HeadingField})
		}
		fields = append(fields, p.factField(c, f))
	}
	return p.form("form/facts", kit.FormSpec{Title: "About the child", Fields: fields, Done: func(v kit.Values) tea.Cmd {
		facts := map[string]string{}
		for _, f := range file.Facts() {
			facts[f.Key] = v[f.Key]
			if f.Kind == file.Day {
				facts[f.Key] = p.desk.ReadDate(v[f.Key]).String()
			}
		}
		lines, err := p.now().State(facts, p.desk.Today())
		return p.desk.Save(p.now(), lines, err, "Facts kept", "form/facts")
	}})
}

func (p *Page) factField(c *file.Case, f file.Fact) kit.Field {
	switch f.Kind {
	case file.Day:
		return p.desk.DateField(f.Key, f.Label, c.FactOn(f.Key), false)
	case file.YesNo:
		return kit.Field{ID: f.Key, Label: f.Label, Kind: kit.YesNoField, Value: c.Fact(f.Key), Hint: f.Hint}
	case file.Choice:
		var options []kit.Option
		for _, choice := range f.Choices {
			options = append(options, kit.Option{ID: choice, Words: choice})
		}
		return kit.Field{ID: f.Key, Label: f.Label, Kind: kit.ChoiceField, Value: c.Fact(f.Key), Choices: options, Hint: f.Hint}
	}
	return kit.Field{ID: f.Key, Label: f.Label, Value: c.Fact(f.Key), Hint: f.Hint}
}
