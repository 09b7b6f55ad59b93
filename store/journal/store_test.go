package journal

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"footprint/domain/fault"
)

func TestWhatIsAppendedComesBackAfterReopening(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	for i := range 20 {
		wait(t, s.Enqueue(change(i%3, i/3, 1)))
	}
	check := func(s *Store) {
		t.Helper()
		mustEntries(t, s, 0, 7)
		mustEntries(t, s, 1, 7)
		mustEntries(t, s, 2, 6)
		rows := s.Rows()
		if len(rows) != 3 || string(rows[2].Data) != "row of 2 up to 6" || rows[2].DatedUnder != 7 || rows[2].Entries != 6 || rows[2].Kind != KindChild {
			t.Fatalf("rows: %+v", rows)
		}
		st := s.Status()
		if st.Sequence != 20 || st.Files != 3 || st.Entries != 20 || st.Warning != nil || len(st.Damage) != 0 {
			t.Fatalf("status: %+v", st)
		}
		mustClean(t, s)
	}
	check(s)
	closed(t, s)
	check(reopened(t, path, o))
}

func TestChangesWaitingTogetherKeepTheirOrder(t *testing.T) {
	t.Parallel()
	s, _ := created(t, testOptions(t))
	var rs []*Receipt
	for i := range 500 {
		rs = append(rs, s.Enqueue(change(1, i, 1)))
	}
	for _, r := range rs {
		wait(t, r)
		if r.State() != Saved {
			t.Fatalf("state %v", r.State())
		}
	}
	mustEntries(t, s, 1, 500)
}

func TestABatchTooLargeForTheRedoSlotsIsStoredAllTheSame(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.redoPages = 4
	s, path := created(t, o)
	var c Change
	for i := range 3000 {
		c.Files = append(c.Files, change(i, 0, 2).Files...)
	}
	wait(t, s.Enqueue(c))
	closed(t, s)
	s = reopened(t, path, o)
	mustEntries(t, s, 2999, 2)
	if st := s.Status(); st.Files != 3000 || st.Entries != 6000 || st.Sequence != 1 {
		t.Fatalf("status: %+v", st)
	}
	mustClean(t, s)
}

func TestDraftsComeBackAndGoWithTheirChange(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	a, b := DraftKey{file(1), "note"}, DraftKey{file(1), "other"}
	for i := range 50 {
		s.SaveDraft(a, bytes.Repeat([]byte("words "), i*40))
	}
	wait(t, s.SaveDraft(a, []byte("the last words")))
	wait(t, s.SaveDraft(b, bytes.Repeat([]byte("x"), MaxDraft)))
	closed(t, s)
	s = reopened(t, path, o)
	got := s.Drafts()
	if len(got) != 2 || string(got[a]) != "the last words" || len(got[b]) != MaxDraft {
		t.Fatalf("drafts: %d, %q, %d", len(got), got[a], len(got[b]))
	}
	c := change(1, 0, 1)
	c.ClearDrafts = []DraftKey{a}
	r := s.Enqueue(c)
	wait(t, s.SaveDraft(b, []byte("later")))
	wait(t, r)
	closed(t, s)
	s = reopened(t, path, o)
	if got := s.Drafts(); len(got) != 1 || string(got[b]) != "later" {
		t.Fatalf("drafts after the change: %v", got)
	}
	// A text typed after the change was queued is not cleared by it.
	c = change(1, 1, 1)
	c.ClearDrafts = []DraftKey{b}
	r = s.Enqueue(c)
	r2 := s.SaveDraft(b, []byte("typed since"))
	wait(t, r)
	wait(t, r2)
	closed(t, s)
	s = reopened(t, path, o)
	if got := s.Drafts(); string(got[b]) != "typed since" {
		t.Fatalf("a newer draft was lost: %v", got)
	}
	wait(t, s.ClearDraft(b))
	closed(t, s)
	if got := reopened(t, path, o).Drafts(); len(got) != 0 {
		t.Fatalf("a cleared draft came back: %v", got)
	}
}

func TestTooLongIsRefusedAndTheDraftStays(t *testing.T) {
	t.Parallel()
	s, _ := created(t, testOptions(t))
	k := DraftKey{file(1), "note"}
	wait(t, s.SaveDraft(k, []byte("short")))
	wantCode(t, s.SaveDraft(k, make([]byte, MaxDraft+1)).Wait(context.Background()), fault.TooLong)
	if got := s.Drafts()[k]; string(got) != "short" {
		t.Fatalf("draft: %q", got)
	}
	c := change(1, 0, 1)
	c.Files[0].Entries[0].Data = make([]byte, MaxEntry+1)
	wantCode(t, s.Enqueue(c).Wait(context.Background()), fault.TooLong)
}

