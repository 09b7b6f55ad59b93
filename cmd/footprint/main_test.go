package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"footprint/store/vault"
)

var updateMan = flag.Bool("update-man", false, "write the manual page anew")

// TestMain lets the test binary be the program, with keys that are cheap to
// derive: only this binary has them.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"footprint": func() {
			env := newEnvironment(os.Stdin, os.Stdout, os.Stderr)
			env.kdf = vault.Least()
			os.Exit(run(env, os.Args[1:]))
		},
	})
}

// TestScripts runs the command line as scripts would, one script a command.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			for name, value := range map[string]string{
				"HOME": e.WorkDir, "FOOTPRINT_STATE": filepath.Join(e.WorkDir, "state"), "FOOTPRINT_STORE": filepath.Join(e.WorkDir, "case.footprint"),
				"XDG_DATA_HOME": filepath.Join(e.WorkDir, "data"), "XDG_STATE_HOME": filepath.Join(e.WorkDir, "xdgstate"),
				"FOOTPRINT_PASSPHRASE_FILE": filepath.Join(e.WorkDir, "pw"),
			} {
				e.Setenv(name, value)
			}
			return os.WriteFile(filepath.Join(e.WorkDir, "pw"), []byte("correct horse battery staple\n"), 0o600)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"cut":    cutFile,
			"hurt":   hurtFile,
			"code":   wantCode,
			"plant":  plantStore,
			"isjson": isJSON,
		},
	})
}

// cutFile FILE BYTES shortens a file.
func cutFile(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// hurtFile FILE FROM COUNT turns every bit of some bytes over.
func hurtFile(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	from, err := strconv.Atoi(args[1])
	ts.Check(err)
	count, err := strconv.Atoi(args[2])
	ts.Check(err)
	for i := from; i < min(from+count, len(data)); i++ {
		data[i] ^= 0xff
	}
	ts.Check(os.WriteFile(path, data, 0o600))
}

// wantCode N COMMAND ARGS... runs a command and asks for its exit code. It also
// asks that trouble is told in the two agreed lines and that nothing of the
// planted child is in them.
func wantCode(ts *testscript.TestScript, _ bool, args []string) {
	want := args[0]
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != want {
		ts.Fatalf("exit code %s, want %s", got, want)
	}
	stderr := ts.ReadFile("stderr")
	if want == "0" {
		return
	}
	if !strings.HasPrefix(strings.TrimPrefix(stderr, warningOf(stderr)), "footprint: ") || !strings.Contains(stderr, "\nhint: ") {
		ts.Fatalf("the error is not told in a sentence and a hint: %q", stderr)
	}
	for _, trace := range []string{"goroutine ", ".go:", "panic", "Zebedee", "Quillfeather", "ZQ-1234567"} {
		if strings.Contains(stderr, trace) {
			ts.Fatalf("the error holds %q: %q", trace, stderr)
		}
	}
}

// warningOf gives the warnings standard error begins with.
func warningOf(stderr string) string {
	var out strings.Builder
	for line := range strings.Lines(stderr) {
		if !strings.HasPrefix(line, "footprint: warning: ") {
			break
		}
		out.WriteString(line)
	}
	return out.String()
}

// isJSON asks that the last standard output is one JSON document.
func isJSON(ts *testscript.TestScript, _ bool, _ []string) {
	dec := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	var v any
	ts.Check(dec.Decode(&v))
	if dec.More() {
		ts.Fatalf("more than one JSON document")
	}
}

// TestManPageIsFresh holds the manual page against the commands.
func TestManPageIsFresh(t *testing.T) {
	t.Parallel()
	page, err := manual(newRoot(newEnvironment(os.Stdin, os.Stdout, os.Stderr)))
	if err != nil {
		t.Fatal(err)
	}
	if *updateMan {
		if err := os.WriteFile("footprint.1", page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile("footprint.1")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, page) {
		t.Error("footprint.1 is stale: run go generate ./cmd/footprint")
	}
}

// manual puts the pages of all commands into one.
func manual(root *cobra.Command) ([]byte, error) {
	date := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	head := doc.GenManHeader{Title: "FOOTPRINT", Section: "1", Date: &date, Source: "Footprint", Manual: "Footprint"}
	root.DisableAutoGenTag = true
	var out bytes.Buffer
	page := func(c *cobra.Command) (string, error) {
		var b bytes.Buffer
		h := head
		err := doc.GenMan(c, &h, &b)
		before, _, _ := strings.Cut(b.String(), ".SH SEE ALSO")
		return before, err
	}
	text, err := page(root)
	if err != nil {
		return nil, err
	}
	out.WriteString(text)
	for _, c := range root.Commands() {
		if !c.IsAvailableCommand() {
			continue
		}
		text, err := page(c)
		if err != nil {
			return nil, err
		}
		_, body, _ := strings.Cut(text, ".SH SYNOPSIS")
		body, _, _ = strings.Cut(body, ".SH OPTIONS INHERITED FROM PARENT COMMANDS")
		out.WriteString(".SH COMMAND " + strings.ToUpper(c.Name()) + "\n" + c.Short + ".\n.SS SYNOPSIS" + strings.ReplaceAll(body, ".SH ", ".SS "))
	}
	return out.Bytes(), nil
}
