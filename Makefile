# Everything here needs only make and Python 3.11 or later; the rest sets itself up in .venv.
# `make help` lists the targets.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --disable-pip-version-check
DATA   ?=
OUT    ?= demo

# What a set-up depends on: when one of these changes, the next run installs again.
SETUP  := pyproject.toml constraints.txt Makefile

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint format bench clean

help: ## List these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

demo: $(VENV)/.runtime ## Build the chronology of examples/reports into demo/
	@$(VENV)/bin/coranto build examples/reports -o $(OUT)
	@echo
	@echo "The chronology is ready. Open this file in a browser:"
	@echo "    $(abspath $(OUT)/index.html)"

test: lint ## Check style and types, then run the tests
	$(PY) -m pytest

lint: $(VENV)/.dev ## Check style (ruff) and types (mypy) only
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(VENV)/.dev ## Put the code into the project's format
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(VENV)/.dev ## Run the benchmarks: make bench DATA=folder-with-the-data
	@test -n "$(DATA)" || { echo "Say where the data are: make bench DATA=folder" >&2; exit 2; }
	@set -e; for file in benchmarks/[a-z]*.py; do \
	  name=$$(basename "$$file" .py); \
	  echo; echo "== $$name"; \
	  $(PY) -m "benchmarks.$$name" --data "$(DATA)"; \
	done

clean: ## Remove the environment, caches and results
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up ------------------------------------------------------------------------------

# An environment that works is kept. Otherwise the first Python that is new enough makes one.
# Systems that ship Python without ensurepip can still have a pip that installs into it.
$(VENV)/.made:
	@set -e; \
	new_enough='import sys; sys.exit(sys.version_info < (3, 11))'; \
	if ! { $(PY) -c "$$new_enough" && $(PY) -m pip --version; } >/dev/null 2>&1; then \
	  found=; \
	  for candidate in "$(PYTHON)" python3 python3.13 python3.12 python3.11; do \
	    if "$$candidate" -c "$$new_enough" >/dev/null 2>&1; then found="$$candidate"; break; fi; \
	  done; \
	  if [ -z "$$found" ]; then \
	    echo "Coranto needs Python 3.11 or later; '$(PYTHON)' is" \
	      "$$("$(PYTHON)" --version 2>/dev/null || echo 'not there')." >&2; \
	    echo "Install one, or name it: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; \
	    exit 1; \
	  fi; \
	  rm -rf $(VENV); \
	  if ! "$$found" -m venv $(VENV) >/dev/null 2>&1; then \
	    rm -rf $(VENV); \
	    if ! { "$$found" -m venv --without-pip $(VENV) \
	           && "$$found" -m pip --python $(PY) install --quiet pip; } >/dev/null 2>&1; then \
	      rm -rf $(VENV); \
	      echo "'$$found' cannot make a virtual environment: it came without ensurepip." >&2; \
	      echo "Install the package that holds it (on Debian and Ubuntu: python3-venv)." >&2; \
	      exit 1; \
	    fi; \
	  fi; \
	fi
	@touch $@

# The build backend comes first, so that building the package is held to the constraints too.
# Twice quiet: pip leaves out its warnings, but prints errors and the output of builds that fail.
$(VENV)/.backend: $(VENV)/.made $(SETUP)
	@echo "Setting up $(VENV) (once; some minutes on a slow line) …"
	@$(PIP) install --quiet --quiet -c constraints.txt hatchling editables
	@touch $@

$(VENV)/.runtime: $(VENV)/.backend
	@$(PIP) install --quiet --quiet -c constraints.txt --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.backend
	@$(PIP) install --quiet --quiet -c constraints.txt --no-build-isolation -e ".[dev]"
	@touch $@
