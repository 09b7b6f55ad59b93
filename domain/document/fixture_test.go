package document_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

var update = flag.Bool("update", false, "write the goldens again")

func day(s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// The ids of the made-up file.
var (
	fileID  = casefile.ID{1}
	firstID = casefile.ID{2, 1}
	thisID  = casefile.ID{2, 2}
	nextID  = casefile.ID{2, 3}
	mumID   = casefile.ID{3, 1}
	carerID = casefile.ID{3, 2}
	swID    = casefile.ID{3, 3}
	tmID    = casefile.ID{3, 4}
	nanID   = casefile.ID{3, 5}
	dadID   = casefile.ID{3, 6}
	oldID   = casefile.ID{4, 1}
	newID   = casefile.ID{4, 2}
	planID  = casefile.ID{4, 3}
)

const today = "2026-12-10"

type entries struct {
	n    uint16
	list []casefile.Entry
}

func (e *entries) on(when string, events ...casefile.Event) {
	for _, ev := range events {
		e.n++
		e.list = append(e.list, casefile.Entry{ID: casefile.ID{0, byte(e.n >> 8), byte(e.n)},
			Stamp: casefile.Stamp{Day: day(when), By: "Ruth Quaye"}, Line: casefile.Line{On: day(when), Event: ev}})
	}
}

// maja is a whole made-up file: two reviews held, a third planned.
func maja() *entries {
	e := &entries{}
	e.on("2026-01-06", &casefile.Opened{Ref: "C-0001"}, &casefile.Stated{Facts: map[string]string{
		casefile.FactName: "Maja Kowalska", casefile.FactDOB: "2016-03-09", casefile.FactExternalID: "566910", casefile.FactCouncil: "Northshire",
		casefile.FactLanguage: "Polish", casefile.FactRoute: "long-term fostering", casefile.FactPermanence: "2026-05-01", casefile.FactPermanenceBy: "2027-03-01",
		"comm_reach": "Maja sends a message from her carer's phone", "comm_helps": "time, and drawing",
	}})
	e.on("2026-01-05", &casefile.CareStated{ID: casefile.ID{5}, Start: day("2026-01-05")},
		&casefile.StatusStated{ID: casefile.ID{6}, Code: "C2", Start: day("2026-01-05")},
		&casefile.PlacementStated{ID: casefile.ID{7, 1}, Code: "U6", Start: day("2026-01-05"), End: day("2026-03-01"), Carer: "Ann Best", Address: "3 Mill Lane\nAshby\nLE65 1AA", Phone: "01530 411222"},
		&casefile.PlacementStated{ID: casefile.ID{7, 2}, Code: "U6", Start: day("2026-03-01"), Carer: "Piotr and Ewa Nowak", Address: "Flat 2, 12 Elm Road\nLeeds\nLS1 4AB", Phone: "07700 900123", Provider: "PR4"},
		&casefile.AppointmentStated{ID: casefile.ID{8, 1}, Name: "Sam Old", From: day("2026-01-05"), To: day("2026-06-01")},
		&casefile.AppointmentStated{ID: casefile.ID{8, 2}, Name: "Ruth Quaye", From: day("2026-06-01")},
		&casefile.PersonStated{ID: mumID, Role: casefile.Parent, Name: "Zofia Kowalska", Relation: "mother", Receives: casefile.Redacted, NoAddress: true, Language: "Polish", Address: "8 Hope Street, Leeds", Phone: "07700 900999", Email: "zofia@example.org", Part: casefile.PartOfIt},
		&casefile.PersonStated{ID: dadID, Role: casefile.Parent, Name: "Jan Kowalski", Relation: "father", Receives: casefile.LetterOnly},
		&casefile.PersonStated{ID: carerID, Role: casefile.Carer, Name: "Ewa Nowak", Receives: casefile.FullRecord, Phone: "07700 900123"},
		&casefile.PersonStated{ID: swID, Role: casefile.SocialWorker, Name: "Tom Webb", Receives: casefile.FullRecord, Phone: "01632 960111"},
		&casefile.PersonStated{ID: tmID, Role: casefile.TeamManager, Name: "Lena Field", Receives: casefile.FullRecord},
		&casefile.PersonStated{ID: nanID, Role: casefile.Family, Name: "Irena Lis", Relation: "grandmother", Receives: casefile.Nothing})
	e.on("2026-01-30", &casefile.ReviewHeld{ID: firstID, Recorded: day("2026-01-30"), Completed: day("2026-01-30"), Participation: "PN1"},
		&casefile.DecisionMade{ID: oldID, Review: firstID, Need: "Maja misses her nan", Outcome: "they see each other", What: "Arrange family time with her nan", Who: "Tom Webb", By: day("2026-03-01"), Accountable: "Lena Field"})
	e.on("2026-04-30", &casefile.ReviewPlanned{ID: thisID, Date: day("2026-04-30"), Time: "16:00", Venue: "Flat 2, 12 Elm Road, Leeds", Home: true},
		&casefile.ReviewHeld{ID: thisID, Recorded: day("2026-04-30"), Completed: day("2026-05-05"), Participation: "PN1", Adjourned: true, LateReason: "the report came late"},
		&casefile.StartDecided{Review: thisID, Adjourned: true, Ground: "papers are missing", Child: "did not mind", Carer: "agreed", Weighed: "Maja was not ready, and a week is short", First: day("2026-04-30"), Resume: day("2026-05-05")})
	e.on("2026-05-05",
		&casefile.TookPart{ID: casefile.ID{9, 1}, Review: thisID, Person: mumID, Name: "Zofia Kowalska", Role: casefile.Parent, How: casefile.LeftOut, Part: "the child's part of the review", Why: "Maja asked for it", Instead: "a meeting with me the day before", Words: "I want her home by summer."},
		&casefile.TookPart{ID: casefile.ID{9, 2}, Review: thisID, Person: carerID, Name: "Ewa Nowak", Role: casefile.Carer, How: casefile.InTheRoom, Words: "She sleeps through now."},
		&casefile.TookPart{ID: casefile.ID{9, 3}, Review: thisID, Person: swID, Name: "Tom Webb", Role: casefile.SocialWorker, How: casefile.AtADistance},
		&casefile.TookPart{ID: casefile.ID{9, 4}, Review: thisID, Name: "Ms Adu", Role: casefile.School, How: casefile.SentViews, Words: "The class teacher worries about what an older cousin says to her.", Private: true},
		&casefile.ChildSaid{ID: casefile.ID{10, 1}, Review: thisID, Words: "I want to see my nan more.", Shareable: true, About: "family", Where: "on a walk"},
		&casefile.ChildSaid{ID: casefile.ID{10, 2}, Review: thisID, Words: "I do not want mum to know that I am scared of her friend."},
		&casefile.ItemAnswered{Review: thisID, Item: "B-502", Answer: casefile.Done, Evidence: map[string]string{"keep_private": "that she wets the bed", "wants_raised": "her nan"}},
		&casefile.ItemAnswered{Review: thisID, Item: "B-505", Answer: casefile.Done, Evidence: map[string]string{"how_explained": "in words, with the leaflet", "wants_advocate": "no"}},
		&casefile.ItemAnswered{Review: thisID, Item: "B-506", Answer: casefile.NotDone, Reason: "Maja was tired"},
		&casefile.NoteWritten{Review: thisID, Item: "B-707", Text: "Maja reads well and is behind in sums. Ms Adu gives her a hand twice a week."},
		&casefile.NoteWritten{Review: thisID, Item: "B-705", Text: "Maja sees her nan once a month, and Piotr and Ewa Nowak take her there."},
		&casefile.NoteWritten{Review: thisID, Item: "B-710", Text: "The doctor looks into what keeps her awake at night.", Private: true},
		&casefile.NoteWritten{Text: "Ring the school about the lunch money."},
		&casefile.Logged{What: casefile.Footprint, Text: "Drove there twice."},
		&casefile.PlanJudged{Review: thisID, Needs: map[string]string{"health": "yes", "education": "no"}, NeedsWords: map[string]string{"education": "no outcome for sums"},
			Smart: map[string]string{"specific": "yes", "timed": "no"}, SmartWords: "Days are missing.", Rating: casefile.Amber, Why: "Family time is not planned.",
			Evaluation: "The plan meets most needs.", Picture: "Maja draws horses and laughs a lot."},
		&casefile.DecisionFollowed{Decision: oldID, State: casefile.DecisionPart, Evidence: "two visits seen in the log", Why: "no transport", CarriedTo: newID},
		&casefile.DecisionMade{ID: newID, Review: thisID, Need: "Maja misses her nan", Outcome: "they see each other each month", What: "Pay for the taxi to her nan", Who: "Tom Webb", By: day("2026-06-30"), Accountable: "Lena Field", CarriedFrom: oldID, Different: "the money is agreed first"},
		&casefile.DecisionMade{ID: planID, Review: thisID, Need: "sums", Outcome: "Maja catches up", What: "A tutor for sums", Who: "Ewa Nowak", By: day("2026-07-10"), Recommendation: true},
		&casefile.DecisionsSent{Review: thisID, Issued: day("2026-05-08"), To: "Lena Field", Sent: day("2026-05-08"), Received: day("2026-05-11")},
		&casefile.ManagerAnswered{Decision: planID, Words: "there is no money for a tutor", By: "Lena Field"},
		&casefile.ManagerAlerted{ID: casefile.ID{11}, Decision: newID, To: "Lena Field", Sent: day("2026-08-01")},
		&casefile.CopySent{Review: thisID, Person: swID, To: "Tom Webb", Copy: casefile.FullRecord},
		&casefile.ReviewPlanned{ID: nextID, Date: day("2027-01-20"), Time: "16:30", Home: true})
	return e
}

func ruth() *practice.Practice {
	e := &entries{}
	e.on("2026-01-01", &practice.ProfileStated{Name: "Ruth Quaye", Phone: "01632 960000", Email: "ruth@northshire.example", Council: "Northshire"},
		&practice.PostStated{Post: "Complaints officer", Name: "B. Moss", Phone: "01632 960222"},
		&practice.PostStated{Post: "Advocacy service", Name: "Voices", Phone: "0800 000000"})
	return practice.Replay(e.list)
}

func subject(e *entries, about casefile.ID) document.Subject {
	c := casefile.Replay(fileID, e.list)
	r, _ := c.ReviewByID(about)
	p := ruth()
	return document.Subject{Case: c, Practice: p, Review: r, Context: review.Context{Today: day(today), Calendar: p.Calendar(), Readings: p.Readings()}}
}

// as is the reader that a person of the file is.
func as(t testing.TB, s document.Subject, id casefile.ID) document.Reader {
	t.Helper()
	for _, p := range s.Case.People(s.Context.Today) {
		if p.ID == id {
			return document.Reader{Person: p}
		}
	}
	t.Fatal("nobody has that id")
	return document.Reader{}
}

// outline prints a paper plainly: one mark for each kind of block.
func outline(d document.Document) string {
	var b strings.Builder
	put := func(parts ...string) {
		b.WriteString(strings.ReplaceAll(strings.Join(parts, ""), "\n", "\n  ") + "\n")
	}
	put("TITLE ", d.Title)
	put("UNDER ", d.Subtitle)
	put("FOOT ", d.Foot, " | ", d.Language, " | ", d.Author, " | ", d.Date.String())
	for _, block := range d.Body {
		switch x := block.(type) {
		case document.Heading:
			put("\n", strings.Repeat("#", x.Level), " ", x.Text)
		case document.Paragraph:
			put("P ", x.Text)
		case document.List:
			for _, item := range x.Items {
				put("- ", item)
			}
		case document.Facts:
			for _, f := range x.Rows {
				put(": ", f.Label, " = ", f.Text)
			}
		case document.Table:
			put("| ", strings.Join(x.Head, " | "))
			for _, row := range x.Rows {
				put("| ", strings.Join(row, " | "))
			}
		case document.Blank:
			put(strings.Repeat("_", x.Lines))
		case document.PageBreak:
			put("====")
		}
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s is not as it was; look at the difference and run with -update if it is meant:\n%s", path, got)
	}
}
