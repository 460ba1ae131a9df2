/*
 * Writes src/text/width_table.h to standard output: the class of every
 * character, by the rules of width-rules.c.
 */

#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "width-rules.h"

#define NSTRETCHES (WIDTH_CPS / WIDTH_BLOCK_CPS)

/* The stretches that are alike are one block. */
static unsigned
find_blocks(const uint8_t *classes, uint8_t *block_of,
	const uint8_t **blocks)
{
	unsigned count = 0;

	for (unsigned i = 0; i < NSTRETCHES; i++) {
		const uint8_t *stretch = classes + i * WIDTH_BLOCK_CPS;
		unsigned block = 0;

		while (block < count && memcmp(blocks[block], stretch,
				WIDTH_BLOCK_CPS) != 0)
			block++;
		assert(block < WIDTH_BLOCKS_MAX);
		if (block == count)
			blocks[count++] = stretch;
		block_of[i] = (uint8_t)block;
	}
	return count;
}

static void
write_numbers(const char *indent, const uint8_t *numbers, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		if (i % 16 == 0)
			printf("\n%s", indent);
		printf("%u,", numbers[i]);
	}
}

int
main(void)
{
	static uint8_t classes[WIDTH_CPS], block_of[NSTRETCHES];
	const uint8_t *blocks[WIDTH_BLOCKS_MAX];
	unsigned count;

	if (!width_read_classes(classes)) {
		fprintf(stderr, "gen-width: no Unicode data\n");
		return 1;
	}
	count = find_blocks(classes, block_of, blocks);
	printf("#ifndef TEXT_WIDTH_TABLE_H\n#define TEXT_WIDTH_TABLE_H\n\n"
		"/*\n * Classes of width (enum width_class), Unicode %d. "
		"Written by\n * tests/tools/gen-width (make width-table): "
		"change that, not this.\n */\n\n#include \"text/width.h\"\n\n",
		WIDTH_UNICODE);
	printf("const uint8_t width_index[WIDTH_CPS / WIDTH_BLOCK_CPS] = {");
	write_numbers("\t", block_of, NSTRETCHES);
	printf("\n};\n\nconst uint8_t width_blocks[][WIDTH_BLOCK_CPS] = {");
	for (unsigned i = 0; i < count; i++) {
		printf("\n\t{");
		write_numbers("\t\t", blocks[i], WIDTH_BLOCK_CPS);
		printf("\n\t},");
	}
	printf("\n};\n\n#endif\n");
	return 0;
}
