# make site    builds galley and the sample blog into public/
# make test    all tests
# make check   what CI runs: format, warnings as errors, import table, tests, the site strictly
# make tools   installs the programs that check code blocks and publish, where Debian has them
# make format  formats the sources
# make soak    kills builds and publishes at random moments, and checks hostile articles (minutes, not
#              part of CI)

SWIFT ?= swift
GALLEY = .build/release/galley
# Fewer tests than this ran: something was left out without a word.
MINIMUM_TESTS = 1000

.PHONY: site test check format lint setup site-strict soak tools

site: setup
	$(SWIFT) build --configuration release --product galley
	$(GALLEY) build

test: setup
	GALLEY_WARNINGS_AS_ERRORS=1 $(SWIFT) build --build-tests
	scripts/run-tests $(MINIMUM_TESTS)

check: lint test site-strict

site-strict: setup
	$(SWIFT) build --configuration release --product galley
	$(GALLEY) build --strict --output .build/site-strict

soak: setup
	$(SWIFT) build --configuration release --product galley
	scripts/soak-build $(GALLEY)
	scripts/soak-check $(GALLEY)
	scripts/soak-publish $(GALLEY)

tools:
	@scripts/install-tools

lint:
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format:
	$(SWIFT) format format --in-place --parallel --recursive Package.swift Sources Tests

setup:
	@scripts/set-up
