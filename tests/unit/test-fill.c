#include <config.h>

#include "layout/fill.h"

#include <stdlib.h>

#include "base/vec.h"

#include "../check.h"

/*
 * Paragraphs are strings, as in the test of wrapping: small letters take one
 * column, capitals two, a blank hangs and a row may end after it; a bar is one
 * more place where a row may end, a tilde one with a hyphen, an equals sign
 * one only in a word that is too wide; a + says that the next unit belongs to
 * the cluster before, an underscore that no row ends here. Rows in the answers
 * are between slashes, hung blanks included.
 */
#define UNITS_MAX 256

struct text {
	uint8_t units[UNITS_MAX];
	char letters[UNITS_MAX];
	size_t count;
};

static const struct {
	const char *name, *units;
	int cols;
	const char *greedy, *even;
} cases[] = {
	{ "nothing is one row", "", 5, "", "" },
	{ "one row", "ab cd", 5, "ab cd", "ab cd" },
	{ "no choice", "ab cd ef", 2, "ab /cd /ef", "ab /cd /ef" },
	{ "the last row is free", "abcd ab", 6, "abcd /ab", "abcd /ab" },
	{ "a word moves down", "aaa bb cc ddddd e", 6,
		"aaa bb /cc /ddddd /e", "aaa /bb cc /ddddd /e" },
	{ "no row more than greedily", "aaaa bb cc ddddd", 9,
		"aaaa bb /cc ddddd", "aaaa bb /cc ddddd" },
	{ "blanks hang", "aaa   bb  cc   ddddd e", 7,
		"aaa   /bb  cc   /ddddd e", "aaa   /bb  cc   /ddddd e" },
	{ "hung blanks cost nothing", "aaa bb    cc ddddd e", 6,
		"aaa bb    /cc /ddddd /e", "aaa bb    /cc /ddddd /e" },
	{ "a wide word begins a row and is cut", "aa bb ccccccccc dd e", 6,
		"aa bb /cccccc/ccc dd /e", "aa bb /cccccc/ccc dd /e" },
	{ "a wide word is cut where it may be", "a ccc=cccc=ccc dd", 6,
		"a /ccc/cccc/ccc dd", "a /ccc/cccc/ccc dd" },
	{ "rows before and after a cut word are even",
		"aaa bb cc ddddd eeeeeeeee f ggg hh ii jjjjj k", 6,
		"aaa bb /cc /ddddd /eeeeee/eee f /ggg hh /ii /jjjjj /k",
		"aaa /bb cc /ddddd /eeeeee/eee /f ggg /hh ii /jjjjj /k" },
	{ "a widow gets company", "aaaaaaaaaaa bbbb cccc dddd eeeee ff g", 36,
		"aaaaaaaaaaa bbbb cccc dddd eeeee ff /g",
		"aaaaaaaaaaa bbbb cccc dddd eeeee /ff g" },
	{ "a widow where company is dear",
		"aaaaaaaaaaaa bbbbbbbbbbb c", 24,
		"aaaaaaaaaaaa bbbbbbbbbbb /c",
		"aaaaaaaaaaaa bbbbbbbbbbb /c" },
	{ "a hyphen needs a column", "aaaa~bbb", 4, "aaaa/bbb",
		"aaaa/bbb" },
	{ "a hyphen has its column", "aaaa~bbb", 5, "aaaa/bbb", "aaaa/bbb" },
	{ "a hyphen costs", "aa bbb~ccc dddddd e", 7,
		"aa bbb/ccc /dddddd /e", "aa /bbbccc /dddddd /e" },
	{ "wide letters", "A|B|C|D|E|F|G", 5, "AB/CD/EF/G", "AB/CD/EF/G" },
	{ "a letter wider than the row", "A b C d", 1, "A /b /C /d",
		"A /b /C /d" },
	{ "clusters stay whole", "ab+c|d+e|fg", 3, "abc/de/fg",
		"abc/de/fg" },
	{ "blanks first", "  aa bb", 4, "  aa /bb", "  aa /bb" },
	{ "a blank that keeps together", "aaa bb _cc dd", 8,
		"aaa /bb cc dd", "aaa /bb cc dd" },
};

