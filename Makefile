# Each target sets up what it needs in .venv, from the hashed locks in requirements/. All it takes
# is Python 3.11 or newer with venv, and make.

# Extras to install with the bot: make run WITH="postgres"
WITH ?=
# Options for the command itself: make demo OPTIONS=--keep
OPTIONS ?=
export PYTHON ?=

python := .venv/bin/python
prepare := @sh tools/prepare

.DEFAULT_GOAL := help
.PHONY: help demo run update check test test-postgres format bench soak lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

demo: ## Chat with the bot in a simulated Discord in your browser; no token needed
	$(prepare) demo
	@$(python) -m bot demo $(OPTIONS)

run: ## Run the bot on Discord, with the settings from .env
	$(prepare) run $(WITH)
	@$(python) -m bot run $(OPTIONS)

# The backup comes first, with what the version before had installed; packages come before it only
# where there are none at all. The database is touched last.
update: ## After a git pull: back the database up, install what changed, migrate
	@$(python) -c "import pydantic_settings" 2>/dev/null || sh tools/prepare run $(WITH)
	$(python) -m tools.back_up
	$(prepare) run $(WITH)
	$(python) -m bot db upgrade

check: ## Format, lint, types, import contracts, content
	$(prepare) dev
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	.venv/bin/lint-imports
	$(python) -m bot content check

# Three workers for two cores: most tests wait for a process, a database or a browser.
several := --numprocesses 3 --dist loadfile --no-loadscope-reorder

test: check ## Everything of check, then the tests
	$(python) -m pytest $(several) $(OPTIONS)

# What runs the whole bot on a database, the fuzzer and the kills included. Storage's own tests, and
# several processes, are on both in every run.
on_a_database := $(addprefix tests/,answers discussion faults guilds notes posts privacy quiz review \
	screens sessions setup discord_ui/test_commands.py discord_ui/test_sync.py \
	$(addprefix wire/test_,desk.py discussion_kills.py errands_kills.py posts_kills.py quiz.py rounds.py))

test-postgres: ## The tests that run the whole bot, on PostgreSQL in place of SQLite
	$(prepare) dev
	DORAN_DATABASE=postgresql $(python) -m pytest $(several) $(on_a_database) $(OPTIONS)

format: ## Format the code and fix what lint can fix
	$(prepare) dev
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

bench: ## Measure memory, start-up and latency; each figure with its command
	$(prepare) dev
	@$(python) -m bench $(OPTIONS)

soak: ## Press anything in any order, then kill the bot 500 times amid every flow: OPTIONS=30m
	$(prepare) dev
	FUZZ_EXAMPLES=200 $(python) -m pytest -q tests/faults/test_fuzz.py
	@$(python) -m bench.soak $(OPTIONS)

lock: ## Pin the dependencies of pyproject.toml again: OPTIONS=--upgrade takes newer ones
	$(prepare) dev
	$(python) tools/lock.py $(OPTIONS)

clean: ## Remove .venv and caches, but no settings and no database
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
