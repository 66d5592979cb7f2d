# make run    open the program on its sample (without a display: make its report and figures into out/)
# make test   run every check and test
# make cli    build the headless program only
#
# Each target first installs what it needs and says so; see .ci/install.

GO      ?= go
TAGS    := migrated_fynedo
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS := -s -w -X main.version=$(VERSION)

.PHONY: run test cli build check install-window install-cli install-test sample fuzz bench-import bench-forecast bench-chart gallery clean

run: install-window
	@.ci/open

build: install-window
	$(GO) build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o bin/yunxing ./cmd/yunxing

cli: install-cli
	$(GO) build -ldflags '$(LDFLAGS)' -o bin/yunxing-cli ./cmd/yunxing-cli

test: install-test check
	$(GO) test -tags ci -timeout 15m ./...
	.ci/window

# The checks that need no test: formatting, vet, staticcheck.
check:
	@out=$$($(GO) tool gofumpt -l cmd data stats forecast assets ui); if [ -n "$$out" ]; then echo "not formatted by gofumpt:"; echo "$$out"; exit 1; fi
	$(GO) vet -tags ci ./...
	$(GO) tool staticcheck -tags ci ./...

# The sample workbooks and project, made again from the committed figures.
sample:
	$(GO) run ./cmd/internal/sample -o assets/sample
	$(GO) run ./cmd/yunxing-cli sample -o assets/sample

# Every fuzz target in turn for FUZZTIME; what fails is kept as a seed under testdata.
FUZZTIME ?= 10m
fuzz: install-cli
	@for p in $$(grep -rl '^func Fuzz' --include=*_test.go data stats forecast ui cmd | xargs -n 1 dirname | sort -u); do \
		for f in $$($(GO) test -tags ci -list '^Fuzz' ./$$p | grep '^Fuzz'); do \
			echo "$$p $$f"; \
			$(GO) test -tags ci -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./$$p || exit 1; \
		done; \
	done

# What importing takes: reading beside openpyxl, storing, asking, reviewing.
bench-import: install-cli
	@.ci/bench-import

# What projections are worth and take: accuracy, coverage, and speed beside R.
bench-forecast: install-cli
	@.ci/bench-forecast

# What drawing takes, beside matplotlib.
bench-chart: install-cli
	@.ci/bench-chart

# Contact sheets of every kind of figure for each theme and language, and of strange data,
# into out/gallery.
gallery: install-cli
	$(GO) test -tags ci -count 1 -run '^(TestContactSheets|TestHostile.*|TestCrowds)$$' ./ui/chart -gallery $(CURDIR)/out/gallery

install-window:
	@.ci/install window

install-cli:
	@.ci/install cli

install-test:
	@.ci/install test

clean:
	rm -rf bin out
