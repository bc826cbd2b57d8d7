# The front desk. `make` lists what it can do.

PREFIX ?= /usr/local
SWIFT ?= swift
PACKAGES = libsqlite3-dev libxml2-dev libarchive-dev libmd-dev \
           libcurl4-openssl-dev zlib1g-dev pkg-config
BROWSER = chromium-driver
CONFIGURATION ?= release
POND = .build/$(CONFIGURATION)/pond
FIGURES = .build/trust-figures

.DEFAULT_GOAL := help
.PHONY: help demo test trust mutants mutants-sweep fuzz build dist dist-check check format lint docs bench install uninstall clean packages browser toolchain

help: ## list what can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | \
	  awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

# The demo is built as the tests are, in a third of the time for one run, and without the page.
demo: packages ## build Pond and run the main job on Samples/ada, end to end
	$(SWIFT) build --product pond --disable-default-traits
	@POND_BINARY="$(CURDIR)/.build/debug/pond" sh Samples/demo.sh

test: packages browser ## run every test; what is tried many times, a few times
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# What tries something in rounds, by the names of its files; all rounds are tried here alone.
ROUNDS = $(shell grep -rl 'Rounds\.' Tests --include='*Tests.swift' | xargs -n 1 basename -s .swift | sort | paste -sd '|')

# The figures are lines of promise, count and words; the same words are added up.
trust: packages ## try what Pond promises when things go wrong, all rounds, and print the figures
	$(SWIFT) build --build-tests
	@rm -f $(FIGURES)
	@POND_TRUST_ROUNDS=all POND_TRUST_FIGURES="$(CURDIR)/$(FIGURES)" \
	  $(SWIFT) test --skip-build --filter 'pondTests.Trust|/($(ROUNDS))\.swift'; code=$$?; \
	awk -F '\t' '{ count[$$1 "\t" $$3] += $$2 } \
	  END { for (key in count) { split(key, part, "\t"); \
	    printf "%-6s  %6d  %s\n", part[1], count[key], part[2] } }' $(FIGURES) | sort; \
	exit $$code

mutants: packages ## change the product in small ways, one at a time: does a test notice each?
	@SWIFT="$(SWIFT)" sh Tests/Mutants/run.sh

ROOMS ?= Signals Suggest Loop Review
mutants-sweep: packages ## turn round every condition of ROOMS, built once, and print what no suite notices
	@SWIFT="$(SWIFT)" python3 Tests/Mutants/sweep.py $(ROOMS)

SECONDS ?= 60
fuzz: packages ## look for inputs that break a reader, SECONDS=60 for each kind
	@SWIFT="$(SWIFT)" sh Tests/Fuzz/run.sh $(SECONDS)

# Every function a section of its own, so that what nobody calls is left out; nothing of a command is for others
# to link to; same code once; addresses of the command's own in a tenth of the room (glibc 2.36, of 2022).
# `make build SMALLER=` does without.
ifeq ($(shell uname -s),Linux)
SMALLER = -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -use-ld=lld \
          -Xlinker --no-export-dynamic -Xlinker --icf=safe -Xlinker -z -Xlinker pack-relative-relocs
endif
# Without ICU's data for every language, which Pond never asks for: 33 MB less.
build: packages ## build the command into .build/release/pond
	$(SWIFT) build --configuration $(CONFIGURATION) --static-swift-stdlib --product pond $(SMALLER) \
	  $$(! command -v python3 >/dev/null || python3 docs/small-icu.py "$(SWIFT)" .build/icu)

check: lint ## what a change must pass before it is proposed: style, warnings, tests
	$(SWIFT) build --build-tests -Xswiftc -warnings-as-errors --scratch-path .build-check
	$(SWIFT) test --skip-build --scratch-path .build-check

format: ## put every Swift file into the house style
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

lint: ## say where a Swift file leaves the house style
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

docs: build ## write the pages under docs/ that are made from the code
	@sh docs/make.sh "$(CURDIR)/$(POND)"

bench: packages ## measure speed and memory beside named tools on the same input
	@sh Benchmarks/run.sh

install: build ## install the command, its man pages and completions under PREFIX (/usr/local)
	@sh docs/install.sh "$(CURDIR)/$(POND)" "$(DESTDIR)$(PREFIX)"

dist: build ## pack a stripped pond, man pages and completions: .build/dist/*.tar.gz, *.deb
	@sh docs/dist.sh "$(CURDIR)/$(POND)" "$(CURDIR)/.build/dist"

dist-check: ## try what make dist packed in a fresh Debian without Swift (root, debootstrap)
	@sh docs/dist-check.sh "$(CURDIR)/.build/dist"

uninstall: ## remove what make install put under PREFIX
	@sh docs/install.sh --remove "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built
	rm -rf .build .build-check .build-mutants .build-fuzz Benchmarks/.build

# Only what is missing is installed; nothing is asked of apt when all is there.
packages: toolchain
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || \
	    missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing:$$missing"; \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi

# A wish: the tests of the page that need a browser are skipped, and say so, where there is none.
browser: packages
	@dpkg-query -W -f='$${Status}' $(BROWSER) 2>/dev/null | grep -q 'ok installed' || { \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing: $(BROWSER)"; \
	  $$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(BROWSER); \
	} || echo "$(BROWSER) is not to be had; the tests that need a browser are skipped"

toolchain:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Pond is written in Swift 6.1 or newer, and there is no swift on your PATH."; \
	  echo "Install it from www.swift.org/install, then run this again."; exit 1; }
