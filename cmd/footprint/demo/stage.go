package demo

import (
	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// stage is what all children of one demonstration share: the days that matter
// and the IRO's practice.
type stage struct {
	timeline
	seed     uint64
	children int
	practice *practice.Practice
	imported [imports]casefile.ID // the act of each import
}

// The imports the IRO made, in order.
const (
	firstLoad  = iota // the council's list, when the IRO took the caseload on
	update            // a later list, with new workers
	lastWeek          // the newest list, with two children new to the council
	imports           // how many
	notLoaded  = -1
	importHour = 10 * 60 // minute of the day at which imports were made
)

// timeline is the calendar around today.
type timeline struct {
	today  workday.Date
	sunday workday.Date // the end of this week
	cal    workday.Calendar
	loads  [imports]workday.Date
}

// earliest and latest bound the day a demonstration can be dated around:
// children's whole lives must fall within the years a date may have.
const (
	earliest workday.Date = 711493 // 1 January 1949
	latest   workday.Date = 802000 // in the year 2196
)

func newStage(o Options) (*stage, error) {
	if o.Today < earliest || o.Today > latest {
		return nil, fault.New(fault.BadInput, "The demonstration cannot be set on that day.", "Choose a day between 1950 and 2195.")
	}
	t := timeline{today: o.Today, sunday: o.Today + workday.Date((7-int(o.Today.Weekday()))%7)}
	t.loads = [imports]workday.Date{
		firstLoad: t.forward(t.today.AddMonths(-14)),
		update:    t.forward(t.today.AddMonths(-4)),
		lastWeek:  t.cal.Sub(t.today, 4),
	}
	st := &stage{timeline: t, seed: o.Seed, children: o.children()}
	m := newMint(o.Seed, practiceFile, fileIDs)
	for i, day := range t.loads {
		st.imported[i] = m.id(moment(day, importHour))
	}
	p, err := st.writePractice(o)
	st.practice = p
	return st, err
}

// yesterday is the last day anything was typed.
func (t timeline) yesterday() workday.Date { return t.today - 1 }

// forward gives day itself when it is a working day, else the next one.
func (t timeline) forward(day workday.Date) workday.Date {
	for !t.cal.Working(day) {
		day++
	}
	return day
}

// typed is the day something of that day was typed: the next working day, but
// before today. A day that is itself too near is kept.
func (t timeline) typed(day workday.Date) workday.Date {
	on := t.forward(day)
	if on <= t.yesterday() {
		return on
	}
	if back := t.cal.RollBack(t.yesterday()); back >= day {
		return back
	}
	return min(day, t.yesterday())
}

// anchor gives the day whose limit, so many months on, falls exactly on due.
// ok is false when no day has that limit (no 31 February) or nobody would have
// met on it.
func (t timeline) anchor(due workday.Date, months int) (day workday.Date, ok bool) {
	day = due.AddMonths(-months)
	return day, day.AddMonths(months) == due && t.cal.Working(day)
}

// interval is how many months lead to the no-th review; 0 for the first, which
// is counted in working days.
func interval(no int) int {
	switch no {
	case 1:
		return 0
	case 2:
		return 3
	}
	return 6
}

// fits reports whether the no-th review can be due on that day.
func (t timeline) fits(due workday.Date, no int) bool {
	if no == 1 {
		return t.cal.Working(due)
	}
	_, ok := t.anchor(due, interval(no))
	return ok
}

// limit is when a next review is due; planned is known only when the day the
// review is planned for is what matters.
type limit struct{ due, planned workday.Date }

// when works out a limit for the no-th review from the day it is.
type when func(t timeline, no int) limit

// over is a limit that passed about n days ago.
func over(n int) when {
	return func(t timeline, no int) limit {
		due := t.today.AddDays(-n)
		for !t.fits(due, no) {
			due--
		}
		return limit{due: due}
	}
}

// later is a limit about n days after the end of this week.
func later(n int) when {
	return func(t timeline, no int) limit {
		due := t.sunday.AddDays(n)
		for !t.fits(due, no) {
			due++
		}
		return limit{due: due}
	}
}

// since is a limit counted from a review held n days ago, or as soon after it
// as one can have been.
func since(n int) when {
	return func(t timeline, no int) limit {
		for held := t.forward(t.today.AddDays(-n)); ; held++ {
			due := held.AddMonths(interval(no))
			if day, ok := t.anchor(due, interval(no)); ok && day == held {
				return limit{due: due}
			}
		}
	}
}

// week is the i-th of the reviews of this week. Where no day from today to
// Sunday can be a limit, the review is planned for this week and due after it.
func week(i int) when {
	return func(t timeline, no int) limit {
		var days []workday.Date
		for d := t.today; d <= t.sunday; d++ {
			if t.fits(d, no) {
				days = append(days, d)
			}
		}
		if len(days) > 0 {
			return limit{due: days[i%len(days)]}
		}
		out := later(2)(t, no)
		out.planned = t.forward(t.today)
		if out.planned > t.sunday {
			out.planned = max(t.cal.RollBack(t.today), t.sunday-6)
		}
		return out
	}
}
