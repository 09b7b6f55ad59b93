//go:build unix

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"github.com/creack/pty"
)

// strip is a terminal that only notes when something was painted.
type strip struct {
	cmd      *exec.Cmd
	ptm, tty *os.File
	pieces   chan piece
}

type piece struct {
	at    time.Time
	bytes []byte
}

func (x *bench) strip(program string, args ...string) (s *strip, begun time.Time) {
	ptm, tty, err := pty.Open()
	x.check(err)
	x.check(pty.Setsize(ptm, &pty.Winsize{Cols: 120, Rows: 40}))
	s = &strip{cmd: exec.Command(program, args...), ptm: ptm, tty: tty, pieces: make(chan piece, 4096)}
	s.cmd.Env, s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = x.home.env, tty, tty, tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	go func() {
		defer close(s.pieces)
		buf := make([]byte, 64<<10)
		for {
			n, err := ptm.Read(buf)
			if err != nil {
				return
			}
			s.pieces <- piece{time.Now(), bytes.Clone(buf[:n])}
		}
	}()
	begun = time.Now()
	x.check(s.cmd.Start())
	return s, begun
}

// end kills the program and takes the terminal away.
func (s *strip) end() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	_ = s.tty.Close()
	_ = s.ptm.Close()
	for range s.pieces {
	}
}

// shows waits until a text was painted and gives the moment.
func (x *bench) shows(s *strip, text string) time.Time {
	var all []byte
	late := time.After(patience)
	for {
		select {
		case p, ok := <-s.pieces:
			if all = append(all, p.bytes...); bytes.Contains(all, []byte(text)) {
				return p.at
			}
			if !ok {
				x.Fatalf("it ended before %q: %q", text, all)
			}
		case <-late:
			x.Fatalf("waited for %q in vain: %q", text, all)
		}
	}
}

// still waits until nothing was painted for so long and gives the last moment
// something was; zero when nothing came.
func (s *strip) still(quiet time.Duration) (last time.Time) {
	for {
		select {
		case p := <-s.pieces:
			last = p.at
		case <-time.After(quiet):
			return last
		}
	}
}

// starting is from exec to the first painted screen.
func (x *bench) starting() {
	var ours, floor, demo timings
	for range 25 {
		s, begun := x.strip(x.bare)
		floor = append(floor, x.shows(s, "Passphrase").Sub(begun))
		s.end()
		s, begun = x.strip(x.program, x.args(62)...)
		ours = append(ours, x.shows(s, "Passphrase").Sub(begun))
		s.end()
	}
	x.against("exec to first paint, the passphrase asked", ours.p50(), floor.p50(), "ratio 1.3 or less; floor: a bare Bubble Tea program")
	for range 7 {
		s, begun := x.strip(x.program, "demo")
		demo = append(demo, x.shows(s, "all keys").Sub(begun))
		s.end()
	}
	x.against("exec to the caseload of demo, 62 children made up", demo.p50(), floor.p50(), "under 1000 ms")
}

// frames is from a key to the painted frame, turn by turn at every size and on
// the bare program.
func (x *bench) frames() {
	strips := []*strip{}
	bare, _ := x.strip(x.bare)
	x.shows(bare, "all keys")
	strips = append(strips, bare)
	for _, n := range benchSizes {
		s, begun := x.strip(x.program, x.args(n, "--passphrase-file", x.home.at("pw"))...)
		painted := x.shows(s, "all keys")
		x.row(fmt.Sprintf("exec to caseload, passphrase in a file, %s", thousands(n)), ms(painted.Sub(begun)), "", "", "")
		s.still(time.Second) // put in order, by then
		strips = append(strips, s)
	}
	took := x.turns(strips, func(turn int) string {
		if turn/15%2 == 1 {
			return keys["up"]
		}
		return keys["down"]
	})
	for i, n := range benchSizes {
		name := thousands(n) + " children"
		x.against("key to painted frame p50, "+name, took[i+1].p50(), took[0].p50(), "floor: a bare Bubble Tea program")
		x.against("key to painted frame p99, "+name, took[i+1].p99(), took[0].p99(), "16.7 ms, one 60 Hz frame")
	}
	x.against("key to painted frame p50, 83,630 beside 62", took[3].p50(), took[1].p50(), "ratio 1.5 or less")
	x.against("key to painted frame p99, 83,630 beside 62", took[3].p99(), took[1].p99(), "ratio 1.5 or less")
}

// turns presses a key on each terminal, turn by turn, and takes the time until
// the frame is painted. It ends the programs.
func (x *bench) turns(strips []*strip, key func(turn int) string) []timings {
	took := make([]timings, len(strips))
	for turn := range 400 {
		for i, s := range strips {
			time.Sleep(time.Duration(rand.IntN(8000)) * time.Microsecond) // anywhere between two ticks of the painter
			start := time.Now()
			_, err := s.ptm.WriteString(key(turn))
			x.check(err)
			select {
			case p := <-s.pieces:
				last := p.at
				if more := s.still(3 * time.Millisecond); !more.IsZero() {
					last = more
				}
				took[i] = append(took[i], last.Sub(start))
			case <-time.After(patience):
				x.Fatalf("nothing is painted after %d keys", turn)
			}
		}
	}
	for _, s := range strips {
		s.end()
	}
	return took
}

// tenThousandWords are a long note, of paragraphs.
var tenThousandWords = strings.Repeat(strings.Repeat("Maja said that she would like to see her brother more often. ", 8)+"\n", 105)

// writing is from a letter of a note to the painted frame: in an empty note, at
// the end of a long one, and at the top of a long one that is one paragraph.
func (x *bench) writing() {
	notes := []struct{ name, text, then string }{
		{name: "an empty note"},
		{name: "10,000 words", text: tenThousandWords},
		{name: "one paragraph of 10,000", text: strings.ReplaceAll(tenThousandWords, "\n", ""), then: "\x1b[1;5H"},
	}
	bare, _ := x.strip(x.bare)
	x.shows(bare, "all keys")
	strips := []*strip{bare}
	for i, n := range notes {
		store := x.home.at(fmt.Sprintf("note%d.footprint", i))
		madeSmall(x, store, 3)
		s, _ := x.strip(x.program, "--today", dayOfDemo, "--store", store, "--passphrase-file", x.home.at("pw"))
		x.shows(s, "all keys")
		s.still(time.Second)
		x.types(s, "n")
		x.shows(s, "0 words")
		if n.text != "" {
			x.types(s, "\x1b[200~"+n.text+"\x1b[201~")
			x.shows(s, fmt.Sprintf("%d words", len(strings.Fields(n.text))))
		}
		x.types(s, n.then)
		s.still(time.Second)
		strips = append(strips, s)
	}
	took := x.turns(strips, func(turn int) string { return "seenathome"[turn%10:][:1] }) // no spaces: at the edge of the window they paint nothing
	for i, n := range notes {
		x.against("a letter to painted frame p50, "+n.name, took[i+1].p50(), took[0].p50(), "floor: a bare Bubble Tea program")
		x.against("a letter to painted frame p99, "+n.name, took[i+1].p99(), took[0].p99(), "16.7 ms, one 60 Hz frame")
	}
	x.against("a letter to painted frame p50, 10,000 words beside none", took[2].p50(), took[1].p50(), "ratio 1.5 or less")
}

func (x *bench) types(s *strip, bytes string) {
	_, err := s.ptm.WriteString(bytes)
	x.check(err)
}
