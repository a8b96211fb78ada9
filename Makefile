# Everything that is done with this checkout. `make` alone lists the targets.
# Another interpreter: make demo PYTHON=python3.12

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input

# The first interpreter that is new enough; python3 where there is none, so that the check below
# can say what is wrong.
NEW_ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$p && exit; done; echo python3)
endif

.PHONY: help demo test check format bench models notebooks docs wheel wheel-test clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*  ## /\1|/p' Makefile | while IFS='|' read -r name what; do \
		printf '  make %-11s %s\n' "$$name" "$$what"; done

demo: $(VENV)/.installed  ## set up, analyse the bundled releases, write a page
	$(VENV)/bin/humas demo --html hasil/demo.html --overwrite
	@echo "Open the page in a browser: file://$(CURDIR)/hasil/demo.html"

test: $(VENV)/.installed-test  ## run the tests
	$(PY) -m pytest

check: $(VENV)/.installed-check  ## lint, format, types, and which room may import which
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-cache --no-logo

format: $(VENV)/.installed-check  ## put the code in its form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(VENV)/.installed  ## speed, start-up, memory; whole runs with one worker and two
	$(PY) bench/run.py
	$(PY) bench/corpus.py

models: $(VENV)/.installed-train  ## train the models again (needs the data of models/README.md)
	@for script in $(wildcard models/*/build.py models/*/fit.py models/*/train.py); do \
		echo "$$script"; PYTHONPATH=. $(PY) "$$script" || exit 1; done
	$(MAKE) -C models/training pipelines

notebooks: $(VENV)/.installed-notebook  ## execute every notebook, fail on an error
	$(PY) notebooks/run.py

docs: $(VENV)/.installed-docs  ## build the documentation site into build/site, strictly
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --quiet --strict
	@echo "Open the site in a browser: file://$(CURDIR)/build/site/index.html"

wheel: $(VENV)/.installed  ## build the wheel into dist/
	$(PY) -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@ls dist/*.whl

wheel-test: $(VENV)/.installed-check  ## build the wheel and test it in an environment of its own
	.ci/wheel_test.sh $(PY)

clean:  ## remove what was built, except .venv
	rm -rf build dist hasil .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests models notebooks bench -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: a second call installs nothing unless pyproject.toml has changed. The package is
# installed in place, so a change of its code needs no new installation.
$(VENV)/.created:
	@$(PYTHON) -c '$(NEW_ENOUGH)' 2>/dev/null || { \
		echo "humas_nlp needs Python 3.11 or newer with the modules venv and ensurepip."; \
		echo "'$(PYTHON)' is: $$($(PYTHON) --version 2>&1)"; \
		echo "On Debian and Ubuntu: apt install python3-venv. Name another one with:"; \
		echo "    make demo PYTHON=python3.12"; exit 1; }
	@echo "Creating $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.created
	@echo "Installing humas_nlp and its libraries into $(VENV): a minute or two the first time"
	@$(PIP) -e .
	@touch $@

$(VENV)/.installed-%: pyproject.toml $(VENV)/.created
	@echo "Installing humas_nlp with the extra '$*' into $(VENV)"
	@$(PIP) -e '.[$*]'
	@touch $@ $(VENV)/.installed
