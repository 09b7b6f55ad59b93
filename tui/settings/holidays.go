package settings

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// published gives the bank holiday a day has without anything added.
func published(d workday.Date) (workday.Holiday, bool) { return workday.Calendar{}.Holiday(d) }

// added gives what the IRO said about bank holidays and what differs from the
// published ones, by date.
func added(p *practice.Practice) []practice.HolidayStated {
	var out []practice.HolidayStated
	for _, h := range p.Holidays() {
		was, holiday := published(h.Date)
		differs := h.Working == holiday
		if !h.Working && holiday {
			differs = h.Name != was.Name
		}
		if differs {
			out = append(out, h)
		}
	}
	return out
}

// beyond tells which dates of reviews lie past the published bank holidays.
type beyond struct {
	dates int
	years []int // they lie in, in order
}

// provisional counts the dates of reviews that lie past the published bank
// holidays: limits, planned days and days to finish by (DT-12).
func (p *Page) provisional() beyond {
	var out beyond
	cal, today := p.desk.Calendar(), p.desk.Today()
	for _, r := range p.desk.Rows() {
		if !r.Open(today) {
			continue
		}
		for _, d := range []workday.Date{r.Due, r.Planned, r.Finish} {
			if !cal.Provisional(d) {
				continue
			}
			out.dates++
			if at, seen := slices.BinarySearch(out.years, d.Year()); !seen {
				out.years = slices.Insert(out.years, at, d.Year())
			}
		}
	}
	return out
}

// publishedTo says how far the published bank holidays reach, and what to do
// about dates past them.
func publishedTo(late beyond) string {
	s := "Bank holidays are published up to " + workday.LastPublished.Long() + "; later ones come from the rules and may still move."
	if late.dates > 0 {
		years := make([]string, len(late.years))
		for i, y := range late.years {
			years[i] = fmt.Sprint(y)
		}
		s += fmt.Sprintf(" %s past that day, in %s. Add the holidays when they are published.",
			kit.Count(late.dates, "review date lies", "review dates lie"), strings.Join(years, ", "))
	}
	return s
}

// holidayForm adds a bank holiday, or makes a day a working day.
func holidayForm(d *desk.Desk) kit.Page {
	const draft = "form/holiday"
	day := d.DateField("date", "Day", 0, true)
	read := day.Check
	day.Check = func(text string) (string, error) {
		echo, err := read(text)
		if err != nil {
			return "", err
		}
		got := d.ReadDate(text)
		if h, ok := d.Calendar().Holiday(got); ok {
			echo += ", " + h.Name
		} else if workday.LastPublished < got {
			echo += ", not published yet"
		}
		return echo, nil
	}
	return d.Form(d.Book.PracticeFile(), draft, kit.FormSpec{
		Title: "Add a bank holiday",
		Intro: publishedTo(beyond{}) + " Every date is worked out again.",
		Fields: []kit.Field{
			day,
			{ID: "what", Label: "That day is", Kind: kit.ChoiceField, Value: "holiday", Required: true,
				Choices: []kit.Option{{ID: "holiday", Words: "a bank holiday"}, {ID: "working", Words: "an ordinary working day"}}},
			{ID: "name", Label: "What it is for", Required: true, Hint: "Shown beside every date it moves, such as: Coronation",
				When: func(v kit.Values) bool { return v["what"] != "working" }},
		},
		Done: func(v kit.Values) tea.Cmd {
			h := practice.HolidayStated{Date: d.ReadDate(v["date"]), Working: v["what"] == "working"}
			if !h.Working {
				h.Name = strings.TrimSpace(v["name"])
			}
			lines, err := d.Practice().StateHoliday(h, d.Today())
			words := h.Date.Long() + " is a bank holiday now."
			if h.Working {
				words = h.Date.Long() + " is a working day now."
			}
			return finish(d, draft, lines, err, words)
		},
	})
}

// dropHoliday puts a day back to what was published.
func (p *Page) dropHoliday(h practice.HolidayStated) tea.Cmd {
	back := practice.HolidayStated{Date: h.Date, Working: true}
	words := "It becomes an ordinary working day again"
	if was, ok := published(h.Date); ok {
		back = practice.HolidayStated{Date: h.Date, Name: was.Name}
		words = "It becomes a bank holiday again, " + was.Name
	}
	p.desk.Nav.Open(kit.NewConfirm(p.desk.Nav, kit.Ask{
		Title: h.Date.Long() + " as it was published?", Button: "put it back", Started: "x",
		Words: words + ", and every date is worked out again.",
		Yes: func() tea.Cmd {
			lines, err := p.desk.Practice().StateHoliday(back, p.desk.Today())
			cmd, _ := change(p.desk, lines, err, h.Date.Long()+" is as it was published.")
			p.refresh()
			return cmd
		},
	}))
	return nil
}

// calendar lists the bank holidays of three years.
func (p *Page) calendar() tea.Cmd {
	th, cal, year := p.desk.Nav.Theme(), p.desk.Calendar(), p.desk.Today().Year()
	own := map[workday.Date]bool{}
	for _, h := range added(p.desk.Practice()) {
		own[h.Date] = true
	}
	p.desk.Nav.Open(kit.NewReader(th, "Bank holidays, England and Wales", func(w int) []string {
		var out []string
		for y := year; y < year+3; y++ {
			if y > year {
				out = append(out, "")
			}
			head := fmt.Sprint(y)
			if d, ok := workday.Of(y, 12, 31); ok && cal.Provisional(d) {
				head += ", not published yet: by rule"
			}
			out = append(out, "   "+th.Paint(kit.Strong, head))
			for _, h := range cal.Year(y) {
				name := h.Name
				if own[h.Date] {
					name += " (added by you)"
				}
				out = append(out, kit.Truncate("   "+h.Date.Long()+"   "+kit.Clean(name), w))
			}
		}
		return out
	}))
	return nil
}
