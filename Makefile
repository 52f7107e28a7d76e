# Everything a person does with this project. `make help` lists it.
PYTHON ?= python3
BOOT = $(PYTHON) bot/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run test check content preview check-links evaluate bench widget lock clean harden load audit

help: ## list what can be done
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: ## install, train when needed, start; Ctrl-C stops all
	@exec $(BOOT) run

test: ## all tests, with what they need
	@exec $(BOOT) bot.check all

check: ## the quick half of the tests: style, types, units, content
	@exec $(BOOT) bot.check quick

content: ## check the words: schema, links, dates, spelling, plain language
	@exec $(BOOT) bot.words

preview: ## see the words as pages; reloads on save
	@exec $(BOOT) bot.preview

check-links: ## visit every address of the directory (needs the internet; ARGS=--write keeps what was found)
	@exec $(BOOT) actions.routing.check_links $(ARGS)

evaluate: ## how well messages are understood, as a table
	@exec $(BOOT) bot.evaluate $(LINES)

bench: ## speed, memory and accuracy beside stock Rasa (over an hour; ARGS=--again keeps the trained stock model)
	@exec $(BOOT) bot.bench $(ARGS)

widget: ## build the widget (needs Node; the built files are committed)
	@cd web_widget && npm ci && npm run build

harden: ## attack a running service and print what was lost and leaked (about 20 minutes; ARGS=names of some)
	@exec $(BOOT) tests.safety.harden $(ARGS)

load: ## residents on a running service, then more than it takes (ARGS="residents minutes" or short)
	@exec $(BOOT) tests.load $(ARGS)

audit: ## known faults in the dependencies, and the lists of parts (SBOM) in build/
	@exec $(BOOT) bot.audit

lock: ## resolve the dependencies anew and pin them with hashes
	@exec $(BOOT) lock

clean: ## remove environments, models and compiled content
	rm -rf .venv build
