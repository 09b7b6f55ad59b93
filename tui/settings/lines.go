package settings

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/caseload"
	"footprint/domain/figures"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/kit"
	"footprint/tui/readings"
)

// build makes the lines of the screen in their order.
func (p *Page) build() []line {
	var out []line
	part := func(heading string, lines ...line) {
		if len(lines) > 0 {
			out = append(append(out, line{id: "head " + heading, heading: heading}), lines...)
		}
	}
	part("You", p.profileLine(), p.caseloadLine())
	part("Words and readings of the law", p.wordLines()...)
	part("Locking", p.lockLine(practice.LockAfter, false), p.lockLine(practice.LockInReview, true))
	part("How it looks", p.lookLines()...)
	part("Posts you write to", p.postLines()...)
	part("Bank holidays", p.holidayLines()...)
	part("Keeping it safe", p.safeLines()...)
	return out
}

func (p *Page) profileLine() line {
	me := p.desk.Practice().Profile()
	value := me.Name
	if value == "" {
		value = "not entered yet"
	}
	l := line{id: "profile", label: "Your name and details", value: value,
		about: "Your name stands on every entry you make; telephone and email go on letters.",
		open:  func() tea.Cmd { p.desk.Nav.Push(Profile(p.desk)); return nil }}
	switch today := p.desk.Today(); {
	case !me.Renews.Known() || me.Renews > today.AddDays(renewalWarning):
	case me.Renews < today:
		l.sign, l.about = kit.SignLate, "Your registration was to be renewed by "+me.Renews.Long()+" (HB 2.16)."
	default:
		l.sign, l.about = kit.SignSoon, "Your registration renews on "+me.Renews.Long()+" (HB 2.16)."
	}
	return l
}

// renewalWarning is how many days ahead the renewal of the registration is
// spoken of.
const renewalWarning = 60

// caseloadLine holds the caseload against the range for a full-time IRO (CL-01).
func (p *Page) caseloadLine() line {
	me := p.desk.Practice().Profile()
	children := caseload.CountOf(p.desk.Rows(), p.desk.Today()).Children
	each, band := figures.BandOf(children, me.FullTime())
	words := map[figures.Band]string{figures.BelowRange: "below the range", figures.WithinRange: "within the range", figures.AboveRange: "above the range"}[band]
	l := line{id: "caseload", label: "Your caseload", value: kit.Count(children, "child", "children") + ", " + words,
		about: fmt.Sprintf("The range is 50 to 70 for a full-time IRO (HB 7.15). Yours comes to %.1f for each full-time post; your share of one is among your details.", each),
		open:  func() tea.Cmd { p.desk.Nav.Push(Profile(p.desk)); return nil }}
	if band == figures.AboveRange {
		l.sign = kit.SignLate
	}
	return l
}

func (p *Page) nounLine() line {
	c, _ := practice.ChoiceOf(practice.ChildNoun)
	return line{id: string(c.Setting), label: "A looked-after child is called", value: p.desk.Practice().Value(c.Setting),
		about: c.Question + " " + c.Effect, open: func() tea.Cmd { return p.choose(c) }}
}

func (p *Page) wordLines() []line {
	out := []line{p.nounLine(), p.readingsLine()}
	if p.doors.Wordings == nil {
		return out
	}
	l := line{id: "wordings", label: "Wording of letters", value: "all as usual",
		about: "The text of every letter and form, which can be your council's own, in English or translated. Fields from a checked list stand for what is on file.",
		open:  func() tea.Cmd { p.desk.Nav.Push(p.doors.Wordings()); return nil }}
	if n := len(p.desk.Practice().Templates()); n > 0 {
		l.value = kit.Count(n, "wording", "wordings") + " of your own"
	}
	return append(out, l)
}

// readingsLine leads to the screen of the readings.
func (p *Page) readingsLine() line {
	l := line{id: "readings", label: "Readings of the law", value: "all as usual",
		about: "Every question the law leaves open with the reading chosen, the limits nobody could verify and the local ones, and what each would change.",
		open:  func() tea.Cmd { p.desk.Nav.Push(readings.New(p.desk)); return nil }}
	if n := len(p.desk.Practice().Changed()); n > 0 {
		l.sign, l.value = kit.SignSoon, fmt.Sprintf("%d changed", n)
	}
	return l
}

// choose offers the values of a setting.
func (p *Page) choose(c practice.Choice) tea.Cmd {
	d := p.desk
	d.Nav.Open(kit.NewPicker(d.Nav, c.Question, readings.Values(c, d.Practice().Value(c.Setting)), func(v string) tea.Cmd {
		lines, err := d.Practice().Set(c.Setting, v, d.Today())
		cmd, _ := change(d, lines, err, "Set: "+v)
		p.refresh()
		return cmd
	}))
	return nil
}

func (p *Page) lockLine(s practice.Setting, inReview bool) line {
	label, about := "Lock after", "How long nothing is pressed before the screen is cleared and the passphrase asked. Between 1 and 60 minutes."
	if inReview {
		label, about = "Lock after, in a review", "The same while a review or a visit is on the screen, when you talk more than you type."
	}
	minutes := p.desk.Practice().Minutes(inReview)
	return line{id: string(s), label: label, value: kit.Count(minutes, "minute", "minutes"), about: about,
		open: func() tea.Cmd { p.desk.Nav.Push(minutesForm(p.desk, s, label, minutes)); return nil }}
}

