package casefile

import (
	"maps"
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// StartDecided is the IRO's choice on the day: go ahead with the review or
// adjourn it, with the views sought first and what was weighed (HB 3.25, 3.26;
// AJ-01 to AJ-07). First is the day the review was first scheduled for, Resume
// the day it is to go on.
type StartDecided struct {
	Review    ID           `cbor:"1,keyasint"`
	Adjourned bool         `cbor:"2,keyasint,omitempty"`
	Ground    string       `cbor:"3,keyasint,omitempty"`
	Child     string       `cbor:"4,keyasint,omitempty"` // the child's view, or why not asked
	Carer     string       `cbor:"5,keyasint,omitempty"`
	Parents   string       `cbor:"6,keyasint,omitempty"`
	Weighed   string       `cbor:"7,keyasint,omitempty"` // the effect on a child who prepared, against thin information
	First     workday.Date `cbor:"8,keyasint,omitempty"`
	Resume    workday.Date `cbor:"9,keyasint,omitempty"`
}

// Kind numbers the event.
func (*StartDecided) Kind() Kind { return 27 }

// Start is the choice with its day.
type Start struct {
	StartDecided
	On workday.Date
}

// Grounds lists the grounds an adjournment is recorded under (HB 3.26; AJ-07).
func Grounds() []string {
	return []string{"the child was not prepared", "consultation was not done", "papers are missing", "the planning was not done",
		"somebody essential is absent", "another ground that would harm the review"}
}

func (ev *StartDecided) apply(c *Case, e Entry) {
	c.starts = append(c.starts, Start{*ev, e.On})
}

// Starts lists what was chosen at the start of a review's meetings, in order.
func (c *Case) Starts(review ID) []Start {
	return slices.DeleteFunc(slices.Clone(c.starts), func(s Start) bool { return s.Review != review })
}

// DecideStart keeps the choice to go ahead or to adjourn. A review is adjourned
// once (HB 3.25; AJ-05).
func (c *Case) DecideStart(s StartDecided, on, today workday.Date) ([]Line, error) {
	for _, text := range []*string{&s.Ground, &s.Child, &s.Carer, &s.Parents, &s.Weighed} {
		*text = strings.TrimSpace(*text)
	}
	before := c.Starts(s.Review)
	switch {
	case !on.Known() || on > today:
		return nil, fault.New(fault.BadInput, "It needs the day you decided, not one in the future.", "Enter the date.")
	case !s.Adjourned:
		s.Ground, s.Resume = "", 0
		return []Line{{On: on, Event: &s}}, nil
	case slices.ContainsFunc(before, func(o Start) bool { return o.Adjourned }):
		return nil, fault.New(fault.Refused, "This review was adjourned before; it can be adjourned only once.",
			"Go ahead with what there is, or complete it and raise what went wrong (HB 3.25).")
	case !slices.Contains(Grounds(), s.Ground):
		return nil, fault.New(fault.BadInput, "Say on which ground.", "Choose it from the list (HB 3.26).")
	case s.Child == "" || s.Carer == "":
		return nil, fault.New(fault.BadInput, "Enter the views of the child and of the carer, or why they were not asked.", "They are asked before you decide (HB 3.25).")
	case s.Weighed == "":
		return nil, fault.New(fault.BadInput, "Say what you weighed.", "What it means for a child who has prepared, and the delay, against going ahead with too little (HB 3.25).")
	case !s.First.Known() || s.First > today:
		return nil, fault.New(fault.BadInput, "A review is adjourned on the day it was set for.", "Before that day, plan another one.")
	case !s.Resume.Known() || s.Resume <= on:
		return nil, fault.New(fault.BadInput, "Give the day it is to go on.", "A later day, within 20 working days (HB 3.25).")
	}
	return []Line{{On: on, Event: &s}}, nil
}

// How is how somebody takes part in a review.
type How string

// The ways.
const (
	InTheRoom    How = "in the room"
	AtADistance  How = "by video or telephone"
	SentViews    How = "sent views"
	ReadIn       How = "views read in"
	DidNotCome   How = "invited, did not come"
	LeftOut      How = "left out"
	WasNotAsked  How = "not invited"
	ThroughOther How = "through an advocate or somebody else"
)

// Hows lists them.
func Hows() []How {
	return []How{InTheRoom, AtADistance, SentViews, ReadIn, ThroughOther, DidNotCome, LeftOut, WasNotAsked}
}

// Present reports whether the person was there, in the room or at a distance.
func (h How) Present() bool { return h == InTheRoom || h == AtADistance }

// TookPart states, whole, how one person took part in a review and what they
// said (HB 3.66; CH-08, PR-37). Person is zero for somebody who is not on the
// list of people. Private keeps their words out of every copy.
type TookPart struct {
	ID      ID     `cbor:"1,keyasint"`
	Review  ID     `cbor:"2,keyasint"`
	Person  ID     `cbor:"3,keyasint,omitzero"`
	Name    string `cbor:"4,keyasint"`
	Role    Role   `cbor:"5,keyasint,omitempty"`
	How     How    `cbor:"6,keyasint"`
	Part    string `cbor:"7,keyasint,omitempty"`  // which part, when it was not the whole
	Why     string `cbor:"8,keyasint,omitempty"`  // of an absence, or of leaving somebody out (HB 3.17 to 3.19)
	Instead string `cbor:"9,keyasint,omitempty"`  // how somebody left out took part otherwise
	Words   string `cbor:"10,keyasint,omitempty"` // their views
	Private bool   `cbor:"11,keyasint,omitempty"`
}

// Kind numbers the event.
func (*TookPart) Kind() Kind { return 28 }

func (ev *TookPart) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.parts = upsert(c.parts, *ev, func(o TookPart) bool { return o.ID == ev.ID })
}

