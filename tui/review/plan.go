package review

import (
	"regexp"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/handbook"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

const planDraft = "form/review plan"

// planForm is the form that plans the review. Under it stands what the day
// typed means: a day after the limit is said loudly and never refused, for the
// limit may have passed already.
type planForm struct {
	d      *desk.Desk
	clocks clock.Clocks
	school bool // the child is of school age
}

// plan opens the form.
func (p *Page) plan() tea.Cmd {
	c := p.desk.Case(p.id)
	if c == nil {
		return nil
	}
	hand, _ := c.InHand()
	f := &planForm{d: p.desk, clocks: p.clocks, school: p.prep.Facts.SchoolAge}
	form := p.desk.Form(p.id, planDraft, kit.FormSpec{Title: "Plan the " + p.reviewName(), Fields: f.fields(hand.Planned, p.prep.Date),
		Done: func(v kit.Values) tea.Cmd {
			c := p.desk.Case(p.id)
			hand, ok := c.InHand()
			if !ok {
				hand.ID = p.desk.Watch.NewID()
			}
			plan := casefile.ReviewPlanned{ID: hand.ID, Date: p.desk.ReadDate(v["date"]), Time: clockTime(v["time"]), Venue: strings.TrimSpace(v["venue"]),
				Home: v["home"] == "yes", CalledOn: p.desk.ReadDate(v["called"]), Format: v["format"],
				Meetings: strings.TrimSpace(v["meetings"]), Order: strings.TrimSpace(v["order"]), With: v["with"]}
			words := "Review planned for " + plan.Date.Long()
			if !plan.Date.Known() {
				words = "Review opened, no day planned yet"
			}
			lines, err := c.PlanReview(plan, p.desk.Today())
			return p.desk.Save(c, lines, err, words, planDraft)
		}})
	p.desk.Nav.Push(kit.Echo(form, 3, f.means))
	return nil
}

func (f *planForm) fields(plan casefile.ReviewPlanned, planFor workday.Date) []kit.Field {
	home := ""
	switch {
	case plan.Home:
		home = "yes"
	case plan.Venue != "":
		home = "no"
	}
	date := f.d.DateField("date", "Day of the review", plan.Date, false)
	if planFor >= f.d.Today() {
		date.Suggest = planFor.UK()
	}
	called := pastDate(f.d, "called", "Called at short notice on", plan.CalledOn, false)
	var others []kit.Option
	for _, o := range casefile.OtherReviews() {
		others = append(others, kit.Option{ID: o, Words: o})
	}
	called.Hint = "only when it was called outside the cycle: what should be ready before that day moves up to it and is marked compressed"
	return []kit.Field{
		date,
		{ID: "time", Label: "Time", Value: plan.Time, Hint: "15:30", Check: checkTime},
		{ID: "home", Label: "Held where the child lives", Kind: kit.YesNoField, Value: home},
		{ID: "venue", Label: "Venue", Value: plan.Venue, Hint: "where it is held, when that is elsewhere", When: func(v kit.Values) bool { return v["home"] != "yes" }},
		{ID: "format", Label: "How it is held", Kind: kit.ChoiceField, Value: plan.Format, Choices: []kit.Option{
			{ID: string(handbook.ReviewFormatSingle), Words: "one meeting"},
			{ID: string(handbook.ReviewFormatSeries), Words: "several meetings"},
			{ID: string(handbook.ReviewFormatNoMeeting), Words: "no meeting"},
		}},
		called,
		{ID: "meetings", Label: "The meetings of the set", Kind: kit.LongField, Rows: 3, Value: plan.Meetings, Hint: "a line each: day, place and who comes",
			When: func(v kit.Values) bool { return v["format"] == string(handbook.ReviewFormatSeries) }},
		{ID: "order", Label: "Who speaks when", Kind: kit.LongField, Rows: 2, Value: plan.Order, Hint: "so that nobody waits for the whole meeting to say one thing"},
		{ID: "with", Label: "Held together with", Kind: kit.ChoiceField, Value: plan.With, Choices: others, Hint: "one meeting may serve two reviews"},
	}
}

var timeOfDay = regexp.MustCompile(`^([01]?[0-9]|2[0-3])[:.]([0-5][0-9])$`)

func checkTime(text string) (string, error) {
	if !timeOfDay.MatchString(strings.TrimSpace(text)) {
		return "", fault.New(fault.BadInput, "Type the time like 15:30.", "")
	}
	return "", nil
}

// clockTime writes a time that passed the check as 09:30.
func clockTime(text string) string {
	m := timeOfDay.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return ""
	}
	if len(m[1]) == 1 {
		m[1] = "0" + m[1]
	}
	return m[1] + ":" + m[2]
}

// means says what the day and the time typed mean.
func (f *planForm) means(v kit.Values) (kit.Tone, string) {
	tone, words := f.echo(v["date"])
	if review.InSchoolHours(f.school, f.d.Calendar(), f.d.ReadDate(v["date"]), clockTime(v["time"])) {
		return kit.Soon, words + " At " + clockTime(v["time"]) + " the child may be in lessons (HB 3.31)."
	}
	return tone, words
}

// echo says what a day typed means: the whole date, what kind of day it is,
// how far off, and how it stands to the limit.
func (f *planForm) echo(text string) (kit.Tone, string) {
	th := f.d.Nav.Theme()
	g := f.clocks.Governing
	day := f.d.ReadDate(text)
	switch {
	case !day.Known() && g == nil:
		return kit.Dim, "The limit of this review is not known."
	case !day.Known():
		return kit.Dim, "The limit is " + g.Due.Long() + "."
	}
	words := day.Long() + ", " + f.d.Calendar().KindWords(day) + ", " + distance(f.d.Calendar(), f.d.Today(), day)
	switch {
	case g == nil:
		return kit.Normal, words + ". The limit of this review is not known."
	case day > g.Due:
		return kit.Late, th.SignText(kit.SignLate) + " " + words + "; after the limit of " + g.Due.Long() + ": it would be late. It can be planned all the same."
	}
	return kit.Normal, words + "; the limit is " + g.Due.Long() + "."
}

func distance(cal workday.Calendar, today, d workday.Date) string {
	n := cal.Between(today, d)
	switch {
	case d == today:
		return "today"
	case d < today:
		return kit.Count(max(-n, 0), "working day", "working days") + " ago"
	}
	return kit.Count(n, "working day", "working days") + " from today"
}