/* When gaps may become three columns wide. */
static const struct {
	const char *name, *units;
	int cols;
	const char *even, *justified;
} loose_cases[] = {
	{ "what can be filled is", "aa bb cc dd", 6,
		"aa bb /cc dd", "aa bb /cc dd" },
	{ "few rows stay short",
		"aaaa bbbbbb c ddddddd eeeeeeee ffffffff ggg hhhhhhh", 20,
		"aaaa bbbbbb c /ddddddd eeeeeeee /ffffffff ggg hhhhhhh",
		"aaaa bbbbbb /c ddddddd eeeeeeee /ffffffff ggg hhhhhhh" },
};

static void
read_text(const char *s, struct text *text)
{
	uint8_t flags = UNIT_CLUSTER;

	text->count = 0;
	for (; *s != '\0'; s++) {
		if (*s == '|' || *s == '~' || *s == '=') {
			flags |= *s == '=' ? UNIT_CUT : UNIT_BREAK;
			flags |= *s == '~' ? UNIT_HYPHEN : 0;
		} else if (*s == '_') {
			flags = (uint8_t)(flags & ~UNIT_BREAK);
		} else if (*s == '+') {
			flags = (uint8_t)(flags & ~UNIT_CLUSTER);
		} else {
			uint8_t cols = *s >= 'A' && *s <= 'Z' ? 2 : 1;
			bool is_blank = *s == ' ';

			if (is_blank)
				flags = UNIT_CLUSTER | UNIT_BLANK;
			text->letters[text->count] = *s;
			text->units[text->count++] = flags | cols;
			flags = UNIT_CLUSTER | (is_blank ? UNIT_BREAK : 0);
		}
	}
}

static struct wrap_units
units_of(const struct text *text)
{
	return (struct wrap_units){ .at = text->units, .count = text->count };
}

static void
check_rows(const struct text *text, const struct row_vec *rows,
	const char *want)
{
	char got[UNITS_MAX * 2];
	size_t nbytes = 0, row = 1;

	CHECK(rows->count > 0 && rows->at[0] == 0);
	for (size_t i = 0; i < text->count; i++) {
		if (row < rows->count && rows->at[row] == i) {
			got[nbytes++] = '/';
			row++;
		}
		got[nbytes++] = text->letters[i];
	}
	CHECK_INT(row, rows->count);
	CHECK_BYTES(got, nbytes, want, strlen(want));
}

static void
test_cases(void)
{
	struct row_vec rows = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct text text;
		struct wrap_units units;

		check_case(cases[i].name);
		read_text(cases[i].units, &text);
		units = units_of(&text);
		fill_greedy(&units, cases[i].cols, &rows);
		check_rows(&text, &rows, cases[i].greedy);
		fill_even(&units, cases[i].cols, 0, &rows);
		check_rows(&text, &rows, cases[i].even);
	}
	VEC_RELEASE(&rows);
}

static void
test_loose(void)
{
	struct row_vec rows = { 0 };

	for (size_t i = 0; i < sizeof(loose_cases) / sizeof(*loose_cases);
			i++) {
		struct text text;
		struct wrap_units units;

		check_case(loose_cases[i].name);
		read_text(loose_cases[i].units, &text);
		units = units_of(&text);
		fill_even(&units, loose_cases[i].cols, 0, &rows);
		check_rows(&text, &rows, loose_cases[i].even);
		fill_even(&units, loose_cases[i].cols, 3, &rows);
		check_rows(&text, &rows, loose_cases[i].justified);
	}
	VEC_RELEASE(&rows);
}

static void
random_text(struct text *text, size_t count)
{
	bool is_blank = false;

	text->count = count;
	for (size_t i = 0; i < count; i++) {
		bool can_break = is_blank ? rand() % 8 != 0 : rand() % 12 == 0;
		bool is_start = i == 0 || is_blank || rand() % 12 != 0;
		uint8_t unit = (uint8_t)(1 + (rand() % 5 == 0));

		is_blank = rand() % 4 == 0;
		text->letters[i] = is_blank ? ' ' : 'a';
		if (is_blank) {
			text->units[i] = unit | UNIT_BLANK | UNIT_CLUSTER;
			continue;
		}
		unit |= is_start ? UNIT_CLUSTER : 0;
		unit |= can_break ? UNIT_BREAK : 0;
		unit |= can_break && rand() % 3 == 0 ? UNIT_HYPHEN : 0;
		unit |= rand() % 10 == 0 ? UNIT_CUT : 0;
		if ((unit & UNIT_LATE) == UNIT_LATE)
			unit &= (uint8_t)~UNIT_HYPHEN;
		text->units[i] = unit;
	}
}