// PartsIn lists who took part in a review, in the order they were entered.
func (c *Case) PartsIn(review ID) []TookPart {
	return slices.DeleteFunc(slices.Clone(c.parts), func(p TookPart) bool { return p.Review != review })
}

// TakePart states or restates how somebody took part. Leaving somebody out
// needs its reason and how else they were heard (HB 3.17 to 3.19).
func (c *Case) TakePart(p TookPart, today workday.Date) ([]Line, error) {
	for _, s := range []*string{&p.Part, &p.Why, &p.Instead, &p.Words} {
		*s = strings.TrimSpace(*s)
	}
	p.Name = PlainName(p.Name)
	twice := func(o TookPart) bool {
		return o.ID != p.ID && o.Review == p.Review && (!p.Person.Zero() && o.Person == p.Person || p.Person.Zero() && strings.EqualFold(o.Name, p.Name))
	}
	switch {
	case p.Review.Zero():
		return nil, fault.New(fault.BadInput, "It belongs to no review.", "Open the review and enter it there.")
	case p.Name == "":
		return nil, fault.New(fault.BadInput, "Say who it is.", "A name, or what they are to the child.")
	case !slices.Contains(Hows(), p.How):
		return nil, fault.New(fault.BadInput, "Say how they took part.", "Choose it from the list.")
	case p.How == LeftOut && p.Why == "":
		return nil, fault.New(fault.BadInput, "Say why they are left out.", "The reasons go to them in writing (HB 3.18).")
	case p.How == LeftOut && p.Instead == "":
		return nil, fault.New(fault.BadInput, "Say how they are heard instead.", "In writing, at another meeting, through somebody else (HB 3.17).")
	case len(p.Why)+len(p.Instead)+len(p.Words) > NoteLimit:
		return nil, fault.New(fault.TooLong, "The entry is longer than is kept.", "Put the rest in a note.")
	case slices.ContainsFunc(c.parts, twice):
		return nil, fault.New(fault.Conflict, "They are on the list of this review already.", "Open that line to change it.")
	}
	return c.restate(p.ID, c.dayOf(p.Review, today), &p, slices.Contains(c.parts, p)), nil
}

// dayOf is the day things of a review are entered under: the day it was held,
// else today.
func (c *Case) dayOf(review ID, today workday.Date) workday.Date {
	if r, ok := c.ReviewByID(review); ok && r.IsHeld() {
		return r.Held.Recorded
	}
	return today
}

