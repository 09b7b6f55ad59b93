//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"footprint/store/journal"
)

// The sizes of caseload everything is measured at: one IRO's, a large
// authority's, and all of England's.
var benchSizes = []int{62, 10_000, 83_630}

// bench is what all measures share: the program, the bare program beside it,
// and a made-up store of each size.
type bench struct {
	*testing.B
	home          home
	program, bare string
	stores        map[int]string
}

// BenchmarkBesideTheFloor measures what a person waits for, each beside its
// floor measured in the same run, and prints one table. Nothing fails on time:
// computers differ, ratios hold. `make bench` runs it once.
func BenchmarkBesideTheFloor(b *testing.B) {
	x := &bench{B: b, home: newHome(b), stores: map[int]string{}}
	x.program, x.bare = built(b), filepath.Join(b.TempDir(), "bare")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", x.bare, "./testdata/bare")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	x.row("what", "value", "floor", "ratio", "goal")
	x.row("----", "-----", "-----", "-----", "----")
	for _, n := range benchSizes {
		start := time.Now()
		x.stores[n] = x.home.at(fmt.Sprintf("%d.footprint", n))
		madeSmall(b, x.stores[n], n)
		x.row(fmt.Sprintf("making up %s children", thousands(n)), ms(time.Since(start)), "", "", "")
	}
	b.ResetTimer()
	x.starting()
	x.frames()
	x.writing()
	x.keysAlone()
	x.unlocking()
	x.sizes()
	x.saving()
	x.longFile()
	x.dating()
	x.papers()
}

func (x *bench) row(cells ...string) {
	_, _ = fmt.Fprintf(os.Stdout, "%-52s %12s %12s %8s   %s\n", cells[0], cells[1], cells[2], cells[3], cells[4])
}

// against prints a time beside its floor.
func (x *bench) against(what string, value, floor time.Duration, goal string) {
	x.row(what, ms(value), ms(floor), times(float64(value), float64(floor)), goal)
}

func times(value, floor float64) string {
	if floor <= 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", value/floor)
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Nanoseconds())/1e6) }

func thousands(n int) string {
	s := fmt.Sprint(n)
	if len(s) > 3 {
		s = s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

// timings are the same thing measured many times.
type timings []time.Duration

func (list timings) at(share float64) time.Duration {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}

func (list timings) p50() time.Duration { return list.at(0.5) }
func (list timings) p99() time.Duration { return list.at(0.99) }

// options open a store without the backup that follows an opening, which would
// run beside what is measured.
func (x *bench) options(n int) journal.Options {
	o := cheapOptions(x.stores[n])
	o.NoBackups = true
	return o
}

func (x *bench) args(n int, more ...string) []string {
	return append([]string{"--today", dayOfDemo, "--store", x.stores[n]}, more...)
}

func (x *bench) check(err error) {
	x.Helper()
	if err != nil {
		x.Fatal(err)
	}
}

// sizes are the program's own and the store's.
func (x *bench) sizes() {
	var version, nothing timings
	for range 30 {
		for program, list := range map[string]*timings{x.program: &version, x.bare: &nothing} {
			start := time.Now()
			x.check(exec.Command(program, "version").Run())
			*list = append(*list, time.Since(start))
		}
	}
	x.against("footprint version, beside a bare program leaving", version.p50(), nothing.p50(), "")
	size := func(path string) float64 {
		st, err := os.Stat(path)
		x.check(err)
		return float64(st.Size())
	}
	mb := func(n float64) string { return fmt.Sprintf("%.1f MB", n/1e6) }
	x.row("the program, beside a bare one", mb(size(x.program)), mb(size(x.bare)), times(size(x.program), size(x.bare)), "")
	for _, n := range benchSizes {
		book, _, err := openBook(x.stores[n], x.options(n))
		x.check(err)
		entries, plain := x.plainBytes(book)
		x.check(book.Close())
		per := size(x.stores[n]) / float64(entries)
		x.row(fmt.Sprintf("store bytes per entry, %s children", thousands(n)), fmt.Sprintf("%.0f B", per), fmt.Sprintf("%.0f B", plain/float64(entries)),
			times(per, plain/float64(entries)), "floor: the entry alone, as written")
	}
}
