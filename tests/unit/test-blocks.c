/* Built with a window of sixteen bytes, so that a line of 32 may be cut. */

#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "layout/blocks.h"
#include "layout/piece.h"
#include "model/anatomy.h"
#include "model/article.h"
#include "model/lines.h"
#include "../check.h"

struct piece_vec {
	struct piece *at;
	size_t count, capacity;
};

/* A word for a piece: its text, or "~" for an empty one; ":" before a gap. */
static void
add_piece(const struct piece *piece, const char *text, struct buf *out)
{
	if (out->nbytes > 0)
		buf_add_byte(out, ' ');
	if (piece->has_gap)
		buf_add_byte(out, ':');
	if (piece->is_continued)
		buf_add_byte(out, '>');
	if (span_is_empty(piece->source))
		buf_add_byte(out, '~');
	buf_add(out, text + piece->source.start, span_nbytes(piece->source));
	if (piece->is_cut)
		buf_add_byte(out, '<');
}

static void
walk(const struct blocks *blocks, const char *text, struct piece_vec *pieces)
{
	struct piece piece;

	pieces->count = 0;
	if (blocks->count == 0)
		return;
	piece = piece_first(blocks, text);
	do
		VEC_PUSH(pieces, piece);
	while (piece_next(blocks, text, &piece));
}

static void
describe(const struct blocks *blocks, const char *text, struct buf *out)
{
	struct piece_vec pieces = { 0 };

	buf_reset(out);
	walk(blocks, text, &pieces);
	for (size_t i = 0; i < pieces.count; i++)
		add_piece(&pieces.at[i], text, out);
	VEC_RELEASE(&pieces);
}

#define WORDS_30 "abcd efgh ijkl mnop qrst uvwx "

static const struct {
	const char *name, *text, *want;
} raw_cases[] = {
	{ "raw: nothing", "", "" },
	{ "raw: one line", "a", "a" },
	{ "raw: lines", "a\nb\n", "a b" },
	{ "raw: an empty line is a gap", "a\n\nb", "a :b" },
	{ "raw: three empty lines", "a\n\n\n\nb", "a :~ ~ b" },
	{ "raw: empty lines at the top", "\n\na", "~ ~ a" },
	{ "raw: an empty line at the end", "a\n\n", "a ~" },
	{ "raw: three at the end", "a\n\n\n\n", "a :~ ~" },
	{ "raw: nothing but a line end", "\n", "~" },
	{ "raw: blanks are no empty line", "a\n \nb", "a   b" },
	{ "raw: as long as a line can be whole", "a\n\n" WORDS_30,
		"a :" WORDS_30 },
	{ "raw: cut behind the blank before 16", WORDS_30 "yz",
		"abcd efgh ijkl < >mnop qrst uvwx yz" },
	{ "raw: nothing is cut near a line end", "\n" WORDS_30 "yz",
		"~ " WORDS_30 "yz" },
	{ "raw: two windows between two ends",
		WORDS_30 "abcdefghijkl mnopqr stuvwxyz 0123456789",
		"abcd efgh ijkl < >mnop qrst uvwx < >abcdefghijkl mnop< "
		">qr stuvwxyz 0123456789" },
	{ "raw: a word without end", "0123456789abcdefghijklmnopqrstuvwxyz",
		"0123456789abcde< >fghijklmnopqrstuvwxyz" },
	/* beh alef beh beh ...: alef never joins what comes next. */
	{ "raw: letters that join stay together",
		"01234567890\u0628\u0627\u0628\u0628\u0628\u0628\u0628\u0628"
		"\u0628\u0628\u0628\u0628\u0628",
		"01234567890\u0628\u0627< >\u0628\u0628\u0628\u0628"
		"\u0628\u0628\u0628\u0628\u0628\u0628\u0628" },
	{ "raw: a cluster without end", "a\u0301\u0301\u0301\u0301\u0301"
		"\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
		"\u0301\u0301",
		"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301< >\u0301"
		"\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301" },
};

static void
test_raw(const char *text, const char *want)
{
	struct article article = { .text = text,
		.nbytes = (uint32_t)strlen(text) };
	struct blocks blocks = { 0 };
	struct buf got = BUF_INIT;

	blocks_read_raw(&blocks, &article);
	describe(&blocks, text, &got);
	CHECK_STR(got.at, want);
	buf_release(&got);
	blocks_release(&blocks);
}

