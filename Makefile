# A machine needs make, Python 3.11 to 3.13 with venv, and a package index. Everything else is installed into $(VENV).
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help install demo serve graphiql test lint bench neo4j lock clean

help:
	@echo 'make demo    ingest the samples into the embedded graph, answer three questions'
	@echo 'make serve   open the GraphQL API'
	@echo 'make graphiql  fetch the scripts of GraphiQL by npm, to use it without the internet'
	@echo 'make test    run all the tests'
	@echo 'make lint    ruff and mypy'
	@echo 'make bench   measure extraction and loading'
	@echo 'make neo4j   run a real Neo4j with Neo4j Browser (needs Java 17 and Maven)'
	@echo 'make lock    write constraints.txt anew from pyproject.toml'
	@echo 'make clean   remove $(VENV) and the caches'

demo: $(VENV)/installed
	@$(BIN)/casegraph demo
	@echo "(. $(BIN)/activate puts casegraph on your path)"

serve: $(VENV)/installed
	@$(BIN)/casegraph serve

test: $(VENV)/installed-dev
	$(BIN)/pytest

# The formatter welds the two halves of a lost comma together, so the linter looks first.
lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.length
	$(BIN)/python -m benchmarks.loading

# GraphiQL without the internet: its scripts, from npm, into the package.
graphiql: $(VENV)/installed
	$(BIN)/python -c 'from service.api.graphiql import fetch; fetch()'

neo4j: $(VENV)/installed-dev
	$(BIN)/python -m tests.neo4j.server \
		--conf 'browser.post_connect_cmd=style http://127.0.0.1:8000/browser/style.grass; guide http://127.0.0.1:8000/browser/guide.html' \
		--conf 'browser.remote_content_hostname_whitelist=127.0.0.1,localhost'

install: $(VENV)/installed

$(VENV)/installed: pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'casegraph needs Python 3.11, 3.12 or 3.13: make PYTHON=/path/to/python3.12'; exit 1; }
	@echo 'installing casegraph into $(VENV) (once; it takes some 600 MB)'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# --no-emit-index-url: the lock names versions, not where they come from.
lock:
	@$(PYTHON) -m venv .cache/lock
	@.cache/lock/bin/pip install --quiet --disable-pip-version-check uv
	@.cache/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --all-extras --system-certs \
		--no-emit-index-url --no-annotate --custom-compile-command 'make lock' --upgrade \
		--output-file constraints.txt pyproject.toml

clean:
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache
