package settings

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

func joined(lines []string, w, h int) string {
	return strings.Join(kit.Lines(strings.Join(lines, "\n"), w, h), "\n")
}

// finish leaves a form whose lines were taken and keeps it when they were not.
func finish(d *desk.Desk, field string, lines []casefile.Line, err error, words string) tea.Cmd {
	cmd, ok := change(d, lines, err, words)
	if ok {
		d.DropDraft(d.Book.PracticeFile(), field)
		d.Nav.Pop()
	}
	return cmd
}

// Profile is the form of who the IRO is.
func Profile(d *desk.Desk) kit.Page {
	const draft = "form/profile"
	me := d.Practice().Profile()
	return d.Form(d.Book.PracticeFile(), draft, kit.FormSpec{
		Title: "Your name and details",
		Fields: []kit.Field{
			{ID: "name", Label: "Name", Value: me.Name, Required: true, Hint: "As it should stand on records and letters"},
			{ID: "phone", Label: "Telephone", Value: me.Phone},
			{ID: "email", Label: "Email", Value: me.Email},
			{ID: "registration", Label: "Social Work England number", Value: me.Registration},
			d.DateField("renews", "Registration renews on", me.Renews, false),
			d.DateField("qualified", "Qualified on", me.Qualified, false),
			{ID: "competences", Label: "Competences, and evidence", Value: me.Competences},
			{ID: "percent", Label: "Per cent of full time", Kind: kit.NumberField, Value: percent(me), Hint: "Empty is full time; the range of 50 to 70 children is measured by it"},
			{ID: "council", Label: "Council", Value: me.Council, Hint: "The council whose children you review; suggested for each new child"},
		},
		Done: func(v kit.Values) tea.Cmd {
			lines, err := d.Practice().StateProfile(practice.Profile{Name: v["name"], Phone: v["phone"], Email: v["email"],
				Registration: v["registration"], Council: v["council"], Renews: d.ReadDate(v["renews"]), Qualified: d.ReadDate(v["qualified"]),
				Competences: v["competences"], Percent: whole(v["percent"])}, d.Today())
			return finish(d, draft, lines, err, "Your details are kept.")
		},
	})
}

// percent is the share of full time as it is typed; empty for full time.
func percent(p practice.Profile) string {
	if p.Percent == 0 {
		return ""
	}
	return fmt.Sprint(p.Percent)
}

// whole reads a number field; its own check has refused anything but figures.
func whole(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 0
	}
	return n
}

func minutesForm(d *desk.Desk, s practice.Setting, label string, now int) kit.Page {
	draft := "form/" + string(s)
	return d.Form(d.Book.PracticeFile(), draft, kit.FormSpec{
		Title:  label,
		Fields: []kit.Field{{ID: "minutes", Label: "Minutes", Kind: kit.NumberField, Value: fmt.Sprint(now), Required: true, Hint: "Between 1 and 60"}},
		Done: func(v kit.Values) tea.Cmd {
			lines, err := d.Practice().Set(s, v["minutes"], d.Today())
			return finish(d, draft, lines, err, label+" "+v["minutes"]+" minutes.")
		},
	})
}

// posts are those that disputes and letters go to, from the nearest upwards.
var posts = []string{
	"IRO manager", "Team manager", "Service manager", "Head of service", "Assistant director",
	"Director of children's services", "Chief executive", "Lead member", "Virtual school head", "Designated nurse", "Legal adviser", "Cafcass",
}

// pickPost offers the usual posts, and any other.
func (p *Page) pickPost() {
	d := p.desk
	held := map[string]bool{}
	for _, post := range d.Practice().Posts() {
		held[post.Post] = true
	}
	var options []kit.Option
	for _, name := range posts {
		o := kit.Option{ID: name, Words: name}
		if held[name] {
			o.Disabled = "It is on the list already; press Enter on it there to change it."
		}
		options = append(options, o)
	}
	options = append(options, kit.Option{ID: "", Words: "another post", Detail: "named by you"})
	d.Nav.Open(kit.NewPicker(d.Nav, "Which post?", options, func(id string) tea.Cmd {
		d.Nav.Push(postForm(d, practice.PostStated{Post: id}))
		return nil
	}))
}

func postForm(d *desk.Desk, post practice.PostStated) kit.Page {
	draft := "form/post/" + post.Post
	fields := []kit.Field{
		{ID: "name", Label: "Who holds it", Value: post.Name, Required: true},
		{ID: "phone", Label: "Telephone", Value: post.Phone},
		{ID: "email", Label: "Email", Value: post.Email},
	}
	title := post.Post
	if post.Post == "" {
		title = "Add a post"
		fields = append([]kit.Field{{ID: "post", Label: "Post", Required: true, Hint: "Such as: Fostering manager"}}, fields...)
	}
	return d.Form(d.Book.PracticeFile(), draft, kit.FormSpec{
		Title: title, Fields: fields,
		Done: func(v kit.Values) tea.Cmd {
			now := practice.PostStated{Post: cmp.Or(post.Post, v["post"]), Name: v["name"], Phone: v["phone"], Email: v["email"]}
			lines, err := d.Practice().StatePost(now, d.Today())
			return finish(d, draft, lines, err, "Kept: "+strings.TrimSpace(now.Post))
		},
	})
}

func (p *Page) dropPost(post practice.PostStated) tea.Cmd {
	p.desk.Nav.Open(kit.NewConfirm(p.desk.Nav, kit.Ask{
		Title: "Nobody holds the post of " + post.Post + "?", Button: "nobody holds it now", Started: "x",
		Words: "It leaves this list. What was written to it before stays as it was.",
		Yes: func() tea.Cmd {
			lines, err := p.desk.Practice().StatePost(practice.PostStated{Post: post.Post}, p.desk.Today())
			cmd, _ := change(p.desk, lines, err, "Taken off the list: "+post.Post)
			p.refresh()
			return cmd
		},
	}))
	return nil
}
