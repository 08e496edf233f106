# Needs make and Python 3.11 or later; everything else goes into .venv. `make` alone lists the targets.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# The Python to build .venv with; `make PYTHON=/path/to/python test` chooses another.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$name; break; fi; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check -q install -c constraints.txt
# The sources that Cython compiles: a change rebuilds them.
KERNELS := $(shell grep -rl --include='*.py' '^import cython' simulator 2>/dev/null)
KERNELS += $(wildcard $(KERNELS:.py=.pxd))

.DEFAULT_GOAL := help
.PHONY: help install demo test check slow golden behaviour bench clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

install: $(STAMP) ## set up .venv with everything, once

demo: $(STAMP) ## play the Gemalto case of 2015 from scenario file to report
	$(BIN)/cellule replay gemalto-2015 --decisions historical --seed 1 --out out
	@echo "The report: $(CURDIR)/out/report.pdf"

test: $(STAMP) ## run the ordinary tests
	$(BIN)/python -m pytest -n auto

check: $(STAMP) ## what every commit must pass: format, lint, types, ordinary tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict
	$(BIN)/python -m pytest -q -n auto

slow: $(STAMP) ## run the slow tests
	$(BIN)/python -m pytest -m slow -n auto

golden: $(STAMP) ## rewrite the golden journals; the changelog then says why results moved
	$(BIN)/python -m pytest -m "" -k golden --golden

behaviour: $(STAMP) ## measure whether the model still behaves as its specification says
	$(BIN)/python -m bench.behaviour

bench: $(STAMP) ## measure speed
	$(BIN)/python -m bench

clean: ## remove .venv and everything that was built or written
	rm -rf $(VENV) build dist out *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find simulator reports tests \( -name '*.so' -o -name '*.c' -o -name '*.pyc' \) -exec rm -f {} +

# Without build isolation, the kernel is linked with the very numpy it will run with. It is optional:
# where there is no C compiler the same source runs uncompiled.
$(STAMP): pyproject.toml constraints.txt setup.py $(KERNELS)
	@test -n "$(PYTHON)" || { echo "Cellule needs Python 3.11 or later and found none:" \
		"install one, or name it with make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Cellule needs Python 3.11 or later; $(PYTHON) is older:" \
		"name another with make PYTHON=/path/to/python"; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version)"
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PIP) setuptools Cython numpy
	$(PIP) --no-build-isolation -e ".[dev]"
	@# As pip does with what it installs; else each start would compile where Python may not write.
	@$(BIN)/python -m compileall -q simulator reports || true
	@touch $@
