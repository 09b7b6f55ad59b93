package casefile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// NoteLimit is the longest note that is kept, in bytes.
const NoteLimit = 256 << 10

// OpenFile opens a new child's file under the alias ref with the facts known
// so far. A name, a council's number or both must be among them.
func OpenFile(ref string, facts map[string]string, today workday.Date) ([]Line, error) {
	if PlainName(facts[FactName]) == "" && strings.TrimSpace(facts[FactExternalID]) == "" {
		return nil, fault.New(fault.BadInput, "A child needs a name or the council's number.", "Fill in one of the two; the other can follow.")
	}
	c := blank(ID{}, 0)
	stated, err := c.State(facts, today)
	if err != nil {
		return nil, err
	}
	return append([]Line{{On: today, Event: &Opened{Ref: ref}}}, stated...), nil
}

// State states single facts. Facts that are already so are left out; nothing
// changed gives no lines.
func (c *Case) State(facts map[string]string, today workday.Date) ([]Line, error) {
	changed := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(facts)) {
		f, ok := FactByKey(key)
		if !ok {
			return nil, fault.New(fault.BadInput, "That is not a fact this file keeps.", "Put it in a note.")
		}
		value, err := f.Check(facts[key])
		if err != nil {
			return nil, err
		}
		if key == FactName {
			value = PlainName(value)
		}
		if value != c.Fact(key) {
			changed[key] = value
		}
	}
	if err := c.checkBirth(changed, today); err != nil || len(changed) == 0 {
		return nil, err
	}
	return []Line{{On: today, Event: &Stated{Facts: changed}}}, nil
}

// StateCare states or restates a looked-after episode. Episodes may not
// overlap and may not end before they begin or begin before birth.
func (c *Case) StateCare(s CareStated, today workday.Date) ([]Line, error) {
	if s.Start.Known() {
		s.Since = 0
	}
	switch dob := c.DOB(); {
	case !s.From().Known():
		return nil, fault.New(fault.BadInput, "The episode needs the day it began, or the first day you know of.", "Give one of the two dates.")
	case s.From() > today:
		return nil, fault.New(fault.BadInput, "The looked-after episode begins in the future.", "Enter it when it has begun.")
	case dob.Known() && s.From() < dob:
		return nil, beforeBirth("The looked-after episode begins")
	}
	if s.End.Known() && s.End < s.From() {
		return nil, endBeforeStart("looked-after episode")
	}
	for _, o := range c.care {
		if o.ID != s.ID && overlap(o.From(), o.End, s.From(), s.End) {
			return nil, fault.New(fault.Conflict, "Two looked-after episodes overlap.",
				"End the one that began on "+min(o.From(), s.From()).Long()+" first.")
		}
	}
	return c.restate(s.ID, s.From(), &s, slices.Contains(c.care, s)), nil
}

func endBeforeStart(what string) error {
	return fault.New(fault.BadInput, "The "+what+" ends before it begins.", "Check both dates.")
}

// overlap reports whether two periods share a day; periods that touch do not.
func overlap(aStart, aEnd, bStart, bEnd workday.Date) bool {
	return (!aEnd.Known() || bStart < aEnd) && (!bEnd.Known() || aStart < bEnd)
}

// restate gives the one line that states a thing, naming the entry it
// corrects, or none when it already stands exactly so.
func (c *Case) restate(id ID, on workday.Date, ev Event, stands bool) []Line {
	if stands {
		return nil
	}
	return []Line{{On: on, Corrects: c.from[id].entry, Event: ev}}
}

// StateStatus states or restates a legal status. A status that is still
// running is ended by the new one when the new one begins later.
func (c *Case) StateStatus(s StatusStated, today workday.Date) ([]Line, error) {
	if err := c.checkPeriod("legal status", StatusCode, s.Code, s.Start, s.End, today); err != nil {
		return nil, err
	}
	var lines []Line
	for _, o := range c.statuses {
		if o.ID == s.ID || !overlap(o.Start, o.End, s.Start, s.End) {
			continue
		}
		if o.End.Known() || o.Start >= s.Start {
			return nil, twoAtOnce("legal status", o.Start)
		}
		o.End = s.Start
		lines = append(lines, Line{On: s.Start, Corrects: c.from[o.ID].entry, Event: &o})
	}
	return append(lines, c.restate(s.ID, s.Start, &s, slices.Contains(c.statuses, s))...), nil
}

