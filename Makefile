# Everything starts here. Each target sets up what it needs; `make` alone lists them.

VENV   := .venv
BIN    := $(VENV)/bin
ROOMS  := $(wildcard bot channels console scheduler handlers actions reports storage conversation matching domain texts)
QUICK  := not slow and not crash and not load and not benchmark
SLOW   := (slow or crash or load or hypothesis) and not benchmark
PYTEST := $(BIN)/python -m pytest

# Any Python from 3.11 up; name one with `make PYTHON=/path/to/python3.12 setup`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)

# uv would otherwise look for an interpreter on the network.
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# An activated environment of somebody else must not receive our packages.
unexport VIRTUAL_ENV
unexport PYTHONHOME
# Programs are started by the dozen in the tests; without compiled files each would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-dev run demo test test-slow check format bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(VENV)/.ready ## the environment in .venv and the command .venv/bin/nghedan

setup-dev: $(VENV)/.ready-dev ## the same with what tests and checks need

run: setup ## set up and start; prints the page to open
	@exec $(BIN)/nghedan run

demo: setup ## load a believable data set to look at
	@exec $(BIN)/nghedan demo

test: setup-dev ## the quick suite: both databases below the conversations, a walk through each page in Chromium
	$(PYTEST) -n auto --dist worksteal -m "$(QUICK)" $(ARGS)

test-slow: setup-dev ## all other tests: crash, load, the whole browser, PostgreSQL throughout (docs/testing.md)
	$(PYTEST) -n auto --dist worksteal --hypothesis-profile=thorough -m "$(SLOW)" $(ARGS)

check: setup-dev ## lint, format, types, direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup-dev ## let ruff write what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup-dev benchmarks/.venv/.ready ## measure, beside an aiogram bot in an environment of its own
	$(BIN)/python -m benchmarks $(ARGS)

COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11
lock: $(BIN)/python ## write the lock files again from pyproject.toml (UPGRADE=--upgrade for newer versions)
	@$(BIN)/uv --version >/dev/null 2>&1 || $(BIN)/pip install --quiet uv
	$(COMPILE) $(UPGRADE) pyproject.toml --output-file requirements.lock
	$(COMPILE) $(UPGRADE) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	$(COMPILE) $(UPGRADE) --group bench --output-file requirements-bench.lock
	@! grep -n '://' requirements.lock requirements-dev.lock requirements-bench.lock

clean: ## remove the environments and caches; data in var/ stays
	rm -rf $(VENV) benchmarks/.venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# $(call environment,FOLDER): a virtual environment with uv in it where uv can be had.
define environment
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and none was found. Install it, or name it: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11, or does not run." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) lacks the venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(1) with $$("$(PYTHON)" -V)"
	@"$(PYTHON)" -m venv --clear $(1)
	@$(1)/bin/pip install --quiet uv || echo "uv cannot be had here: pip does its work, more slowly."
endef

# $(call install,FOLDER,LOCK): what the lock names, each file checked against its hash.
define install
	@if $(1)/bin/uv --version >/dev/null 2>&1 && $(1)/bin/uv pip install --python $(1)/bin/python --require-hashes --requirement $(2); then :; \
	else echo "Installing with pip."; $(1)/bin/pip install --quiet --require-hashes --requirement $(2); fi
endef

define install_ourselves
	@if $(BIN)/uv --version >/dev/null 2>&1 && $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .; then :; \
	else $(BIN)/pip install --quiet --no-deps --editable .; fi
endef

# The interpreter behind the link may have gone with an upgrade of the system: then all of it is made again.
$(BIN)/python:
	$(call environment,$(VENV))

$(VENV)/.ready: requirements.lock pyproject.toml $(BIN)/python
	$(call install,$(VENV),requirements.lock)
	$(install_ourselves)
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock pyproject.toml $(BIN)/python
	$(call install,$(VENV),requirements-dev.lock)
	$(install_ourselves)
	@touch $(VENV)/.ready $@

benchmarks/.venv/bin/python:
	$(call environment,benchmarks/.venv)

benchmarks/.venv/.ready: requirements-bench.lock benchmarks/.venv/bin/python
	$(call install,benchmarks/.venv,requirements-bench.lock)
	@touch $@
