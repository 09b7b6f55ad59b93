// Package practice is the IRO's own file, a second kind of case: who they are,
// the posts they write to, their settings that change a date, a name or a
// letter, the bank holidays they added, how each council's list is laid out,
// the texts of letters each council wants, and which imports were made.
//
// It replays entries as casefile does and decides nothing about a child. It
// may touch workday, casefile's entries and fault; never a clock or a disk.
package practice

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// Practice is the IRO's file as it stands.
type Practice struct {
	Entries []casefile.Entry

	profile  Profile
	posts    []PostStated
	settings map[Setting]string
	holidays []HolidayStated
	columns  map[string]map[string]string
	imports  []Import
	concerns []Concern
	number   uint32
	readings Readings

	templates []TemplateStated
}

// Profile says who the IRO is.
type Profile struct {
	Name         string
	Phone        string
	Email        string
	Registration string
	Council      string

	Renews      workday.Date // the registration, HB 2.16; AP-13
	Qualified   workday.Date // as a social worker, HB 2.16; AP-14
	Competences string       // evidence of the seven, HB 2.17; AP-15
	Percent     int          // of full time; 0 is full time (HB 7.15; CL-01)
}

// FullTime is how much of a full-time post the IRO works.
func (p Profile) FullTime() float64 {
	if p.Percent == 0 {
		return 1
	}
	return float64(p.Percent) / 100
}

// Import is one import as it was made.
type Import struct {
	Imported
	Act       casefile.ID
	On        workday.Date
	TakenBack bool
}

// Kinds is the registry of the kinds of event in the practice's file.
func Kinds() []casefile.Registered {
	return []casefile.Registered{
		{Kind: 100, Version: 1, Name: "profile", New: func() casefile.Event { return new(ProfileStated) }},
		{Kind: 101, Version: 1, Name: "post", New: func() casefile.Event { return new(PostStated) }},
		{Kind: 102, Version: 1, Name: "setting", New: func() casefile.Event { return new(SettingStated) }},
		{Kind: 103, Version: 1, Name: "bank holiday", New: func() casefile.Event { return new(HolidayStated) }},
		{Kind: 104, Version: 1, Name: "columns", New: func() casefile.Event { return new(ColumnsStated) }},
		{Kind: 105, Version: 1, Name: "import", New: func() casefile.Event { return new(Imported) }},
		{Kind: 106, Version: 1, Name: "import taken back", New: func() casefile.Event { return new(ImportTakenBack) }},
		{Kind: 107, Version: 1, Name: "wider concern", New: func() casefile.Event { return new(ConcernStated) }},
		{Kind: 108, Version: 1, Name: "text of a letter", New: func() casefile.Event { return new(TemplateStated) }},
	}
}

// ProfileStated states the IRO's profile, whole.
type ProfileStated struct {
	Name         string `cbor:"1,keyasint"`
	Phone        string `cbor:"2,keyasint,omitempty"`
	Email        string `cbor:"3,keyasint,omitempty"`
	Registration string `cbor:"4,keyasint,omitempty"`
	Council      string `cbor:"5,keyasint,omitempty"`

	Renews      workday.Date `cbor:"6,keyasint,omitempty"`
	Qualified   workday.Date `cbor:"7,keyasint,omitempty"`
	Competences string       `cbor:"8,keyasint,omitempty"`
	Percent     int          `cbor:"9,keyasint,omitempty"`
}

// Kind numbers the event.
func (*ProfileStated) Kind() casefile.Kind { return 100 }

// PostStated states who holds a post the IRO writes to, such as the IRO
// manager. An empty name means nobody holds it.
type PostStated struct {
	Post  string `cbor:"1,keyasint"`
	Name  string `cbor:"2,keyasint,omitempty"`
	Phone string `cbor:"3,keyasint,omitempty"`
	Email string `cbor:"4,keyasint,omitempty"`
}

// Kind numbers the event.
func (*PostStated) Kind() casefile.Kind { return 101 }

// SettingStated sets one setting.
type SettingStated struct {
	Setting Setting `cbor:"1,keyasint"`
	Value   string  `cbor:"2,keyasint"`
}

// Kind numbers the event.
func (*SettingStated) Kind() casefile.Kind { return 102 }

