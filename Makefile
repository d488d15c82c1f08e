# Two commands matter: `make serve` shows the site, `make test` checks everything.

PYTHON ?= python3
PORT ?= 8000

# Node of this machine where it is new enough for Pyodide, else the one in requirements/node.txt.
NODE_STAMP := $(shell node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null || echo .venv/.node)

export PATH := $(CURDIR)/.venv/bin:$(PATH)
export NO_MKDOCS_2_WARNING := 1

INSTALL := python -m pip install --quiet --quiet --require-hashes --requirement
BUILD_TOOLS := .venv/.build node_modules/.package-lock.json
TEST_TOOLS := .venv/.test node_modules/.package-lock.json

.PHONY: serve site test test-all fuzz hosts engines mutants lint format bench lighthouse reproducible canary lock clean

serve: site
	@echo "http://127.0.0.1:$(PORT)/"
	python -m http.server --bind 127.0.0.1 --directory site $(PORT)

site: $(BUILD_TOOLS)
	python -m release.runtime
	python -m mkdocs build -f mkdocs.yml
	python -m mkdocs build -f mkdocs.en.yml
	python -m release.listing

test: lint site
	python -m release.browsers --install
	python -m release.office --install
	python -m pytest --numprocesses 3 --dist worksteal

# What takes too long for every change.
test-all: test fuzz hosts engines reproducible canary

# Ten thousand spoilt inputs for each reader, workbooks too.
fuzz: $(TEST_TOOLS)
	ALL_INPUTS=1 python -m pytest --numprocesses 2 tests/fuzz

# A reader's whole visit, on every web server that Debian has.
hosts: site $(TEST_TOOLS)
	python -m release.browsers --install
	python -m release.programs nginx=nginx-light apache2=apache2-bin,media-types lighttpd=lighttpd,media-types caddy=caddy
	python -m pytest tests/hosts

# The same visit in Chromium, Firefox and WebKit.
engines: site $(TEST_TOOLS) .venv/.engines
	python -m release.browsers --install
	python -m release.programs firefox-esr=firefox-esr WebKitWebDriver=webkit2gtk-driver Xvfb=xvfb
	python -m pytest tests/engines

# Spoils each line of the rules' core in turn, and sees that a test fails.
mutants: $(TEST_TOOLS) .venv/.mutants
	python -m tests.mutants

lint: $(TEST_TOOLS)
	ruff check
	ruff format --check
	mypy
	node_modules/.bin/biome ci --colors=off --error-on-warnings
	node_modules/.bin/tsc --project tsconfig.json
	node_modules/.bin/tsc --project browser/service-worker/tsconfig.json
	node_modules/.bin/tsc --project release/node/tsconfig.json

format: $(TEST_TOOLS)
	ruff check --fix
	ruff format
	node_modules/.bin/biome check --write

bench: site $(TEST_TOOLS)
	python tests/bench/start.py
	python tests/bench/byte_table.py
	python tests/bench/tasks.py
	python tests/bench/edit.py
	python tests/bench/edit.py --people 200 --edits 60
	python tests/bench/repair.py
	python tests/bench/engine.py

lighthouse: site $(TEST_TOOLS)
	python tests/bench/lighthouse.py

# Builds twice, in two folders and on two days, and compares every byte.
reproducible: $(BUILD_TOOLS)
	python -m release.reproducible

# Builds with what may follow MkDocs 1.x and Material, and tells what differs; never fails for what it finds.
canary: site
	python -m release.canary

# Renews every lock within what the .in files and package.json allow. npm starts from nothing: with an older
# lock or installed packages at hand it leaves out what other systems need.
lock: .venv/.build
	$(INSTALL) requirements/lock.txt
	for name in build test engines mutants node lock canary-properdocs canary-zensical; do $(COMPILE) --python-version 3.11 requirements/$$name.in --output-file requirements/$$name.txt || exit; done
	$(COMPILE) --python-version 3.14 --no-deps requirements/pyodide.in --output-file requirements/pyodide.txt
	$(COMPILE) --python-version 3.14 requirements/runtime.in --output-file requirements/runtime.txt
	rm -rf package-lock.json node_modules
	npm install --package-lock-only

COMPILE := uv pip compile --quiet --upgrade --universal --generate-hashes --custom-compile-command "make lock"

clean:
	rm -rf .venv node_modules build site

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.build: requirements/build.txt | .venv/bin/python
	$(INSTALL) $<
	touch $@

.venv/.test: requirements/test.txt .venv/.build
	$(INSTALL) $<
	touch $@

.venv/.engines: requirements/engines.txt .venv/.test
	$(INSTALL) $<
	touch $@

.venv/.mutants: requirements/mutants.txt .venv/.test
	$(INSTALL) $<
	touch $@

.venv/.node: requirements/node.txt | .venv/bin/python
	$(INSTALL) $<
	touch $@

# npm writes the target itself.
node_modules/.package-lock.json: package-lock.json $(NODE_STAMP)
	npm ci
	touch $@
