# Any Python from 3.11 to 3.13 will do; name one with: make run PYTHON=python3.12
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null \
	&& echo $$python && break; done || echo python3)

.PHONY: run test bench smoke format clean

run:  ## Set up, then open the window with a sample scan
	@$(PYTHON) packaging/develop.py run

test:  ## Set up, then lint, types, contracts and tests
	@$(PYTHON) packaging/develop.py test

bench:  ## Print every promised figure as a ratio to its reference
	@$(PYTHON) packaging/develop.py bench

smoke:  ## Build the Debian package and the training pack, and try both in a clean system (root, Debian)
	@$(PYTHON) packaging/build.py deb --quickly
	@$(PYTHON) packaging/build.py training-pack --quickly
	@$(PYTHON) packaging/smoke_test.py build/hilum_*.deb --training-pack build/hilum-training-*.zip

format:  ## Put every file into the project's format
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .

clean:  ## Remove what the commands above made
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
