/*
 * Writes src/layout/bidi_class_table.h or bidi_shape_table.h: properties of
 * characters, presentation forms of letters.
 */

#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "layout/bidi_class.h"
#include "layout/bidi_joins.h"

#include "bidi-data.h"

#define NBLOCKS_MAX 256

/*
 * Letters without presentation forms, to be shown with those of another: of
 * the same shape, or that of the letter without MARK. Only marks that terminal
 * fonts have: without its dot below (U+065C), a letter would be another one.
 * The rest keep their nominal glyph.
 */
static const struct {
	uint16_t letter, like, mark;
} alikes[] = {
	{ 0x0681, 0x062D, 0x0654 },	/* hah with hamza above */
	{ 0x0692, 0x0631, 0x065A },	/* reh with small v */
	{ 0x06B5, 0x0644, 0x065A },	/* lam with small v */
	{ 0x06BA, 0x0649, 0 },		/* dotless, so are its teeth */
	{ 0x06C2, 0x06C1, 0x0654 },	/* heh goal with hamza above */
	{ 0x06CE, 0x06CC, 0x065A },	/* farsi yeh with small v */
	{ 0x06D5, 0x0647, 0 },		/* ae looks like heh, unjoined after */
};

struct table {
	uint8_t blocks[NBLOCKS_MAX][BIDI_BLOCK];
	size_t nblocks;
	uint8_t index[BIDI_CPS / BIDI_BLOCK];
};

/* The block with these bytes, old or new; it is new if it IS_ORDERED. */
static size_t
block_number(struct table *table, const uint8_t *bytes, bool is_ordered)
{
	size_t number = is_ordered ? table->nblocks : 0;

	while (number < table->nblocks && memcmp(table->blocks[number], bytes,
			BIDI_BLOCK) != 0)
		number++;
	assert(number < NBLOCKS_MAX);
	if (number == table->nblocks)
		memcpy(table->blocks[table->nblocks++], bytes, BIDI_BLOCK);
	return number;
}

static void
pack(struct table *table, const struct bidi_data *data)
{
	for (size_t first = 0; first < BIDI_CPS; first += BIDI_BLOCK) {
		uint8_t bytes[BIDI_BLOCK];

		for (size_t i = 0; i < BIDI_BLOCK; i++)
			bytes[i] = (uint8_t)(data->classes[first + i]
				| data->joinings[first + i]
					<< BIDI_JOINING_SHIFT);
		table->index[first / BIDI_BLOCK] =
			(uint8_t)block_number(table, bytes,
				first < BIDI_ORDERED_CPS);
	}
}

static void
write_bytes(const uint8_t *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : "", bytes[i]);
}

static void
write_properties(const struct table *table)
{
	printf("/* The block of each %u characters. */\n"
		"const uint8_t bidi_index[BIDI_CPS / BIDI_BLOCK] = {",
		BIDI_BLOCK);
	write_bytes(table->index, sizeof(table->index));
	printf("\n};\n\nconst uint8_t bidi_blocks[] = {");
	for (size_t i = 0; i < table->nblocks; i++)
		write_bytes(table->blocks[i], BIDI_BLOCK);
	printf("\n};\n");
}

static void
write_pairs(const char *comment, const char *name,
	const struct bidi_data_pair *pairs, int count)
{
	printf("\n/* %s */\nstatic const struct char_pair %s[] = {", comment,
		name);
	for (int i = 0; i < count; i++) {
		assert(pairs[i].cp <= 0xFFFF && pairs[i].other <= 0xFFFF);
		assert(i == 0 || pairs[i].cp > pairs[i - 1].cp);
		printf("%s{ 0x%04X, 0x%04X },", i % 3 == 0 ? "\n\t" : " ",
			(unsigned)pairs[i].cp, (unsigned)pairs[i].other);
	}
	printf("\n};\n");
}

/*
 * The forms of LETTER, its own, those of another or itself; the mark to add.
 */
