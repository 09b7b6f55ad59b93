package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"footprint/cmd/footprint/internal/casejson"
	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/workday"
	"footprint/store"
)

// showJSON is one child's file in JSON.
type showJSON struct {
	Today    casejson.Day       `json:"today"`
	AsAt     casejson.Day       `json:"as_at"`
	Child    childJSON          `json:"child"`
	Episodes []casejson.Episode `json:"episodes"`
	Reviews  []reviewJSON       `json:"reviews"`
	Clock    casejson.Clock     `json:"clock"`
	Entries  []entryJSON        `json:"entries"`
}

type reviewJSON struct {
	No            *int         `json:"no"`
	Recorded      casejson.Day `json:"recorded"`
	Completed     casejson.Day `json:"completed"`
	Kind          string       `json:"kind"`
	Participation *string      `json:"participation"`
}

type entryJSON struct {
	ID       string       `json:"id"`
	On       casejson.Day `json:"on"`
	At       string       `json:"at"` // UTC
	By       string       `json:"by"`
	Kind     string       `json:"kind"`
	Text     string       `json:"text"`
	Corrects *string      `json:"corrects"`
}

// file is one child's file as it is shown: the whole of it, or as it stood.
type file struct {
	c      *casefile.Case
	row    caseload.Row
	clocks clock.Clocks
	day    workday.Date // the day everything is worked out on
	asAt   workday.Date
}

func showCommand(env *environment) *cobra.Command {
	var asAt string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "show REF",
		Short: "One child's file",
		Long: `Shows one child's file: facts, clocks, the next review and why it is that day,
reviews, people, timeline. REF is the reference (C-0001) or the council's number.

With --as-at the file is shown as it was recorded up to the end of that day, and
dates stand as they stood then.`,
		Args: exactly(1, "the child's reference"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return env.use(cmd.Context(), func(b *opened) error {
				f, err := b.file(args[0], asAt)
				if err != nil {
					return err
				}
				if asJSON {
					return b.showJSON(f)
				}
				return b.showWords(f)
			})
		},
	}
	cmd.Flags().StringVar(&asAt, "as-at", "", "as recorded up to the end of that day, such as 26/11/2026")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func (b *opened) file(ref, asAt string) (file, error) {
	x := b.context()
	f := file{day: x.Today}
	if asAt != "" {
		day, err := b.env.typedDate("--as-at", asAt, x.Calendar)
		if err != nil {
			return f, err
		}
		f.asAt, f.day = day, min(day, x.Today)
	}
	row, err := store.Find(b.rows(), ref)
	if err != nil {
		return f, err
	}
	entries, err := b.Entries(row.File)
	if err != nil {
		return f, err
	}
	f.c = casefile.Replay(row.File, entries)
	if f.asAt.Known() {
		if f.c = casefile.AsAt(row.File, entries, f.asAt); len(f.c.Entries) == 0 {
			return f, fault.New(fault.NotFound, "There was no entry about that child by the end of "+f.asAt.Long()+".", "Ask for a later day.")
		}
	}
	f.row = caseload.RowOf(f.c, b.practice, f.day)
	if f.row.Ref == "" { // the opening was taken back by then
		f.row.Ref = row.Ref
	}
	f.clocks = clock.Of(f.c, f.day, x.Calendar, x.Readings)
	return f, nil
}

func (b *opened) showJSON(f file) error {
	cal := b.practice.Calendar()
	return b.env.printJSON(showJSON{
		Today: casejson.On(b.env.Today()), AsAt: casejson.On(f.asAt), Child: b.childOn(f.row, f.day), Episodes: casejson.EpisodesOf(f.c),
		Reviews: reviewsOf(f.c), Clock: casejson.ClockOf(f.clocks, cal, f.day), Entries: b.entriesOf(f.c),
	})
}

// numbersOf numbers the reviews that were held. A number is given only where
// nothing before it is unknown, and only to those that count.
func numbersOf(c *casefile.Case) map[casefile.ID]int {
	numbers := map[casefile.ID]int{}
	for _, care := range c.Care() {
		no := care.ReviewsBefore
		for r := range c.HeldIn(care) {
			if care.StartKnown() && care.ReviewsBefore >= 0 && !r.Held.NotCounted {
				no++
				numbers[r.ID] = no
			}
		}
	}
	return numbers
}

// reviewsOf lists the reviews that were held.
func reviewsOf(c *casefile.Case) []reviewJSON {
	numbers := numbersOf(c)
	out := []reviewJSON{}
	for _, r := range c.Reviews() {
		if !r.IsHeld() {
			continue
		}
		kind := r.Held.What
		if kind == "" {
			kind = "ordinary"
		}
		out = append(out, reviewJSON{
			No: pointer(numbers[r.ID]), Recorded: casejson.On(r.Held.Recorded), Completed: casejson.On(r.Held.Completed),
			Kind: kind, Participation: pointer(r.Held.Participation),
		})
	}
	return out
}

