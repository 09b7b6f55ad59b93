# Footprint. `make demo` opens it on a made-up caseload; `make test` passes every test.

BIN     := bin
export CGO_ENABLED = 0
TARGETS := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
FLAGS   := -trimpath -ldflags "-s -w -X main.version=$(VERSION)"

.PHONY: demo test race kill bench lint build footprint generate clean

demo: footprint            ## the app on a made-up caseload that is deleted on exit
	@$(BIN)/footprint demo

footprint:                 ## the program for this machine
	@go build $(FLAGS) -o $(BIN)/ ./cmd/footprint

test:                      ## every test
	go test ./...

race:                      ## every test under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race ./...

kill:                      ## the long kill test: 200 rounds
	go test -tags kill -run Kill -count 1 -timeout 60m ./store/... ./cmd/...

bench:                     ## speed, each beside its floor measured in the same run
	@go test -run '^$$' -bench BesideTheFloor -benchtime 1x -timeout 30m ./cmd/footprint

lint:                      ## vet, format and the linters of .golangci.yml
	@test -z "$$(gofmt -l . | tee /dev/stderr)"
	go mod tidy -diff
	go vet ./...
	go -C .ci/tools build -o ../../$(BIN)/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint
	$(BIN)/golangci-lint run ./...

build:                     ## Linux, macOS and Windows
	@for t in $(TARGETS); do \
		ext=; [ $${t%/*} = windows ] && ext=.exe; \
		echo "build $$t"; \
		GOOS=$${t%/*} GOARCH=$${t#*/} go build $(FLAGS) -o $(BIN)/footprint-$${t%/*}-$${t#*/}$$ext ./cmd/footprint || exit 1; \
	done
	@for os in darwin windows; do echo "vet $$os"; GOOS=$$os GOARCH=amd64 go vet ./... || exit 1; done

generate:                  ## the handbook's tables and the man page
	go generate ./...

clean:
	rm -rf $(BIN)