// HolidayStated adds a proclaimed bank holiday, or says that a day the rules
// make one is a working day (DT-12).
type HolidayStated struct {
	Date    workday.Date `cbor:"1,keyasint"`
	Name    string       `cbor:"2,keyasint,omitempty"`
	Working bool         `cbor:"3,keyasint,omitempty"`
}

// Kind numbers the event.
func (*HolidayStated) Kind() casefile.Kind { return 103 }

// ColumnsStated keeps how a council's caseload list is laid out: field to
// heading.
type ColumnsStated struct {
	Council string            `cbor:"1,keyasint"`
	Columns map[string]string `cbor:"2,keyasint"`
}

// Kind numbers the event.
func (*ColumnsStated) Kind() casefile.Kind { return 104 }

// Imported notes that an import was made, so that it can be taken back whole.
// Its entry's act is the act of every entry the import wrote.
type Imported struct {
	Files    []string      `cbor:"1,keyasint"`
	Children []casefile.ID `cbor:"2,keyasint"`
	Added    int           `cbor:"3,keyasint,omitempty"`
	Updated  int           `cbor:"4,keyasint,omitempty"`
}

// Kind numbers the event.
func (*Imported) Kind() casefile.Kind { return 105 }

// ImportTakenBack notes that the import its line corrects was taken back.
type ImportTakenBack struct{}

// Kind numbers the event.
func (*ImportTakenBack) Kind() casefile.Kind { return 106 }

// Replay gives the practice of these entries, in the order of their ids.
func Replay(entries []casefile.Entry) *Practice {
	p := &Practice{
		Entries:  slices.Clone(entries),
		settings: map[Setting]string{},
		columns:  map[string]map[string]string{},
	}
	slices.SortFunc(p.Entries, func(a, b casefile.Entry) int { return a.ID.Compare(b.ID) })
	for _, e := range p.Entries {
		p.apply(e)
	}
	p.readings = p.read()
	return p
}

// With gives the practice with entries added.
func (p *Practice) With(entries ...casefile.Entry) *Practice {
	return Replay(slices.Concat(p.Entries, entries))
}

func (p *Practice) apply(e casefile.Entry) {
	switch ev := e.Event.(type) {
	case *ProfileStated:
		p.profile = Profile(*ev)
	case *PostStated:
		p.posts = slices.DeleteFunc(p.posts, func(o PostStated) bool { return o.Post == ev.Post })
		if ev.Name != "" {
			p.posts = append(p.posts, *ev)
		}
	case *SettingStated:
		p.settings[ev.Setting] = ev.Value
		if ev.Setting.changesDates() {
			p.number++
		}
	case *HolidayStated:
		p.holidays = slices.DeleteFunc(p.holidays, func(o HolidayStated) bool { return o.Date == ev.Date })
		p.holidays = append(p.holidays, *ev)
		p.number++
	case *ColumnsStated:
		p.columns[ev.Council] = ev.Columns
	case *Imported:
		p.imports = append(p.imports, Import{Imported: *ev, Act: e.Act, On: e.On})
	case *ConcernStated:
		p.stateConcern(ev, e.On)
	case *TemplateStated:
		p.stateTemplate(*ev)
	case *ImportTakenBack:
		for i := range p.imports {
			if p.imports[i].Act == e.Corrects {
				p.imports[i].TakenBack = true
			}
		}
	}
}

// Profile says who the IRO is; its name is "" before it is entered.
func (p *Practice) Profile() Profile { return p.profile }

// Posts lists the posts that are held.
func (p *Practice) Posts() []PostStated { return slices.Clone(p.posts) }

// Number counts what changed dates so far: readings of the law and holidays. A row dated under a lower
// number is dated again when the store opens.
func (p *Practice) Number() uint32 { return p.number }

// Calendar is the working-day calendar with the holidays the IRO added.
func (p *Practice) Calendar() workday.Calendar {
	var added []workday.Holiday
	var removed []workday.Date
	for _, h := range p.holidays {
		if h.Working {
			removed = append(removed, h.Date)
		} else {
			added = append(added, workday.Holiday{Date: h.Date, Name: h.Name})
		}
	}
	return workday.Calendar{}.With(added, removed)
}

