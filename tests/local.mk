# All test rules. A unit test links only the archives up to its own layer, so
# a call from a lower layer into a higher one does not link.

TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = CC='$(CC)'; export CC; \
	. $(srcdir)/tests/environment.sh;
EXTRA_DIST += tests/environment.sh tests/check.h tests/tap.sh

UNIT_BASE = tests/unit/test-base
UNIT_TEXT = tests/unit/test-utf8 tests/unit/test-entity \
	tests/unit/test-clean tests/unit/test-cluster tests/unit/test-fold \
	tests/unit/test-marks tests/unit/test-language \
	tests/unit/test-compose \
	tests/conformance/test-grapheme-breaks
UNIT_MODEL = tests/unit/test-date tests/unit/test-labels \
	tests/unit/test-anatomy tests/unit/test-fingerprint \
	tests/unit/test-order tests/unit/test-identity \
	tests/unit/test-archive tests/unit/test-load tests/unit/test-decode \
	tests/unit/test-walk
UNIT_SEARCH = tests/unit/test-query tests/unit/test-match \
	tests/unit/test-match-random tests/unit/test-results
UNIT_STORE = tests/unit/test-config tests/unit/test-reading
UNIT_LAYOUT = tests/unit/test-bidi tests/unit/test-blocks \
	tests/unit/test-breaks tests/unit/test-fit tests/unit/test-layout \
	tests/unit/test-line tests/unit/test-page tests/unit/test-paragraph \
	tests/unit/test-wrap \
	tests/conformance/test-bidi tests/conformance/test-bidi-character \
	tests/conformance/test-line-break
UNIT_CLI = tests/unit/test-json
UNIT_UI = tests/unit/test-frame tests/unit/test-input \
	tests/unit/test-term tests/unit/test-term-bytes \
	tests/unit/test-term-order tests/unit/test-term-paint \
	tests/unit/test-theme \
	tests/unit/test-app tests/unit/test-command \
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
tests_unit_test_language_LDADD = $(LIBS_TEXT)
tests_conformance_test_grapheme_breaks_LDADD = $(LIBS_TEXT)

# unit tests of model
EXTRA_DIST += tests/unit/text-labels.h
tests_unit_test_date_LDADD = $(LIBS_MODEL)
tests_unit_test_labels_LDADD = $(LIBS_MODEL)
tests_unit_test_anatomy_LDADD = $(LIBS_MODEL)
tests_unit_test_fingerprint_LDADD = $(LIBS_MODEL)
tests_unit_test_order_LDADD = $(LIBS_MODEL)
tests_unit_test_identity_LDADD = $(LIBS_MODEL)
tests_unit_test_archive_LDADD = $(LIBS_MODEL)
tests_unit_test_load_LDADD = $(LIBS_MODEL)
tests_unit_test_decode_LDADD = $(LIBS_MODEL)
tests_unit_test_walk_LDADD = $(LIBS_MODEL)

# Writes a made-up archive for the bench and for tests.
check_PROGRAMS += tests/tools/gen-archive
tests_tools_gen_archive_SOURCES = tests/tools/gen-archive.c \
	tests/tools/gen-archive-words.h
tests_tools_gen_archive_LDADD = $(LIBS_TEXT)

# unit tests of search
tests_unit_test_query_LDADD = $(LIBS_SEARCH)
tests_unit_test_match_SOURCES = tests/unit/test-match.c \
	tests/unit/text-article.h
tests_unit_test_match_LDADD = $(LIBS_SEARCH)
# A text is folded and looked at a word at a time: every border is crossed.
tests_unit_test_match_random_SOURCES = tests/unit/test-match-random.c \
	tests/unit/text-article.h src/search/haystack.c src/search/match.c
tests_unit_test_match_random_CPPFLAGS = $(AM_CPPFLAGS) -DPIECE_NBYTES=1 \
	-DWINDOW_NBYTES=1
tests_unit_test_match_random_LDADD = $(LIBS_SEARCH)
tests_unit_test_results_LDADD = $(LIBS_SEARCH)

# unit tests of store
tests_unit_test_config_LDADD = $(LIBS_STORE)
tests_unit_test_reading_SOURCES = tests/unit/test-reading.c \
	src/store/reading_table.c
tests_unit_test_reading_CPPFLAGS = $(AM_CPPFLAGS) -DREADING_SLOTS_FIRST=4
tests_unit_test_reading_LDADD = $(LIBS_STORE)

# unit tests of layout
EXTRA_DIST += tests/unit/lay.h tests/conformance/ucd.h
tests_unit_test_bidi_LDADD = $(LIBS_LAYOUT)
# With a block of at most eight bytes.
tests_unit_test_blocks_SOURCES = tests/unit/test-blocks.c \
	src/layout/blocks.c
tests_unit_test_blocks_CPPFLAGS = $(AM_CPPFLAGS) -DBLOCK_NBYTES_MAX=8u
tests_unit_test_blocks_LDADD = $(LIBS_LAYOUT)
tests_unit_test_breaks_LDADD = $(LIBS_LAYOUT)
tests_unit_test_fit_LDADD = $(LIBS_LAYOUT)
tests_unit_test_layout_LDADD = $(LIBS_LAYOUT)
tests_unit_test_line_LDADD = $(LIBS_LAYOUT)
tests_unit_test_paragraph_LDADD = $(LIBS_LAYOUT)
tests_unit_test_wrap_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_bidi_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_bidi_character_LDADD = $(LIBS_LAYOUT)
tests_conformance_test_line_break_LDADD = $(LIBS_LAYOUT)
# With a cache of two blocks, so that it is always being emptied.
tests_unit_test_page_SOURCES = tests/unit/test-page.c \
	src/layout/cache.c src/layout/page.c
tests_unit_test_page_CPPFLAGS = $(AM_CPPFLAGS) \
	-DCACHE_BLOCKS=2 -DCACHE_CELLS=64
tests_unit_test_page_LDADD = $(LIBS_LAYOUT)

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

# unit tests of cli
tests_unit_test_json_LDADD = $(LIBS_CLI)

# unit tests of ui
EXTRA_DIST += tests/unit/screen.h
tests_unit_test_app_LDADD = $(LIBS_UI)
tests_unit_test_command_LDADD = $(LIBS_UI)
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
tests_unit_test_term_paint_SOURCES = tests/unit/test-term-paint.c
tests_unit_test_term_paint_LDADD = $(LIBS_UI)
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
E2E_TESTS = tests/e2e/arabic.sh tests/e2e/hostile.sh tests/e2e/life.sh \
	tests/e2e/load.sh tests/e2e/modes.sh tests/e2e/screen.sh tests/e2e/ssh.sh
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
BENCHES = tests/bench/layout tests/bench/peak-memory \
	tests/bench/pty-bytes
EXTRA_PROGRAMS = $(BENCHES)
CLEANFILES += $(BENCHES)
EXTRA_DIST += tests/bench/bench.sh
tests_bench_layout_LDADD = $(LIBS_LAYOUT)

bench: all $(BENCHES) tests/tools/gen-archive
	srcdir='$(srcdir)' builddir='$(builddir)' \
		$(SHELL) $(srcdir)/tests/bench/bench.sh
.PHONY: bench

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
