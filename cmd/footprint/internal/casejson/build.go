package casejson

import (
	"encoding/binary"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// Build makes the case as it stands on the day. The same input always gives the
// same case. Facts that contradict each other are refused with the field they
// stand in.
func (in Input) Build(today workday.Date) (*casefile.Case, error) {
	b := &builder{today: today, stamp: casefile.Stamp{Day: today, At: int64(today) * 86_400_000}}
	b.c = casefile.Replay(b.newID(), nil)
	steps := []func(Input) error{
		b.open, b.birth, b.care, b.reviews, b.planned, b.longTerm, b.adoption, b.breaks, b.custody, b.secure, b.hospital,
		b.protection, b.proceedings, b.disputes,
	}
	for _, step := range steps {
		if err := step(in); err != nil {
			return nil, err
		}
	}
	return b.c, nil
}

type builder struct {
	today workday.Date
	stamp casefile.Stamp
	last  uint64
	c     *casefile.Case
}

func (b *builder) newID() (id casefile.ID) {
	b.last++
	binary.BigEndian.PutUint64(id[8:], b.last)
	return id
}

// do takes the lines of a command into the case, or says where it was refused.
func (b *builder) do(path string, lines []casefile.Line, err error) error {
	if err != nil {
		return at(path, err)
	}
	if len(lines) > 0 {
		b.c = b.c.With(b.stamp.Entries(lines, b.newID)...)
	}
	return nil
}

// contradiction is an error about two facts that cannot both be so.
func contradiction(path, sentence string) error {
	return fault.New(fault.Conflict, path+": "+sentence, "One of the two is wrong; check both.")
}

func (b *builder) open(in Input) error {
	name := in.Child
	if name == "" {
		name = "A"
	}
	// A case without an episode says that the child is not looked after, as a
	// return does: nobody is going to enter more.
	b.stamp.Source = casefile.ByImport
	defer func() { b.stamp.Source = casefile.ByIRO }()
	lines, err := casefile.OpenFile(name, map[string]string{casefile.FactExternalID: name}, b.today)
	if err := b.do("child", lines, err); err != nil {
		return err
	}
	lines, err = b.c.State(map[string]string{casefile.FactDOB: in.DOB.String()}, b.today)
	return b.do("dob", lines, err)
}

// birth refuses reviews from before the child was born, ahead of the steps that
// would take their days for the first known in care.
func (b *builder) birth(in Input) error {
	for i, r := range in.Reviews {
		if dob := b.c.DOB(); dob.Known() && r.Recorded.Known() && r.Recorded.Date < dob {
			return contradiction(fmt.Sprintf("reviews[%d]", i), "the review was held before the date of birth.")
		}
	}
	return nil
}

func (b *builder) reviews(in Input) error {
	for i, r := range in.Reviews {
		path := fmt.Sprintf("reviews[%d]", i)
		if care := b.c.Care(); len(care) > 0 && r.Recorded.Known() && care[0].StartKnown() && r.Recorded.Date < care[0].Start {
			return contradiction(path, "the review was held before care began.")
		}
		if b.outside(r.Recorded.Date) {
			return contradiction(path, "the review was held between two times in care, or after the last.")
		}
		if !kindOK(r.Kind) {
			return bad(path + ".kind: this must be one word such as \"ordinary\" or \"extra\".")
		}
		lines, err := b.c.HoldReview(casefile.ReviewHeld{
			ID: b.newID(), Recorded: r.Recorded.Date, Completed: r.Completed.Date, What: r.Kind,
			NotCounted: r.Counts != nil && !*r.Counts, NoMeeting: r.Meeting != nil && !*r.Meeting,
		}, b.today)
		if err := b.do(path, lines, err); err != nil {
			return err
		}
	}
	return nil
}

// outside reports whether a day lies in no time in care: a review of it would
// drop out of every count in silence.
func (b *builder) outside(day workday.Date) bool {
	care := b.c.Care()
	return day.Known() && len(care) > 0 && !slices.ContainsFunc(care, func(c casefile.CareStated) bool {
		return c.From() <= day && day <= ends(c.End)
	})
}

// kindOK accepts one short word of small letters; "" is an ordinary review.
func kindOK(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && r != '_' {
			return false
		}
	}
	return len(s) <= 40
}

func (b *builder) planned(in Input) error {
	if !in.Planned.Known() {
		return nil
	}
	for _, r := range in.Reviews {
		if in.Planned.Date < r.Recorded.Date {
			return contradiction("planned", "it is before a review that was held.")
		}
	}
	lines, err := b.c.PlanReview(casefile.ReviewPlanned{ID: b.newID(), Date: in.Planned.Date}, b.today)
	return b.do("planned", lines, err)
}
