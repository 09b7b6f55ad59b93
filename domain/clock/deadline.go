package clock

import (
	"fmt"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Who has to act on a deadline.
type Who string

// The four who act.
const (
	IRO          Who = "iro"
	SocialWorker Who = "social_worker"
	Manager      Who = "manager"
	LA           Who = "la"
)

// Words is who acts as people read it.
func (w Who) Words() string {
	switch w {
	case IRO:
		return "you"
	case SocialWorker:
		return "social worker"
	case Manager:
		return "manager"
	}
	return "local authority"
}

// Deadline is one limit with its reason. Met is the day it was met, not known
// while it is open.
type Deadline struct {
	Regime Regime // of a review's limit; "" for any other
	Item   string // the checklist item that answers it, if one does
	Rule   string
	What   string
	Who    Who
	Pair
	NotBefore   workday.Date // the first day it may be met; not known when there is none
	Why         Explanation
	Source      string
	Holidays    []workday.Holiday // passed over, Monday to Friday
	Met         workday.Date
	Done        bool
	Provisional bool // beyond the published bank holidays (DT-12)

	Decision  casefile.ID // the decision it is about, if it is about one
	Awaited   bool        // somebody was asked and their answer is out: awaited until the day
	Contested bool        // a decision the manager refused: it waits for what becomes of that, whatever the day
	Unsure    bool        // the file does not say yet whether it applies at all
}

// Standing says how the deadline stands today; done when it was met.
func (d Deadline) Standing(cal workday.Calendar, today workday.Date) (Status, int) {
	status, left := Standing(cal, d.Due, today)
	switch {
	case d.Done:
		status = DoneStatus
	case d.Contested, d.Awaited && status != Overdue:
		status = Awaiting
	}
	return status, left
}

// Lateness is how many days after its day the deadline was met; 0 when it was
// in time or is open. Silence of the manager agrees on the day after the window
// and is not late (DE-05).
func (d Deadline) Lateness() int {
	if !d.Done || d.Met <= d.Due || d.Rule == "DE-04" && d.Met == d.Due+1 {
		return 0
	}
	return int(d.Met - d.Due)
}

// Paper reports a limit that a paper of the council's meets, which may have been
// made without the IRO entering it here: not entered is not the same as late.
func (d Deadline) Paper() bool {
	switch d.Rule {
	case "CD-01", "CD-02", "CD-03", "PW-02", "YJ-25", "YJ-26":
		return true
	}
	return false
}

// Step is one line of the arithmetic: a label and the day it gives.
type Step struct {
	Label string
	Date  workday.Date
	Note  string
}

// Explanation is why a deadline is that day, in words a person can check.
type Explanation struct {
	Sentence string // the rule in one line
	Steps    []Step // the fact it starts from, then the arithmetic
	Notes    []string
	Others   []Step // other clocks that run, and why they do not govern
	If       []Step // what follows from the day that is planned
}

// Text is the explanation in one paragraph, for lists and files.
func (e Explanation) Text() string {
	var b strings.Builder
	b.WriteString(e.Sentence)
	for _, s := range e.Steps {
		fmt.Fprintf(&b, " %s: %s", strings.TrimSpace(s.Label), s.Date.Long())
		if s.Note != "" {
			b.WriteString(" (" + s.Note + ")")
		}
		b.WriteString(".")
	}
	for _, n := range e.Notes {
		b.WriteString(" " + n)
	}
	return b.String()
}

// maker builds deadlines with their arithmetic in words.
type maker struct {
	cal      workday.Calendar
	today    workday.Date
	readings practice.Readings
}

// limit makes the deadline of a rule: start is the fact it runs from, span the
// arithmetic in words.
func (m maker) limit(rule, what string, who Who, fact Step, span string, due workday.Date) Deadline {
	d := Deadline{Rule: rule, What: what, Who: who, Pair: pair(m.cal, due)}
	if r, ok := handbook.RuleByID(rule); ok {
		d.Why.Sentence, d.Source = r.Text, r.Source
	}
	d.Why.Steps = []Step{fact, {Label: span, Date: due, Note: m.kindOfDay(due)}}
	if d.PlanBy != d.Due {
		d.Why.Steps = append(d.Why.Steps, Step{Label: "plan by", Date: d.PlanBy, Note: "the last working day before it; the limit itself does not move"})
	}
	d.Holidays = m.cal.Holidays(fact.Date, due)
	d.Provisional = m.cal.Provisional(due)
	if d.Provisional {
		d.Why.Notes = append(d.Why.Notes, fmt.Sprintf("The bank holidays of %d are not published yet, so this day is provisional; add them in Settings when they are.", due.Year()))
	}
	return d
}

func (m maker) kindOfDay(d workday.Date) string {
	switch m.cal.Reason(d) {
	case workday.Weekend:
		return "a " + d.Weekday().String() + ", and the limit does not move"
	case workday.BankHoliday:
		h, _ := m.cal.Holiday(d)
		return h.Name + ", and the limit does not move"
	}
	return "a working day"
}

func workingDays(n int) string { return fmt.Sprintf("+ %d working days", n) }

func months(n int) string { return fmt.Sprintf("+ %d months", n) }
