package journal

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// noted reports whether a note of the report holds the words.
func noted(rep Report, words string) bool {
	return slices.ContainsFunc(rep.Notes, func(n string) bool { return strings.Contains(n, words) })
}

// TestAMemoryThatCannotBeReadIsSaid: an anchor that is there and says nothing is
// not taken for one that was never there.
func TestAMemoryThatCannotBeReadIsSaid(t *testing.T) {
	t.Parallel()
	noise := func(n int) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, bytes.Repeat([]byte{0xa5}, n), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	table := []struct {
		name  string
		spoil func(t *testing.T, path string)
		said  bool
		heals bool // the next one written takes its place
	}{
		{"left alone", func(*testing.T, string) {}, false, true},
		{"not there", func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}, false, true},
		{"random bytes", noise(2 * pageSize), true, true},
		{"empty", noise(0), true, true},
		{"short", noise(100), true, true},
		{"a folder", func(t *testing.T, path string) {
			if err := errors.Join(os.Remove(path), os.Mkdir(path, 0o700)); err != nil {
				t.Fatal(err)
			}
		}, true, false},
	}
	for _, x := range table {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			o := testOptions(t)
			s, path := created(t, o)
			wait(t, s.Enqueue(change(1, 0, 2)))
			id := s.Status().Store
			closed(t, s)
			x.spoil(t, anchorPath(o.StateDir, id))
			rep, err := VerifyFile(context.Background(), path, o)
			if err != nil || !rep.OK() || noted(rep, "cannot be read") != x.said {
				t.Fatalf("VerifyFile: %v %+v", err, rep)
			}
			s = reopened(t, path, o)
			if st := s.Status(); st.AnchorLost != x.said || st.Warning != nil {
				t.Fatalf("status: %+v", st)
			}
			if rep, err := s.Verify(context.Background(), nil); err != nil || noted(rep, "cannot be read") != x.said {
				t.Fatalf("Verify: %v %+v", err, rep)
			}
			closed(t, s)
			if got := reopened(t, path, o).Status().AnchorLost; got == x.heals {
				t.Fatalf("said the second time: %v", got)
			}
		})
	}
}