// StatePlacement states or restates a placement. A placement that is still
// running is ended by the new one when the new one begins later: a move.
func (c *Case) StatePlacement(p PlacementStated, today workday.Date) ([]Line, error) {
	if err := c.checkPeriod("placement", PlacementCode, p.Code, p.Start, p.End, today); err != nil {
		return nil, err
	}
	switch {
	case p.Confirmed > today:
		return nil, fault.New(fault.BadInput, "The placement is confirmed in the future.", "Enter the day of the review that confirmed it, once it was held.")
	case p.Confirmed.Known() && p.Confirmed < p.Start:
		return nil, fault.New(fault.BadInput, "The placement was confirmed before it began.", "Check both dates.")
	}
	var lines []Line
	for _, o := range c.placements {
		if o.ID == p.ID || !overlap(o.Start, o.End, p.Start, p.End) {
			continue
		}
		if o.End.Known() || o.Start >= p.Start {
			return nil, twoAtOnce("placement", o.Start)
		}
		o.End = p.Start
		lines = append(lines, Line{On: p.Start, Corrects: c.from[o.ID].entry, Event: &o})
	}
	return append(lines, c.restate(p.ID, p.Start, &p, slices.Contains(c.placements, p))...), nil
}

func twoAtOnce(what string, start workday.Date) error {
	return fault.New(fault.Conflict, "Two entries of "+what+" run at the same time.",
		"The other began on "+start.Long()+"; end that one first.")
}

func (c *Case) checkPeriod(what string, list CodeList, code string, start, end, today workday.Date) error {
	if _, ok := list.Lookup(code); !ok {
		return fault.New(fault.BadInput, "That "+what+" code is not one of the return's codes.", "Choose it from the list.")
	}
	switch dob := c.DOB(); {
	case !start.Known():
		return fault.New(fault.BadInput, "The "+what+" needs the day it began.", "Enter the date.")
	case start > today:
		return fault.New(fault.BadInput, "The "+what+" begins in the future.", "Enter it when it has begun; until then put it in a note.")
	case end.Known() && end < start:
		return endBeforeStart(what)
	case dob.Known() && start < dob:
		return beforeBirth("The " + what + " begins")
	}
	return nil
}

// PlanReview opens or plans the review in hand. A planned date is checked
// against birth and the looked-after episode; that it falls after the legal
// limit is shown, not refused, because the limit may already have passed.
func (c *Case) PlanReview(p ReviewPlanned, today workday.Date) ([]Line, error) {
	if other, ok := c.InHand(); ok && other.ID != p.ID {
		return nil, fault.New(fault.Conflict, "Another review is already being prepared.", "Record that one, or plan its date.")
	}
	if r, ok := c.ReviewByID(p.ID); ok && r.IsHeld() {
		return nil, fault.New(fault.Conflict, "That review has been held.", "Correct its record instead.")
	}
	s, inCare := c.CareOn(today)
	switch {
	case !inCare:
		return nil, notLookedAfter()
	case p.Date.Known() && p.Date < s.From():
		return nil, fault.New(fault.Conflict, "The planned date is before care began.", "Check the date.")
	case p.Date.Known() && c.heldSince(p.Date, s):
		return nil, fault.New(fault.Conflict, "A review was held on that day or after it.", "Check the date: the next one is later.")
	case p.Date.Known() && p.Date > today.AddMonths(18):
		return nil, fault.New(fault.BadInput, "The planned date is more than 18 months away.", "Check the year.")
	case p.CalledOn > today:
		return nil, fault.New(fault.BadInput, "The review cannot have been called in the future.", "Check the date.")
	case p.With != "" && !slices.Contains(OtherReviews(), p.With):
		return nil, fault.New(fault.BadInput, "That is no review it may be held together with.", "Choose one from the list.")
	case len(p.Meetings)+len(p.Order) > NoteLimit:
		return nil, fault.New(fault.TooLong, "The plan of the meeting is longer than is kept.", "Put the rest in a note.")
	}
	r, ok := c.ReviewByID(p.ID)
	return c.restate(p.ID, today, &p, ok && r.Planned == p), nil
}

// heldSince reports whether a review of the episode was recorded on the day or
// after it.
func (c *Case) heldSince(day workday.Date, s CareStated) bool {
	for r := range c.HeldIn(s) {
		if r.Held.Recorded >= day {
			return true
		}
	}
	return false
}

func notLookedAfter() error {
	return fault.New(fault.Refused, "The child is not looked after today, so no review is prepared.",
		"If care has begun again, enter the new looked-after episode first.")
}

