/*
 * Writes src/text/fold_table.h to standard output: the rules of
 * tests/tools/fold-rules, packed as text/fold_entry.h says.
 */

#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/fold_entry.h"
#include "text/utf8.h"

#include "fold-rules.h"

struct table {
	uint32_t blocks[256][FOLD_BLOCK];
	size_t nblocks;
	uint8_t index[FOLD_CPS / FOLD_BLOCK];
	char pool[65536];
	size_t pool_nbytes;
};

static uint32_t
entry_of_bytes(unsigned class, const char *bytes, size_t nbytes)
{
	uint32_t entry = class << FOLD_CLASS_SHIFT |
		(uint32_t)nbytes << FOLD_NBYTES_SHIFT;

	assert(nbytes <= 3);
	for (size_t i = 0; i < nbytes; i++)
		entry |= (uint32_t)(unsigned char)bytes[i] << (8 * i);
	return entry;
}

static uint32_t
entry_in_pool(struct table *table, unsigned class, const char *bytes,
	size_t nbytes)
{
	char *found = memmem(table->pool, table->pool_nbytes, bytes, nbytes);

	if (found == NULL) {
		assert(table->pool_nbytes + nbytes <= sizeof(table->pool));
		found = table->pool + table->pool_nbytes;
		memcpy(found, bytes, nbytes);
		table->pool_nbytes += nbytes;
	}
	assert(nbytes <= FOLD_LONG_NBYTES_MAX);
	return class << FOLD_CLASS_SHIFT | (uint32_t)nbytes << 16 |
		(uint32_t)(found - table->pool);
}

static uint32_t
entry_of(struct table *table, uint32_t cp)
{
	struct string folded = fold_of(cp);
	char bytes[STRING_CPS_MAX * UTF8_BYTES_MAX];
	size_t nbytes = 0;
	bool is_mark;

	if ((cp >= 0x1161 && cp <= 0x1175) || (cp >= 0x11A8 && cp <= 0x11C2))
		return FOLD_JAMO << FOLD_CLASS_SHIFT;
	for (size_t i = 0; i < folded.count; i++)
		nbytes += utf8_encode(folded.cps[i], bytes + nbytes);
	if (nbytes == 1 && bytes[0] == ' ')
		return FOLD_BLANK << FOLD_CLASS_SHIFT;
	is_mark = folded.count > 0 && is_dropped_mark(folded.cps[0]);
	for (size_t i = 0; is_mark && i < folded.count; i++)
		assert(is_dropped_mark(folded.cps[i]));
	assert(nbytes == 0 || (bytes[0] != ' ' && bytes[nbytes - 1] != ' '));
	if (nbytes <= 3)
		return entry_of_bytes(is_mark ? FOLD_MARK : FOLD_PLAIN, bytes,
			nbytes);
	if (folded.count == 1 && folded.cps[0] == cp && !is_mark)
		return FOLD_SELF << FOLD_CLASS_SHIFT;
	return entry_in_pool(table, is_mark ? FOLD_LONG_MARK : FOLD_LONG,
		bytes, nbytes);
}

static bool
is_self_block(uint32_t first)
{
	for (uint32_t cp = first; cp < first + FOLD_BLOCK; cp++) {
		struct string folded;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		folded = fold_of(cp);
		if (folded.count != 1 || folded.cps[0] != cp
			|| is_dropped_mark(cp) || is_blank(cp) || is_jamo(cp))
			return false;
	}
	return true;
}

static void
fill_block(struct table *table, uint32_t first)
{
	uint32_t block[FOLD_BLOCK];
	bool is_self = is_self_block(first);
	size_t i;

	for (i = 0; i < FOLD_BLOCK; i++)
		block[i] = is_self
			? (uint32_t)FOLD_SELF << FOLD_CLASS_SHIFT
			: entry_of(table, first + (uint32_t)i);
	for (i = 0; i < table->nblocks; i++) {
		if (memcmp(table->blocks[i], block, sizeof(block)) == 0)
			break;
	}
	assert(i < 256);
	if (i == table->nblocks)
		memcpy(table->blocks[table->nblocks++], block, sizeof(block));
	table->index[first / FOLD_BLOCK] = (uint8_t)i;
}

static void
write_index(const uint8_t *index, size_t count)
{
	for (size_t i = 0; i < count; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : "", index[i]);
	printf("\n};\n\n");
}

static void
write_pool(const struct table *table)
{
	for (size_t i = 0; i < table->pool_nbytes; i++)
		printf("%s0x%02x,", i % 12 == 0 ? "\n\t" : "",
			(unsigned char)table->pool[i]);
	printf("\n};\n\n");
}

static void
write_letters(void)
{
	uint32_t first = 0;

	printf("static const struct char_range fold_letters[] = {");
	for (uint32_t cp = 0x80; cp < FOLD_CPS; cp++) {
		if (is_letter(cp) && first == 0)
			first = cp;
		if (first != 0 && !is_letter(cp + 1)) {
			printf("\n\t{ 0x%04X, 0x%04X },", (unsigned)first,
				(unsigned)cp);
			first = 0;
		}
	}
	printf("\n};\n\n");
}

int
main(void)
{
	struct table *table = calloc(1, sizeof(*table));

	if (table == NULL)
		exit(1);
	for (uint32_t cp = 0; cp < FOLD_CPS; cp += FOLD_BLOCK)
		fill_block(table, cp);
	printf("#ifndef TEXT_FOLD_TABLE_H\n#define TEXT_FOLD_TABLE_H\n\n"
		"/*\n * Search folding, Unicode %s. Written by "
		"tests/tools/gen-fold (make fold-table):\n"
		" * change that, not this.\n */\n\n", unicode_version());
	printf("#include <stdint.h>\n\n#include \"text/range.h\"\n\n");
	printf("#define FOLD_TABLE_UNICODE \"%s\"\n\n", unicode_version());
	printf("/* The block of each %d characters. */\n", FOLD_BLOCK);
	printf("static const uint8_t fold_index[%d] = {",
		FOLD_CPS / FOLD_BLOCK);
	write_index(table->index, FOLD_CPS / FOLD_BLOCK);
	printf("/* Entries as in text/fold_entry.h. */\n");
	printf("static const uint32_t fold_blocks[%zu][%d] = {",
		table->nblocks, FOLD_BLOCK);
	for (size_t i = 0; i < table->nblocks; i++) {
		printf("\n\t{ /* %zu */", i);
		for (size_t j = 0; j < FOLD_BLOCK; j++)
			printf("%s0x%x,", j % 6 == 0 ? "\n\t" : " ",
				(unsigned)table->blocks[i][j]);
		printf(" },");
	}
	printf("\n};\n\n/* What long entries point into. */\n");
	printf("static const unsigned char fold_pool[%zu] = {",
		table->pool_nbytes);
	write_pool(table);
	printf("/* The letters that lose their marks, beyond ASCII. */\n");
	write_letters();
	printf("#endif\n");
	free(table);
	return 0;
}