static bool
is_place(const struct wrap_units *units, size_t i)
{
	return i == units->count
		|| ((units->at[i] & UNIT_LATE) == UNIT_BREAK
		&& (units->at[i] & UNIT_CLUSTER)
		&& !(units->at[i] & UNIT_BLANK));
}

static bool
has_hyphen(const struct wrap_units *units, size_t end)
{
	return end < units->count && (units->at[end] & UNIT_HYPHEN);
}

/* Columns of the row FIRST to END. */
static int
row_cols(const struct wrap_units *units, size_t first, size_t end)
{
	size_t shown_end = has_hyphen(units, end) ? end
		: wrap_shown_end(units, first, end);
	int cols = has_hyphen(units, end);

	for (size_t i = first; i < shown_end; i++)
		cols += units->at[i] & UNIT_COLS;
	return cols;
}

/* How much wider the gaps of a row may become, an indent being none. */
static int
gaps_give(const struct wrap_units *units, size_t first, size_t end,
	int gap_cols)
{
	size_t shown_end = wrap_shown_end(units, first, end);
	int given = 0;

	while (first < shown_end && units->at[first] & UNIT_BLANK)
		first++;
	while (first < shown_end) {
		int cols = 0;

		while (units->at[first] & UNIT_BLANK)
			cols += units->at[first++] & UNIT_COLS;
		if (cols > 0 && cols < gap_cols)
			given += gap_cols - cols;
		first++;
	}
	return given;
}

/* As the header has it. */
static uint64_t
row_cost(const struct wrap_units *units, size_t first, size_t end, int cols,
	int gap_cols)
{
	int used = row_cols(units, first, end);
	int given = gaps_give(units, first, end, gap_cols);
	uint64_t left = used < cols ? (uint64_t)(cols - used) : 0;

	if (end < units->count)
		return left * left
			+ (has_hyphen(units, end) ? FILL_HYPHEN_COST : 0)
			+ (gap_cols > 0 && left > (uint64_t)given
			? FILL_LOOSE_COST(cols) : 0);
	for (size_t i = first + 1; i < end; i++) {
		if (is_place(units, i))
			return 0;
	}
	return used * 4 < cols ? FILL_WIDOW_COST(cols) : 0;
}

static uint64_t
cost_of(const struct wrap_units *units, const struct row_vec *rows, int cols,
	int gap_cols)
{
	uint64_t cost = 0;

	for (size_t row = 0; row < rows->count; row++)
		cost += row_cost(units, rows->at[row],
			row + 1 < rows->count ? rows->at[row + 1]
				: units->count, cols, gap_cols);
	return cost;
}

/*
 * The least cost of what begins with FIRST in exactly NROWS rows, by trying
 * all; UINT64_MAX if it cannot be had.
 */
static uint64_t
least_cost(const struct wrap_units *units, size_t first, size_t nrows,
	int cols, int gap_cols)
{
	uint64_t best = UINT64_MAX, rest;
	bool has_fit = false;

	if (first == units->count)
		return nrows == 0 ? 0 : UINT64_MAX;
	if (nrows == 0)
		return UINT64_MAX;
	for (size_t end = first + 1; end <= units->count; end++) {
		if (!is_place(units, end)
				|| row_cols(units, first, end) > cols)
			continue;
		has_fit = true;
		rest = least_cost(units, end, nrows - 1, cols, gap_cols);
		if (rest != UINT64_MAX && rest + row_cost(units, first, end,
				cols, gap_cols) < best)
			best = rest + row_cost(units, first, end, cols,
				gap_cols);
	}
	if (!has_fit) {
		size_t end = wrap_line_end(units, first, cols);

		rest = least_cost(units, end, nrows - 1, cols, gap_cols);
		if (rest != UINT64_MAX)
			best = rest + row_cost(units, first, end, cols,
				gap_cols);
	}
	return best;
}

