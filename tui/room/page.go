// Package room is the review itself on screen: going ahead or adjourning, who
// takes part, the agenda with last review's words beside this one's, the
// child's own words, the judgement of the plan, the decisions, closing, and
// what is to be done after it.
//
// What a review needs and what may be done next are the domain's; items are
// answered as in the preparation (see review.Answering). It changes a case only
// through commands of the domain and the desk, and reads no disk.
package room

import (
	"fmt"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/review"
	"footprint/tui/sheet"
)

// Doors are the screens the room leads to; the root supplies them.
type Doors struct {
	sheet.Doors
	Event     func(id casefile.ID, ev casefile.EventReported) kit.Page // the event intake, begun with what is known
	Decisions func(id casefile.ID) kit.Page
	Decide    func(id casefile.ID) kit.Page // the form of a new decision of this review
	Prepare   func(id casefile.ID) kit.Page
	Papers    func(id casefile.ID) kit.Page
	People    func(id casefile.ID) kit.Page
}

// Page is the room of the review in hand of one child.
type Page struct {
	*sheet.Sheet
	*review.Answering
	doors  Doors
	review casefile.Review
	prep   prep.Preparation
	ok     bool
	items  map[string]prep.Item // by line
	agenda []prep.Matter
}

// New is the room of a child's review in hand.
func New(d *desk.Desk, id casefile.ID, doors Doors) kit.Page {
	p := &Page{Sheet: sheet.New(d, id, sheet.Shape{Labels: 38, LabelsWide: 52, Lead: true}), Answering: review.NewAnswering(d, id), doors: doors}
	p.Show(p)
	return p
}

// Title says whose review, and which.
func (p *Page) Title() string {
	p.Refresh()
	row, _ := p.Desk.Row(p.Child)
	title := p.Desk.Name(row)
	if dob := row.DOB; dob.Known() {
		title += ", " + strconv.Itoa(dob.Age(p.Desk.Today(), p.Desk.Practice().Readings().LeapBirthday))
	}
	if p.ok && p.prep.No > 0 {
		return title + ": " + workday.Ordinal(p.prep.No) + " review, in the room"
	}
	return title + ": in the room"
}

// Right says how far the agenda is.
func (p *Page) Right() string {
	if !p.ok {
		return ""
	}
	spoken := 0
	for _, m := range p.agenda {
		if m.Answer.Answer != casefile.Open {
			spoken++
		}
	}
	return fmt.Sprintf("%d of %d spoken of, %s", spoken, len(p.agenda), kit.Count(len(p.Case().DecisionsOf(p.review.ID)), "decision", "decisions"))
}

// Empty says what is so when there is no review, and what to do next.
func (p *Page) Empty() (what, next string, keys []string) {
	if r, ok := prep.LastCompleted(p.Case(), p.Desk.Today()); ok {
		return "No review is in hand; the last was completed " + r.Held.Completed.Long() + ".",
			"What is to be done after it, with its days, is one key away.", []string{"a", "after the review"}
	}
	return "There is no review to chair.", "The child is not looked after today, or nothing is known of the next review.", []string{"esc", "back"}
}

// InReview tells the root that a review is being worked on: it locks later.
func (p *Page) InReview() bool { return true }

