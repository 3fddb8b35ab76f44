# The one task runner. `make demo` and `make test` work from a clean clone with Python and make.
SHELL := /bin/sh
.DEFAULT_GOAL := help
UV_VERSION := 0.13.9
# The machine's own Python where it has one that will do; else uv fetches one.
PYTHON := $(shell tools/python.sh)
BOOT := $(or $(PYTHON),$(shell command -v python3 || command -v python))
UV := .tools/bin/uv
RUN := .venv/bin/
export UV_PYTHON := $(or $(PYTHON),3.13)
# A machine that cannot reach the registry is told so at once, not after minutes.
export UV_HTTP_TIMEOUT := 30
export UV_HTTP_RETRIES := 1
export UV_PROJECT_ENVIRONMENT := .venv
# Every process reads in all of Styrk: three seconds when compiled anew, one and a half when not.
export UV_COMPILE_BYTECODE := 1
unexport PYTHONDONTWRITEBYTECODE
STAMP := .venv/.synced
# Empty, so that a missing text in nynorsk or English fails the check; --lenient only tells of it.
TRANSLATIONS :=

.PHONY: help setup demo demo-reset serve check test journeys bench format glossary schema messages clean

help: ## What can be done
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 14

setup: $(STAMP) src/styrk/ui/static/vendor/.synced src/styrk/locale/.compiled ## Everything needed, nothing started

$(UV):
	@test -n "$(BOOT)" || { echo "No Python found. Install Python 3.12 or newer." >&2; exit 1; }
	@echo "Setting up the tools (once) with $(BOOT)"
	@$(BOOT) -m venv .tools || { echo "$(BOOT) cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check --retries 1 --timeout 30 uv==$(UV_VERSION)

$(STAMP): pyproject.toml uv.lock | $(UV)
	@test -e $@ || echo "Getting the dependencies (once)"
	@$(UV) sync --locked --quiet --no-progress || { test -n "$(PYTHON)" || echo "Python 3.13 could not be fetched. Install Python 3.12 or newer, and try again." >&2; exit 1; }
	@touch $@

src/styrk/ui/static/vendor/.synced: package.json package-lock.json tools/vendor.py | $(STAMP)
	@$(RUN)python tools/vendor.py

src/styrk/locale/.compiled: $(wildcard src/styrk/locale/*/LC_MESSAGES/*.po) | $(STAMP)
	@mkdir -p src/styrk/locale
	@$(RUN)python tools/catalogues.py compile
	@touch $@

demo: setup ## A demo region on http://127.0.0.1:8000
	@$(RUN)styrk demo

demo-reset: setup ## The same, built anew
	@$(RUN)styrk demo --reset

serve: setup ## The server, for real data
	@$(RUN)styrk serve

check: setup ## Format, lint, types, structure of imports, templates, catalogues
	$(RUN)ruff format --check .
	$(RUN)ruff check .
	$(RUN)mypy
	$(RUN)lint-imports --no-cache
	$(RUN)djlint --lint --quiet src/styrk
	$(RUN)python tools/catalogues.py check $(TRANSLATIONS)
	$(UV) lock --check --quiet

test: check ## All checks and all tests, browser included
	$(RUN)pytest -n 2 --dist loadgroup

journeys: setup ## Only the browser tests
	$(RUN)pytest -m browser

bench: setup ## The performance table, as ratios in one run
	$(RUN)styrk bench

format: setup ## Put the code in order
	$(RUN)ruff format .
	$(RUN)ruff check --fix .

glossary: setup ## Write docs/glossary.md from the words
	$(RUN)python tools/glossary.py

schema: setup ## Write the tables of a new database from the migrations
	$(RUN)python tools/schema.py

messages: setup ## Take new screen texts into the catalogues
	$(RUN)python tools/catalogues.py update

clean: ## Remove what setup made (the demo world's data stays)
	rm -rf .venv .tools node_modules src/styrk/ui/static/vendor src/styrk/core/papers/fonts src/styrk/locale/.compiled
