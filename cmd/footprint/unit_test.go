package main

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

func testEnvironment(t *testing.T) (*environment, *bytes.Buffer, *bytes.Buffer) {
	t.Helper()
	var out, errOut bytes.Buffer
	env := newEnvironment(nil, &out, &errOut)
	return env, &out, &errOut
}

// TestEveryFaultCodeHasAnExitCode reads the codes from their source.
func TestEveryFaultCodeHasAnExitCode(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", "domain", "fault", "fault.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes := 0
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := v.Type.(*ast.Ident); !ok || kind.Name != "Code" {
			return true
		}
		text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		codes++
		if code, ok := exits[fault.Code(text)]; !ok || code < exitFailed || code > exitHurt {
			t.Errorf("%s has no exit code of its own", v.Names[0].Name)
		}
		return true
	})
	if codes < 10 || codes != len(exits) {
		t.Errorf("%d codes in the domain, %d in the table", codes, len(exits))
	}
}

// TestAFaultTellsNoValue: what is thrown may hold a child's name, and neither
// the terminal nor the report may.
func TestAFaultTellsNoValue(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("FOOTPRINT_STATE", dir)
	env, out, errOut := testEnvironment(t)
	code := func() (code int) {
		defer func() { code = env.crashed(recover()) }()
		panic("Zebedee Quillfeather")
	}()
	if code != exitFailed || out.Len() > 0 {
		t.Errorf("exit code %d, output %q", code, out)
	}
	reports, err := filepath.Glob(filepath.Join(dir, "crash-*.txt"))
	if err != nil || len(reports) != 1 {
		t.Fatalf("reports %v, %v", reports, err)
	}
	report, err := os.ReadFile(reports[0])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(errOut.String(), reports[0]) || !strings.Contains(string(report), "fault: string") || !strings.Contains(string(report), "TestAFaultTellsNoValue") {
		t.Errorf("told %q, reported %q", errOut, report)
	}
	if strings.Contains(errOut.String()+string(report), "Zebedee") || strings.Contains(errOut.String(), "goroutine") {
		t.Errorf("a value or a trace got out: %q, %q", errOut, report)
	}
}

func TestAnErrorWithoutACodeShowsNothingOfItself(t *testing.T) {
	t.Parallel()
	env, _, errOut := testEnvironment(t)
	if code := env.report(errors.New("Zebedee Quillfeather")); code != exitFailed || strings.Contains(errOut.String(), "Zebedee") {
		t.Errorf("exit code %d, told %q", code, errOut)
	}
}

func TestCellsAreNoFormulas(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in   cell
		want string
	}{
		{text("=1+1"), "'=1+1"}, {text("+44"), "'+44"}, {text("-1"), "'-1"}, {text("@x"), "'@x"}, {text("\tx"), "' x"},
		{text("O'Neill"), "O'Neill"}, {text(""), ""}, {number(-26), "-26"}, {text("a=b"), "a=b"}, {text("\x1b[31m=1"), "'=1"},
	} {
		if got := tt.in.safe(); got != tt.want {
			t.Errorf("%q gives %q, want %q", tt.in.text, got, tt.want)
		}
	}
}

func TestPrintedJSONSteersNoTerminal(t *testing.T) {
	t.Parallel()
	env, out, _ := testEnvironment(t)
	if err := env.printJSON(map[string]string{"name": "Ŵyn\u009b31m\u202e\x7f<&>"}); err != nil {
		t.Fatal(err)
	}
	if want := `{"name":"Ŵyn\u009b31m\u202e\u007f<&>"}` + "\n"; out.String() != want {
		t.Errorf("got %q, want %q", out, want)
	}
}

func TestSynchronisedFolders(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]bool{
		"/home/ann/.local/share/footprint/c.footprint":                      false,
		"/home/ann/Dropbox/footprint/c.footprint":                           true,
		`C:\Users\ann\OneDrive - Anyshire Council\c.footprint`:              true,
		`C:\Users\ann\AppData\Local\footprint\c.footprint`:                  false,
		"/Users/ann/Library/Mobile Documents/footprint/c.footprint":         true,
		"/Users/ann/Library/CloudStorage/OneDrive-Anyshire/c.footprint":     true,
		"/Users/ann/Library/Application Support/footprint/c.footprint":      false,
		"/home/ann/dropboxes-i-have-known/share/footprint/caseload.dropbox": false,
	} {
		if got := synchronised(path); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

// TestIDsRiseWhateverTheClockDoes draws clocks that jump both ways.
func TestIDsRiseWhateverTheClockDoes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		env := newEnvironment(nil, nil, nil)
		at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
		env.now = func() time.Time { return at }
		var last casefile.ID
		for _, jump := range rapid.SliceOfN(rapid.IntRange(-5000, 5000), 1, 50).Draw(t, "jumps") {
			at = at.Add(time.Duration(jump) * time.Millisecond)
			id := env.NewID()
			if !last.Before(id) {
				t.Fatalf("%s does not come after %s", id, last)
			}
			last = id
		}
	})
}

func TestPretendedDayIsStamped(t *testing.T) {
	t.Parallel()
	env, _, _ := testEnvironment(t)
	env.flags.today = "26/11/2026"
	if err := env.prepare(); err != nil {
		t.Fatal(err)
	}
	want, _ := workday.Of(2026, 11, 26)
	stamp := env.Stamp("", casefile.ByIRO)
	if !stamp.Pretended || stamp.Day != want || stamp.By != "IRO" || env.Today() != want {
		t.Errorf("stamp %+v, today %s", stamp, env.Today())
	}
}

func TestFirstLine(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"a secret\nrest": "a secret", "a secret": "a secret", "a secret\r\nrest": "a secret", "\ufeffa secret\n": "a secret", "": "", " spaces stay \n": " spaces stay ",
	} {
		env, _, _ := testEnvironment(t)
		env.in.Reset(strings.NewReader(in))
		if got, err := firstLine(env.in); err != nil || string(got) != want {
			t.Errorf("%q gives %q, %v", in, got, err)
		}
	}
	env, _, _ := testEnvironment(t)
	env.in.Reset(strings.NewReader(strings.Repeat("x", longestSecret+2)))
	if _, err := firstLine(env.in); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("a line that is too long: %v", err)
	}
}
