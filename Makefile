# Two commands for people: make serve, make test. Each sets up what it needs.
# On Windows, README.md shows the same commands without make.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check install --quiet --require-hashes

VERSION ?=

.PHONY: serve edit site offline paper hosted release check fix test audit benchmark nightly clean

serve: $(VENV)/.site ## build everything, serve the built site and print its address
	$(RUN) scripts/build.py serve

edit: $(VENV)/.site ## show the site, and every page again as soon as it is saved
	$(RUN) scripts/build.py edit

site: $(VENV)/.site ## build the site into site/
	$(RUN) scripts/build.py site

paper: $(VENV)/.paper ## build the site, and print it into dist/paper/: books, sheets, letters, cards; list them on the site
	$(RUN) scripts/build.py site
	$(RUN) scripts/build.py paper

offline: site ## make the copies that need no network, in dist/: a zip, an e-book and one file for a chat in each language
	$(RUN) scripts/build.py offline

release: $(VENV)/.paper ## make a release of the last commit in dist/release-1.2.3/: make release VERSION=1.2.3
	@test -n "$(VERSION)" || { echo "name the version: make release VERSION=1.2.3"; exit 2; }
	$(RUN) scripts/build.py release --version "$(VERSION)"

fix: $(VENV)/.site ## mend slips of signs and spaces in the pages, and say each line
	$(RUN) scripts/build.py fix

hosted: site ## make what is put on a host, in dist/hosted/: SITE_URL=https://handbook.example/ make hosted
	$(RUN) scripts/build.py hosted

check: $(VENV)/.site ## say what to mend in the pages, without building
	$(RUN) scripts/build.py check

test: $(VENV)/.tests ## everything a pull request is judged by
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) scripts/build.py all
	$(RUN) tests/browser.py
	PYTHONPATH=scripts $(RUN) tests/pango.py
	$(RUN) -m pytest

# Needs Node, Java, LibreOffice, qpdf, nginx, Caddy, curl and wrk; the checkers themselves are installed into .audit/.
audit: $(VENV)/.tests ## the Nu HTML checker on all pages, EPUBCheck, Lighthouse, a first view on a slow line, zizmor on the workflows, everything printed, the files that tools save in other programs, search beside other engines, and the hosted site in an object store, in a container and under load
	$(RUN) tests/browser.py
	$(RUN) tests/audit/run.py

# On a machine that does nothing else; takes hours. Needs Node, or does without linkinator. Every file that can be run
# is a benchmark: it says with --help how to be quicker, or to compare with another commit.
benchmark: $(VENV)/.tests ## how fast the build and the link checker are, beside other tools
	@for file in $$(grep -l '^if __name__' tests/benchmarks/*.py); do echo "$$file"; $(RUN) $$file || exit; done

# A test that hangs is shown with the line where it does, and ends the run.
nightly: $(VENV)/.tests ## axe on all pages in every view, and whatever may come, with 100,000 new examples each; takes hours
	$(RUN) tests/browser.py
	PYTHONPATH=scripts $(RUN) tests/pango.py
	$(RUN) -m pytest -m "hypothesis or nightly" --hypothesis-profile nightly \
		-o faulthandler_timeout=7200 -o faulthandler_exit_on_timeout=true

clean: ## remove everything that the other commands made
	rm -rf site dist .site-* .writing-* .cache .audit $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find scripts tests -name __pycache__ -type d -exec rm -rf {} +

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; install it, or name it: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "Python's venv module is missing; on Debian or Ubuntu type: sudo apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.site: requirements.txt $(VENV)/.made
	$(PIP) -r requirements.txt
	@touch $@

# WeasyPrint also calls Pango, which the system has or lacks; the command says what to type.
$(VENV)/.paper: paper-requirements.txt $(VENV)/.site
	$(PIP) -r paper-requirements.txt
	@touch $@

# tests/requirements.txt holds requirements.txt's packages too, in the same versions (a test compares them).
$(VENV)/.tests: tests/requirements.txt $(VENV)/.site
	$(PIP) -r tests/requirements.txt
	@touch $@