// Actions lists every key of the room.
func (p *Page) Actions() []kit.Action {
	p.Refresh()
	const line, here = "This line", "This review"
	none := p.Reading()
	if none == "" && !p.ok {
		none = "There is no review in hand."
	}
	l, _ := p.Selected()
	item, isItem := p.items[l.ID]
	noItem := none
	if noItem == "" && !isItem {
		noItem = "Go to an item of the list first."
	}
	noWords := noItem
	if none == "" && l.Open != nil {
		noWords = ""
	}
	on := func(do func(prep.Item) tea.Cmd) func() tea.Cmd {
		return func() tea.Cmd {
			cmd := do(item)
			p.Refresh()
			return cmd
		}
	}
	act := func(id, key, words string, foot int, do func() tea.Cmd) kit.Action {
		return kit.Action{ID: "room." + id, Keys: []string{key}, Words: words, Group: here, Foot: foot, Disabled: none, Do: do}
	}
	actions := []kit.Action{
		{ID: "room.words", Keys: []string{"enter", "n"}, Words: "write, or open", Group: line, Foot: 1, Disabled: noWords, Do: l.Open},
		{ID: "room.done", Keys: []string{"space"}, Words: "done", Group: line, Foot: 2, Disabled: noItem, Do: on(p.Done)},
		{ID: "room.not", Keys: []string{"x"}, Words: "not done, why", Group: line, Disabled: noItem,
			Do: on(func(i prep.Item) tea.Cmd { return p.Refuse(i, casefile.NotDone) })},
		{ID: "room.na", Keys: []string{"-"}, Words: "does not apply, why", Group: line, Disabled: noItem,
			Do: on(func(i prep.Item) tea.Cmd { return p.Refuse(i, casefile.NotApplicable) })},
		{ID: "room.reopen", Keys: []string{"o"}, Words: "open again: withdraw the answer", Group: line, Disabled: noItem, Do: on(p.Reopen)},
		act("go", "g", "go to an agenda item", 3, p.goTo),
		act("begin", "b", "begin: go ahead or adjourn", p.beginFoot(), p.begin),
		act("part", "p", "somebody takes part, and their views", 5, func() tea.Cmd { return p.takesPart(casefile.TookPart{}) }),
		act("child", "k", "how the child takes part", 0, p.participation),
		act("said", "w", "the child's own words", 6, func() tea.Cmd { return p.said(casefile.Said{}) }),
		act("judge", "j", "judge the plan", 0, p.judge),
		act("decide", "d", "a decision", 4, p.decide),
		act("safety", "e", "a safety concern: act on it at once", 0, p.safety),
		act("close", "c", "close the review", 7, p.finish),
	}
	if p.doors.Decisions != nil {
		actions = append(actions, kit.Action{ID: "room.decisions", Keys: []string{"D"}, Words: "all decisions of the child", Group: here, Disabled: p.Reading(),
			Do: p.push(p.doors.Decisions)})
	}
	if p.doors.Prepare != nil {
		actions = append(actions, kit.Action{ID: "room.prepare", Keys: []string{"r"}, Words: "the preparation", Group: here, Disabled: p.Reading(), Do: p.push(p.doors.Prepare)})
	}
	if p.doors.Papers != nil {
		actions = append(actions, kit.Action{ID: "room.papers", Keys: []string{"P"}, Words: "papers: record, decisions, letters", Group: here, Disabled: p.Reading(), Do: p.push(p.doors.Papers)})
	}
	actions = append(actions, kit.Action{ID: "room.after", Keys: []string{"a"}, Words: "after the review", Group: here, Disabled: p.notCompleted(), Do: func() tea.Cmd {
		p.Desk.Nav.Push(After(p.Desk, p.Child, p.doors))
		return nil
	}})
	return append(actions, p.Sheet.Actions(p.doors.Doors)[1:]...) // enter is the room's own
}

// beginFoot shows the key in the footer until the review has begun.
func (p *Page) beginFoot() int {
	if p.review.IsHeld() {
		return 0
	}
	return 1
}

func (p *Page) push(door func(casefile.ID) kit.Page) func() tea.Cmd {
	return func() tea.Cmd {
		p.Desk.Nav.Push(door(p.Child))
		return nil
	}
}

func (p *Page) notCompleted() string {
	if why := p.Reading(); why != "" {
		return why
	}
	if _, ok := prep.LastCompleted(p.Case(), p.Desk.Today()); !ok {
		return "No review of this child has been completed yet."
	}
	return ""
}

// decide opens the form of a new decision, or all of them where there is none.
func (p *Page) decide() tea.Cmd {
	if p.doors.Decide != nil {
		return p.push(p.doors.Decide)()
	}
	return nil
}

// safety opens the event intake with a safeguarding concern of today (HB 3.74;
// MO-15).
func (p *Page) safety() tea.Cmd {
	p.Desk.Nav.Push(p.doors.Event(p.Child, casefile.EventReported{What: "safeguarding", On: p.Desk.Today(), ToldOn: p.Desk.Today()}))
	return nil
}

// now is the case as it stands when a form is saved.
func (p *Page) now() *casefile.Case { return p.Desk.Case(p.Child) }

// kept gives the id of a thing stated again, or a new one.
func (p *Page) kept(id casefile.ID) casefile.ID {
	if id.Zero() {
		return p.Desk.Watch.NewID()
	}
	return id
}
