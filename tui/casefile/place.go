package casefile

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

func (p *Page) addStatus() tea.Cmd { return p.editStatus(file.StatusStated{}) }

func (p *Page) editStatus(s file.StatusStated) tea.Cmd {
	expected := p.desk.DateField("expected", "Expected to end", s.Expected, false)
	expected.When = func(v kit.Values) bool { return strings.HasPrefix(v["code"], "J") }
	return p.form("form/status/"+s.ID.String(), kit.FormSpec{
		Title: "Legal status", Intro: "A new status ends the one before it on the day it begins.",
		Fields: []kit.Field{
			{ID: "code", Label: "Legal status", Kind: kit.ChoiceField, Value: s.Code, Choices: desk.Codes(file.StatusCode), Required: true},
			p.desk.DateField("start", "In force from", s.Start, true),
			p.desk.DateField("end", "Ended", s.End, false),
			expected,
		},
		Done: func(v kit.Values) tea.Cmd {
			next := file.StatusStated{ID: s.ID, Code: v["code"], Start: p.desk.ReadDate(v["start"]), End: p.desk.ReadDate(v["end"]), Expected: p.desk.ReadDate(v["expected"])}
			if next.ID.Zero() {
				next.ID = p.desk.Watch.NewID()
			}
			lines, err := p.now().StateStatus(next, p.desk.Today())
			return p.desk.Save(p.now(), lines, err, "Legal status kept", "form/status/"+s.ID.String())
		}})
}

func (p *Page) addPlacement() tea.Cmd { return p.editPlacement(file.PlacementStated{}) }

func (p *Page) editPlacement(pl file.PlacementStated) tea.Cmd {
	if !p.desk.Shown() {
		return nil
	}
	draft := "form/placement/" + pl.ID.String()
	confirmed := p.desk.DateField("confirmed", "Confirmed at a review on", pl.Confirmed, false)
	confirmed.When = func(v kit.Values) bool { return v["emergency"] == "yes" }
	code := func(codes ...string) func(kit.Values) bool {
		return func(v kit.Values) bool { return slices.Contains(codes, v["code"]) }
	}
	return p.form(draft, kit.FormSpec{
		Title: "Placement", Intro: "A new placement ends the one before it on the day it begins.",
		Fields: []kit.Field{
			{ID: "code", Label: "Kind", Kind: kit.ChoiceField, Value: pl.Code, Choices: desk.Codes(file.PlacementCode), Required: true},
			p.desk.DateField("start", "Began", pl.Start, true),
			p.desk.DateField("end", "Ended", pl.End, false),
			{ID: "carer", Label: "Carer or home", Value: pl.Carer},
			{ID: "phone", Label: "Telephone", Value: pl.Phone},
			{ID: "address", Label: "Address", Value: pl.Address, Hint: "hidden with the names when names are hidden"},
			{ID: "area", Label: "Outside the council's area", Kind: kit.YesNoField, Value: desk.YesNo(pl.OutOfArea)},
			{ID: "emergency", Label: "Began as an emergency", Kind: kit.YesNoField, Value: desk.YesNo(pl.Emergency)},
			confirmed,
			{ID: "eighteen", Label: "Meant to last to 18", Kind: kit.YesNoField, Value: desk.YesNo(pl.ToEighteen), Hint: "visits may then be three months apart after the first year"},
			{ID: "temporary", Label: "Carer approved for the time being", Kind: kit.YesNoField, Value: desk.YesNo(pl.Temporary), When: code("U1", "U2", "U3"), Hint: "a relative or friend: visits are weekly until the first review"},
			{ID: "unassessed", Label: "Placed before the assessment is done", Kind: kit.YesNoField, Value: desk.YesNo(pl.Unassessed), When: code("P1"), Hint: "visits are weekly until the first review"},
			{ID: "brokedown", Label: "It ended because it broke down", Kind: kit.YesNoField, Value: desk.YesNo(pl.BrokeDown), When: has("end")},
		},
		Done: func(v kit.Values) tea.Cmd {
			next := pl
			next.Code, next.Start, next.End = v["code"], p.desk.ReadDate(v["start"]), p.desk.ReadDate(v["end"])
			next.Carer, next.Phone, next.Address = v["carer"], v["phone"], v["address"]
			next.OutOfArea, next.Emergency = v["area"] == "yes", v["emergency"] == "yes"
			next.Confirmed, next.ToEighteen, next.BrokeDown = p.desk.ReadDate(v["confirmed"]), v["eighteen"] == "yes", v["brokedown"] == "yes"
			next.Temporary, next.Unassessed = v["temporary"] == "yes", v["unassessed"] == "yes"
			if next.ID.Zero() {
				next.ID = p.desk.Watch.NewID()
			}
			lines, err := p.now().StatePlacement(next, p.desk.Today())
			return p.desk.Save(p.now(), lines, err, "Placement kept", draft)
		}})
}
