# Every target makes the environment it needs first; `make help` lists them.

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin

# Material prints a notice about MkDocs 2 at every build; this silences it.
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help site serve test lint bench screenshots data script clean
# Two installations into one environment must not run at the same time, even under `make -j`.
.NOTPARALLEL:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/.installed-docs ## build the documentation strictly into site/
	$(BIN)/python -m mkdocs build --strict

serve: $(VENV)/.installed-docs ## show the documentation at http://127.0.0.1:8000 and rebuild on every change
	$(BIN)/python -m mkdocs serve $(ARGS)

# A file's tests stay in one process, so what a file builds once is built once. Files come in the order of tests/conftest.py.
test: $(VENV)/.installed-docs $(VENV)/.installed-test ## run every test; ARGS="-k name" goes to pytest
	$(BIN)/python tests/hosts/environments.py
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS)

# The types of the test tools are needed to check the tests.
lint: $(VENV)/.installed-test $(VENV)/.installed-lint ## check style, format and types
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy

bench: $(VENV)/.installed-docs $(VENV)/.installed-bench ## measure, as a table; ARGS="name" runs bench_name.py alone
	$(BIN)/python -m benchmarks.run $(ARGS)

screenshots: $(VENV)/.installed-docs $(VENV)/.installed-test ## take pictures of every kind of page; ARGS="pair six" only of those
	$(BIN)/python -m tests.browser.screenshots $(ARGS)

# The lists are packages: what pip finds newest is what the catalog's prices are from.
LISTS := $(VENV)/lists
LITELLM_FILE := litellm/model_prices_and_context_window_backup.json
data: $(VENV)/.installed-docs ## update the models of data/imported.txt from genai-prices and LiteLLM
	rm -rf $(LISTS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade genai-prices
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest $(LISTS) litellm
	$(BIN)/python -c "from zipfile import ZipFile; ZipFile('$$(ls $(LISTS)/litellm-*.whl)').extract('$(LITELLM_FILE)', '$(LISTS)')"
	$(BIN)/model-compare import genai-prices --known-providers --only @data/imported.txt
	$(BIN)/model-compare import litellm $(LISTS)/$(LITELLM_FILE) --known-providers --only @data/imported.txt \
		--note "LiteLLM $$(basename $(LISTS)/litellm-*.whl | cut -d- -f2)"
	$(BIN)/model-compare check

# The sources are what to edit; npm is needed for this alone.
script: $(VENV)/.installed-test ## make the script of the pages from rendering/script/
	$(BIN)/python -m tests.rendering.script

clean: ## remove the environment and the built site
	rm -rf $(VENV) site screenshots

# One stamp per extra, older than pyproject.toml when the environment is stale.
$(VENV)/.installed-%: pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[$*]"
	@touch $@

# Debian keeps what makes environments in a package of its own, and without it leaves half an environment behind.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo 'Python 3.11 or newer is needed. Install it (apt-get install python3 python3-venv), or name it: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo 'This Python cannot make environments. Install what is missing: apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
