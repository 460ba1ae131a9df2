# One static archive per layer, lowest first. LIBS_<LAYER> names what a user
# of that layer links: the layer and everything below it. A call upwards does
# not link.

noinst_LIBRARIES += src/libbase.a src/libtext.a src/libmodel.a \
	src/libsearch.a src/libstore.a src/liblayout.a src/libcli.a src/libui.a

src_libbase_a_SOURCES = \
	src/base/buf.c src/base/buf.h \
	src/base/clock.c src/base/clock.h \
	src/base/err.c src/base/err.h \
	src/base/i18n.h \
	src/base/file.c src/base/file.h \
	src/base/paths.c src/base/paths.h \
	src/base/span.h \
	src/base/vec.h \
	src/base/xalloc.c src/base/xalloc.h

src_libtext_a_SOURCES = \
	src/text/clean.c src/text/clean.h \
	src/text/cluster.c src/text/cluster.h \
	src/text/compare.c src/text/compare.h \
	src/text/compose.c src/text/compose.h \
	src/text/entity.c src/text/entity.h \
	src/text/fold.c src/text/fold.h \
	src/text/fold_entry.h src/text/fold_table.h \
	src/text/fold_map.c src/text/fold_map.h \
	src/text/language.c src/text/language.h \
	src/text/marks.c src/text/marks.h src/text/marks_table.h \
	src/text/range.h \
	src/text/script.c src/text/script.h \
	src/text/trigrams.c src/text/trigrams.h \
	src/text/trigrams_table.h \
	src/text/utf8.c src/text/utf8.h \
	src/text/vector.h \
	src/text/width.c src/text/width.h src/text/width_table.h \
	src/text/word.h
src_libtext_a_CFLAGS = $(AM_CFLAGS) -Wconversion

src_libmodel_a_SOURCES = \
	src/model/alike.c src/model/alike_forms.c src/model/alike.h \
	src/model/agency.c \
	src/model/anatomy.c src/model/anatomy.h \
	src/model/anchors.c src/model/anchors.h \
	src/model/archive.c src/model/archive.h \
	src/model/archive_batch.c src/model/archive_inside.h \
	src/model/article.h \
	src/model/bare.c \
	src/model/closing.c src/model/closing.h \
	src/model/convert.c src/model/convert.h \
	src/model/credit.c \
	src/model/dateline.c src/model/dateline.h \
	src/model/boilerplate.c src/model/boilerplate.h \
	src/model/cut.c src/model/cut.h \
	src/model/cut_words.c src/model/cut_words.h \
	src/model/date.c src/model/date.h \
	src/model/date_forms.c src/model/date_forms.h \
	src/model/date_read.c \
	src/model/date_reader.c src/model/date_reader.h \
	src/model/date_time.c src/model/date_time.h \
	src/model/date_words.c src/model/date_words.h \
	src/model/date_words_table.h \
	src/model/decode.c src/model/decode.h \
	src/model/encoding_table.h \
	src/model/edges.c src/model/edges.h \
	src/model/duplicates.c src/model/duplicates.h \
	src/model/duplicates_groups.c src/model/duplicates_inside.h \
	src/model/duplicates_pass.c \
	src/model/fingerprint.c src/model/fingerprint.h \
	src/model/furniture.c src/model/furniture.h \
	src/model/glued.c \
	src/model/guess.c src/model/guess.h \
	src/model/guess_arabic.c src/model/guess_chinese.c \
	src/model/guess_inside.h src/model/guess_vietnamese.c \
	src/model/guess_western.c src/model/guess_words.c \
	src/model/identity.c src/model/identity.h \
	src/model/intake.c src/model/intake.h \
	src/model/known.c src/model/known.h \
	src/model/join.c src/model/join.h \
	src/model/kin.c src/model/kin.h \
	src/model/label_table.h \
	src/model/labels.c src/model/labels.h \
	src/model/lines.c src/model/lines.h \
	src/model/load.c src/model/load.h \
	src/model/name.c src/model/name.h \
	src/model/note.c \
	src/model/opening.c src/model/opening.h \
	src/model/order.c src/model/order.h \
	src/model/reader.c src/model/reader.h \
	src/model/repeats.c src/model/repeats.h \
	src/model/row.c \
	src/model/section.c \
	src/model/sentence.c src/model/sentence.h \
	src/model/sketch.c src/model/sketch.h \
	src/model/table.c src/model/table.h \
	src/model/tail.c \
	src/model/walk.c src/model/walk.h \
	src/model/words.c src/model/words.h

src_libsearch_a_SOURCES = \
	src/search/haystack.c src/search/haystack.h \
	src/search/hits.c src/search/hits.h \
	src/search/match.c src/search/match.h \
	src/search/places.c src/search/places.h \
	src/search/query.c src/search/query.h \
	src/search/results.c src/search/results.h \
	src/search/scan.c src/search/scan.h \
	src/search/term.c src/search/term.h

src_libstore_a_SOURCES = \
	src/store/config.c src/store/config.h \
	src/store/reading.h \
	src/store/reading_table.c src/store/reading_table.h \
	src/store/terminals.c src/store/terminals.h
if HAVE_SQLITE
src_libstore_a_SOURCES += src/store/reading.c
else
src_libstore_a_SOURCES += src/store/reading_none.c
endif
src_libstore_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)

src_liblayout_a_SOURCES = \
	src/layout/bidi.c src/layout/bidi.h \
	src/layout/bidi_class.c src/layout/bidi_class.h \
	src/layout/bidi_joins.h \
	src/layout/bidi_class_table.h \
	src/layout/bidi_explicit.c src/layout/bidi_explicit.h \
	src/layout/bidi_plain.c src/layout/bidi_plain.h \
	src/layout/bidi_resolve.c src/layout/bidi_resolve.h \
	src/layout/bidi_shape.c src/layout/bidi_shape_table.h \
	src/layout/blocks.c src/layout/blocks.h \
	src/layout/folds.c src/layout/folds.h \
	src/layout/breaks.c src/layout/breaks.h src/layout/breaks_table.h \
	src/layout/cache.c src/layout/cache.h \
	src/layout/cells.c src/layout/cells.h \
	src/layout/chars.c src/layout/chars.h \
	src/layout/decode.c src/layout/decode.h \
	src/layout/fill.c src/layout/fill.h \
	src/layout/fit.c src/layout/fit.h \
	src/layout/glyph.c src/layout/glyph.h \
	src/layout/justify.c src/layout/justify.h \
	src/layout/kashida.c src/layout/kashida.h \
	src/layout/lead.c src/layout/lead.h \
	src/layout/letters.c src/layout/letters.h \
	src/layout/line.c src/layout/line.h \
	src/layout/page.c src/layout/page.h \
	src/layout/paragraph.c src/layout/paragraph.h \
	src/layout/paragraph_line.c \
	src/layout/paragraph_rows.c \
	src/layout/piece.c src/layout/piece.h \
	src/layout/role.h \
	src/layout/seam.c src/layout/seam.h \
	src/layout/syllable.c src/layout/syllable.h \
	src/layout/tailor.c src/layout/tailor.h \
	src/layout/tailor_blank.c src/layout/tailor_blank.h \
	src/layout/tailor_chars.h \
	src/layout/tailor_quote.c src/layout/tailor_quote.h \
	src/layout/tailor_token.c src/layout/tailor_token.h \
	src/layout/tailor_words.c src/layout/tailor_words.h \
	src/layout/tailor_words_table.h \
	src/layout/wrap.c src/layout/wrap.h
src_liblayout_a_CFLAGS = $(AM_CFLAGS) -Wconversion $(FRIBIDI_CFLAGS)

src_libcli_a_SOURCES = \
	src/cli/article_json.c src/cli/article_json.h \
	src/cli/json.c src/cli/json.h \
	src/cli/list.c src/cli/list.h \
	src/cli/print.c src/cli/print.h \
	src/cli/selection.c src/cli/selection.h

