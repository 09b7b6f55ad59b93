package review_test

import (
	"errors"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/review"
)

// TestCriticalItemsStopClosing holds the list of checklists.md: a review is not
// completed while one of them has no answer, and a reason frees it as done does.
func TestCriticalItemsStopClosing(t *testing.T) {
	t.Parallel()
	c := eight()
	p := prepare(t, c)
	stops := map[string]bool{}
	for _, i := range review.Stops(p) {
		stops[i.ID] = true
	}
	for _, want := range []string{"B-501", "B-505", "B-506", "B-507", "B-508", "B-704", "B-801"} {
		if !stops[want] {
			t.Errorf("%s must stop closing", want)
		}
	}
	if stops["B-901"] || len(stops) != 7 {
		t.Errorf("these stop closing: %v", stops)
	}
	held := casefile.ReviewHeld{ID: p.Review.ID, Recorded: today, Completed: today}
	_, err := review.Close(c, held, context())
	if !errors.Is(err, fault.New(fault.Refused, "", "")) || !strings.Contains(err.Error(), "and 4 more") {
		t.Fatalf("closing must be refused: %v", err)
	}
	begun := held
	begun.Completed = 0
	if lines, err := review.Close(c, begun, context()); err != nil || len(lines) != 1 {
		t.Errorf("a review may always be recorded as begun: %v", err)
	}
	past := casefile.ReviewHeld{ID: casefile.ID{9, 9}, Recorded: on("2026-03-02"), Completed: on("2026-03-02")}
	if _, err := review.Close(c, past, context()); err != nil {
		t.Errorf("a record of the past is not stopped: %v", err)
	}
	var answers []casefile.Event
	for i, item := range review.Stops(p) {
		a := &casefile.ItemAnswered{Review: p.Review.ID, Item: item.ID, Answer: casefile.Done}
		if i%2 == 0 {
			a.Answer, a.Reason = casefile.NotDone, "Ben was at hospital"
		}
		answers = append(answers, a)
	}
	c = eight(answers...)
	p = prepare(t, c)
	if lines, err := review.Close(c, held, context()); err != nil || len(lines) != 1 {
		t.Errorf("answered one by one, nothing stops it: %v", err)
	}
}

// TestALateReviewNeedsItsReason is RT-22.
func TestALateReviewNeedsItsReason(t *testing.T) {
	t.Parallel()
	x := context()
	x.Today = on("2026-12-21")
	c := eight() // the next review is due on 16 December
	late := casefile.ReviewHeld{ID: casefile.ID{8}, Recorded: on("2026-12-18")}
	if _, err := review.Close(c, late, x); err == nil || !strings.Contains(err.Error(), "16 Dec 2026") {
		t.Errorf("a late review needs its reason: %v", err)
	}
	late.LateReason = "The interpreter was ill."
	if _, err := review.Close(c, late, x); err != nil {
		t.Errorf("with a reason it is kept: %v", err)
	}
	intime := casefile.ReviewHeld{ID: casefile.ID{8}, Recorded: on("2026-12-16")}
	if _, err := review.Close(c, intime, x); err != nil {
		t.Errorf("on the last day it is in time: %v", err)
	}
}

// TestTheListOfAReviewThatWasBegunStaysOpen: recording a review as not finished
// leaves its items to answer, until it is finished or the next is in hand.
func TestTheListOfAReviewThatWasBegunStaysOpen(t *testing.T) {
	t.Parallel()
	c := eight(&casefile.ReviewHeld{ID: casefile.ID{8}, Recorded: on("2026-11-20")})
	p := prepare(t, c)
	if !p.Begun || p.Review.ID != (casefile.ID{8}) || p.No != 3 || p.Date != on("2026-11-20") || len(review.Stops(p)) == 0 {
		t.Errorf("the third review was begun: no %d on %s, %+v", p.No, p.Date, p.Review)
	}
	done := casefile.ReviewHeld{ID: casefile.ID{8}, Recorded: on("2026-11-20"), Completed: today}
	if _, err := review.Close(c, done, context()); err == nil {
		t.Error("finishing it is stopped as closing it at once would be")
	}
	next := eight(&casefile.ReviewHeld{ID: casefile.ID{8}, Recorded: on("2026-11-20")}, &casefile.ReviewPlanned{ID: casefile.ID{9}, Date: on("2027-05-10")})
	if p := prepare(t, next); p.Begun || p.Review.ID != (casefile.ID{9}) || p.No != 4 {
		t.Errorf("once the next is in hand its list is open: %+v", p.Review)
	}
}
