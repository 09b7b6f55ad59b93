package clock

import (
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
	NotBuilt       Missing = "no date: this clock is not built yet"
	HistoryUnknown Missing = "next review not known"
	Adult          Missing = "18 or over"
)

// Clocks is what the file says about dates on a day.
type Clocks struct {
	Regimes   []Regime
	ReviewNo  int       // number of the next review, 0 when not known
	Governing *Deadline // the next review's limit; nil when there is no date
	Missing   Missing   // why there is no date
	Ask       string    // what the program needs to know to give one
	Deadlines []Deadline
	Sixteen   workday.Date
	Eighteen  workday.Date
	Age       int
	DOBKnown  bool
}

// Of works out the clocks of a case on a day.
func Of(c *casefile.Case, today workday.Date, cal workday.Calendar, readings practice.Readings) Clocks {
	var out Clocks
	if dob := c.DOB(); dob.Known() {
		out.DOBKnown = true
		out.Age = dob.Age(today, readings.LeapBirthday)
		out.Sixteen = dob.Birthday(16, readings.LeapBirthday)
		out.Eighteen = dob.Birthday(18, readings.LeapBirthday)
	}
	care, ok := c.CareOn(today)
	if !ok {
		out.Missing = NotLookedAfter
		if len(c.Care()) == 0 && c.Exists && !c.CameByImport() {
			out.Missing, out.Ask = HistoryUnknown, "Enter since when the child has been looked after; the dates follow from it."
		}
		return out
	}
	out.Regimes = regimes(c, today)
	m := maker{cal: cal, today: today}
	out.Deadlines = m.careDeadlines(c, care)
	switch {
	case out.DOBKnown && out.Age >= 18:
		out.Missing = Adult
		out.Ask = "The IRO's role ends at the 18th birthday. If the date of birth is wrong, correct it; if care has ended, enter the day."
		return out
	case slices.ContainsFunc(out.Regimes, func(r Regime) bool { return r != Ordinary }):
		out.Missing = NotBuilt
		return out
	}
	m.review(c, care, &out)
	m.reviewDeadlines(c, care, &out, readings)
	return out
}

// regimes tells from the file which clocks run. Ordinary runs unless short
// breaks or a placement with adopters take its place.
func regimes(c *casefile.Case, today workday.Date) []Regime {
	status, _ := c.StatusOn(today)
	placement, _ := c.PlacementOn(today)
	open := func(k casefile.PeriodKind) bool {
		return slices.ContainsFunc(c.Periods(k), func(p casefile.PeriodStated) bool {
			return p.From <= today && (!p.To.Known() || p.To > today)
		})
	}
	placed := slices.Contains([]string{"A3", "A4", "A5", "A6"}, placement.Code) || open(casefile.PlacedForAdoption)
	short := status.Code == "V3" || status.Code == "V4"
	var out []Regime
	add := func(is bool, r Regime) {
		if is {
			out = append(out, r)
		}
	}
	add(!placed && !short, Ordinary)
	add(short, ShortBreak)
	add(!placed && (status.Code == "E1" || status.Code == "D1" || open(casefile.AuthorityToPlace)), Authorised)
	add(placed, Placed)
	add(!placed && disrupted(c, today), Disruption)
	add(open(casefile.ChildProtection), ChildProtection)
	add(status.Code == "J1" || status.Code == "J2" || status.Code == "J3", Section21)
	add(placement.Code == "R5" || open(casefile.Custody), Custody)
	return out
}

// disrupted reports a placement with adopters that ended, with no review
// recorded from the fourth week on (AD-06).
func disrupted(c *casefile.Case, today workday.Date) bool {
	var ended workday.Date
	for _, p := range c.Periods(casefile.AdoptionDisrupted) {
		ended = max(ended, p.From)
	}
	for _, p := range c.Placements() {
		if slices.Contains([]string{"A3", "A4", "A5", "A6"}, p.Code) && p.End.Known() && p.End <= today {
			ended = max(ended, p.End)
		}
	}
	return ended.Known() && ended <= today && !slices.ContainsFunc(c.Reviews(), func(r casefile.Review) bool {
		return r.Held.Recorded >= ended.AddDays(28)
	})
}

// counted lists the recorded days of this episode's reviews that count. One
// that a return dates in the future has not been held.
func (m maker) counted(c *casefile.Case, care casefile.CareStated) []workday.Date {
	var out []workday.Date
	for r := range c.HeldIn(care) {
		if !r.Held.NotCounted && r.Held.Recorded <= m.today {
			out = append(out, r.Held.Recorded)
		}
	}
	return out
}

// review works out the next ordinary review.
func (m maker) review(c *casefile.Case, care casefile.CareStated, out *Clocks) {
	held := m.counted(c, care)
	whole := care.StartKnown() && care.ReviewsBefore == 0 // every review of the episode is on file
	if len(held) == 0 && !whole {
		out.Missing, out.Ask = HistoryUnknown, ask(care)
		return
	}
	if care.ReviewsBefore >= 0 {
		out.ReviewNo = care.ReviewsBefore + len(held) + 1
	}
	var d Deadline
	switch {
	case len(held) == 0:
		d = m.first(care)
	case out.ReviewNo == 2:
		d = m.second(held[0])
	default:
		d = m.later(held[len(held)-1], out.ReviewNo)
	}
	if whole {
		for i := range held {
			out.Deadlines = append(out.Deadlines, m.met(care, held, i))
		}
	}
	out.Governing = &d
	m.finish(c, out)
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

func (m maker) later(previous workday.Date, no int) Deadline {
	what := "Next review"
	if no > 0 {
		what = workday.Ordinal(no) + " review"
	}
	return m.limit("RT-03", what, IRO, Step{Label: "Last review", Date: previous, Note: "recorded date"},
		months(laterReviewMonths), LaterDue(m.cal, previous).Due)
}

// met gives the deadline the i-th review of the episode answered.
func (m maker) met(care casefile.CareStated, held []workday.Date, i int) Deadline {
	var d Deadline
	switch i {
	case 0:
		d = m.first(care)
	case 1:
		d = m.second(held[0])
	default:
		d = m.later(held[i-1], i+1)
	}
	d.Done, d.Met = true, held[i]
	d.Why.Notes = append(d.Why.Notes, "Recorded "+held[i].Long()+": "+Timeliness(d.Due, held[i]).Words()+".")
	return d
}

// finish adds what every next review is shown with.
func (m maker) finish(c *casefile.Case, out *Clocks) {
	d := out.Governing
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
	slices.SortStableFunc(out.Deadlines, func(a, b Deadline) int { return int(a.Due - b.Due) })
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
	next := LaterDue(m.cal, day)
	if out.ReviewNo == 1 {
		next = SecondDue(m.cal, day)
	}
	d.Why.If = append(d.Why.If, Step{Label: "If held as planned on " + day.Short() + ", the one after is due", Date: next.Due})
}