// HoldReview records that a review was held, or corrects the record.
func (c *Case) HoldReview(h ReviewHeld, today workday.Date) ([]Line, error) {
	switch dob := c.DOB(); {
	case !h.Recorded.Known():
		return nil, fault.New(fault.BadInput, "A review needs the day it was held.", "Enter the date of its first meeting.")
	case h.Recorded > today:
		return nil, fault.New(fault.BadInput, "The review is recorded in the future.", "Plan it instead; record it when it has been held.")
	case h.Completed.Known() && h.Completed < h.Recorded:
		return nil, fault.New(fault.BadInput, "The review was completed before it began.", "Check both dates.")
	case h.Completed > today:
		return nil, fault.New(fault.BadInput, "The review is completed in the future.", "Leave it empty until the last meeting is over.")
	case dob.Known() && h.Recorded < dob:
		return nil, beforeBirth("A review was held")
	}
	if h.Participation != "" {
		if _, ok := ParticipationCode.Lookup(h.Participation); !ok {
			return nil, fault.New(fault.BadInput, "That participation code is not one of the return's codes.", "Choose it from the list.")
		}
	}
	for _, r := range c.reviews {
		if r.ID != h.ID && r.IsHeld() && r.Held.Recorded == h.Recorded {
			return nil, fault.New(fault.Conflict, "A review is already recorded on "+h.Recorded.Long()+".", "Correct that one.")
		}
	}
	r, ok := c.ReviewByID(h.ID)
	return c.restate(h.ID, h.Recorded, &h, ok && r.Held == h), nil
}

// AnswerItem answers one checklist item of a review. Not done and does not
// apply need a reason (QA-09); open withdraws an answer. The day it was done
// may not be in the future.
func (c *Case) AnswerItem(a ItemAnswered, on, today workday.Date) ([]Line, error) {
	a.Reason = strings.TrimSpace(a.Reason)
	switch {
	case a.Review.Zero() || a.Item == "":
		return nil, fault.New(fault.BadInput, "The answer belongs to no item.", "Open the preparation and answer there.")
	case (a.Answer == NotDone || a.Answer == NotApplicable) && a.Reason == "":
		return nil, fault.New(fault.BadInput, "Say why in a few words.", "The reason stays with the item on the record.")
	case on > today:
		return nil, fault.New(fault.BadInput, "It cannot have been done in the future.", "Enter the day it was done.")
	}
	a.Evidence = maps.Clone(a.Evidence)
	maps.DeleteFunc(a.Evidence, func(_, v string) bool { return strings.TrimSpace(v) == "" })
	before := c.AnswerTo(a.Review, a.Item)
	if before.Answer == Open && a.Answer == Open {
		return nil, nil
	}
	if before.Answer == a.Answer && before.Reason == a.Reason && before.DoneBy == a.DoneBy && before.On == on &&
		maps.Equal(before.Evidence, a.Evidence) {
		return nil, nil
	}
	return []Line{{On: on, Corrects: before.Entry, Event: &a}}, nil
}

// WriteNote keeps the IRO's words. A note that corrects an earlier one takes
// its place on screen; both stay on file.
func (c *Case) WriteNote(n NoteWritten, corrects ID, today workday.Date) ([]Line, error) {
	switch {
	case strings.TrimSpace(n.Text) == "" && corrects.Zero():
		return nil, fault.New(fault.BadInput, "The note is empty.", "Type something, or leave with Esc.")
	case len(n.Text) > NoteLimit:
		return nil, fault.New(fault.TooLong, fmt.Sprintf("A note holds %d thousand letters at most.", NoteLimit/1000),
			"Keep this one and start another.")
	}
	return []Line{{On: today, Corrects: corrects, Event: &n}}, nil
}

// TakeBack reverses every standing entry of one act, so that the file stands
// as it did before it. Entries that later ones were built on are reversed all
// the same: replay works out what stands.
func (c *Case) TakeBack(act ID, why string, today workday.Date) ([]Line, error) {
	var lines []Line
	for _, e := range slices.Backward(c.Entries) {
		if e.Act == act && !c.reversed[e.ID] {
			lines = append(lines, Line{On: today, Corrects: e.ID, Event: &Reversed{Why: why}})
		}
	}
	if len(lines) == 0 {
		return nil, fault.New(fault.NotFound, "There is nothing left to take back.", "")
	}
	return lines, nil
}
