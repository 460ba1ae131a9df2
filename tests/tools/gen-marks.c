/*
 * Writes src/text/marks_table.h to standard output: the marks of the Latin
 * letters, by their decomposition.
 */

#include <config.h>

#include <stdio.h>

#include <unictype.h>

#include "text/marks.h"

#include "fold-rules.h"

static const struct {
	uint32_t combining;
	unsigned mark;
} mark_names[] = {
	{ 0x0300, MARK_GRAVE }, { 0x0301, MARK_ACUTE },
	{ 0x0302, MARK_CIRCUMFLEX }, { 0x0303, MARK_TILDE },
	{ 0x0304, MARK_MACRON }, { 0x0306, MARK_BREVE },
	{ 0x0308, MARK_DIAERESIS }, { 0x0309, MARK_HOOK },
	{ 0x030A, MARK_RING }, { 0x030C, MARK_CARON },
	{ 0x031B, MARK_HORN }, { 0x0323, MARK_DOT_BELOW },
	{ 0x0327, MARK_CEDILLA }, { 0x0328, MARK_CEDILLA },
	{ 0x0335, MARK_STROKE }, { 0x0336, MARK_STROKE },
	{ 0x0337, MARK_STROKE }, { 0x0338, MARK_STROKE },
};

/*
 * Barred letters that no decomposition takes apart. Eth is one: its capital
 * looks like that of đ, and old Vietnamese files have the one for the other.
 */
static const uint32_t barred[] = {
	0x00D0, 0x00F0, 0x00D8, 0x00F8, 0x0110, 0x0111, 0x0126, 0x0127,
	0x0141, 0x0142, 0x0166, 0x0167, 0x0180, 0x0197, 0x01B5, 0x01B6,
	0x01E4, 0x01E5, 0x023A, 0x023B, 0x023C, 0x023D, 0x023E, 0x0243,
	0x0246, 0x0247, 0x0248, 0x0249, 0x024C, 0x024D, 0x024E, 0x024F,
};

static unsigned
mark_of_combining(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(mark_names) / sizeof(mark_names[0]); i++)
		if (mark_names[i].combining == cp)
			return mark_names[i].mark;
	return (cp >= 0x0300 && cp <= 0x036F && cp != 0x034F) ? MARK_OTHER : 0;
}

static unsigned
marks_of_decomposed(uint32_t cp)
{
	struct string parts;
	unsigned marks = 0;

	normalize(UNINORM_NFD, &cp, 1, &parts);
	for (size_t i = 0; i < parts.count; i++) {
		marks |= mark_of_combining(parts.cps[i]);
		for (size_t j = 0; j < sizeof(barred) / sizeof(barred[0]); j++)
			if (barred[j] == parts.cps[i])
				marks |= MARK_STROKE;
	}
	return marks;
}

static bool
is_latin(uint32_t cp)
{
	return has_script(cp, "Latin") && uc_is_general_category(cp, UC_LETTER);
}

static void
write_marks_block(const char *name, uint32_t first, uint32_t last)
{
	printf("static const uint16_t %s[%u] = {", name,
		(unsigned)(last - first + 1));
	for (uint32_t cp = first; cp <= last; cp++) {
		unsigned marks = is_latin(cp) || is_mn_or_me(cp)
			? marks_of_decomposed(cp) : 0;

		printf("%s0x%04X,", (cp - first) % 8 == 0 ? "\n\t" : " ",
			marks);
	}
	printf("\n};\n\n");
}

int
main(void)
{
	uint32_t first = 0;

	printf("#ifndef TEXT_MARKS_TABLE_H\n#define TEXT_MARKS_TABLE_H\n\n"
		"/*\n * Marks of Latin letters, Unicode %s. Written by "
		"tests/tools/gen-marks\n * (make fold-table): change that, "
		"not this.\n */\n\n", unicode_version());
	printf("#include <stdint.h>\n\n#include \"text/range.h\"\n\n");
	write_marks_block("marks_from_00c0", 0x00C0, 0x036F);
	write_marks_block("marks_from_1e00", 0x1E00, 0x1EFF);
	printf("/* The letters of the Latin script, beyond ASCII. */\n");
	printf("static const struct char_range latin_letters[] = {");
	for (uint32_t cp = 0x80; cp < 0x20000; cp++) {
		if (is_latin(cp) && first == 0)
			first = cp;
		if (first != 0 && !is_latin(cp + 1)) {
			printf("\n\t{ 0x%04X, 0x%04X },", (unsigned)first,
				(unsigned)cp);
			first = 0;
		}
	}
	printf("\n};\n\n#endif\n");
	return 0;
}
