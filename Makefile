# The commands of the project; `make help` lists them.

NEWEST := $(shell sed -n 's/.*"version": "\([0-9.]*\)".*/\1/p' sdk_headers/releases.json | sort -V | tail -n 1)
SDK ?= $(NEWEST)
SCRIPT ?= samples/rest.py
HTTP_PORT ?= 8042
DICOM_PORT ?= 4242
FUZZ_SECONDS ?= 600
DOCS_PORT ?= 8000

BIN := .venv/bin
BUILD := build/$(SDK)
PYTHON_SOURCES := benchmarks cli.py distribution docs orthanc_codegen orthanc_testing plugin_runtime samples templates/docs/examples tests website
CPP_SOURCES = $(shell find plugin_runtime -name '*.h' -o -name '*.cpp')

.PHONY: help setup run build test lint tidy pytest test-long test-wheel wheels test-cluster test-arm64 test-installation deb test-deb golden output check-output test-sanitizers test-debug verify-sdk test-matrix test-pythons stress bench bench-quick fuzz docs docs-serve test-docs cast format clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## Install missing Debian packages and create the environment in .venv
	@tools/bootstrap.sh

run: setup  ## Build the plugin and run Orthanc with SCRIPT (samples/rest.py) on HTTP_PORT and DICOM_PORT
	@$(BIN)/orthanc-codegen run $(SCRIPT) --sdk $(SDK) --http-port $(HTTP_PORT) --dicom-port $(DICOM_PORT)

build: setup  ## Generate and compile the plugin for the release SDK
	@$(BIN)/orthanc-codegen build --sdk $(SDK)

test: lint check-output build pytest  ## Check style, types and the checked-in output, then run all tests

lint: setup  ## Check style and types
	$(BIN)/black --check --quiet $(PYTHON_SOURCES)
	$(BIN)/ruff check $(PYTHON_SOURCES)
	$(BIN)/clang-format --dry-run -Werror $(CPP_SOURCES)
	@$(BIN)/orthanc-codegen generate --sdk $(SDK) --output $(BUILD)/generated
	MYPYPATH=$(BUILD)/generated $(BIN)/mypy benchmarks cli.py distribution orthanc_codegen orthanc_testing tests samples website

tidy: setup  ## Run clang-tidy on the C++ of the loader and of the runtime
	@$(BIN)/orthanc-codegen build --sdk $(SDK)
	$(BIN)/python $(BIN)/run-clang-tidy.py -quiet -clang-tidy-binary $(BIN)/clang-tidy -p $(BUILD)/cmake '/plugin_runtime/'

# Tests that repeat calls and mutations.
LONG := tests/core/hostile tests/core/test_flat.py tests/hostile_headers/test_fuzz.py

pytest: setup  ## Run all tests (WITHOUT_LONG=1: without those of test-long); ARGS is passed to pytest, ex) make pytest ARGS="tests/unit -k cli"
	@tools/run_tests.sh $(if $(WITHOUT_LONG),$(LONG:%=--ignore=%)) $(ARGS)

# At least ten times the default counts.
test-long: setup  ## Run the tests that repeat calls and mutations, with more repetitions
	ORTHANC_HOSTILE_CALLS=100000 ORTHANC_FLAT_CALLS=100000 ORTHANC_FUZZ_SECONDS=20 \
	  tools/run_tests.sh $(LONG) $(ARGS)

test-sanitizers: setup  ## Run tests/core with AddressSanitizer and UndefinedBehaviorSanitizer, and threads with ThreadSanitizer
	@tools/test_sanitizers.sh

# Environment variables instead of -X dev, because most scenarios run in subprocesses. Fewer counted calls than in
# `make test`, because each takes longer. The deselected test would fail: the debug allocator fills large buffers while
# it holds the GIL.
test-debug: setup  ## Run tests/core with Python's debug allocator and development mode
	PYTHONMALLOC=debug PYTHONDEVMODE=1 ORTHANC_FLAT_CALLS=2000 tools/run_tests.sh tests/core $(ARGS) \
	  --deselect "tests/core/test_threads.py::test_threads[others_run_while_large_buffers_are_copied]"

wheels: setup  ## Build the wheels with the binaries in build/wheels, twice, and check them
	@tools/make_wheels.sh

test-wheel: setup  ## Test the wheel as installed, in each Orthanc and with each CPython; ARGS=--quick for fewer tests
	@tools/test_wheel.sh $(ARGS)

test-cluster: setup  ## Test several servers on one PostgreSQL (fetched into build/cluster); ARGS=--quick for fewer instances
	@tools/test_cluster.sh $(ARGS)

