package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"footprint/domain/fault"
	"footprint/store/exchange"
)

// importFlags are what an import was asked for with.
type importFlags struct {
	as, mapFile, passwordFile      string
	dryRun, asJSON, eraseOverruled bool
}

const importLong = `Reads caseload lists (CSV or XLSX, any headings) and the tables of an SSDA903
return, recognised by their columns. All files are read before any row is
applied; an import is stored whole or not at all, and undo in the app takes it
back whole. What is absent from a file deletes nothing, and what you entered
yourself is never overwritten.

--map names a column map for a list, one flat JSON object from field to heading:

  {"external_id":"Child ID","name":"Full name","dob":"D.O.B."}

Without it the columns are proposed, shown and saved for the council.`

func importCommand(env *environment) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Bring in a caseload list or an SSDA903 return",
		Long:  importLong,
		Args:  between(1, 1000, "the files to import"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch exchange.As(f.as) {
			case exchange.Auto, exchange.Table, exchange.SSDA903:
			case exchange.AnnexA:
				return fault.New(fault.Usage, "Annex A cannot be read yet; it comes in a later issue.", "Its list of looked-after children can be read alone with --as table.")
			default:
				return usage("--as takes auto, table, ssda903 or annex-a.", cmd)
			}
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			return env.use(ctx, func(b *opened) error { return b.importFiles(ctx, args, f) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.as, "as", string(exchange.Auto), "what the files are: auto, table, ssda903 or annex-a")
	flags.StringVar(&f.mapFile, "map", "", "a JSON file that says which heading holds which field of a list")
	flags.StringVar(&f.passwordFile, "workbook-password-file", "", "a file whose first line is the password of a protected workbook")
	flags.BoolVar(&f.eraseOverruled, "bring-back-erased", false, "also children who were erased from this store")
	flags.BoolVar(&f.dryRun, "dry-run", false, "say what would happen and change nothing")
	flags.BoolVar(&f.asJSON, "json", false, "print JSON")
	return cmd
}

// importFiles reads the files, plans, stores unless it is a dry run, and tells.
func (b *opened) importFiles(ctx context.Context, files []string, f importFlags) error {
	if b.lost != nil {
		return b.lost // what would be written hangs on the settings
	}
	ret, err := b.readFiles(ctx, files, f)
	if err != nil {
		return err
	}
	plan, err := b.plan(ret, f.eraseOverruled)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return fault.New(fault.Stopped, "Stopped before it was done.", "Nothing was imported.").Wrap(ctx.Err())
	}
	if !f.dryRun {
		if err := b.applyPlan(plan, ret, files); err != nil {
			return err
		}
	}
	outcome := exchange.Result(plan, f.dryRun, ret.Files)
	if b.env.flags.noNames {
		hideValues(outcome.Rejected)
		hideValues(outcome.Warnings)
	}
	if f.asJSON {
		err = b.env.printJSON(outcome)
	} else {
		err = b.env.tellImport(outcome, ret)
	}
	switch {
	case err != nil:
		return err
	case len(outcome.Rejected) == 0:
		return nil
	case plan.Added+plan.Updated+plan.Unchanged == 0:
		return fault.New(fault.BadInput, "Every row was rejected; nothing was imported.", "The list above names each row and why.")
	}
	if f.dryRun {
		return errWouldPartly
	}
	return errPartly
}

func hideValues(problems []exchange.Problem) {
	for i := range problems {
		if problems[i].Value != "" {
			problems[i].Value = "hidden"
		}
	}
}

// readFiles reads every file. A list is read with the map that was given, else
// the one saved for the council where it fits, else one that is proposed.
func (b *opened) readFiles(ctx context.Context, files []string, f importFlags) (*exchange.Return, error) {
	bar := b.env.progress("Reading")
	defer bar.done()
	known := map[string]bool{}
	for _, r := range b.rows() {
		known[r.ExternalID] = true
	}
	o := exchange.Options{
		As: exchange.As(f.as), Today: b.env.Today(), Cal: b.practice.Calendar(), Council: b.practice.Profile().Council,
		Known:    func(id string) bool { return id != "" && known[id] },
		Password: func(string) (string, error) { return b.env.workbookPassword(ctx, f.passwordFile) },
		Progress: bar.show,
	}
	if f.mapFile != "" {
		columns, err := readColumns(f.mapFile)
		if err != nil {
			return nil, err
		}
		o.Columns = columns
		return exchange.Read(ctx, files, o)
	}
	if saved := b.savedColumns(); len(saved) > 0 {
		o.Columns = saved
		if ret, err := exchange.Read(ctx, files, o); err == nil || fault.CodeOf(err) != fault.BadInput {
			return ret, err
		}
		o.Columns = nil // the council has changed its list: propose anew
	}
	return exchange.Read(ctx, files, o)
}

func (b *opened) savedColumns() exchange.Columns {
	out := exchange.Columns{}
	for field, heading := range b.practice.Columns(b.practice.Profile().Council) {
		out[exchange.Field(field)] = heading
	}
	return out
}

func readColumns(path string) (exchange.Columns, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadableFile(err)
	}
	defer func() { _ = file.Close() }() // read only
	data, err := io.ReadAll(io.LimitReader(file, 1<<20))
	if err != nil {
		return nil, unreadableFile(err)
	}
	return exchange.ParseColumns(data)
}

func (env *environment) workbookPassword(ctx context.Context, file string) (string, error) {
	if file != "" {
		secret, err := env.secretFrom(file, "workbook password")
		return string(secret), err
	}
	secret, err := env.ask(ctx, "Password of the workbook: ")
	if fault.CodeOf(err) == fault.Usage {
		err = fault.New(fault.BadInput, "The workbook needs a password.", "Name a file that holds it with --workbook-password-file.").Wrap(err)
	}
	return string(secret), err
}

func (env *environment) tellImport(o exchange.Outcome, ret *exchange.Return) error {
	var l lines
	would := ""
	if o.DryRun {
		would = "Nothing was changed. It would be: "
	}
	l.add("%s%s added, %d updated, %d unchanged; %s added.", would, counted(o.Added, "child"), o.Updated, o.Unchanged, counted(o.ReviewsAdded, "review"))
	if ret.Kind == exchange.Table {
		var used []string
		for _, f := range exchange.Fields() {
			if h := ret.Columns[f]; h != "" {
				used = append(used, f.Label()+" from "+h)
			}
		}
		l.wrapped("", "Columns read: "+strings.Join(used, "; ")+".")
	}
	if len(ret.Ignored) > 0 {
		l.wrapped("", "Headings nothing was read from: "+strings.Join(ret.Ignored, ", ")+".")
	}
	for _, s := range o.Skipped {
		l.add("Skipped, no use here: %s", s)
	}
	addProblems(&l, "Rejected", o.Rejected)
	addProblems(&l, "Warned and kept", o.Warnings)
	return env.printLines(&l)
}

func addProblems(l *lines, title string, problems []exchange.Problem) {
	if len(problems) == 0 {
		return
	}
	l.gap()
	l.add("%s (%d)", title, len(problems))
	for _, p := range problems {
		where := p.File
		if p.Row > 0 {
			where += fmt.Sprintf(", row %d", p.Row)
		}
		if p.Column != "" {
			where += ", " + p.Column
		}
		if p.Value != "" {
			where += " " + fmt.Sprintf("%q", p.Value)
		}
		l.add("  %s: %s", where, p.Reason)
	}
}
