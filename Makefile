# Everything a person does with this project. `make help` lists it.
PYTHON ?= python3
BOOT = $(PYTHON) bot/bootstrap.py
STEPS = style types unit coverage unit-slow widget-test rasa-components rasa-validate train rasa-test attacks load-short running

.DEFAULT_GOAL := help
.PHONY: help run test check $(STEPS) content inventory preview directory check-links crisis-table evaluate weigh-readings bench tune-encoder identifiers stock-rasa widget lock clean harden load audit vectors danger-pieces

help: ## list what can be done
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

run: ## install, train when needed, start; Ctrl-C stops all
	@exec $(BOOT) run

test: ## all tests, with what they need
	@exec $(BOOT) bot.tools.check all

check: ## the quick half of the tests: style, types, content, fast unit tests
	@exec $(BOOT) bot.tools.check quick

# One step of `make test` by itself; each stands in bot/tools/check.py.
style: ## ruff: lint and layout
types: ## mypy, tests too
unit: ## the fast unit tests
coverage: ## the fast unit tests, and how many branches they take
unit-slow: ## unit tests that start processes or wait for clocks
widget-test: ## the widget: types, style, unit tests, dist/ in step with src/
rasa-components: ## tests of Rasa's own components
rasa-validate: ## Rasa's check of domain, rules and examples
train: ## train the model when something it learns from has changed
rasa-test: ## Rasa's conversation tests
attacks: ## the short attacks on a running service
load-short: ## the shortened load
running: ## contract, conversation and browser tests, and the floors of understanding
$(STEPS):
	@exec $(BOOT) bot.tools.check $@

content: ## check the words: schema, links, dates, spelling, plain language
	@exec $(BOOT) bot.tools.words

inventory: ## which questions people ask are answered and where, and which needs are met
	@exec $(BOOT) bot.tools.inventory

preview: ## see the words as pages; reloads on save
	@exec $(BOOT) bot.tools.preview

directory: ## how old and how sure the directory is, by county (ARGS=--table for Markdown)
	@exec $(BOOT) bot.tools.directory $(ARGS)

crisis-table: ## what is said to whom in danger, with every number and its source: writes docs/pilot/kristabell.md
	@exec $(BOOT) bot.tools.crisis_table

check-links: ## visit every address of the directory (needs the internet; ARGS=--write keeps what was found)
	@exec $(BOOT) actions.publishing.visit_directory_urls $(ARGS)

evaluate: ## how well messages are understood, as a table (ARGS="--inside 100": danger at the steps of the tasks)
	@exec $(BOOT) bot.tools.evaluate $(LINES) $(ARGS)

weigh-readings: ## how much each reading of a message in a talk weighs (LINES=talks the model has not learnt)
	@exec $(BOOT) bot.tools.weigh_readings $(LINES)

bench: ## speed, memory and accuracy beside stock Rasa (over an hour; ARGS=--again keeps the trained stock model)
	@exec $(BOOT) bot.tools.bench $(ARGS)

widget: ## build the widget (needs Node; the built files are committed)
	@cd web_widget && npm ci && npm run build

harden: ## attack a running service and print what was lost and leaked (about 20 minutes; ARGS=names of some)
	@exec $(BOOT) tests.safety.harden $(ARGS)

load: ## residents on a running service, then more than it takes (ARGS="residents minutes" or short)
	@exec $(BOOT) tests.load $(ARGS)

audit: ## known faults in the dependencies, and the lists of parts (SBOM) in build/
	@exec $(BOOT) bot.tools.audit

stock-rasa: ## an environment with all that Rasa itself asks for, in .venv/stock (2.7 GB)
	@exec $(BOOT) stock-rasa

tune-encoder: ## tune the encoder on the examples (half an hour; then train and measure; ARGS="--epochs 1 --anew")
	@exec $(BOOT) bot.tools.tuning $(ARGS)

vectors: ## what the encoder says of the examples, made anew (five minutes; before a release)
	@exec $(BOOT) bot.tools.vectors

danger-pieces: ## what cards hear danger by in the browser, learnt anew (half a minute; when messages of danger were added)
	@exec $(BOOT) bot.tools.danger_pieces

identifiers: ## how often identity numbers get past and ordinary ones are stopped, on 120 000 made-up texts
	@exec $(BOOT) bot.tools.identifier_errors $(ARGS)

lock: ## resolve every environment's dependencies anew and pin them with hashes
	@exec $(BOOT) lock

clean: ## remove environments, models and compiled content
	rm -rf .venv build