src_libui_a_SOURCES = \
	src/ui/app.c src/ui/app.h \
	src/ui/app_calibrate.c \
	src/ui/app_command.c \
	src/ui/app_find.c \
	src/ui/app_look.c src/ui/app_reload.c \
	src/ui/app_screen.c \
	src/ui/app_state.h \
	src/ui/article_page.c src/ui/article_page.h \
	src/ui/calibrate.c src/ui/calibrate.h \
	src/ui/clusters.c src/ui/clusters.h \
	src/ui/command.c src/ui/command.h \
	src/ui/copies.c src/ui/copies.h \
	src/ui/details.c src/ui/details.h \
	src/ui/facts.c src/ui/facts.h \
	src/ui/find.c src/ui/find.h \
	src/ui/frame.c src/ui/frame.h \
	src/ui/geometry.c src/ui/geometry.h \
	src/ui/help.c src/ui/help.h \
	src/ui/input.c src/ui/input.h \
	src/ui/input_keys.c src/ui/input_keys.h \
	src/ui/keyboard.c src/ui/keyboard.h \
	src/ui/languages.c src/ui/languages.h \
	src/ui/list_painter.c src/ui/list_painter.h \
	src/ui/list_pane.c src/ui/list_pane.h \
	src/ui/listing.c src/ui/listing.h \
	src/ui/loop.c \
	src/ui/pane.h \
	src/ui/prompt.c src/ui/prompt.h \
	src/ui/read_match.c src/ui/read_state.h \
	src/ui/read_pane.c src/ui/read_pane.h \
	src/ui/reasons.c src/ui/reasons.h \
	src/ui/scroll.c src/ui/scroll.h \
	src/ui/sheet.c src/ui/sheet.h \
	src/ui/status.c src/ui/status.h \
	src/ui/term.c src/ui/term.h \
	src/ui/term_caps.c src/ui/term_caps.h \
	src/ui/term_inside.h \
	src/ui/term_measure.c src/ui/term_measure.h \
	src/ui/term_move.c src/ui/term_move.h \
	src/ui/term_order.c src/ui/term_order.h \
	src/ui/term_paint.c src/ui/term_paint.h \
	src/ui/term_row.c src/ui/term_row.h \
	src/ui/term_screen.c src/ui/term_screen.h \
	src/ui/term_shift.c src/ui/term_shift.h \
	src/ui/term_signals.c src/ui/term_signals.h \
	src/ui/term_tty.c src/ui/term_tty.h \
	src/ui/term_wait.c \
	src/ui/theme.c src/ui/theme.h
src_libui_a_CFLAGS = $(AM_CFLAGS) $(NCURSES_CFLAGS)

LIBS_BASE = src/libbase.a $(LIBINTL)
LIBS_TEXT = src/libtext.a $(LIBS_BASE) $(UNISTRING_LIBS)
LIBS_MODEL = src/libmodel.a $(LIBS_TEXT)
LIBS_SEARCH = src/libsearch.a $(LIBS_MODEL)
LIBS_STORE = src/libstore.a $(LIBS_MODEL) $(SQLITE_LIBS)
LIBS_LAYOUT = src/liblayout.a $(LIBS_MODEL) $(FRIBIDI_LIBS)
LIBS_CLI = src/libcli.a src/libsearch.a src/libstore.a \
	$(LIBS_LAYOUT) $(SQLITE_LIBS)
LIBS_UI = src/libui.a src/libsearch.a src/libstore.a \
	$(LIBS_LAYOUT) $(SQLITE_LIBS) $(NCURSES_LIBS)

bin_PROGRAMS += src/newspane
src_newspane_SOURCES = src/main.c \
	src/help.c src/help.h \
	src/locale_setup.c src/locale_setup.h \
	src/messages.c src/messages.h \
	src/options.c src/options.h \
	src/problems.c src/problems.h \
	src/settings.c src/settings.h
src_newspane_LDADD = src/libcli.a $(LIBS_UI)
