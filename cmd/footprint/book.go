package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/store"
	"footprint/store/journal"
)

// opened is an open store with what every listing needs of it.
type opened struct {
	*store.Book
	env      *environment
	practice *practice.Practice // without an entry when lost says why
	lost     error              // why the IRO's own file could not be read, or nil
	unread   int                // files that could not be read, met so far
}

// open opens the store with its passphrase. What the file is gets judged
// before the passphrase is asked for.
func (env *environment) open(ctx context.Context) (*opened, error) {
	path, err := env.storePath()
	if err != nil {
		return nil, err
	}
	if err := judged(ctx, path); err != nil {
		return nil, err
	}
	o, err := env.options()
	if err != nil {
		return nil, err
	}
	if o.Passphrase, err = env.passphrase(ctx); err != nil {
		return nil, err
	}
	return env.openWith(path, o)
}

// judged looks at what the file is before any passphrase is asked for. A code
// that no store has gets as far as the key slots and no further, so what comes
// back besides a wrong passphrase is about the file.
func judged(ctx context.Context, path string) error {
	_, err := journal.VerifyFile(ctx, path, journal.Options{Recovery: "-"})
	if fault.CodeOf(err) == fault.WrongPassphrase {
		return nil
	}
	return err
}

func (env *environment) openWith(path string, o journal.Options) (*opened, error) {
	book, err := store.Open(path, o)
	if err != nil {
		return nil, err
	}
	b := &opened{Book: book, env: env}
	b.practice, err = book.Practice()
	switch {
	case fault.CodeOf(err) == fault.Damaged:
		b.practice, b.lost = practice.Replay(nil), err
		b.unread++
		env.warn("Your own file in the store cannot be read: dates are worked out without your settings and bank holidays.")
	case err != nil:
		_ = book.Close() // the failure before it is the one to tell
		return nil, err
	}
	env.tellStatus(book.Journal().Status())
	return b, nil
}

// tellStatus warns about what the store found when it was opened.
func (env *environment) tellStatus(st journal.Status) {
	if w := st.Warning; w != nil {
		switch {
		case w.Forked:
			env.warn("This store and the one last used on this computer have parted: two copies were worked on.")
		default:
			env.warn(fmt.Sprintf("This store is older than the one last used on this computer; %s missing.", counted(w.MissingChanges, "change")+areOr(w.MissingChanges)))
		}
	}
	if st.AnchorLost {
		env.warn("What this computer remembers of the newest state of this store cannot be read, so an older copy would not be noticed.")
	}
	if st.DraftsAside != "" {
		env.warn("Unfinished texts of another key were set aside beside the store.")
	}
}

func areOr(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}

// use runs a command on the open store and closes it whatever happens. A
// partly damaged store lists what it can, and the damage is told then.
func (env *environment) use(ctx context.Context, run func(b *opened) error) error {
	b, err := env.open(ctx)
	if err != nil {
		return err
	}
	err = run(b)
	damaged := len(b.Journal().Status().Damage) + b.unread
	closing := b.Close()
	switch {
	case err != nil:
		return err
	case closing != nil:
		return closing
	case damaged > 0:
		return fault.New(fault.Damaged, "Part of the store is damaged; what could be read is above.", "Run footprint verify, then restore a backup.")
	}
	return nil
}

// context is what questions about a review are asked with.
func (b *opened) context() review.Context {
	return review.Context{Today: b.env.Today(), Calendar: b.practice.Calendar(), Readings: b.practice.Readings()}
}

// rows gives the list by reference. Rows that were dated under other settings
// are worked out again, and all of them when the day is a pretended one.
func (b *opened) rows() []caseload.Row {
	rows, again := b.Rows(b.practice.Number())
	if b.env.Pretended() {
		for _, r := range rows {
			if !slices.Contains(again, r.File) {
				again = append(again, r.File)
			}
		}
	}
	if len(again) > 0 {
		at := make(map[casefile.ID]int, len(rows))
		for i, r := range rows {
			at[r.File] = i
		}
		today := b.env.Today()
		for _, id := range again {
			c, err := b.Case(id)
			if err != nil {
				b.unread++
				continue
			}
			row := caseload.RowOf(c, b.practice, today)
			if j, ok := at[id]; ok {
				rows[j] = row
			} else {
				rows = append(rows, row)
			}
		}
		rows = slices.DeleteFunc(rows, caseload.Row.Gone)
	}
	slices.SortFunc(rows, func(a, b caseload.Row) int {
		return cmp.Or(cmp.Compare(len(a.Ref), len(b.Ref)), strings.Compare(a.Ref, b.Ref))
	})
	return rows
}

// name is what a child is called in output.
func (env *environment) name(name, ref string) string {
	if env.flags.noNames {
		return caseload.Initials(name, ref)
	}
	return name
}
