package main

import (
	"encoding/binary"
	"fmt"
	"io"

	"github.com/rogpeppe/go-internal/testscript"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
)

// The canaries: what must be in no redacted copy, and what must be in no copy.
const (
	canaryCarer   = "Hazel Finchley"
	canaryStreet  = "12 Canary Lane"
	canaryCode    = "BT1 9ZZ"
	canaryPhone   = "01632 960555"
	canaryPrivate = "the purple kite in the shed"
	canaryNote    = "nobody but me may read about the amber lantern"
	canaryView    = "he hid the silver whistle under the stairs"
)

const dayOfPapers = "2026-06-10"

// planter tells a child's story through the commands of the domain. Its ids
// count up, so that what is printed is always the same.
type planter struct {
	t    interface{ Fatal(args ...any) }
	c    *casefile.Case
	last uint64
}

func on(text string) workday.Date {
	day, err := workday.Parse(text)
	if err != nil {
		panic(err)
	}
	return day
}

func (p *planter) id() (id casefile.ID) {
	p.last++
	binary.BigEndian.PutUint64(id[8:], p.last)
	return id
}

// do takes what a command gives on a day.
func (p *planter) do(day string, lines []casefile.Line, err error) {
	if err != nil {
		p.t.Fatal(err)
	}
	stamp := casefile.Stamp{At: 1_767_225_600_000, Day: on(day), By: "IRO"}
	p.c = p.c.With(stamp.Entries(lines, casefile.After(p.c.LastID(), p.id))...)
}

// begins opens the file of a child with a carer at the canary's address.
func (p *planter) begins(ref string, facts map[string]string) {
	const day = "2025-12-15"
	p.c = casefile.Replay(p.id(), nil)
	lines, err := casefile.OpenFile(ref, facts, on(day))
	p.do(day, lines, err)
	lines, err = p.c.StateCare(casefile.CareStated{ID: p.id(), Start: on(day)}, on(day))
	p.do(day, lines, err)
	lines, err = p.c.StateStatus(casefile.StatusStated{ID: p.id(), Code: "C2", Start: on(day)}, on(day))
	p.do(day, lines, err)
	lines, err = p.c.StatePlacement(casefile.PlacementStated{ID: p.id(), Code: "U6", Start: on(day), Carer: canaryCarer,
		Address: canaryStreet + ", Birdtown, " + canaryCode, Phone: canaryPhone}, on(day))
	p.do(day, lines, err)
}

func (p *planter) person(who casefile.PersonStated) casefile.PersonStated {
	who.ID = p.id()
	lines, err := p.c.StatePerson(who, on("2025-12-16"))
	p.do("2025-12-16", lines, err)
	return who
}

func (p *planter) held(day string) casefile.ID {
	h := casefile.ReviewHeld{ID: p.id(), Recorded: on(day), Completed: on(day), Participation: "PN1"}
	lines, err := p.c.HoldReview(h, on(day))
	p.do(day, lines, err)
	return h.ID
}

func (p *planter) takes(day string, part casefile.TookPart) {
	part.ID = p.id()
	lines, err := p.c.TakePart(part, on(day))
	p.do(day, lines, err)
}

func (p *planter) decides(day string, d casefile.DecisionMade) casefile.DecisionMade {
	d.ID = p.id()
	lines, err := p.c.MakeDecision(d, on(day))
	p.do(day, lines, err)
	return d
}

