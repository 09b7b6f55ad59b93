package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// crashed tells of a fault in the program in one sentence and writes a report
// that holds the kind of the fault and where it happened, never a value.
func (env *environment) crashed(thrown any) int {
	var b strings.Builder
	fmt.Fprintf(&b, "footprint %s %s/%s\nfault: %T\n", versionText(), runtime.GOOS, runtime.GOARCH, thrown)
	for _, f := range frames() {
		b.WriteString("  " + f + "\n")
	}
	sentence := "Footprint stopped because of a fault in the program; what was saved is safe."
	if file, err := env.saveCrash(b.String()); err == nil {
		sentence += " A report without any case details is in " + file
	}
	env.say(sentence, "Send that report to whoever gave you Footprint.")
	return exitFailed
}

// saveCrash writes a report only its owner may read and gives its path.
func (env *environment) saveCrash(text string) (string, error) {
	dir, err := env.stateDir()
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "crash-"+env.now().UTC().Format("20060102T150405Z")+".txt")
	return file, os.WriteFile(file, []byte(text), 0o600)
}

// frames lists the calls that led to the fault, without machine paths.
func frames() []string {
	pcs := make([]uintptr, 64)
	list := runtime.CallersFrames(pcs[:runtime.Callers(4, pcs)])
	var out []string
	for {
		f, more := list.Next()
		if f.Function != "" && !strings.HasPrefix(f.Function, "runtime.") {
			out = append(out, fmt.Sprintf("%s %s:%d", f.Function, path.Base(filepath.ToSlash(f.File)), f.Line))
		}
		if !more {
			return out
		}
	}
}
