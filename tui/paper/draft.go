package paper

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// draft is one paper that can be made: what it is, from which review and for
// whom.
type draft struct {
	kind     document.LetterKind // "" for the record and the decisions sheet
	what     string              // the words a record or a sheet is noted by
	review   casefile.ID
	reader   document.Reader
	part     casefile.ID // of a letter on being left out
	decision casefile.ID // of an alert
	replyBy  workday.Date
}

// words are what the paper is noted by.
func (dr draft) words() string {
	if dr.kind != "" {
		return dr.kind.Words()
	}
	return dr.what
}

// asksReply reports whether the letter names a day to answer by.
func (dr draft) asksReply() bool {
	return dr.kind == document.Consultation || dr.kind == document.Invitation || dr.kind == document.Alert
}

// professionals is the reader of the page about the IRO's work: nobody by name,
// who may learn nothing about the child.
var professionals = document.Reader{Person: casefile.PersonStated{Role: "professionals"}}

// to is whom the paper is for, in words, as it is noted.
func (dr draft) to() string {
	p := dr.reader.Person
	switch {
	case dr.reader.Child:
		return "the child"
	case dr.kind == "" && dr.reader == document.Reader{}:
		return "the case record"
	case p.Name == "":
		return string(p.Role)
	case p.Role == "":
		return p.Name
	}
	return p.Name + ", " + string(p.Role)
}

// shown is whom the paper is for as it may be shown now.
func (dr draft) shown(d *desk.Desk) string {
	p := dr.reader.Person
	if p.Name == "" {
		return dr.to()
	}
	p.Name = d.Private(p.Name)
	dr.reader.Person = p
	return dr.to()
}

// copied is which copy the paper is; letters are none.
func (dr draft) copied() casefile.Receives {
	switch {
	case dr.kind != "":
		return ""
	case dr.reader.Redacted():
		return casefile.Redacted
	}
	return casefile.FullRecord
}

// current finds what the file says now of whom the draft is for. A letter that
// names no reader goes to whom the domain finds.
func (dr draft) current(d *desk.Desk, c *casefile.Case) draft {
	for _, p := range c.People(d.Today()) {
		if p.ID == dr.reader.Person.ID {
			dr.reader.Person = p
		}
	}
	if decided, ok := c.DecisionByID(dr.decision); ok {
		dr.review = decided.Review
	}
	switch {
	case dr.kind == document.ToChild:
		dr.reader = document.Reader{Child: true}
	case dr.kind != "" && dr.reader == document.Reader{}:
		if l, err := document.Letter(dr.subject(d, c), dr.wanted()); err == nil {
			dr.reader = l.To
		}
	}
	return dr
}

// written is a draft written out, with what the IRO should know of it.
type written struct {
	doc      document.Document
	sections []string
	leaks    []document.Leak
	warnings []document.Leak // words to be read first
	notes    []string
	missing  []string // what stands in brackets
	lacks    []string // what the record still lacks
	err      error
}

// subject is what the draft is made from.
func (dr draft) subject(d *desk.Desk, c *casefile.Case) document.Subject {
	r, _ := c.ReviewByID(dr.review)
	return document.Subject{Case: c, Practice: d.Practice(), Context: d.Context(), Review: r}
}

func (dr draft) wanted() document.Wanted {
	return document.Wanted{Kind: dr.kind, To: dr.reader, Part: dr.part, Decision: dr.decision, ReplyBy: dr.replyBy}
}

// compose writes the paper and does not look for leaks.
func (dr draft) compose(s document.Subject) (out written) {
	switch {
	case dr.kind != "":
		var l document.Written
		l, out.err = document.Letter(s, dr.wanted())
		out.doc, out.notes, out.missing = l.Document, l.Notes, l.Missing
	case dr.what == document.PaperDecisions:
		out.doc, out.err = document.Decisions(s, dr.reader)
	default:
		if out.doc, out.err = document.Record(s, dr.reader); out.err == nil {
			out.lacks = document.Lacks(s)
		}
	}
	return out
}

// write writes the paper without the sections left out, and looks for leaks.
func (dr draft) write(d *desk.Desk, c *casefile.Case, leftOut []string) written {
	s := dr.subject(d, c)
	out := dr.compose(s)
	if out.err != nil {
		return out
	}
	out.sections = out.doc.Sections()
	out.doc = out.doc.Without(leftOut...)
	out.leaks = document.Guard(s, dr.reader, out.doc)
	out.warnings = document.Warnings(s, dr.reader, out.doc)
	return out
}

// fileName is the name of the paper's file: by the day of the review where it
// tells of one that was held, else by today.
func (dr draft) fileName(d *desk.Desk, c *casefile.Case, format string) string {
	on := d.Today()
	if r, _ := c.ReviewByID(dr.review); r.IsHeld() && (dr.kind == "" || dr.kind == document.ToChild) {
		on = r.Held.Recorded
	}
	return document.FileName(c.Ref, dr.words(), on, dr.reader, format)
}

// lastMade is the newest paper of that kind made for that reader from that
// review.
func (dr draft) lastMade(c *casefile.Case) (casefile.Paper, bool) {
	for _, p := range slices.Backward(c.Papers()) {
		if p.What == dr.words() && p.Person == dr.reader.Person.ID && p.To == dr.to() && p.Review == dr.review {
			return p, true
		}
	}
	return casefile.Paper{}, false
}

// readers lists the drafts like this one for everybody it may be for.
func (dr draft) readers(c *casefile.Case, day workday.Date) []draft {
	var out []draft
	add := func(r document.Reader) {
		next := dr
		next.reader = r
		out = append(out, next)
	}
	bands := document.Bands(dr.kind)
	adults := slices.Contains(bands, document.ForAdult)
	switch dr.kind {
	case document.Role:
		add(professionals)
		add(document.Reader{Child: true})
		return out
	case "":
		add(document.Reader{})
		add(document.Reader{Child: true, Copy: casefile.FullRecord})
		adults = true
	case document.Alert: // to adults only
	default:
		add(document.Reader{Child: true})
	}
	if adults {
		for _, p := range c.People(day) {
			add(document.Reader{Person: p})
		}
	}
	return out
}

// pickReader asks for whom the paper is, and says what each was made before or
// why they cannot have it.
func (o *office) pickReader(dr draft, next func(draft) tea.Cmd) tea.Cmd {
	c := o.desk.Case(o.child)
	all := dr.readers(c, o.desk.Today())
	var options []kit.Option
	for i, r := range all {
		option := kit.Option{ID: fmt.Sprint(i), Words: r.shown(o.desk)}
		if before, ok := r.lastMade(c); ok {
			option.Detail = "made " + before.On.Short()
		} else if r.kind == "" {
			option.Detail = string(r.copied())
		}
		if err := r.compose(r.subject(o.desk, c)).err; err != nil {
			option.Disabled = fault.Words(err)
		}
		options = append(options, option)
	}
	o.desk.Nav.Open(kit.NewPicker(o.desk.Nav, "For whom? "+sheet.Sentence(dr.words()), options, func(id string) tea.Cmd {
		i := slices.IndexFunc(options, func(op kit.Option) bool { return op.ID == id })
		return next(all[max(i, 0)])
	}))
	return nil
}
