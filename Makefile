# Chores by name. `make help` lists them.

DATA ?= data
CORPUS ?= corpus
SERVE ?=
TARGET := $(or $(CARGO_TARGET_DIR),target)
QUICK := $(TARGET)/quick/chancery

.DEFAULT_GOAL := help
.PHONY: help run build test bench fmt

help: ## list these chores
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build quickly, enrol the starter corpus in ./data, serve the pages (DATA=, CORPUS=, SERVE=options)
	@scripts/needs.sh build
	cargo build --profile quick -p chancery
	$(QUICK) ingest $(CORPUS) --data $(DATA)
	$(QUICK) serve --data $(DATA) $(SERVE)

build: ## build the binary, optimized
	@scripts/needs.sh build
	cargo build --release -p chancery

test: ## check formatting, lints and house rules, run all tests
	@scripts/needs.sh build test
	@scripts/test.sh

bench: ## measure speed and memory as ratios, in one run
	@scripts/needs.sh build
	cargo build --release -p chancery -p xtask
	$(TARGET)/release/xtask bench

fmt: ## format the code
	cargo fmt --all
