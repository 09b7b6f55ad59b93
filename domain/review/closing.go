package review

import (
	"fmt"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
)

// Stops lists the items that stop the review in hand from being closed: the
// critical ones without an answer. Done and a reason both free it; silence
// never does. The decisions are issued after the review was completed, so that
// item (phase P9) does not stop it here.
func Stops(p Preparation) []Item {
	var out []Item
	for _, phase := range p.Phases {
		if phase.ID == "P9" {
			continue
		}
		for _, item := range phase.Items {
			if item.Critical && item.Answer.Answer == casefile.Open {
				out = append(out, item)
			}
		}
	}
	return out
}

// Close records a review as casefile.HoldReview does. The review in hand is
// completed only when nothing stops it, and recorded late only with a reason; it may always be recorded as begun, and
// reviews of the past are records of what was.
func Close(c *casefile.Case, h casefile.ReviewHeld, x Context) ([]casefile.Line, error) {
	lines, err := c.HoldReview(h, x.Today)
	if err != nil {
		return nil, err
	}
	if err := checkParticipation(c, h, x); err != nil {
		return nil, err
	}
	clocks := clock.Of(c, x.Today, x.Calendar, x.Readings)
	if late(c, h, clocks) && strings.TrimSpace(h.LateReason) == "" {
		return nil, fault.New(fault.BadInput, "The review is recorded after its limit, "+clocks.Governing.Due.Long()+".",
			"Say why it was late; the reason goes into the yearly figures (HB 7.11).")
	}
	p, open := Prepare(c, clocks, x)
	if !open || !h.Completed.Known() || p.Review.ID.Zero() || h.ID != p.Review.ID {
		return lines, err
	}
	if stops := Stops(p); len(stops) > 0 {
		return nil, fault.New(fault.Refused, "The review cannot be closed yet: "+labels(stops)+".",
			"Answer each as done, or say why not, on the review's list; or record the review as not finished.")
	}
	return lines, nil
}

// LeftOpen lists the duties of the list that are open, those that stop the
// closing and those that come after it left out. A review is closed over them
// only with a reason (QA-09).
func LeftOpen(p Preparation) []Item {
	var out []Item
	for _, phase := range p.Phases {
		if Afterwards(phase.ID) || phase.ID == "P13" {
			continue
		}
		for _, item := range phase.Items {
			if item.Required && !item.Critical && item.Answer.Answer == casefile.Open && item.ID != nextItem {
				out = append(out, item)
			}
		}
	}
	return out
}

// late reports a review that is recorded now and after the limit it answers
// (RT-22). One that was on file before, or that others came after, is not asked
// about again.
func late(c *casefile.Case, h casefile.ReviewHeld, clocks clock.Clocks) bool {
	if clocks.Governing == nil || h.Recorded <= clocks.Governing.Due || h.NotCounted {
		return false
	}
	for _, r := range c.Reviews() {
		if r.IsHeld() && (r.ID == h.ID || r.Held.Recorded > h.Recorded) {
			return false
		}
	}
	return true
}

// shownStops is how many items a refusal names before it counts the rest.
const shownStops = 3

func labels(items []Item) string {
	text := strings.Join(names(items[:min(len(items), shownStops)]), "; ")
	if more := len(items) - shownStops; more > 0 {
		text += fmt.Sprintf("; and %d more", more)
	}
	return text
}

func names(items []Item) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = strings.ToLower(item.Label[:1]) + item.Label[1:]
	}
	return out
}
