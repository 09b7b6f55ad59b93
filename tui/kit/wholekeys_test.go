package kit

import (
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	tea "github.com/charmbracelet/bubbletea"
)

// listener writes down what the framework makes of the keys, up to a full stop.
type listener struct{ heard *strings.Builder }

func (l listener) Init() tea.Cmd { return nil }
func (l listener) View() string  { return "" }

func (l listener) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok {
		if text, typed := TypedText(k); typed {
			l.heard.WriteString(text)
		} else {
			l.heard.WriteString("<" + KeyName(k) + ">")
		}
	}
	if strings.HasSuffix(l.heard.String(), ".") {
		return l, tea.Quit
	}
	return l, nil
}

// typedAhead is a terminal on which everything was typed before anything was
// read, and nothing is typed after it.
type typedAhead struct {
	keys io.Reader
	done chan struct{}
}

func (t typedAhead) Read(p []byte) (int, error) {
	n, err := t.keys.Read(p)
	if err == io.EOF {
		<-t.done
	}
	return n, err
}

// TestKeysTypedAheadArriveWhole: a busy app reads many keys at once, and the
// framework 256 bytes of them, wherever that cuts.
func TestKeysTypedAheadArriveWhole(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ keys, want string }{
		"letters of three bytes": {strings.Repeat("漢", 300), ""},
		"shifted by one":         {"a" + strings.Repeat("漢", 300), ""},
		"shifted by two":         {"ab" + strings.Repeat("漢", 300), ""},
		"letters of two bytes":   {"a" + strings.Repeat("ŵ", 300), ""},
		"a whole read":           {strings.Repeat("a", 255), ""},
		"arrows":                 {strings.Repeat("\x1b[1;5D", 300), strings.Repeat("<ctrl+left>", 300)},
		"Alt and arrows":         {strings.Repeat("\x1b\x1b[A", 300), strings.Repeat("<alt+up>", 300)},
		"function keys":          {strings.Repeat("\x1bOP", 300), strings.Repeat("<f1>", 300)},
		"of the Linux console":   {strings.Repeat("\x1b[[A", 300), strings.Repeat("<f1>", 300)},
		"letters and a paste":    {strings.Repeat("漢", 84) + "x" + pasteStart + strings.Repeat("ŵ", 500) + pasteEnd, strings.Repeat("漢", 84) + "x" + strings.Repeat("ŵ", 500)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			terminal := typedAhead{strings.NewReader(c.keys + "."), make(chan struct{})}
			heard := new(strings.Builder)
			p := tea.NewProgram(listener{heard}, tea.WithInput(WholeKeys(LimitPastes(terminal))), tea.WithOutput(io.Discard), tea.WithoutSignalHandler())
			timer := time.AfterFunc(5*time.Second, p.Kill)
			_, err := p.Run()
			timer.Stop()
			close(terminal.done)
			want := c.want
			if want == "" {
				want = c.keys
			}
			if got := heard.String(); err != nil || got != want+"." {
				t.Errorf("%v: %d bytes arrived of %d: %.900q", err, len(got), len(want)+1, got)
			}
		})
	}
}

// Whatever bytes come in whatever pieces, all of them are given, in order.
func TestWholeKeysLosesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "ŵ", "漢", "👩", "\x1b", "\x1b[A", "\x1b[1;5", "\x1bO", "\xe6", "\xe6\xbc", "\xff", "\r"})).Draw(t, "keys"), "")
		r := WholeKeys(&pieces{in: in, next: func() int { return rapid.IntRange(1, 9).Draw(t, "piece") }})
		var out strings.Builder
		buf := make([]byte, rapid.IntRange(8, 40).Draw(t, "room"))
		for {
			n, err := r.Read(buf)
			if n == len(buf) {
				t.Fatal("a full answer: the framework would wait for more")
			}
			out.Write(buf[:n])
			if err != nil {
				break
			}
		}
		if out.String() != in {
			t.Fatalf("%q became %q", in, out.String())
		}
	})
}

// pieces gives a text in pieces.
type pieces struct {
	in   string
	next func() int
}

func (p *pieces) Read(b []byte) (int, error) {
	if p.in == "" {
		return 0, io.EOF
	}
	n := copy(b[:min(p.next(), len(b))], p.in)
	p.in = p.in[n:]
	return n, nil
}