// zebedee has two reviews behind him with decisions of every kind, private words
// of three kinds, and a third review from which his father is left out.
func zebedee(t interface{ Fatal(args ...any) }) *casefile.Case {
	p := &planter{t: t}
	p.begins("C-0001", map[string]string{casefile.FactName: "Zebedee Quillfeather", casefile.FactDOB: "2015-03-09",
		casefile.FactExternalID: "ZQ-1234567", casefile.FactLanguage: "Klingon"})
	p.person(casefile.PersonStated{Role: casefile.SocialWorker, Name: "Cyd Worker", Receives: casefile.FullRecord})
	p.person(casefile.PersonStated{Role: casefile.Manager, Name: "Dee Head", Receives: casefile.FullRecord})
	carer := p.person(casefile.PersonStated{Role: casefile.Carer, Name: canaryCarer, Phone: canaryPhone, Address: canaryStreet + ", " + canaryCode, Receives: casefile.FullRecord})
	mother := p.person(casefile.PersonStated{Role: casefile.Parent, Name: "Ann Quillfeather", Relation: "mother", Receives: casefile.Redacted, NoAddress: true})
	father := p.person(casefile.PersonStated{Role: casefile.Parent, Name: "Bo Otherwise", Relation: "father", Receives: casefile.LetterOnly})
	p.person(casefile.PersonStated{Role: casefile.Family, Name: "Gran Otherwise", Relation: "grandmother"})

	first := p.held("2026-01-12")
	swim := p.decides("2026-01-12", casefile.DecisionMade{Review: first, Need: "To be well", Outcome: "He swims", What: "Book swimming lessons", Who: "Cyd Worker", By: on("2026-02-12"), Accountable: "Dee Head"})
	dentist := p.decides("2026-01-12", casefile.DecisionMade{Review: first, Need: "Healthy teeth", Outcome: "No toothache", What: "See the dentist", Who: canaryCarer, By: on("2026-03-02")})
	lines, err := p.c.FollowDecision(casefile.DecisionFollowed{Decision: dentist.ID, State: casefile.DecisionDone, Evidence: "The appointment card"}, casefile.ID{}, on("2026-03-06"), on("2026-03-06"))
	p.do("2026-03-06", lines, err)

	const day = "2026-04-08"
	second := p.held(day)
	again := casefile.DecisionMade{ID: p.id(), Review: second, Need: swim.Need, Outcome: swim.Outcome, What: "Pay for swimming lessons", Who: "Cyd Worker", By: on("2026-05-01"), Accountable: "Dee Head", Different: "The money is there"}
	lines, err = p.c.CarryDecision(swim.ID, "There was no money", again, on(day), on(day))
	p.do(day, lines, err)
	p.decides(day, casefile.DecisionMade{Review: second, Need: "Somebody to talk to", Outcome: "Sleeps better", What: "Ask for counselling", Who: "Cyd Worker", By: on("2026-07-01"),
		Recommendation: true, Service: "Young Minds Team", Referred: on(day), ReplyBy: on("2026-05-20")})
	lines, err = review.Send(p.c, casefile.DecisionsSent{Review: second, Issued: on("2026-04-10"), To: "Dee Head", Sent: on("2026-04-10"), Received: on("2026-04-13")}, review.Context{Today: on("2026-04-13")})
	p.do("2026-04-13", lines, err)
	p.takes(day, casefile.TookPart{Review: second, Person: carer.ID, Name: carer.Name, Role: carer.Role, How: casefile.InTheRoom, Words: "He settles well with us."})
	p.takes(day, casefile.TookPart{Review: second, Person: mother.ID, Name: mother.Name, Role: mother.Role, How: casefile.SentViews, Words: "She says " + canaryView + ".", Private: true})
	for _, said := range []casefile.ChildSaid{{Words: "I like my new school.", Shareable: true}, {Words: "I never told anyone about " + canaryPrivate + "!"}} {
		said.ID, said.Review = p.id(), second
		lines, err = p.c.KeepWords(said, on(day), on(day))
		p.do(day, lines, err)
	}
	for _, note := range []casefile.NoteWritten{{Item: "B-707", Text: "He reads every evening."}, {Item: "B-710", Text: "Note well: " + canaryNote, Private: true}} {
		note.Review = second
		lines, err = p.c.WriteNote(note, casefile.ID{}, on(day))
		p.do(day, lines, err)
	}

	third := casefile.ReviewPlanned{ID: p.id(), Date: on("2026-10-01"), Time: "14:00", Venue: "The town hall"}
	lines, err = p.c.PlanReview(third, on("2026-05-11"))
	p.do("2026-05-11", lines, err)
	p.takes("2026-05-11", casefile.TookPart{Review: third.ID, Person: father.ID, Name: father.Name, Role: father.Role, How: casefile.LeftOut, Why: "The court has said so", Instead: "By letter"})
	return p.c
}

// wren is a child whose record tells where she lives in the words of a view.
func wren(t interface{ Fatal(args ...any) }) *casefile.Case {
	p := &planter{t: t, last: 1 << 20}
	p.begins("C-0002", map[string]string{casefile.FactName: "Wren Quillfeather", casefile.FactDOB: "2013-05-01"})
	mother := p.person(casefile.PersonStated{Role: casefile.Parent, Name: "Ann Quillfeather", Relation: "mother", Receives: casefile.Redacted, NoAddress: true})
	held := p.held("2026-01-12")
	p.takes("2026-01-12", casefile.TookPart{Review: held, Person: mother.ID, Name: mother.Name, Role: mother.Role, How: casefile.InTheRoom, Words: "I know that she is at 12 canary lane. I miss her."})
	p.takes("2026-01-12", casefile.TookPart{Review: held, Name: "Pat Left", How: casefile.LeftOut, Why: "Not safe", Instead: "By letter"})
	p.takes("2026-01-12", casefile.TookPart{Review: held, Name: "Wren Quillfeather", How: casefile.LeftOut, Why: "She did not want to come", Instead: "Through her drawing"})
	return p.c
}

// planted puts a store with the two children at a path.
func planted(t interface{ Fatal(args ...any) }, path string, o journal.Options) {
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	env := newEnvironment(nil, io.Discard, io.Discard)
	book, _, err := store.Create(path, o, env.NewID)
	check(err)
	p := practice.Replay(nil)
	profile, err := p.StateProfile(practice.Profile{Name: "Iris Reviewer", Phone: "01632 960001", Email: "iris@example.org", Council: "Anyshire"}, on("2025-12-01"))
	check(err)
	entries := casefile.Stamp{Day: on("2025-12-01")}.Entries(profile, env.NewID)
	change := caseload.Change{Files: []caseload.FileChange{{File: book.PracticeFile(), Practice: true, Entries: entries}}}
	p = practice.Replay(entries)
	for _, c := range []*casefile.Case{zebedee(t), wren(t)} {
		row := caseload.RowOf(c, p, on(dayOfPapers))
		change.Files = append(change.Files, caseload.FileChange{File: c.ID, Entries: c.Entries, Row: &row, DatedUnder: p.Number()})
	}
	_, err = book.Submit(change)()
	check(err)
	check(book.Close())
}

func plantedOptions(state string) journal.Options {
	return journal.Options{Passphrase: []byte("correct horse battery staple"), KDF: vault.Least(), StateDir: state, NoBackups: true}
}

// plantStore makes the store of the papers' scripts.
func plantStore(ts *testscript.TestScript, _ bool, _ []string) {
	planted(scriptFatal{ts}, ts.Getenv("FOOTPRINT_STORE"), plantedOptions(ts.Getenv("FOOTPRINT_STATE")))
}

type scriptFatal struct{ ts *testscript.TestScript }

func (s scriptFatal) Fatal(args ...any) { s.ts.Fatalf("%s", fmt.Sprint(args...)) }