static const struct {
	const char *name, *text, *want;
	uint32_t width;
} paragraph_cases[] = {
	{ "paragraphs: blank lines are passed over", "a \n\n \t\n b\nc",
		"a :b :c", 0 },
	{ "paragraphs: lines wrapped by hand", "abc def\nghij kl\nmn o\np\n"
		" qrs tu\nvwx\n\nyz yz yz yz\nabc def", "abc def\nghij "
		"kl\nmn o :p :qrs tu\nvwx :yz yz yz yz :abc def", 7 },
	{ "paragraphs: one that is cut has one gap", "a\n  " WORDS_30 WORDS_30,
		"a :abcd efgh ijkl mnop qrst< >uvwx abcd efgh ijk< "
		">l mnop qrst uvwx", 0 },
};

static void
test_paragraphs(const char *text, const char *want, uint32_t width)
{
	struct block block = { .source = { 0, (uint32_t)strlen(text) },
		.kind = BLOCK_PARAGRAPHS, .width = width };
	struct blocks blocks = { &block, 1, 1 };
	struct buf got = BUF_INIT;

	describe(&blocks, text, &got);
	CHECK_STR(got.at, want);
	buf_release(&got);
}

static void
test_read(void)
{
	static const char text[] = "C T D B S P R x\ny\n";
	struct part parts[] = {
		{ .span = { 0, 1 }, .role = PART_CAPTION },
		{ .span = { 2, 3 }, .role = PART_TITLE },
		{ .span = { 4, 5 }, .role = PART_DATE },
		{ .span = { 6, 7 }, .role = PART_BYLINE },
		{ .span = { 8, 9 }, .role = PART_SOURCE },
		{ .span = { 10, 11 }, .role = PART_BODY },
		{ .span = { 12, 13 }, .role = PART_REPEAT },
		{ .span = { 14, 17 }, .role = PART_BODY, .has_lines = true },
	};
	static const enum role roles[] = {
		ROLE_TITLE, ROLE_CAPTION, ROLE_DATE, ROLE_BYLINE, ROLE_SOURCE,
		ROLE_BODY, ROLE_REPEAT, ROLE_BODY,
	};
	struct anatomy anatomy = { .parts = { parts, 8, 8 } };
	struct blocks blocks = { 0 };
	struct buf got = BUF_INIT;

	check_case("parts: title first, lines about the article together");
	blocks_read(&blocks, &anatomy);
	describe(&blocks, text, &got);
	CHECK_STR(got.at, "T :C :D B S :P :R :x :y");
	for (size_t i = 0; i < blocks.count && i < 8; i++)
		CHECK_INT(blocks.at[i].role, roles[i]);
	check_case("parts: the section stands over the title");
	parts[0].role = PART_SECTION;
	blocks_read(&blocks, &anatomy);
	describe(&blocks, text, &got);
	CHECK_STR(got.at, "C T :D B S :P :R :x :y");
	parts[1].role = PART_BODY;
	blocks_read(&blocks, &anatomy);
	describe(&blocks, text, &got);
	CHECK_STR(got.at, "C :T :D B S :P :R :x :y");
	anatomy.parts.count = 0;
	blocks_read(&blocks, &anatomy);
	CHECK_INT(blocks.count, 0);
	buf_release(&got);
	blocks_release(&blocks);
}

/* Few and nasty letters, in lines of all lengths. */
static void
make_text(struct buf *text)
{
	static const char *const letters[] = { "a", "b ", " ", "\n", "\n",
		"\u0301", "\u65E5", "\u0628", "\u0627", "\U0001F600", "\u00A0",
		"\u0628\u0628\u0628\u0628\u0628\u0628" };
	int nletters = 1 + rand() % 120, nends = rand() % 4;

	buf_reset(text);
	for (int i = 0; i < nletters; i++) {
		int n = rand() % (int)(sizeof(letters) / sizeof(*letters));

		/* In most texts there is hardly a line end. */
		if (strcmp(letters[n], "\n") == 0 && nends < 3
				&& rand() % 30 != 0)
			n = 0;
		buf_add_string(text, letters[n]);
	}
}