// Columns gives the saved layout of a council's list; nil when there is none.
func (p *Practice) Columns(council string) map[string]string { return p.columns[council] }

// LastImport gives the newest import that stands.
func (p *Practice) LastImport() (Import, bool) {
	for _, i := range slices.Backward(p.imports) {
		if !i.TakenBack {
			return i, true
		}
	}
	return Import{}, false
}

// StateProfile states who the IRO is.
func (p *Practice) StateProfile(profile Profile, today workday.Date) ([]casefile.Line, error) {
	profile.Name = strings.TrimSpace(profile.Name)
	if profile.Name == "" {
		return nil, fault.New(fault.BadInput, "Your name goes on every entry you make.", "Type your name as it should appear.")
	}
	switch {
	case profile.Qualified > today:
		return nil, fault.New(fault.BadInput, "You cannot have qualified in the future.", "Check the year.")
	case profile.Percent < 0 || profile.Percent > 100:
		return nil, fault.New(fault.BadInput, "Your post is between 1 and 100 per cent of full time.", "Type 60 for three days a week, or leave it empty for full time.")
	case len(profile.Competences) > 2000:
		return nil, fault.New(fault.TooLong, "That is longer than is kept here.", "Keep a few words and where the evidence lies.")
	case profile == p.profile:
		return nil, nil
	}
	ev := ProfileStated(profile)
	return []casefile.Line{{On: today, Event: &ev}}, nil
}

// StatePost states who holds a post; an empty name means nobody does.
func (p *Practice) StatePost(post PostStated, today workday.Date) ([]casefile.Line, error) {
	post.Post, post.Name = strings.TrimSpace(post.Post), strings.TrimSpace(post.Name)
	post.Phone, post.Email = strings.TrimSpace(post.Phone), strings.TrimSpace(post.Email)
	if post.Post == "" {
		return nil, fault.New(fault.BadInput, "The post needs a name.", "Such as: Fostering manager.")
	}
	if post.Name == "" && !slices.ContainsFunc(p.posts, func(o PostStated) bool { return o.Post == post.Post }) || slices.Contains(p.posts, post) {
		return nil, nil
	}
	return []casefile.Line{{On: today, Event: &post}}, nil
}

// Holidays lists what was said about bank holidays, by date, the latest word
// on each day.
func (p *Practice) Holidays() []HolidayStated {
	out := slices.Clone(p.holidays)
	slices.SortFunc(out, func(a, b HolidayStated) int { return cmp.Compare(a.Date, b.Date) })
	return out
}

// StateHoliday adds a proclaimed bank holiday or makes a day a working day.
func (p *Practice) StateHoliday(h HolidayStated, today workday.Date) ([]casefile.Line, error) {
	h.Name = strings.TrimSpace(h.Name)
	switch w := h.Date.Weekday(); {
	case !h.Date.Known():
		return nil, fault.New(fault.BadInput, "The bank holiday needs its date.", "Type the date as it was proclaimed.")
	case !h.Working && (w == workday.Saturday || w == workday.Sunday):
		return nil, fault.New(fault.BadInput, "That day is a weekend already.", "A bank holiday on a weekend changes no date.")
	case !h.Working && h.Name == "":
		return nil, fault.New(fault.BadInput, "The bank holiday needs a name.", "Type what it is for; it is shown beside every date it moves.")
	case slices.Contains(p.holidays, h):
		return nil, nil
	}
	return []casefile.Line{{On: today, Event: &h}}, nil
}

// KeepColumns saves how a council's list is laid out.
func (p *Practice) KeepColumns(council string, columns map[string]string, today workday.Date) []casefile.Line {
	return []casefile.Line{{On: today, Event: &ColumnsStated{Council: council, Columns: columns}}}
}

// NoteImport notes an import.
func (p *Practice) NoteImport(i Imported, today workday.Date) []casefile.Line {
	return []casefile.Line{{On: today, Event: &i}}
}

// TakeBackImport notes that an import was taken back.
func (p *Practice) TakeBackImport(act casefile.ID, today workday.Date) []casefile.Line {
	return []casefile.Line{{On: today, Corrects: act, Event: &ImportTakenBack{}}}
}
