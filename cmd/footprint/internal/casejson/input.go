// Package casejson is the one place that reads and writes a child's case as
// JSON: what the date calculator reads, and the episodes and the clock that
// both it and the child's file print.
//
// It turns JSON into a casefile.Case through the same commands a user's actions
// go through, so that what contradicts itself is refused in the same words. It
// may touch the domain and encoding/json; it must never read a clock, open a
// file or decide a date.
package casejson

// Input is one case as the date calculator reads it.
type Input struct {
	Child             string           `json:"child"`
	DOB               Day              `json:"dob"`
	Today             Day              `json:"today"`
	Episodes          []Episode        `json:"episodes"`
	Reviews           []Review         `json:"reviews"`
	ReviewsBefore     *int             `json:"reviews_before"`
	Planned           Day              `json:"planned"`
	AuthorityToPlace  Day              `json:"authority_to_place"`
	PlacedForAdoption Day              `json:"placed_for_adoption"`
	AdoptionDisrupted Day              `json:"adoption_disrupted"`
	ShortBreaks       []Break          `json:"short_breaks"`
	Custody           *Stay            `json:"custody"`
	Secure            *Stay            `json:"secure"`
	Hospital          *Stay            `json:"hospital"`
	ChildProtection   *ChildProtection `json:"child_protection"`
	Proceedings       *Proceedings     `json:"proceedings"`
	LongTermSince     Day              `json:"long_term_since"`
	Disputes          []Dispute        `json:"disputes"`
}

// Episode is a time in care under one legal status. Start is null when the day
// care began is not known, End while it runs.
type Episode struct {
	Start       Day         `json:"start"`
	End         Day         `json:"end"`
	LegalStatus *string     `json:"legal_status"` // SSDA903 code
	Placements  []Placement `json:"placements"`
}

// Placement is one placement within an episode.
type Placement struct {
	Start     Day    `json:"start"`
	End       Day    `json:"end"`
	Type      string `json:"type"` // SSDA903 code
	OutOfArea bool   `json:"out_of_area"`
	Emergency bool   `json:"emergency"`
}

// Review is a review that was held. Counts and Meeting are true unless they
// say otherwise.
type Review struct {
	Recorded  Day    `json:"recorded"`
	Completed Day    `json:"completed"`
	Kind      string `json:"kind"`
	Counts    *bool  `json:"counts"`
	Meeting   *bool  `json:"meeting"`
}

// Break is one stay of a series of short breaks.
type Break struct {
	From Day `json:"from"`
	To   Day `json:"to"`
}

// Stay is a time in custody, in secure accommodation or in hospital. Kind is
// "remand" or "sentence" for custody, "medical" or "psychiatric" for hospital,
// and nothing where it is not known.
type Stay struct {
	Start       Day    `json:"start"`
	End         Day    `json:"end"`
	ExpectedEnd Day    `json:"expected_end"`
	Kind        string `json:"kind"`
}

// ChildProtection is the conference that made a plan and those that reviewed it.
type ChildProtection struct {
	Initial Day   `json:"initial"`
	Reviews []Day `json:"reviews"`
}

// Proceedings are care proceedings: who the guardian is, or since when there is
// one, the Issues Resolution Hearing and the final hearing.
type Proceedings struct {
	Guardian string `json:"guardian"`
	IRH      Day    `json:"irh"`
	Final    Day    `json:"final"`
}

// Dispute is a formal dispute that runs, and the stages it entered.
type Dispute struct {
	FormalStart Day     `json:"formal_start"`
	Stages      []Stage `json:"stages"`
}

// Stage is one stage of a dispute, numbered from 1.
type Stage struct {
	Stage   int `json:"stage"`
	Entered Day `json:"entered"`
}
