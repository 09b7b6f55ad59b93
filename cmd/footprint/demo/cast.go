package demo

import (
	"math/rand/v2"

	"footprint/domain/workday"
)

// child is one child as written by hand or put together from lists. What is
// left empty is made up or does not apply.
type child struct {
	name     string
	call     string // what the child is called; the first word of the name when empty
	girl     bool
	born     born
	ethnic   string // SSDA903 code
	language string // first language when it is not English
	council  string // "" is the main one

	home   string // where the child lives: a key of homes
	from   string // where before, when there was a move
	moved  int    // days since the move
	rushed bool   // placed here in an emergency
	code   string // placement code when it is not the home's usual one
	path   []spell
	untold bool // the last move came to light with the second list

	worker  string // key of workers
	was     string // the worker before
	swapped int    // days since the change; 0 when the second list brought it
	parent  string // "Lisa Hughes (mother)"
	guarded bool   // the parent must never learn where the child lives
	kin     string // names of brothers and sisters, apart by commas; "parent:" and "child:" for a looked-after parent and a baby
	school  string // "none" before school age or when there is none

	status string // "C2", or a history in days after the start, "L2@0 C1@6", or before today: "E1~40"
	until  int    // days until the last status is expected to end
	began  int    // days since care began, when it does not follow from the first review
	next   int    // number of the next review
	quick  []int  // numbers of the reviews that are due three months after the one before, beside the second
	due    when
	prep   prep
	facts  string // what is answered yes, apart by spaces
	says   string // the child's own words
	notes  []note

	arrived bool // came with the newest list, three days ago
	unsure  bool // how many reviews came before is not known
	nothing bool // no history on file at all
	undated bool // the day care began is not known
	ended   int  // days since care ended, 0 while it runs
	term    int  // days until the release from the sentence that care ended with
	quiet   bool // nothing of the IRO's for over 60 days
	crowd   bool // put together from lists: a few entries only
	also    func(*script)
}

// note is one note, so many days ago. Item ties it to a checklist item of the
// review in hand.
type note struct {
	ago  int
	text string
	item string
}

// prep is how the next review stands.
type prep struct {
	plan    plan
	early   int    // working days before the limit; below zero after it
	time    string // "15:30"
	venue   string // "" is where the child lives
	called  int    // days ago it was called outside the cycle, 0 when it was not
	pace    pace
	answers []answer
}

// plan is what is arranged.
type plan uint8

const (
	unplanned plan = iota
	planned
	onSaturday
	afterLimit
)

// pace is how far the IRO has come with the preparation.
type pace uint8

const (
	untouched pace = iota
	behind
	usual
	ahead
)

// answer is an answer worth telling by hand.
type answer struct {
	item   string
	not    string // why it was not done
	never  string // why it does not apply
	wait   bool   // it is still open
	fields map[string]string
}

// born works out a date of birth from the day it is.
type born func(today workday.Date, rng *rand.Rand) workday.Date

// old is a child of that age today, in years and months.
func old(years, months int) born {
	return func(today workday.Date, rng *rand.Rand) workday.Date {
		return today.AddMonths(-12*years - months).AddDays(-rng.IntN(25))
	}
}

// weeksOld is a baby.
func weeksOld(weeks int) born {
	return func(today workday.Date, _ *rand.Rand) workday.Date { return today.AddWeeks(-weeks) - 2 }
}

// turning is a child whose birthday comes in so many days.
func turning(age, days int) born {
	return func(today workday.Date, _ *rand.Rand) workday.Date {
		return today.AddDays(days).AddMonths(-12 * age)
	}
}

// leapDay is a child born on 29 February who is eight or a little over.
func leapDay(today workday.Date, _ *rand.Rand) workday.Date {
	for year := today.AddMonths(-8*12 - 1).Year(); ; year-- {
		if d, ok := workday.Of(year, 2, 29); ok && d.AddMonths(12*8) < today {
			return d
		}
	}
}