func (p *Page) lookLines() []line {
	th := p.desk.Nav.Theme()
	signs := "· ✓ × and lines"
	if th.ASCII() {
		signs = "plain letters only"
	}
	return []line{
		{id: "look", label: "Colours", value: string(th.Look().Mode),
			about: "Dark, light or high contrast; or no colour at all, when signs and words say everything. It changes nothing but the look on this computer.",
			open:  p.chooseLook},
		{id: "signs", label: "Signs", value: signs,
			about: "Plain letters for terminals that show boxes or question marks in place of signs.",
			open: func() tea.Cmd {
				l := th.Look()
				l.ASCII = !l.ASCII
				return p.keepLook(l)
			}},
	}
}

var lookWords = map[kit.Mode]string{
	kit.Dark:         "light letters on a dark screen",
	kit.Light:        "dark letters on a light screen",
	kit.HighContrast: "strong grounds, nothing faint",
	kit.NoColour:     "signs and words only",
}

func (p *Page) chooseLook() tea.Cmd {
	var options []kit.Option
	for _, m := range []kit.Mode{kit.Dark, kit.Light, kit.HighContrast, kit.NoColour} {
		options = append(options, kit.Option{ID: string(m), Words: string(m), Detail: lookWords[m]})
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "Which colours?", options, func(id string) tea.Cmd {
		l := p.desk.Nav.Theme().Look()
		l.Mode = kit.Mode(id)
		return p.keepLook(l)
	}))
	return nil
}

// keepLook changes the look of every screen at once and keeps it.
func (p *Page) keepLook(l kit.Look) tea.Cmd {
	p.desk.Nav.Theme().Set(l)
	p.refresh()
	wait := p.looks.Keep(l)
	return func() tea.Msg {
		if err := wait(); err != nil {
			return kit.Failed{Err: err}
		}
		return nil
	}
}

func (p *Page) postLines() []line {
	add := func() tea.Cmd { p.pickPost(); return nil }
	about := "Letters and disputes are addressed to whoever holds a post. Enter changes it, a adds one, x says that nobody holds it."
	var out []line
	for _, post := range p.desk.Practice().Posts() {
		var parts []string
		for _, s := range []string{post.Name, post.Phone, post.Email} {
			if s != "" {
				parts = append(parts, p.desk.Private(s))
			}
		}
		out = append(out, line{id: "post " + post.Post, label: post.Post, value: strings.Join(parts, ", "), about: about, add: add,
			open: func() tea.Cmd { p.desk.Nav.Push(postForm(p.desk, post)); return nil },
			drop: func() tea.Cmd { return p.dropPost(post) }})
	}
	return append(out, line{id: "post+", label: "Add a post", value: "", about: about, open: add, add: add})
}

func (p *Page) holidayLines() []line {
	add := func() tea.Cmd { p.desk.Nav.Push(holidayForm(p.desk)); return nil }
	about := "A bank holiday proclaimed after this Footprint was made moves every date counted over it."
	var out []line
	for _, h := range added(p.desk.Practice()) {
		value := h.Name
		if h.Working {
			value = "a working day"
			if was, ok := published(h.Date); ok {
				value += ", not " + was.Name
			}
		}
		out = append(out, line{id: "day " + h.Date.String(), label: h.Date.Long(), value: value, about: about, open: add, add: add,
			drop: func() tea.Cmd { return p.dropHoliday(h) }})
	}
	last := line{id: "day+", label: "Add a bank holiday", about: publishedTo(p.late) + " " + about, open: add, add: add,
		value: "published up to " + workday.LastPublished.Long()}
	if p.late.dates > 0 {
		last.sign, last.about = kit.SignSoon, publishedTo(p.late)
		last.value = kit.Count(p.late.dates, "date lies", "dates lie") + " past " + workday.LastPublished.Long()
	}
	return append(out, last)
}

func (p *Page) safeLines() []line {
	var out []line
	for _, s := range []struct {
		id, label, about string
		door             func() kit.Page
	}{
		{"backup", "Back up", "An encrypted copy of everything, in one file. Automatic ones are listed there too.", p.doors.Backup},
		{"restore", "Put a backup back", "The caseload as it stood in a backup; the present one is set aside, not lost.", p.doors.Restore},
		{"verify", "Check every record", "Opens every record and follows every chain, to be sure nothing is damaged or missing.", p.doors.Verify},
		{"passphrase", "Change the passphrase", "A new passphrase, and if someone may know the old one, new keys too.", p.doors.Passphrase},
		{"recovery", "New recovery code", "A new code for a lost passphrase; the one before stops working.", p.doors.Recovery},
	} {
		if s.door != nil {
			out = append(out, line{id: s.id, label: s.label, value: "", about: s.about,
				open: func() tea.Cmd { p.desk.Nav.Push(s.door()); return nil }})
		}
	}
	return out
}
