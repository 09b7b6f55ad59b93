package casejson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"footprint/domain/fault"
)

// Limits on what is read: far more than a childhood holds.
const (
	maxBytes = 4 << 20
	maxItems = 500 // episodes, placements, reviews and so on, each
)

// Read reads one case. A field that is not known to the letter or is there
// twice, a value of the wrong kind and a date that is none are errors that name
// the field; the values themselves are never repeated.
func Read(r io.Reader) (Input, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return Input{}, bad("The case could not be read.").Wrap(err)
	}
	if len(data) > maxBytes {
		return Input{}, bad("The case is longer than any case can be.")
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if len(bytes.TrimSpace(data)) == 0 {
		return Input{}, bad("The case is empty.")
	}
	if i := notText(data); i >= 0 {
		return Input{}, bad(fmt.Sprintf("The case is not whole UTF-8 text: line %d cannot be read.", line(data, int64(i)+1)))
	}
	var whole json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&whole); err != nil {
		return Input{}, inWords(data, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Input{}, bad("There is more after the end of the case: one case is read at a time.")
	}
	if err := toTheLetter(whole); err != nil {
		return Input{}, err
	}
	var in Input
	if err := json.Unmarshal(whole, &in); err != nil {
		return Input{}, inWords(data, err)
	}
	if err := firstTrouble(in); err != nil {
		return Input{}, err
	}
	return in, nil
}

func bad(sentence string) *fault.Error {
	return fault.New(fault.BadInput, sentence, "footprint help dates shows what a case looks like.")
}

// at says where in the case a trouble lies.
func at(path string, err error) error {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return err
	}
	return fault.New(e.Code, path+": "+e.Sentence, e.Hint).Wrap(err)
}

func inWords(data []byte, err error) error {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return bad(fmt.Sprintf("The case is not JSON: line %d cannot be read.", line(data, e.Offset))).Wrap(err)
	}
	return bad("The case is not whole JSON: it ends too early.").Wrap(err)
}

func line(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(int64(len(data)), max(0, offset-1))], []byte("\n"))
}

// firstTrouble finds the first date that is none, in the order of the form, and
// lists that are too long to be true.
func firstTrouble(in Input) error {
	var err error
	day := func(path string, d Day) {
		if err == nil && d.bad != "" {
			err = bad(path + ": " + d.bad)
		}
	}
	count := func(path string, n int) {
		if err == nil && n > maxItems {
			err = bad(fmt.Sprintf("%s: more than %d are more than a childhood holds.", path, maxItems))
		}
	}
	stay := func(path string, s *Stay) {
		if s != nil {
			day(path+".start", s.Start)
			day(path+".end", s.End)
			day(path+".expected_end", s.ExpectedEnd)
		}
	}
	day("dob", in.DOB)
	day("today", in.Today)
	count("episodes", len(in.Episodes))
	placements := 0
	for i, e := range in.Episodes {
		path := fmt.Sprintf("episodes[%d]", i)
		day(path+".start", e.Start)
		day(path+".end", e.End)
		placements += len(e.Placements)
		count(path+".placements", placements)
		for j, p := range e.Placements {
			day(fmt.Sprintf("%s.placements[%d].start", path, j), p.Start)
			day(fmt.Sprintf("%s.placements[%d].end", path, j), p.End)
		}
	}
	count("reviews", len(in.Reviews))
	for i, r := range in.Reviews {
		day(fmt.Sprintf("reviews[%d].recorded", i), r.Recorded)
		day(fmt.Sprintf("reviews[%d].completed", i), r.Completed)
	}
	day("planned", in.Planned)
	day("authority_to_place", in.AuthorityToPlace)
	day("placed_for_adoption", in.PlacedForAdoption)
	day("adoption_disrupted", in.AdoptionDisrupted)
	count("short_breaks", len(in.ShortBreaks))
	for i, b := range in.ShortBreaks {
		day(fmt.Sprintf("short_breaks[%d].from", i), b.From)
		day(fmt.Sprintf("short_breaks[%d].to", i), b.To)
	}
	stay("custody", in.Custody)
	stay("secure", in.Secure)
	stay("hospital", in.Hospital)
	if cp := in.ChildProtection; cp != nil {
		day("child_protection.initial", cp.Initial)
		count("child_protection.reviews", len(cp.Reviews))
		for i, d := range cp.Reviews {
			day(fmt.Sprintf("child_protection.reviews[%d]", i), d)
		}
	}
	if p := in.Proceedings; p != nil {
		day("proceedings.irh", p.IRH)
		day("proceedings.final", p.Final)
	}
	day("long_term_since", in.LongTermSince)
	count("disputes", len(in.Disputes))
	for i, d := range in.Disputes {
		day(fmt.Sprintf("disputes[%d].formal_start", i), d.FormalStart)
		count(fmt.Sprintf("disputes[%d].stages", i), len(d.Stages))
		for j, s := range d.Stages {
			day(fmt.Sprintf("disputes[%d].stages[%d].entered", i, j), s.Entered)
		}
	}
	return err
}