// ChildSaid states, whole, something the child said, in the child's own words
// (HB 3.33, 3.66). Private words are in no copy of anything but the IRO's own
// file; that is the default until the child agrees to more.
type ChildSaid struct {
	ID        ID     `cbor:"1,keyasint"`
	Review    ID     `cbor:"2,keyasint,omitzero"`
	Words     string `cbor:"3,keyasint"`
	Shareable bool   `cbor:"4,keyasint,omitempty"`
	Where     string `cbor:"5,keyasint,omitempty"` // where and how it was said
	About     string `cbor:"6,keyasint,omitempty"`
}

// Kind numbers the event.
func (*ChildSaid) Kind() Kind { return 29 }

// Said is something the child said, with its day.
type Said struct {
	ChildSaid
	On workday.Date
}

func (ev *ChildSaid) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.said = upsert(c.said, Said{*ev, e.On}, func(o Said) bool { return o.ID == ev.ID })
}

// ChildsWords lists what the child said, in the order it was entered.
func (c *Case) ChildsWords() []Said { return slices.Clone(c.said) }

// ChildsWordsAt lists what the child said for one review.
func (c *Case) ChildsWordsAt(review ID) []Said {
	return slices.DeleteFunc(c.ChildsWords(), func(s Said) bool { return s.Review != review })
}

// KeepWords states or restates something the child said, on the day it was said.
func (c *Case) KeepWords(s ChildSaid, on, today workday.Date) ([]Line, error) {
	s.Where, s.About = strings.TrimSpace(s.Where), strings.TrimSpace(s.About)
	switch {
	case strings.TrimSpace(s.Words) == "":
		return nil, fault.New(fault.BadInput, "There are no words.", "Type what the child said, or leave with Esc.")
	case len(s.Words) > NoteLimit:
		return nil, fault.New(fault.TooLong, "That is longer than is kept.", "Keep this and start another.")
	case !on.Known() || on > today:
		return nil, fault.New(fault.BadInput, "It needs the day it was said, not one in the future.", "Enter the date.")
	case c.DOB().Known() && on < c.DOB():
		return nil, beforeBirth("It was said")
	}
	stands := slices.ContainsFunc(c.said, func(o Said) bool { return o.ChildSaid == s && o.On == on })
	return c.restate(s.ID, on, &s, stands), nil
}

// Rating is the IRO's word for how well the plan serves the child.
type Rating string

// The ratings, each with the colour it is shown beside.
const (
	Green Rating = "green"
	Amber Rating = "amber"
	Red   Rating = "red"
)

// Ratings lists them.
func Ratings() []Rating { return []Rating{Green, Amber, Red} }

// Words is the rating as people read it; the colour is never alone.
func (r Rating) Words() string {
	switch r {
	case Green:
		return "green: the plan serves the child well"
	case Amber:
		return "amber: parts of the plan do not serve the child yet"
	case Red:
		return "red: the plan fails the child"
	}
	return "not rated"
}

// PlanJudged is the IRO's judgement of the plan at one review, whole: the seven
// developmental needs, whether the plan is SMART, the rating and why, how far
// it meets the child's needs, and the child in the placement (HB 3.3, 3.45,
// 3.67, 3.68; AG-20, QA-10, RC-08, RC-10). The keys of Needs and Smart are those
// of Needs and Tests; what is not judged is left out.
type PlanJudged struct {
	Review     ID                `cbor:"1,keyasint"`
	Needs      map[string]string `cbor:"2,keyasint,omitempty"` // yes, no
	NeedsWords map[string]string `cbor:"3,keyasint,omitempty"`
	Smart      map[string]string `cbor:"4,keyasint,omitempty"` // yes, no
	SmartWords string            `cbor:"5,keyasint,omitempty"`
	Rating     Rating            `cbor:"6,keyasint,omitempty"`
	Why        string            `cbor:"7,keyasint,omitempty"`
	Evaluation string            `cbor:"8,keyasint,omitempty"`
	Picture    string            `cbor:"9,keyasint,omitempty"`
}

// Kind numbers the event.
func (*PlanJudged) Kind() Kind { return 30 }

// Asked is one question of a judgement: its key on file and its words.
type Asked struct{ Key, Label, Words string }