func TestAFileKeepsItsKind(t *testing.T) {
	t.Parallel()
	s, _ := created(t, testOptions(t))
	wait(t, s.Enqueue(change(1, 0, 1)))
	c := change(1, 1, 1)
	c.Files[0].Kind = KindPractice
	wantCode(t, s.Enqueue(c).Wait(context.Background()), fault.BadInput)
	mustEntries(t, s, 1, 1)
}

func TestOpenTellsWhatItIsBeforeThePassphrase(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, good := created(t, o)
	wait(t, s.Enqueue(change(1, 0, 3)))
	closed(t, s)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	wrong := o
	wrong.Passphrase = []byte("not the passphrase at all")
	later := bytes.Clone(whole)
	table := []struct {
		name    string
		content []byte
		code    fault.Code
	}{
		{"empty", nil, fault.NotAStore},
		{"100 bytes of text", bytes.Repeat([]byte("text "), 20), fault.NotAStore},
		{"zeros", make([]byte, 1<<20), fault.NotAStore},
		{"a long text", bytes.Repeat([]byte("some other file\n"), 1<<14), fault.NotAStore},
		{"cut to half", whole[:len(whole)/2&^4095], fault.Damaged},
		{"cut to one page", whole[:4096], fault.Damaged},
		{"whole", later, fault.WrongPassphrase},
	}
	for _, x := range table {
		path := filepath.Join(t.TempDir(), "x.footprint")
		if err := os.WriteFile(path, x.content, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Open(path, wrong)
		if fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %q", x.name, err, x.code)
		}
	}
	_, err = Open(filepath.Join(t.TempDir(), "none"), wrong)
	wantCode(t, err, fault.NoStore)
	_, err = Open(t.TempDir(), wrong)
	wantCode(t, err, fault.NotAStore)
}

func TestASecondWindowIsToldAtOnce(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	_, err := Open(path, o)
	wantCode(t, err, fault.InUse)
	closed(t, s)
	_, err = s.Entries(file(1))
	wantCode(t, err, fault.Stopped)
	wantCode(t, s.Enqueue(change(1, 0, 1)).Wait(context.Background()), fault.Stopped)
	closed(t, reopened(t, path, o))
}

func TestCreateRefuses(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	_, path := created(t, o)
	_, _, err := Create(path, o)
	wantCode(t, err, fault.Exists)
	o.Passphrase = []byte("password1234")
	_, _, err = Create(filepath.Join(t.TempDir(), "new"), o)
	wantCode(t, err, fault.WeakPassphrase)
}

func TestAFailedOpenGivesTheLockBack(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	closed(t, s)
	wrong := o
	wrong.Passphrase = []byte("something else entirely")
	_, err := Open(path, wrong)
	wantCode(t, err, fault.WrongPassphrase)
	reopened(t, path, o)
}

func TestTheRecoveryCodeOpensTheStore(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path := filepath.Join(t.TempDir(), "s.footprint")
	s, code, err := Create(path, o)
	if err != nil {
		t.Fatal(err)
	}
	wait(t, s.Enqueue(change(1, 0, 2)))
	closed(t, s)
	by := o
	by.Passphrase, by.Recovery = nil, code
	s = reopened(t, path, by)
	if !s.Status().ByRecovery {
		t.Fatal("the status does not say the code was used")
	}
	if _, err := s.ChangePassphrase(nil, []byte("quite another long one"), false); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	_, err = Open(path, o)
	wantCode(t, err, fault.WrongPassphrase)
	o.Passphrase = []byte("quite another long one")
	mustEntries(t, reopened(t, path, o), 1, 2)
}

func TestAStoreReplacedWhileOpenTakesNoMoreChanges(t *testing.T) {
	t.Parallel()
	s, path := created(t, testOptions(t))
	wait(t, s.Enqueue(change(1, 0, 1)))
	copyAll(t, path, path+".other")
	if err := os.Rename(path+".other", path); err != nil {
		t.Fatal(err)
	}
	wantCode(t, s.Enqueue(change(1, 1, 1)).Wait(context.Background()), fault.Disk)
	wantCode(t, s.Status().Dead, fault.Disk)
	wantCode(t, s.Enqueue(change(1, 2, 1)).Wait(context.Background()), fault.Disk)
}
