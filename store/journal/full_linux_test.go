package journal

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestTheReserveIsGivenBackFirst fills a small disk of its own.
func TestTheReserveIsGivenBackFirst(t *testing.T) {
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=48m"); err != nil {
		t.Skip("no right to mount a small disk here")
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	o := testOptions(t)
	o.noReserve = false
	path := filepath.Join(dir, "s.footprint")
	s, _, err := Create(path, o)
	if err != nil {
		t.Fatal(errTrail(err))
	}
	t.Cleanup(func() { _ = s.Close() })
	put := func(i int) *Receipt {
		c := change(1, i, 1)
		c.Files = append(c.Files, FileChange{File: file(2), Kind: KindChild, Entries: []Entry{{Data: make([]byte, 100<<10)}}})
		r := s.Enqueue(c)
		wait(t, r)
		return r
	}
	put(0)
	filler, err := os.Create(filepath.Join(dir, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	for n := int64(0); writeZeros(filler, n, pageSize) == nil; n += pageSize {
	}
	if err := filler.Close(); err != nil {
		t.Fatal(err)
	}
	reserve := func() bool { _, err := os.Stat(path + reserveSuffix); return err == nil }
	n := 1
	for ; reserve(); n++ {
		if r := put(n); r.State() != Saved || n > 500 {
			t.Fatalf("change %d: %v while there was a reserve", n, r.State())
		}
	}
	var last *Receipt
	for ; last == nil || last.State() == Saved; n++ {
		if last = put(n); n > 1000 {
			t.Fatal("the disk never filled")
		}
	}
	if last.State() != KeptAside {
		t.Fatalf("state %v", last.State())
	}
	if err := os.Remove(filler.Name()); err != nil {
		t.Fatal(err)
	}
	if r := put(n); r.State() != Saved || last.State() != Saved || !reserve() {
		t.Fatalf("after room was made: %v, %v, reserve %v", r.State(), last.State(), reserve())
	}
	mustEntries(t, s, 1, n+1)
	mustClean(t, s)
}
