# Navigateur. `make help` lists the targets.
# PYTHON chooses the interpreter (3.11 to 3.13): make run PYTHON=python3.12
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
VERSION := $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' navigator/__init__.py)
# Of `make bundle`, `make deb` and `make dist`: BUNDLE= measures nothing beside a bare bundle, PACK=--fast presses less.
BUNDLE := --beside-bare
PACK :=
HIGHER := $(VERSION).1
CONTENT := $(wildcard content/*.yaml content/*/*.yaml)
READER := $(wildcard navigator/guideline/*.py navigator/guideline/*/*.py)
TRANSLATIONS := $(wildcard resources/locale/*/LC_MESSAGES/*.po)

.PHONY: help run test sweep bench lock messages map schema guides review golden mutants screenshots guide bundle deb windows dist lifecycle clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | sort

run: $(VENV)/run.stamp $(VENV)/kept.stamp  ## open the window (with no display: the walk in the terminal)
	@$(BIN)/navigator

test: $(VENV)/work.stamp  ## every check of the house: lint, types, imports, content, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/navigator check
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 --dist loadfile -m "not sweep"

sweep: $(VENV)/work.stamp  ## the longer sweeps
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 -m sweep

bench: $(VENV)/work.stamp  ## ratios measured side by side in one run
	QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/run.py

map: $(VENV)/work.stamp  ## write docs/content-map.md anew from the content
	$(BIN)/python packaging/content_map.py docs/content-map.md

review: $(VENV)/work.stamp  ## write docs/content-review.md anew: the checklist of the clinician who signs
	$(BIN)/python packaging/content_review.py docs/content-review.md

golden: $(VENV)/work.stamp  ## write tests/golden anew: every node and treatment as text
	$(BIN)/python packaging/golden.py tests/golden

schema: $(VENV)/run.stamp  ## write docs/schema/*.json, the JSON Schemas of the content files, anew
	$(BIN)/navigator schema -o docs/schema

guides: $(VENV)/work.stamp  ## write the keys and problems of the authors' guides anew
	$(BIN)/python packaging/content_guides.py

mutants: $(VENV)/work.stamp  ## write docs/mutation-survivors.md anew: changes of the content that nothing notices
	$(BIN)/python -m tests.mutation docs/mutation-survivors.md

screenshots: $(VENV)/run.stamp  ## the pictures of the README and the user guide, taken by the app itself
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py docs/pictures

guide: $(VENV)/work.stamp  ## write the user guide: resources/guide for the app, build/guide as HTML and PDF
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/guide.py build/guide

messages: $(VENV)/work.stamp  ## extract the app's own words into the translation files
	@mkdir -p build
	$(BIN)/pybabel -q extract -k _ -k Sentence -F packaging/babel.cfg --no-location --sort-output \
	  --project navigator --version 1 -o build/navigator.pot navigator
	$(BIN)/pybabel -q update -D navigator -i build/navigator.pot -d resources/locale --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

bundle: $(VENV)/dist.stamp  ## the app with its Python and Qt in one folder, dist/navigateur, which tests itself
	$(BIN)/python packaging/bundle/make.py $(BUNDLE)

deb: bundle  ## the .deb of that bundle
	$(BIN)/python packaging/linux/make.py --only deb $(PACK)

windows: $(VENV)/dist.stamp  ## setup.exe, a portable .zip and an .msi for Windows, built in wine with a checked Python
	$(BIN)/python packaging/windows/make.py $(PACK)

dist: bundle  ## all installers, their parts lists and checksums, and the life of the installers in a clean root and in wine
	$(BIN)/python packaging/linux/make.py $(PACK)
	@$(MAKE) --no-print-directory windows
	$(BIN)/python packaging/sbom.py
	$(BIN)/python packaging/owner.py
	@$(MAKE) --no-print-directory lifecycle

lifecycle: $(VENV)/dist.stamp  ## install, start, upgrade, downgrade and remove, in a clean root and in wine, what `make dist` built
	$(BIN)/python packaging/linux/make.py --version $(HIGHER) --fast --to build/linux
	sh packaging/linux/lifecycle.sh $(VERSION) dist $(HIGHER) build/linux
	$(BIN)/python packaging/windows/lifecycle.py

lock: $(VENV)/work.stamp  ## write the hash-locked requirements anew
	$(BIN)/python -m pip install --quiet uv
	cd requirements && for f in run work dist windows; do ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --upgrade $$f.in -o $$f.txt; done

clean:  ## remove what the targets made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/made.stamp:
	@sh packaging/system_libraries.sh $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp requirements/run.txt pyproject.toml packaging/compile_messages.py $(TRANSLATIONS)
	@sh packaging/system_libraries.sh $(PYTHON)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/kept.stamp: $(VENV)/run.stamp $(CONTENT) $(READER)
	@$(BIN)/python packaging/keep_content.py build/_content.kept
	@touch $@

$(VENV)/work.stamp: $(VENV)/run.stamp requirements/work.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/work.txt
	@touch $@

$(VENV)/dist.stamp: $(VENV)/run.stamp requirements/dist.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dist.txt
	@touch $@
