package journal

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"footprint/store/vault"
)

func helperOptions(path string) Options {
	return Options{
		Passphrase: []byte(testPass), StateDir: path + ".state", KDF: vault.Least(), NoBackups: true, noReserve: true,
		redoPages: 64, draftPages: 255,
	}
}

// helper runs in the other process: it works until it is killed.
func helper(mode, path string) int {
	s, err := Open(path, helperOptions(path))
	if err != nil {
		fmt.Println("X", errTrail(err))
		return 1
	}
	if mode == "full" {
		return helperFull(s)
	}
	return helperWork(s)
}

// helperWork keeps storing entries and drafts and says so the moment each is
// acknowledged: E file count, D draft number milliseconds (asked), A draft
// number (acknowledged), C number (draft "cleared" void up to there).
func helperWork(s *Store) int {
	ctx := context.Background()
	next := map[int]int{}
	for _, r := range s.Rows() {
		var f int
		if _, err := fmt.Sscanf(string(r.File[:]), "file-%d", &f); err != nil {
			return 2
		}
		next[f] = r.Entries
	}
	for i := int(time.Now().UnixMilli()); ; i++ {
		d := i % 3
		fmt.Println("D", d, i, time.Now().UnixMilli())
		r := s.SaveDraft(DraftKey{file(0), fmt.Sprint(d)}, []byte(fmt.Sprint(i, strings.Repeat(" words", i%2000))))
		if i%4 == 0 {
			if r.Wait(ctx) != nil {
				return 3
			}
			fmt.Println("A", d, i)
		}
		f := i % 5
		n := 1 + i%3
		c := change(f, next[f], n)
		if i%6 == 0 {
			k := DraftKey{file(0), "cleared"}
			s.SaveDraft(k, []byte(fmt.Sprint(i)))
			c.ClearDrafts = []DraftKey{k}
		}
		next[f] += n
		if s.Enqueue(c).Wait(ctx) != nil {
			return 4
		}
		fmt.Println("E", f, next[f])
		if i%6 == 0 {
			fmt.Println("C", i)
		}
	}
}

// heard is what the helper had acknowledged when it died.
type heard struct {
	entries  map[int]int
	acked    map[string]int
	asked    map[string][][2]int // number, milliseconds
	clearedN int
	trouble  string
}

func (h *heard) line(l string) {
	w := strings.Fields(l)
	n := func(i int) int { v, _ := strconv.Atoi(w[i]); return v }
	switch {
	case len(w) == 3 && w[0] == "E":
		h.entries[n(1)] = n(2)
	case len(w) == 4 && w[0] == "D":
		h.asked[w[1]] = append(h.asked[w[1]], [2]int{n(2), n(3)})
	case len(w) == 3 && w[0] == "A":
		h.acked[w[1]] = n(2)
	case len(w) == 2 && w[0] == "C":
		h.clearedN = n(1)
	case len(w) > 0 && w[0] == "X":
		h.trouble = l
	}
}

func TestKilledAtAnyMomentNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	path := t.TempDir() + "/k.footprint"
	s, _, err := Create(path, helperOptions(path))
	if err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	h := &heard{entries: map[int]int{}, acked: map[string]int{}, asked: map[string][][2]int{}}
	rounds := killRounds
	if testing.Short() {
		rounds = 3
	}
	for round := range rounds {
		life := time.Duration(rand.IntN(120)) * time.Millisecond
		if round%10 == 9 {
			life += 1300 * time.Millisecond
		}
		killedAt := runKilled(t, path, life, h)
		checkKilled(t, path, h, killedAt)
	}
	checkBolt(t, path)
}

// runKilled starts the helper and kills it so long after its first word.
func runKilled(t *testing.T, path string, life time.Duration, h *heard) (killedAt int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "FOOTPRINT_TEST_HELPER="+path, "FOOTPRINT_TEST_MODE=work")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(out)
	died := make(chan int, 1)
	for first := true; sc.Scan(); first = false {
		if first {
			time.AfterFunc(life, func() {
				died <- int(time.Now().UnixMilli())
				_ = cmd.Process.Kill()
			})
		}
		h.line(sc.Text())
	}
	_ = cmd.Wait()
	if h.trouble != "" {
		t.Fatal("the helper could not open the store: " + h.trouble)
	}
	select {
	case killedAt = <-died:
		return killedAt
	default:
		t.Fatalf("the helper ended by itself: %v", cmd.ProcessState)
		return 0
	}
}

func checkKilled(t *testing.T, path string, h *heard, killedAt int) {
	t.Helper()
	s, err := Open(path, helperOptions(path))
	if err != nil {
		t.Fatalf("open after the kill: %s", errTrail(err))
	}
	defer func() { _ = s.Close() }()
	if w := s.Status().Warning; w != nil {
		t.Fatalf("a warning without a reason: %+v", w)
	}
	for f, n := range h.entries {
		got, err := s.Entries(file(f))
		if err != nil || len(got) < n {
			t.Fatalf("file %d: %d entries, %d were acknowledged (%v)", f, len(got), n, err)
		}
		for i, e := range got {
			if !bytes.Equal(e.Data, entry(i).Data) {
				t.Fatalf("file %d entry %d reads %q", f, i, e.Data)
			}
		}
	}
	mustClean(t, s)
	drafts := s.Drafts()
	number := func(field string) int {
		w, _, _ := strings.Cut(string(drafts[DraftKey{file(0), field}]), " ")
		n, _ := strconv.Atoi(w)
		return n
	}
	for field, asked := range h.asked {
		must := h.acked[field]
		for _, a := range asked {
			if a[1] <= killedAt-1000 {
				must = max(must, a[0])
			}
		}
		if have := number(field); have < must {
			t.Fatalf("draft %s is of %d, %d was safe", field, have, must)
		}
	}
	if n := number("cleared"); n != 0 && n <= h.clearedN {
		t.Fatalf("draft %d came back, cleared up to %d", n, h.clearedN)
	}
}
