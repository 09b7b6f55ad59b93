package document

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// Subject is what a paper is made from: the child's file, the IRO's own file,
// the day and the readings, and the review it is about. A paper about no review
// leaves Review empty.
type Subject struct {
	Case     *casefile.Case
	Practice *practice.Practice
	Context  review.Context
	Review   casefile.Review
}

// day is the day the paper speaks of: that of the review, else today.
func (s Subject) day() workday.Date {
	if s.Review.IsHeld() {
		return s.Review.Held.Recorded
	}
	return s.Context.Today
}

// first is the child's first name; "" when the file has no name. A name written
// as "Surname, First" is read from behind its comma.
func (s Subject) first() string {
	name := s.Case.Name()
	if _, after, ok := strings.Cut(name, ","); ok && strings.TrimSpace(after) != "" {
		name = after
	}
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// child is what a paper for adults calls the child.
func (s Subject) child() string { return cmp.Or(s.first(), "the child") }

// age is the child's age on a day in whole years; ok is false while the date of
// birth is not known.
func (s Subject) age(on workday.Date) (years int, ok bool) {
	dob := s.Case.DOB()
	if !dob.Known() || on < dob {
		return 0, false
	}
	return dob.Age(on, s.Context.Readings.LeapBirthday), true
}

// iro is who was the child's IRO on the day: the one appointed, else the owner
// of this file.
func (s Subject) iro(on workday.Date) string {
	if a, ok := s.Case.AppointedOn(on); ok {
		return a.Name
	}
	return cmp.Or(s.Practice.Profile().Name, s.Case.Fact(casefile.FactIRO))
}

// council is the child's council, else the IRO's.
func (s Subject) council() string {
	return cmp.Or(s.Case.Fact(casefile.FactCouncil), s.Practice.Profile().Council)
}

// number is the review's number in its looked-after episode, 0 when not known.
func (s Subject) number() int { return s.Case.NumberOf(s.Review, s.Context.Today) }

// numbered is "3rd review", or "review" when it has no number.
func (s Subject) numbered() string {
	if no := s.number(); no > 0 {
		return workday.Ordinal(no) + " review"
	}
	return "review"
}

// next gives the review after this one: the day and place it was held or is
// planned for, else what was answered when this one closed (RT-13).
func (s Subject) next() (on workday.Date, venue string, home bool) {
	for _, r := range s.Case.Reviews() {
		switch {
		case r.ID == s.Review.ID:
		case r.IsHeld() && s.Review.IsHeld() && r.Held.Recorded > s.Review.Held.Recorded:
			return r.Held.Recorded, r.Planned.Venue, r.Planned.Home
		case !r.IsHeld() && r.Planned.Date.Known():
			return r.Planned.Date, r.Planned.Venue, r.Planned.Home
		}
	}
	a := s.Case.AnswerTo(s.Review.ID, "B-804")
	on, _ = workday.Parse(a.Evidence["next_date"])
	return on, a.Evidence["venue"], false
}

// full is a day as letters have it: "Thursday 26 November 2026"; "" when it is
// not known.
func full(d workday.Date) string {
	if !d.Known() {
		return ""
	}
	year, month, day := d.Civil()
	return d.Weekday().String() + " " + strconv.Itoa(day) + " " + months[month-1] + " " + strconv.Itoa(year)
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// known says that a value is not known where it is empty.
func known(s string) string { return cmp.Or(s, "not known") }

// title begins a text with a capital letter.
func title(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// sentences joins what is not empty, each begun and ended as a sentence.
func sentences(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if !strings.ContainsAny(p[len(p)-1:], ".!?:") {
			p += "."
		}
		out = append(out, title(p))
	}
	return strings.Join(out, " ")
}