func (b *opened) entriesOf(c *casefile.Case) []entryJSON {
	out := make([]entryJSON, len(c.Entries))
	for i, e := range c.Entries {
		out[i] = entryJSON{
			ID: e.ID.String(), On: casejson.On(e.On), At: time.UnixMilli(e.At).UTC().Format(time.RFC3339), By: e.By,
			Kind: casefile.KindName(e.Event.Kind()), Text: b.describe(e), Corrects: pointer(e.Corrects.String()),
		}
	}
	return out
}

// describe says what an entry recorded. With --no-names only entries that can
// hold no name are told in full.
func (b *opened) describe(e casefile.Entry) string {
	if !b.env.flags.noNames {
		return casefile.Describe(e)
	}
	switch e.Event.(type) {
	case *casefile.Opened, *casefile.CareStated, *casefile.StatusStated, *casefile.PeriodStated, *casefile.ReviewHeld:
		return casefile.Describe(e)
	}
	return "hidden"
}

func (b *opened) private(s string) string {
	if b.env.flags.noNames && s != "" {
		return "hidden"
	}
	return s
}

func (b *opened) showWords(f file) error {
	var l lines
	x := b.context()
	l.add("%s  %s", f.row.Ref, b.env.name(f.row.Name, f.row.Ref))
	if f.asAt.Known() {
		l.add("As recorded up to the end of %s", f.asAt.Long())
	}
	b.addFacts(&l, f)
	l.gap()
	for _, r := range f.clocks.Regimes {
		l.add("Runs: %s", r.Words())
	}
	if g := f.clocks.Governing; g != nil {
		addDeadline(&l, *g, x.Calendar, f.day)
	} else {
		l.wrapped("", "Next review: "+string(f.clocks.Missing)+". "+f.clocks.Ask)
	}
	addReviews(&l, reviewsOf(f.c))
	if people := f.c.People(f.day); len(people) > 0 {
		l.gap()
		l.add("People")
		for _, p := range people {
			l.add("  %s: %s", p.Role, b.private(join(p.Name, p.Phone, p.Email, p.Team)))
		}
	}
	l.gap()
	l.add("Timeline, newest first")
	for _, e := range slices.Backward(f.c.Entries) {
		words := b.describe(e)
		if f.c.TakenBack(e.ID) {
			words += " (taken back)"
		}
		l.wrapped("  ", fmt.Sprintf("%s, %s: %s", e.On.Long(), e.By, words))
	}
	return b.env.printLines(&l)
}

func (b *opened) addFacts(l *lines, f file) {
	for _, fact := range casefile.Facts() {
		v := f.c.Fact(fact.Key)
		if v == "" || fact.Key == casefile.FactName {
			continue
		}
		if fact.Kind == casefile.Day {
			v = f.c.FactOn(fact.Key).Long()
		}
		if fact.Key == casefile.FactDOB && f.clocks.DOBKnown {
			v += ", aged " + fmt.Sprint(f.clocks.Age)
		}
		if fact.Kind == casefile.Text && fact.Key != casefile.FactExternalID {
			v = b.private(v)
		}
		l.add("%s: %s", fact.Label, v)
	}
	if care, ok := f.c.CareOn(f.day); ok && care.StartKnown() {
		l.add("Looked after since %s", care.Start.Long())
	} else if ok {
		l.add("Looked after; the day care began is not known")
	}
	if s, ok := f.c.StatusOn(f.day); ok {
		l.add("Legal status: %s, since %s", casefile.StatusCode.Words(s.Code), s.Start.Long())
	}
	if p, ok := f.c.PlacementOn(f.day); ok {
		l.add("Placement: %s, since %s", casefile.PlacementCode.Words(p.Code), p.Start.Long())
		if who := join(p.Carer, p.Phone, p.Address); who != "" {
			l.add("  %s", b.private(who))
		}
	}
}

func addReviews(l *lines, reviews []reviewJSON) {
	if len(reviews) == 0 {
		return
	}
	l.gap()
	l.add("Reviews")
	for _, r := range reviews {
		no, took := "", ""
		if r.No != nil {
			no = workday.Ordinal(*r.No) + ", "
		}
		if r.Participation != nil {
			took = ", " + casefile.ParticipationCode.Words(*r.Participation)
		}
		l.add("  %s%s%s", no, r.Recorded.Long(), took)
	}
}