static bool
is_same(const struct piece *a, const struct piece *b)
{
	return a->block == b->block && a->source.start == b->source.start
		&& a->source.end == b->source.end && a->has_gap == b->has_gap
		&& a->is_continued == b->is_continued
		&& a->is_cut == b->is_cut;
}

/* Nothing but line ends and, in paragraphs, blanks is between pieces. */
static void
check_cover(const char *text, enum block_kind kind,
	const struct piece_vec *pieces, struct span whole)
{
	uint32_t off = whole.start;

	for (size_t i = 0; i <= pieces->count; i++) {
		uint32_t start = i < pieces->count
			? pieces->at[i].source.start : whole.end;
		struct span gap = { off, start };

		CHECK(start >= off);
		if (kind == BLOCK_PARAGRAPHS)
			CHECK(span_is_empty(span_trim(text, gap)));
		else if (kind == BLOCK_LINES)
			for (uint32_t at = off; at < start; at++)
				CHECK_INT(text[at], '\n');
		else
			CHECK(span_is_empty(gap));
		if (i < pieces->count)
			off = pieces->at[i].source.end;
	}
}

static void
check_piece(const struct blocks *blocks, const char *text,
	const struct piece *piece)
{
	struct span source = piece->source;

	CHECK(span_nbytes(source) < 3 * PIECE_WINDOW);
	CHECK(((unsigned char)text[source.start] & 0xC0) != 0x80);
	CHECK(piece_line_start(blocks, text, piece, source.start)
		== source.start);
	if (!piece->is_continued)
		CHECK_INT(piece_line_start(blocks, text, piece, 0),
			source.start);
	if (blocks->at[0].kind != BLOCK_PARAGRAPH && blocks->at[0].width == 0)
		CHECK(memchr(text + source.start, '\n', span_nbytes(source))
			== NULL);
	for (uint32_t off = source.start; off < source.end; off++) {
		struct piece again = piece_at(blocks, text, 0, off);

		if (!CHECK(is_same(&again, piece)))
			return;
	}
}

static void
check_walk(const struct blocks *blocks, const char *text)
{
	struct piece_vec pieces = { 0 };
	struct piece back = piece_last(blocks, text);

	walk(blocks, text, &pieces);
	check_cover(text, blocks->at[0].kind, &pieces, blocks->at[0].source);
	for (size_t i = pieces.count; i-- > 0;) {
		CHECK(is_same(&back, &pieces.at[i]));
		check_piece(blocks, text, &back);
		if (!CHECK(piece_previous(blocks, text, &back) == (i > 0)))
			break;
	}
	VEC_RELEASE(&pieces);
}

static void
test_walks(void)
{
	static const char *const names[] = { "random: paragraph",
		"random: lines", "random: paragraphs" };
	struct buf text = BUF_INIT;

	srand(1);
	for (int kind = BLOCK_PARAGRAPH; kind <= BLOCK_PARAGRAPHS; kind++) {
		struct block block = { .kind = (enum block_kind)kind };
		struct blocks blocks = { &block, 1, 1 };

		check_case(names[kind]);
		for (int i = 0; i < 3000; i++) {
			make_text(&text);
			block.source = (struct span){ 0,
				(uint32_t)text.nbytes };
			if (kind == BLOCK_PARAGRAPHS) {
				block.source = span_trim(text.at,
					block.source);
				block.width = (uint32_t)i % 4;
			}
			if (!span_is_empty(block.source))
				check_walk(&blocks, text.at);
		}
	}
	buf_release(&text);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(raw_cases) / sizeof(*raw_cases); i++) {
		check_case(raw_cases[i].name);
		test_raw(raw_cases[i].text, raw_cases[i].want);
	}
	for (size_t i = 0; i < sizeof(paragraph_cases)
			/ sizeof(*paragraph_cases); i++) {
		check_case(paragraph_cases[i].name);
		test_paragraphs(paragraph_cases[i].text,
			paragraph_cases[i].want, paragraph_cases[i].width);
	}
	test_read();
	test_walks();
	return check_done();
}
