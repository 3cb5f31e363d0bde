# Two commands for a machine that has only Python 3.11+ and make: `make run` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: run test check unit format bench accuracy load faults constraints clean help

help:            ## list the commands
	@grep -E '^[a-z]+: .*##|^[a-z]+:  *##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(VENV)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Exact versions with hashes first, then the project itself without asking any index.
$(VENV)/run: $(VENV)/python pyproject.toml constraints/run.txt
	$(PIP) install --quiet --require-hashes -r constraints/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: $(VENV)/python pyproject.toml constraints/dev.txt
	$(PIP) install --quiet --require-hashes -r constraints/dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run

# The browser tests drive a Chromium of the system; where apt may install one, it does.
$(VENV)/browser: $(VENV)/python
	@command -v chromium || command -v google-chrome >/dev/null || test -n "$$CHROMIUM" || \
		(apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium >/dev/null) || \
		echo "No Chromium here and none could be installed: the browser tests will say so."
	@touch $@

run: $(VENV)/run  ## screen the sample CVs, print the ranking, serve the pages at http://127.0.0.1:8000
	$(BIN)/screener screen tests/samples
	$(BIN)/screener serve --with tests/samples

test: $(VENV)/dev $(VENV)/browser  ## the whole suite: real PostgreSQL, Redis, Celery workers, browser
	$(BIN)/python -m pytest

unit: $(VENV)/dev  ## the fast part
	$(BIN)/python -m pytest tests/unit tests/structure -m "not slow and not services and not browser"

check: $(VENV)/dev  ## format, lint, types, layers, dependencies, fast tests with coverage
	$(BIN)/ruff format --check screener workers tests
	$(BIN)/ruff check screener workers tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .
	$(BIN)/python -m pytest -q tests/unit tests/structure -m "not slow and not services and not browser" \
		--cov --cov-report=term:skip-covered --cov-fail-under=80

format: $(VENV)/dev  ## mend what can be mended
	$(BIN)/ruff format screener workers tests
	$(BIN)/ruff check --fix screener workers tests

bench: $(VENV)/dev  ## reading: ours, pdfminer, pdfplumber, pypdfium2 in one run
	$(BIN)/python -m tests.benchmarks.reading

accuracy: $(VENV)/dev  ## precision, recall and F1 of what is recognised
	$(BIN)/python -m tests.accuracy

load: $(VENV)/dev  ## uploads per second through the whole chain
	$(BIN)/python -m tests.benchmarks.load

faults: $(VENV)/dev  ## kill things while work is under way, then count
	$(BIN)/python -m tests.distributed.faults

UV_COMPILE = uv pip compile pyproject.toml constraints/build.in --generate-hashes --universal \
	--python-version 3.11 --no-emit-index-url --no-header --no-annotate --quiet

constraints:     ## choose exact versions anew (needs uv on PATH)
	$(UV_COMPILE) -o constraints/run.txt
	$(UV_COMPILE) --extra postgres -o constraints/server.txt
	$(UV_COMPILE) --extra dev -o constraints/dev.txt

clean:           ## remove what can be made again
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov
