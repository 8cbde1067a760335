# Everything an operator or developer does here. `make` alone lists it.

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
UV := VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv
CODE := bench bot casework dialogs storage tests training
BABEL := $(BIN)/pybabel --quiet
UPDATE := --locale nl --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 100
LOCALES ?= locales
KEYWORDS := -k N_ -k Text:1,1t -k Text:2c,1,2t -k Text:2c,1,3t

.DEFAULT_GOAL := help
.PHONY: help run test browser check lint types contracts catalogues scripts dead format \
	messages campaign bench bench-language danger-net pictures constraints clean

help: ## this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)$$/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

# ---- set-up: once, and again when pyproject.toml or constraints.txt changed ----

$(BIN)/uv: constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'Stapje needs Python 3.11 or newer. Name one that you have: make PYTHON=python3.12 …' >&2; \
	  exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
	  echo 'This Python cannot make a virtual environment (on Debian: apt install python3-venv).' >&2; \
	  rm -rf $(VENV); exit 1; }
	@echo 'Setting up …' >&2
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt uv
	@touch $@

$(VENV)/run.stamp: $(BIN)/uv pyproject.toml constraints.txt
	@$(UV) pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/dev.stamp: $(BIN)/uv pyproject.toml constraints.txt
	@$(UV) pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/run.stamp

$(VENV)/bench.stamp: $(VENV)/dev.stamp
	@$(UV) pip install --quiet -c constraints.txt -e '.[bench]'
	@touch $@

$(VENV)/training.stamp: $(VENV)/dev.stamp
	@$(UV) pip install --quiet -c constraints.txt -e '.[training]'
	@touch $@

# ---- use ----

run: $(VENV)/run.stamp ## start with a demo tandem; prints the two addresses
	@STAPJE_DEMO=$${STAPJE_DEMO:-1} $(BIN)/stapje run

test: $(VENV)/dev.stamp browser ## set everything up and pass all tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -q $(ARGS)

# Browser tests need Debian's Chromium; where we may not install it they are skipped, by name.
browser:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo 'Installing Chromium for the browser tests …' >&2; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	      --no-install-recommends chromium fonts-noto-core; } >/dev/null 2>&1 || true; \
	  fi; }
	@command -v chromium >/dev/null || echo 'Skipped: the browser tests (marker "browser"),' \
	  'because Chromium is not here. As root: apt-get install chromium' >&2

campaign: $(VENV)/dev.stamp ## 1,000 kills while parents answer; prints its seed and figures
	@$(BIN)/python -m tests.crash $(ARGS)

bench: $(VENV)/dev.stamp ## speed and memory, side by side with two plain bots
	@$(BIN)/python -m bench $(ARGS)

bench-language: $(VENV)/bench.stamp ## what the readers understand, beside other libraries (ARGS=--held-out)
	@$(BIN)/python -m bench.language $(ARGS)

danger-net: $(VENV)/training.stamp ## learn the danger net anew from dialogs/safety/voorbeelden
	@$(BIN)/python -m training.danger_net $(ARGS)

pictures: $(VENV)/dev.stamp browser ## the pictures of the documentation: the chat, and each page of the desk
	@$(BIN)/python -m tests.pictures

# ---- checks: all that CI checks beside the tests ----

check: lint types contracts catalogues scripts dead ## format, lint, types, layers, catalogues, scripts, dead code

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff format --quiet --check $(CODE) || { echo 'To repair: make format' >&2; exit 1; }
	@$(BIN)/ruff check --quiet $(CODE)

types: $(VENV)/dev.stamp
	@$(BIN)/mypy --no-error-summary

contracts: $(VENV)/dev.stamp
	@$(BIN)/lint-imports --no-logo

# Not `pybabel update --check`: with contexts it never passes (python-babel/babel issue 1307).
catalogues: $(VENV)/dev.stamp
	@rm -rf $(VENV)/fresh && cp -R locales $(VENV)/fresh
	@$(MAKE) --no-print-directory messages LOCALES=$(VENV)/fresh
	@diff -rq locales $(VENV)/fresh >/dev/null || { \
	  echo 'The catalogues lag behind the texts. To repair: make messages' >&2; exit 1; }

scripts: $(VENV)/dev.stamp
	@$(BIN)/stapje scripts check
	@$(BIN)/stapje scripts check dialogs/safety

# Fields and arguments are left out: pages, libraries and the database read them by name. Only what
# is shipped is read: what nothing but a test uses is dead too.
dead: $(VENV)/dev.stamp
	@! $(BIN)/vulture | grep -vE 'unused (variable|attribute)'

format: $(VENV)/dev.stamp ## lay the code out
	@$(BIN)/ruff format --quiet $(CODE)
	@$(BIN)/ruff check --quiet --fix $(CODE) || true

# ---- texts ----

messages: $(VENV)/dev.stamp ## take new texts into the catalogues
	@$(BABEL) extract -F locales/babel.cfg $(KEYWORDS) --add-location file --sort-by-file \
	  --omit-header --width 100 -o $(LOCALES)/messages.pot bot dialogs \
	  2>$(VENV)/babel.log || { cat $(VENV)/babel.log >&2; exit 1; }
	@for domain in messages formal; do \
	  $(BABEL) update $(UPDATE) -D $$domain -i $(LOCALES)/messages.pot -d $(LOCALES); \
	done

# ---- upkeep ----

constraints: $(VENV)/dev.stamp ## pin what pyproject.toml asks for, without addresses (ARGS=--upgrade)
	@echo uv | $(UV) pip compile --quiet --universal --python-version 3.11 --extra dev --extra bench --extra training \
	  --no-header --no-annotate $(ARGS) -o constraints.txt pyproject.toml -

clean: ## remove the environment and all caches; your data stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