test-arm64: setup  ## Run e2e tests with the wheel for aarch64, under QEMU; ARGS is passed to pytest
	@tools/test_arm64.sh $(ARGS)

test-installation: setup  ## Install the wheel in chroots of Debian bookworm, trixie and sid, or of SUITES; needs root
	@tools/test_installation.sh

deb: setup  ## Build the Debian packages for amd64 and arm64 in build/deb
	@tools/make_deb.sh

test-deb: setup  ## Check the Debian packages, install and remove them in chroots of bookworm, trixie and sid, or of SUITES; needs root
	@tools/test_deb.sh

golden: setup  ## Update the golden results of tests/headers; review the difference before committing it
	$(BIN)/python -m pytest tests/headers --update-golden

# Content of output/: everything for the newest release; all but the C++ for the oldest supported server, since that C++
# is a part of the newest (tests/unit/render/test_older_output.py); stubs and coverage for the servers that Debian ships.
STUBS := 1.9.1 1.10.1 1.12.7

output: setup  ## Update the checked-in output
	@$(BIN)/orthanc-codegen generate --sdk $(NEWEST) $(CHECK)
	@$(BIN)/orthanc-codegen generate --sdk 1.5.7 --part stubs --part docs --part coverage $(CHECK)
	@for sdk in $(STUBS); do \
	  $(BIN)/orthanc-codegen generate --sdk $$sdk --part stubs --part coverage $(CHECK) || exit 1; done

check-output: setup  ## Compare the checked-in output with the generated one
	@$(MAKE) --no-print-directory output CHECK=--check

verify-sdk: setup  ## Compare the interface header with Debian's official headers (fetched into build/official)
	@headers=$$(tools/fetch_official_headers.sh) || exit 1; \
	for header in $$headers; do $(BIN)/orthanc-codegen verify "$$header" --abi || exit 1; done

test-matrix: setup  ## Run tests/e2e in the Orthanc of each Debian suite, or of SUITES; ARGS is passed to pytest
	@$(BIN)/orthanc-codegen build
	@tools/test_matrix.sh $(ARGS)

stress: setup  ## Load, stop and reset real servers for about ten minutes; write docs/stress.md
	@$(BIN)/orthanc-codegen build --sdk $(SDK)
	@$(BIN)/python -m tests.stress $(BUILD)/plugin docs/stress.md

FETCH_CLUSTER := tools/fetch_cluster.sh >/dev/null || echo "bench: no PostgreSQL and nginx for the case cluster"

bench: setup  ## Measure the plugin beside Debian's and a native one for about half an hour; write docs/benchmarks.md
	@$(BIN)/orthanc-codegen build --sdk $(SDK) --build-type lto --output build/lto
	@$(FETCH_CLUSTER)
	@$(BIN)/python -m benchmarks build/lto/plugin --page docs/benchmarks.md $(ARGS)

bench-quick: setup  ## Run each benchmark briefly: shows that they run, not how fast the plugin is
	@$(BIN)/orthanc-codegen build --sdk $(SDK)
	@$(FETCH_CLUSTER)
	@$(BIN)/python -m benchmarks $(BUILD)/plugin --quick $(ARGS)

fuzz: setup  ## Fuzz the generator for FUZZ_SECONDS (600), guided by coverage; failing inputs are kept in build/fuzz
	@mkdir -p build/fuzz
	@cd build/fuzz && PYTHONPATH=$(CURDIR) $(CURDIR)/$(BIN)/python -m tests.hostile_headers.coverage_guided corpus \
	  -max_total_time=$(FUZZ_SECONDS)

docs: setup  ## Build the documentation site in build/site; warnings are errors
	@$(BIN)/python -m website

docs-serve: setup  ## Build the site, and serve it on port DOCS_PORT (8000) of localhost
	@$(BIN)/python -m website --serve $(DOCS_PORT)

test-docs: docs  ## Test the site in headless Chromium (installs Debian's chromium, as root or with sudo, and axe-core)
	@tools/test_docs.sh $(ARGS)

cast: build  ## Record the terminal cast of the README in docs/cast.svg; needs the ports 8042 and 4242
	@$(BIN)/python -m website.cast docs/cast.svg

test-pythons: setup  ## Run tests/core and tests/e2e with each CPython of this machine and of Debian sid; ARGS=--quick for fewer
	@$(BIN)/orthanc-codegen build
	@tools/test_pythons.sh $(ARGS)

format: setup  ## Format the sources
	$(BIN)/ruff check --fix --quiet $(PYTHON_SOURCES)
	$(BIN)/black --quiet $(PYTHON_SOURCES)
	$(BIN)/clang-format -i $(CPP_SOURCES)

clean:  ## Remove build results, caches and the environment
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