static uint16_t
find_forms(const struct bidi_data *data, uint32_t letter,
	uint32_t forms[FORM_COUNT])
{
	uint16_t mark = 0;

	memcpy(forms, data->forms[letter - BIDI_DATA_FORMS_FIRST],
		sizeof(data->forms[0]));
	for (size_t i = 0; i < sizeof(alikes) / sizeof(*alikes); i++) {
		const uint32_t *like = data->forms[alikes[i].like
			- BIDI_DATA_FORMS_FIRST];

		if (alikes[i].letter != letter)
			continue;
		mark = alikes[i].mark;
		/* Alone it is shown as what it is. */
		for (int form = FORM_FINAL; form < FORM_COUNT; form++) {
			if (forms[form] == 0)
				forms[form] = like[form];
		}
	}
	for (int form = 0; form < FORM_COUNT; form++) {
		if (forms[form] == 0)
			forms[form] = letter;
	}
	return mark;
}

/* How LETTER, which has MARK or 0, is joined to what is before it. */
static unsigned
joins_before(const struct bidi_data *data, uint32_t letter, unsigned mark)
{
	unsigned alef = letter == 0x0622 || letter == 0x0623
		|| letter == 0x0625 || letter == 0x0627 ? JOINS_LAM_ALEF : 0;

	return joins_of_type(data->joinings[letter]).before | alef
		| (mark != 0 ? JOINS_WITH_MARK : 0);
}

static unsigned
joins_after(const struct bidi_data *data, uint32_t letter)
{
	unsigned lam = letter == 0x0644 || letter == 0x06B5
		? JOINS_LAM_ALEF : 0;

	return joins_of_type(data->joinings[letter]).after | lam;
}

static void
write_forms(const struct bidi_data *data)
{
	printf("#include \"layout/bidi_joins.h\"\n\n"
		"#define LETTER_FIRST 0x%04Xu\n\n"
		"static const struct letter letters[] = {\n",
		BIDI_DATA_FORMS_FIRST);
	for (uint32_t i = 0; i < BIDI_DATA_FORMS; i++) {
		uint32_t forms[FORM_COUNT];
		unsigned mark = find_forms(data, BIDI_DATA_FORMS_FIRST + i,
			forms);

		printf("\t{ {");
		for (int form = 0; form < FORM_COUNT; form++)
			printf("%s0x%04X", form == 0 ? " " : ", ",
				(unsigned)forms[form]);
		printf(mark == 0 ? " }, 0" : " }, 0x%04X", mark);
		printf(", { %u, %u } },\n",
			joins_before(data, BIDI_DATA_FORMS_FIRST + i, mark),
			joins_after(data, BIDI_DATA_FORMS_FIRST + i));
	}
	printf("\t/* A blank stands between letters as if it were one. */\n"
		"\t{ { ' ', ' ', ' ', ' ' }, 0, { 0, 0 } },\n};\n");
}

static void
write_header(const char *guard, const char *what, const char *version)
{
	printf("#ifndef LAYOUT_%s_TABLE_H\n#define LAYOUT_%s_TABLE_H\n\n"
		"/*\n * %s, Unicode %s. Written by\n"
		" * tests/tools/gen-bidi (make bidi-table): change that, "
		"not this.\n */\n\n", guard, guard, what, version);
}

/* The argument says which of the two tables. */
int
main(int argc, char **argv)
{
	static struct bidi_data data;
	static struct table table;

	if (argc != 2 || !bidi_data_read(&data)) {
		fprintf(stderr, "usage: gen-bidi class|shape (with the "
			"Unicode data installed)\n");
		return 1;
	}
	if (strcmp(argv[1], "shape") == 0) {
		write_header("BIDI_SHAPE", "Presentation forms", data.version);
		write_forms(&data);
	} else {
		write_header("BIDI_CLASS", "Classes, joining types, mirroring",
			data.version);
		printf("#include <stdint.h>\n\n"
			"#include \"layout/bidi_class.h\"\n\n");
		pack(&table, &data);
		write_properties(&table);
		printf("\n/* In order of cp. */\nstruct char_pair {\n"
			"\tuint16_t cp, other;\n};\n");
		write_pairs("What the brackets of a pair have in common.",
			"brackets", data.brackets, data.nbrackets);
		write_pairs("Mirror images.", "mirrored", data.mirrored,
			data.nmirrored);
	}
	printf("\n#endif\n");
	return 0;
}