static void
print_text(const struct wrap_units *units, int cols)
{
	printf("# %d columns:", cols);
	for (size_t i = 0; i < units->count; i++)
		printf(" %02x", units->at[i]);
	printf("\n");
}

static void
test_optimum(void)
{
	struct row_vec rows = { 0 };
	bool is_good = true;

	check_case("as even as can be");
	srand(11);
	for (int round = 0; round < 20000 && is_good; round++) {
		struct text text;
		struct wrap_units units;
		int cols = 1 + rand() % 12, gap_cols = rand() % 4;

		random_text(&text, 1 + (size_t)rand() % 16);
		units = units_of(&text);
		fill_even(&units, cols, gap_cols, &rows);
		is_good = CHECK_INT(cost_of(&units, &rows, cols, gap_cols),
			least_cost(&units, 0, rows.count, cols, gap_cols));
		if (!is_good)
			print_text(&units, cols);
	}
	VEC_RELEASE(&rows);
}

/* Whether ROWS cut the paragraph where it may be, no row being too wide. */
static bool
are_rows_good(const struct wrap_units *units, const struct row_vec *rows,
	int cols)
{
	bool is_good = CHECK(rows->count > 0 && rows->at[0] == 0);

	for (size_t row = 0; row < rows->count; row++) {
		size_t first = rows->at[row];
		size_t end = row + 1 < rows->count ? rows->at[row + 1]
			: units->count;

		is_good = is_good && CHECK(end > first && end <= units->count)
			&& (row == 0
				|| CHECK(!(units->at[first] & UNIT_BLANK)))
			&& CHECK((is_place(units, end)
				&& row_cols(units, first, end) <= cols)
				|| end == wrap_line_end(units, first, cols));
	}
	return is_good;
}

static bool
check_long(const struct text *text, int cols, int gap_cols,
	struct row_vec *greedy, struct row_vec *even)
{
	struct wrap_units units = units_of(text);
	struct row_vec again = { 0 };
	bool is_good;

	fill_greedy(&units, cols, greedy);
	fill_even(&units, cols, gap_cols, even);
	fill_even(&units, cols, gap_cols, &again);
	is_good = are_rows_good(&units, greedy, cols)
		&& are_rows_good(&units, even, cols)
		&& CHECK_INT(even->count, greedy->count)
		&& CHECK(cost_of(&units, even, cols, gap_cols)
			<= cost_of(&units, greedy, cols, gap_cols))
		&& CHECK_INT(again.count, even->count)
		&& CHECK(memcmp(again.at, even->at,
			even->count * sizeof(*even->at)) == 0);
	if (!is_good)
		print_text(&units, cols);
	VEC_RELEASE(&again);
	return is_good;
}

/* Longer than what is worked on at a time (FILL_PLACES_MAX). */
static void
test_long(void)
{
	struct row_vec greedy = { 0 }, even = { 0 };
	struct text text;
	bool is_good = true;

	check_case("long paragraphs: legal, no worse than greedy, repeatable");
	srand(12);
	for (int round = 0; round < 20000 && is_good; round++) {
		random_text(&text, 1 + (size_t)rand() % UNITS_MAX);
		is_good = check_long(&text, 1 + rand() % 24, rand() % 4,
			&greedy, &even);
	}
	VEC_RELEASE(&greedy);
	VEC_RELEASE(&even);
}

/* An empty vector whose memory is used again. */
static void
test_memory(void)
{
	struct row_vec rows = { 0 };
	struct wrap_units units;
	struct text text;
	const uint32_t *before;

	check_case("no memory is asked for a second time");
	random_text(&text, UNITS_MAX);
	units = units_of(&text);
	fill_even(&units, 8, 0, &rows);
	before = rows.at;
	fill_greedy(&units, 8, &rows);
	fill_even(&units, 8, 0, &rows);
	CHECK(rows.at == before);
	VEC_RELEASE(&rows);
}

int
main(void)
{
	test_cases();
	test_loose();
	test_optimum();
	test_long();
	test_memory();
	return check_done();
}
