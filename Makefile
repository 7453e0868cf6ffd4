# One command each; every one of them first sets up what it needs, and what is set up already costs nothing.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
TSC := webclient/node_modules/.bin/tsc
JS_TESTS = $(shell find tests/webclient -name '*.test.js' 2>/dev/null | sort)
# libsodium asks for globalThis.crypto, which Node 18 keeps behind a flag
NODE_FLAGS = $(shell node -e 'if (!globalThis.crypto) console.log("--experimental-global-webcrypto")')
# what to run of the tests: make test PYTEST="-k letters -x"; and by how many at once
PYTEST ?=
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo serve test test-python test-webclient check bench soak wheel lock clean

help:
	@echo "make demo     a school to try out, with people and passwords on the screen"
	@echo "make serve    run the school of config.toml"
	@echo "make test     all tests"
	@echo "make check    linters, types, which way imports point"
	@echo "make bench    speed against limits taken in the same run"
	@echo "make soak     faults for hours"
	@echo "make wheel    what a school installs, in dist/"

setup: .venv/.kring webclient/pack/.packed
setup-dev: .venv/.dev .venv/.kring webclient/pack/.packed

demo: setup
	@$(BIN)/kring demo

serve: setup
	@$(BIN)/kring serve

test: setup-dev
	@failed=0; $(MAKE) --no-print-directory test-python || failed=1; \
	$(MAKE) --no-print-directory test-webclient || failed=1; exit $$failed

test-python: setup-dev
	@for one in $$(sh .ci/lacking test); do echo "Some tests want what this machine lacks: apt-get install $$one"; done
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(PYTEST)

test-webclient: setup-dev
	@if [ -z "$(JS_TESTS)" ]; then echo "no tests in tests/webclient"; else node $(NODE_FLAGS) --test $(JS_TESTS); fi

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(TSC) -p webclient
	@if [ -e webclient/sw.js ]; then set -x; $(TSC) -p webclient/tsconfig.worker.json; fi

bench: setup-dev
	$(BIN)/python -m bench

soak: setup-dev
	$(BIN)/python -m pytest -m soak $(PYTEST)

wheel: setup-dev
	$(BIN)/python -m hatchling build -t wheel

# After a change of dependencies in pyproject.toml: the newest versions, with the hashes of every platform's files.
LOCK := .venv/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate
lock: .venv/bin/python
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet uv
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv dist webclient/lib webclient/pack webclient/node_modules

.venv/bin/python:
	@lacking=$$(PYTHON=$(PYTHON) sh .ci/lacking | tr '\n' ' '); if [ -n "$$lacking" ]; then \
		echo "This machine lacks something that Kring stands on. On Debian, as root: apt-get install $$lacking"; \
		echo "(Python 3.11 or newer with venv, and Node 18 or newer with npm.)"; exit 1; fi
	$(PYTHON) -m venv .venv

.venv/.runtime: requirements.lock | .venv/bin/python
	$(PIP) --require-hashes --requirement requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock webclient/package-lock.json webclient/build.py | .venv/.runtime
	$(PIP) --require-hashes --requirement requirements-dev.lock
	$(BIN)/python webclient/build.py --dev
	@touch $@

# After a change in the client; without it the server serves the single files, which work as well and load more slowly.
CLIENT := $(shell find webclient -name node_modules -prune -o -path webclient/pack -prune -o -path webclient/lib -prune -o \
	\( -name '*.js' -o -name '*.css' -o -name '*.html' \) -print)
webclient/pack/.packed: $(CLIENT) webclient/build.py | .venv/.kring
	$(BIN)/python webclient/build.py
	@touch $@

# The build hook fills webclient/lib on the way.
.venv/.kring: pyproject.toml hatch_build.py webclient/package-lock.json webclient/build.py | .venv/.runtime
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@
