# Needs only Python >= 3.11, make and git. `make help` lists the targets.

PYTHON  ?= python3
UV      ?= uv
VENV    := .venv
BIN     := $(VENV)/bin
KG      := $(BIN)/kg
READY   := $(VENV)/.ready
SITE_READY := $(VENV)/.site-ready
OUT     := out
YASQE   := kg/serve/static/yasqe
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

# What a lock names, installed; a registry may stumble, so it is asked three times.
define install
for pause in 5 30 no; do \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) && exit 0; \
	  [ $$pause = no ] || { echo "once more in $$pause seconds" >&2; sleep $$pause; }; \
	done; exit 1
endef

.DEFAULT_GOAL := help
.PHONY: help setup demo test search check lint coverage gate pin golden bench figures calibrate picture editor docs lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | awk -F'\t' '{ printf "  make %-10s %s\n", $$1, $$2 }'

setup: $(READY)  ## make .venv with the locked dependencies and the package itself

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Attaché needs Python 3.11 or later; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 setup" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(call install,requirements.lock)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## build the graph of seeds/, ask it a question, write the page and the Turtle file
	@rm -rf $(OUT)/store
	$(KG) build seeds --store $(OUT)/store
	$(KG) render --store $(OUT)/store -o $(OUT)/graph.html
	$(KG) export --store $(OUT)/store --format turtle -o $(OUT)/graph.ttl
	@echo
	@echo 'Which delegation did Shoygu lead, who says so, and in which words?'
	@echo '$$ $(KG) query leaders --param person=Shoygu --store $(OUT)/store'
	@echo
	@$(KG) query leaders --param person=Shoygu --store $(OUT)/store --format list
	@echo
	@echo "page:   $(OUT)/graph.html (open it in a browser; it needs no network)"
	@echo "turtle: $(OUT)/graph.ttl"

test: setup  ## run the tests
	$(BIN)/python -m pytest --cov=kg --cov-report=

search: setup  ## look for new examples that break a property; the tests hold the same ones in every run
	$(BIN)/python -m pytest tests/property --hypothesis-profile=search

check: lint docs test coverage gate  ## everything that CI runs: lint, types, documents, tests, coverage, quality floors

lint: setup  ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

coverage: test  ## fail when the tests run less than 85 % of kg/
	$(BIN)/coverage report --skip-covered --fail-under=85

gate: setup  ## fail when extraction falls below tests/quality/floors.json
	$(BIN)/python -m tests.quality.gate

pin: setup  ## pin the present run of the gate: facts found, hash of every set
	$(BIN)/python -m tests.quality.gate --pin

golden: setup  ## rewrite the golden files and show what changed
	$(BIN)/python -m pytest tests/golden --write-golden
	git --no-pager diff --stat -- tests/golden
	git --no-pager diff -- tests/golden

bench: setup  ## time the stages on copies of seeds/, and the page in a browser
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.stages
	@test -z "$(CHROMIUM)" || $(BIN)/python -m bench.page

figures: setup  ## measure the tables of docs/figures.md and docs/coverage.md anew
	$(BIN)/python -m bench.figures
	$(BIN)/python -m bench.coverage

calibrate: setup  ## learn the confidence weights from the development gold and print their reliability
	$(BIN)/python -m bench.calibrate --write

picture: demo  ## docs/picture.png, a screenshot of the page that demo wrote
	@test -n "$(CHROMIUM)" || { echo "no chromium found; set CHROMIUM=/path/to/it" >&2; exit 1; }
	$(CHROMIUM) --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1400,900 \
	  --virtual-time-budget=5000 --screenshot=docs/picture.png "file://$(CURDIR)/$(OUT)/graph.html" 2>/dev/null

editor:  ## fetch the SPARQL editor in kg/serve/static/yasqe anew and compare it with its hashes (needs npm)
	@folder=$$(mktemp -d) && npm pack --silent --pack-destination "$$folder" @zazuko/yasqe@4.6.2 >/dev/null && \
	  tar xzf "$$folder"/*.tgz -C "$$folder" && cp "$$folder"/package/build/yasqe.min.js "$$folder"/package/build/yasqe.min.css $(YASQE) && \
	  rm -r "$$folder" && cd $(YASQE) && sha256sum --check SHA256SUMS

docs: $(SITE_READY)  ## build the site of the documents into out/site, to be read without network
	$(BIN)/python docs/site/build.py

$(SITE_READY): requirements-docs.lock | $(READY)
	$(call install,requirements-docs.lock)
	@touch $@

lock:  ## rewrite requirements.lock and requirements-docs.lock from pyproject.toml (needs uv)
	$(UV) pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --output-file requirements.lock
	$(UV) pip compile --group docs --constraint requirements.lock --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --output-file requirements-docs.lock

clean:  ## remove what was built
	rm -rf $(OUT) $(VENV) .cache build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
