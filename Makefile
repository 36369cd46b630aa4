# The commands of the project; `make help` lists them.

SDK ?= 1.13.0
SCRIPT ?= samples/rest.py
HTTP_PORT ?= 8042
DICOM_PORT ?= 4242
FUZZ_SECONDS ?= 600

BIN := .venv/bin
BUILD := build/$(SDK)
PYTHON_SOURCES := cli.py orthanc_codegen plugin_runtime samples tests
CPP_SOURCES = $(shell find plugin_runtime -name '*.h' -o -name '*.cpp')

.PHONY: help setup run build test lint pytest golden output check-output test-sanitizers test-debug verify-sdk test-matrix test-pythons stress fuzz format clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## Install what is missing, Debian packages and the environment in .venv
	@tools/bootstrap.sh

run: setup  ## Build, then start an Orthanc with SCRIPT (samples/rest.py) on HTTP_PORT and DICOM_PORT
	@$(BIN)/orthanc-codegen run $(SCRIPT) --sdk $(SDK) --http-port $(HTTP_PORT) --dicom-port $(DICOM_PORT)

build: setup  ## Generate and compile the plugin of the release SDK
	@$(BIN)/orthanc-codegen build --sdk $(SDK)

test: lint check-output pytest  ## Check the style, the types and the checked-in output, then run all tests

lint: setup  ## Check the style and the types
	$(BIN)/black --check --quiet $(PYTHON_SOURCES)
	$(BIN)/ruff check $(PYTHON_SOURCES)
	$(BIN)/clang-format --dry-run -Werror $(CPP_SOURCES)
	@$(BIN)/orthanc-codegen generate --sdk $(SDK) --output $(BUILD)/generated
	MYPYPATH=$(BUILD)/generated $(BIN)/mypy cli.py orthanc_codegen tests samples

pytest: setup  ## Run all tests; ARGS goes to pytest, ex) make pytest ARGS="tests/unit -k cli"
	$(BIN)/python -m pytest $(ARGS)

test-sanitizers: setup  ## Run tests/core with AddressSanitizer and UndefinedBehaviorSanitizer, its threads with ThreadSanitizer
	@tools/test_sanitizers.sh

# Variables instead of -X dev, since most scenarios run in subprocesses. Fewer hostile and counted calls than in
# `make test`, since each takes longer.
# The debug allocator fills memory while it holds the GIL, so others wait for large buffers.
test-debug: setup  ## Run tests/core with Python's debug allocator and development mode
	PYTHONMALLOC=debug PYTHONDEVMODE=1 ORTHANC_HOSTILE_CALLS=15000 ORTHANC_FLAT_CALLS=2000 \
	  $(BIN)/python -m pytest tests/core $(ARGS) \
	  --deselect "tests/core/test_threads.py::test_threads[others_run_while_large_buffers_are_copied]"

golden: setup  ## Rewrite the golden results of tests/headers; look at the difference before you commit it
	$(BIN)/python -m pytest tests/headers --update-golden

# What output/ holds: all of these two releases, and the stubs for the servers that Debian ships.
COMPLETE := 1.5.7 1.13.0
STUBS := 1.9.1 1.10.1 1.12.7

output: setup  ## Rewrite the checked-in output
	@for sdk in $(COMPLETE); do $(BIN)/orthanc-codegen generate --sdk $$sdk $(CHECK) || exit 1; done
	@for sdk in $(STUBS); do \
	  $(BIN)/orthanc-codegen generate --sdk $$sdk --part stubs --part coverage $(CHECK) || exit 1; done

check-output: setup  ## Show where the checked-in output is not what the generator makes
	@$(MAKE) --no-print-directory output CHECK=--check

verify-sdk: setup  ## Compare the interface header with the official ones that Debian has (fetched into build/official)
	@headers=$$(tools/fetch_official_headers.sh) || exit 1; \
	for header in $$headers; do $(BIN)/orthanc-codegen verify "$$header" --abi || exit 1; done

test-matrix: setup  ## Run tests/e2e in the Orthanc of each suite of Debian, or of those in SUITES; ARGS goes to pytest
	@$(BIN)/orthanc-codegen build
	@tools/test_matrix.sh $(ARGS)

stress: setup  ## Put real servers under load, besiege, stop and reset them for some ten minutes; write docs/stress.md
	@$(BIN)/orthanc-codegen build --sdk $(SDK)
	@$(BIN)/python -m tests.stress $(BUILD)/plugin docs/stress.md

fuzz: setup  ## Fuzz the generator for FUZZ_SECONDS (600), guided by its coverage; what fails is left in build/fuzz
	@mkdir -p build/fuzz
	@cd build/fuzz && PYTHONPATH=$(CURDIR) $(CURDIR)/$(BIN)/python -m tests.hostile_headers.coverage_guided corpus \
	  -max_total_time=$(FUZZ_SECONDS)

test-pythons: setup  ## Run tests/core and tests/e2e with each CPython of this machine and of Debian sid; ARGS=--quick for less
	@$(BIN)/orthanc-codegen build
	@tools/test_pythons.sh $(ARGS)

format: setup  ## Format the sources
	$(BIN)/ruff check --fix --quiet $(PYTHON_SOURCES)
	$(BIN)/black --quiet $(PYTHON_SOURCES)
	$(BIN)/clang-format -i $(CPP_SOURCES)

clean:  ## Remove what was built, and the environment
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
