package clock

import (
	"cmp"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Regime is one set of rules that sets review dates.
type Regime string

// The regimes in the order they are listed.
const (
	Ordinary        Regime = "ordinary"
	ShortBreak      Regime = "short_break"
	Authorised      Regime = "authorised"
	Placed          Regime = "placed"
	Disruption      Regime = "disruption"
	ChildProtection Regime = "child_protection"
	Section21       Regime = "section21"
	Custody         Regime = "custody"
)

// Words is the regime as people read it.
func (r Regime) Words() string {
	switch r {
	case Ordinary:
		return "ordinary reviews"
	case ShortBreak:
		return "short breaks"
	case Authorised:
		return "authority to place for adoption"
	case Placed:
		return "placed for adoption"
	case Disruption:
		return "after a placement for adoption ended"
	case ChildProtection:
		return "child protection plan"
	case Section21:
		return "accommodation ordered by police or a court"
	case Custody:
		return "custody"
	}
	return string(r)
}

// Missing says why there is no date.
type Missing string

// Why there may be no date.
const (
	NothingMissing Missing = ""
	NotLookedAfter Missing = "not looked after"
	PausedCustody  Missing = "paused, in custody"
	HistoryUnknown Missing = "next review not known"
	Adult          Missing = "18 or over"
)

// Clocks is what the file says about dates on a day.
type Clocks struct {
	Regimes   []Regime
	ReviewNo  int        // number of the next review, 0 when not known
	Governing *Deadline  // the next review's limit, the earliest of Reviews; nil when there is no date
	Reviews   []Deadline // every review clock in force, the earliest first (RT-19; A-08)
	Missing   Missing    // why there is no date
	Ask       string     // what the program needs to know to give one
	Deadlines []Deadline
	Visits    VisitPlan
	Situation Situation
	Leaver    Leaver
	Sixteen   workday.Date
	Eighteen  workday.Date
	Age       int
	DOBKnown  bool
}

// Of works out the clocks of a case on a day.
func Of(c *casefile.Case, today workday.Date, cal workday.Calendar, readings practice.Readings) Clocks {
	out := Clocks{Situation: situationOn(c, today)}
	m := maker{cal: cal, today: today, readings: readings}
	s := out.Situation
	if dob := c.DOB(); dob.Known() {
		out.DOBKnown = true
		out.Age = dob.Age(today, readings.LeapBirthday)
		out.Sixteen = dob.Birthday(16, readings.LeapBirthday)
		out.Eighteen = dob.Birthday(18, readings.LeapBirthday)
		out.Leaver = LeaverOf(dob, carePeriods(c, today), today, readings.LeapBirthday, s.ShortBreak, readings.CountShortBreaks)
	}
	if !s.LookedAfter {
		m.notLookedAfter(c, &out)
		return out
	}
	out.Regimes = s.regimes()
	if out.DOBKnown && out.Age >= 18 {
		out.Missing = Adult
		out.Ask = "The IRO's role ends at the 18th birthday. If the date of birth is wrong, correct it; if care has ended, enter the day."
		return out
	}
	out.Deadlines = m.careDeadlines(c, s)
	m.review(c, &out)
	m.reviewDeadlines(c, s.Care, &out)
	out.Visits = m.visits(c, s)
	out.Deadlines = append(out.Deadlines, m.between(c, &out)...)
	slices.SortStableFunc(out.Deadlines, func(a, b Deadline) int { return cmp.Compare(a.Due, b.Due) })
	return out
}

// notLookedAfter says why no review is due, and what is still to be done for a
// child whose case is kept while they are in custody (YJ-16, YJ-17).
func (m maker) notLookedAfter(c *casefile.Case, out *Clocks) {
	s := out.Situation
	out.Missing = NotLookedAfter
	switch {
	case s.Paused:
		out.Missing = PausedCustody
		out.Regimes = []Regime{Custody}
		out.Ask = "The child was accommodated by agreement or by a court and is sentenced now, so is not looked after (YJ-27). The case is kept for their return."
		if s.Custody.Expected.Known() {
			release := Step{Label: "Release expected", Date: s.Custody.Expected}
			before, words := m.cal.Sub(s.Custody.Expected, 1), "the last working day before it"
			out.Deadlines = append(out.Deadlines,
				m.limit("YJ-17", "Council's representative visits and assesses", LA, release, words, before),
				m.limit("YJ-29", "You are told the plan for release", LA, release, words, before))
		}
	case len(c.Care()) == 0 && c.Exists && !c.CameByImport():
		out.Missing, out.Ask = HistoryUnknown, "Enter since when the child has been looked after; the dates follow from it."
	}
}

// review works out the next review: every clock in force, the earliest of which
// governs (RT-19).
func (m maker) review(c *casefile.Case, out *Clocks) {
	s := out.Situation
	if s.Care.ReviewsBefore >= 0 {
		out.ReviewNo = s.Care.ReviewsBefore + len(s.reviews) + 1
	}
	out.Reviews = m.reviewClocks(c, s, out.ReviewNo)
	if historyUnknown(s, out.Reviews) && (!m.readings.AdoptionOnly || !s.Authority.Known()) {
		out.Ask = ask(s.Care)
	}
	if len(out.Reviews) == 0 {
		out.ReviewNo, out.Missing = 0, HistoryUnknown
		return
	}
	governing := out.Reviews[0]
	if governing.Rule == "RT-01" {
		out.ReviewNo = 1 // the full regime after short breaks begins with the first
	}
	if out.Ask != "" {
		governing.Why.Notes = append(governing.Why.Notes, "Another clock may be earlier: "+out.Ask)
	}
	governing.Why.Others = others(out.Reviews[1:], governing.Due)
	out.Governing = &governing
	m.finish(c, out)
}

// others lists the clocks that run beside the one that governs.
func others(list []Deadline, governing workday.Date) []Step {
	var out []Step
	for _, d := range list {
		when := "later"
		if d.Due == governing {
			when = "the same day"
		}
		out = append(out, Step{Label: d.What, Date: d.Due, Note: when + ", rule " + d.Rule})
	}
	return out
}

// reviewClocks gives the limit of the next review by every clock in force, the
// earliest first; none when the history needed is not known.
func (m maker) reviewClocks(c *casefile.Case, s Situation, no int) []Deadline {
	var out []Deadline
	add := func(r Regime, d Deadline, ok bool) {
		if ok {
			d.Regime = r
			out = append(out, d)
		}
	}
	for _, r := range s.regimes() {
		switch r {
		case Ordinary:
			if m.readings.AdoptionOnly && s.Authority.Known() {
				continue
			}
			d, ok := m.ordinaryClock(s, no)
			add(r, d, ok)
			d, ok = m.unmetBreaks(s)
			add(r, d, ok)
			d, ok = m.fullRegimeClock(s)
			add(r, d, ok)
		case ShortBreak:
			d, ok := m.shortBreakClock(s)
			add(r, d, ok)
		case Authorised:
			d, ok := m.authorisedClock(s)
			add(r, d, ok)
		case Placed:
			d, ok := m.placedClock(s)
			add(r, d, ok)
		case Disruption:
			add(r, m.disruptionClock(s), true)
		}
	}
	sortReviews(out)
	var next workday.Date // by the looked-after clocks alone: a conference is no review in custody
	if len(out) > 0 {
		next = out[0].Due
	}
	out = append(out, m.insideClocks(s, next)...)
	if s.Protection.From.Known() && !m.readings.ConferenceBeside {
		add(ChildProtection, m.conferenceClock(c, s.Protection), true)
	}
	sortReviews(out)
	return out
}

// historyUnknown reports that the clock every other stands beside cannot be
// worked out from what is on file.
func historyUnknown(s Situation, list []Deadline) bool {
	base := Ordinary
	switch {
	case s.ShortBreak:
		base = ShortBreak
	case s.Placed.Known():
		base = Placed
	}
	return !slices.ContainsFunc(list, func(d Deadline) bool { return d.Regime == base })
}

func sortReviews(list []Deadline) {
	slices.SortStableFunc(list, func(a, b Deadline) int { return cmp.Compare(a.Due, b.Due) })
}

// ordinaryClock is the clock of every looked-after child (RT-01 to RT-03), but
// for the first review of the full regime after short breaks.
func (m maker) ordinaryClock(s Situation, no int) (Deadline, bool) {
	switch n := len(s.reviews); {
	case s.BreaksEnded.Known() && len(after(s.reviews, s.BreaksEnded-1)) == 0:
		return Deadline{}, false // the full regime begins with a first review
	case n == 0 && !s.whole():
		return Deadline{}, false
	case n == 0:
		return m.first(s.Care), true
	case no == 2:
		return m.second(s.reviews[0]), true
	default:
		return m.later(s, no), true
	}
}

func ask(care casefile.CareStated) string {
	if care.ReviewsBefore > 0 {
		return "Enter the day the last review was held; the next is counted from it."
	}
	if !care.StartKnown() {
		return "The start of care is not known: enter the day care began, or the day of the last review."
	}
	return "Enter how many reviews came before this file was opened, or the day of the last one."
}

func (m maker) first(care casefile.CareStated) Deadline {
	return m.limit("RT-01", "First review", IRO, Step{Label: "Became looked after", Date: care.Start, Note: "the day itself is not counted"},
		workingDays(firstReviewDays), FirstDue(m.cal, care.Start).Due)
}

func (m maker) second(first workday.Date) Deadline {
	return m.limit("RT-02", "Second review", IRO, Step{Label: "First review", Date: first, Note: "recorded date"},
		months(secondReviewMonths), SecondDue(m.cal, first).Due)
}

func (m maker) later(s Situation, no int) Deadline {
	what := "Next review"
	if no > 0 {
		what = workday.Ordinal(no) + " review"
	}
	previous := s.reviews[len(s.reviews)-1]
	rule, apart := "RT-03", laterReviewMonths
	if shorter := m.readings.Limit(practice.LongTermReview); s.LongTerm.Established(s.Day) && shorter < apart {
		rule, apart = "LT-02", shorter
	}
	return m.limit(rule, what, IRO, Step{Label: "Last review", Date: previous, Note: "recorded date"}, months(apart), previous.AddMonths(apart))
}

// finish adds what every next review is shown with.
func (m maker) finish(c *casefile.Case, out *Clocks) {
	d := out.Governing
	if back := out.Situation.Released; back.Known() {
		d.Why.Notes = append(d.Why.Notes, "Care ended with the sentence and began again on release, "+back.Long()+", so the reviews begin with the first (YJ-27, A-07).")
	}
	if out.ReviewNo == 0 {
		d.Why.Notes = append(d.Why.Notes, "How many reviews came before is not known, so it has no number.")
	}
	if out.DOBKnown && d.Due >= out.Eighteen {
		d.Why.Notes = append(d.Why.Notes, "The 18th birthday, "+out.Eighteen.Long()+", comes first.")
	}
	if r, ok := c.InHand(); ok && r.Planned.Date.Known() {
		m.planned(r.Planned.Date, out)
	}
	out.Deadlines = append(out.Deadlines, *d)
	out.Deadlines = append(out.Deadlines, out.Reviews[1:]...)
}

// planned checks the planned day against the limit and says what follows.
func (m maker) planned(day workday.Date, out *Clocks) {
	d := out.Governing
	switch {
	case day > d.Due:
		d.Why.Notes = append(d.Why.Notes, fmt.Sprintf("Planned for %s, after the limit.", day.Long()))
	case !m.cal.Working(day):
		d.Why.Notes = append(d.Why.Notes, fmt.Sprintf("Planned for %s, not a working day.", day.Long()))
	}
	if day < m.today {
		d.Why.Notes = append(d.Why.Notes, "That day has passed and no review is recorded: record it if it was held, or plan another day.")
		return
	}
	next := LaterDue(m.cal, day)
	if out.ReviewNo == 1 {
		next = SecondDue(m.cal, day)
	}
	if out.DOBKnown && next.Due >= out.Eighteen {
		d.Why.Notes = append(d.Why.Notes, "It is the last before the 18th birthday, "+out.Eighteen.Long()+": consider an extra one nearer the day (HB 5.9).")
		return
	}
	d.Why.If = append(d.Why.If, Step{Label: "If held as planned on " + day.Short() + ", the one after is due", Date: next.Due})
}