// Needs lists the seven developmental needs (HB 3.45; AG-20).
func Needs() []Asked {
	return []Asked{
		{"health", "Health", "an action and an outcome for the child's health"},
		{"education", "Education", "an action and an outcome for learning"},
		{"emotions", "Emotions and behaviour", "an action and an outcome for feelings and behaviour"},
		{"identity", "Identity", "an action and an outcome for who the child is"},
		{"relationships", "Family and relationships", "an action and an outcome for family, friends and others who matter"},
		{"presentation", "How the child comes across", "an action and an outcome for how the child meets the world"},
		{"selfcare", "Looking after themselves", "an action and an outcome for the child's self-care"},
	}
}

// Tests lists the tests of a plan (QA-10).
func Tests() []Asked {
	return []Asked{
		{"specific", "Specific", "says what will be done, not only what is hoped"},
		{"measurable", "Measurable", "says how anyone will know that it worked"},
		{"achievable", "Achievable", "the people and the means are there"},
		{"relevant", "Relevant", "answers what the assessment says this child needs"},
		{"timed", "Time-bound", "says by when, on the child's timescale"},
		{"child", "Centred on the child", "changed where the child's wishes could change it"},
	}
}

// judgement is a judgement of the plan with the entry that last stated it.
type judgement struct {
	PlanJudged
	entry ID
}

func (ev *PlanJudged) apply(c *Case, e Entry) {
	c.judged = upsert(c.judged, judgement{*ev, e.ID}, func(o judgement) bool { return o.Review == ev.Review })
}

// JudgementOf gives the judgement of the plan at a review; its Rating is empty
// while there is none.
func (c *Case) JudgementOf(review ID) PlanJudged { return c.judgementOf(review).PlanJudged }

func (c *Case) judgementOf(review ID) judgement {
	i := slices.IndexFunc(c.judged, func(o judgement) bool { return o.Review == review })
	if i < 0 {
		return judgement{PlanJudged: PlanJudged{Review: review}}
	}
	return c.judged[i]
}

// JudgePlan states the judgement of the plan. A rating needs its sentence, and
// a need without action or outcome needs what is lacking.
func (c *Case) JudgePlan(j PlanJudged, today workday.Date) ([]Line, error) {
	for _, s := range []*string{&j.SmartWords, &j.Why, &j.Evaluation, &j.Picture} {
		*s = strings.TrimSpace(*s)
	}
	j.Needs, j.NeedsWords, j.Smart = filled(j.Needs), filled(j.NeedsWords), filled(j.Smart)
	if len(j.SmartWords)+len(j.Why)+len(j.Evaluation)+len(j.Picture) > NoteLimit {
		return nil, fault.New(fault.TooLong, "The judgement is longer than is kept.", "Put the rest in a note.")
	}
	if j.Rating != "" && !slices.Contains(Ratings(), j.Rating) {
		return nil, fault.New(fault.BadInput, "That is not one of the ratings.", "Green, amber or red.")
	}
	if j.Rating != "" && j.Why == "" {
		return nil, fault.New(fault.BadInput, "Say in a sentence why you rate the plan so.", "A colour without its reason tells nobody what to mend.")
	}
	for _, n := range Needs() {
		if j.Needs[n.Key] == "no" && j.NeedsWords[n.Key] == "" {
			return nil, fault.New(fault.BadInput, n.Label+": say what is lacking.", "An action, an outcome, or both (HB 3.45).")
		}
	}
	was := c.judgementOf(j.Review)
	if was.equal(j) {
		return nil, nil
	}
	return []Line{{On: c.dayOf(j.Review, today), Corrects: was.entry, Event: &j}}, nil
}

// filled leaves out what was not answered.
func filled(m map[string]string) map[string]string {
	out := map[string]string{}
	for k, v := range m {
		if v = strings.TrimSpace(v); v != "" {
			out[k] = v
		}
	}
	return out
}

func (a PlanJudged) equal(b PlanJudged) bool {
	return maps.Equal(a.Needs, b.Needs) && maps.Equal(a.NeedsWords, b.NeedsWords) && maps.Equal(a.Smart, b.Smart) && a.SmartWords == b.SmartWords &&
		a.Rating == b.Rating && a.Why == b.Why && a.Evaluation == b.Evaluation && a.Picture == b.Picture
}
