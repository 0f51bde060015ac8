# One verb each. Uses this folder's virtual environment if there is one, else what is on PATH.
#   test, docs, notebooks  need  pip install ".[test]"
#   lint         needs pip install ".[dev]"
BIN := $(if $(wildcard .venv/bin/python),.venv/bin/)
PYTHON := $(if $(BIN),$(BIN)python,python3)

.PHONY: demo test lint docs notebooks picture bench

demo: # builds the packaged graph, asks the main question, writes finkg.html and finkg.ttl here
	$(BIN)finkg demo

test: # every test; those that need a browser, Java or the wheel say why they skip
	$(BIN)pytest -n auto

lint: # style and types of the checkout
	$(BIN)ruff check .
	$(BIN)ruff format --check .
	$(BIN)mypy
	$(BIN)pyright --pythonpath $(shell command -v $(PYTHON))

docs: # writes the generated pages of docs/ anew and checks what the pages say
	$(PYTHON) docs/reference.py
	$(BIN)pytest tests/docs

notebooks: # runs docs/notebook/*.ipynb and writes them anew, outputs and all
	$(PYTHON) docs/notebook/execute.py

picture: # writes docs/view.png anew; needs chromium
	$(PYTHON) docs/picture.py

bench: # prints ratios, measured side by side on this machine
	$(PYTHON) tests/bench/bench.py
