#include <config.h>

#include "model/convert.h"

#include <iconv.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"

/* Converted at once: iconv wants bytes that it could write to. */
#define BLOCK_NBYTES 4096

/* What iconv works on: INPUT[OFF, NBYTES) is not yet converted. */
struct block {
	char input[BLOCK_NBYTES];
	size_t off, nbytes;
};

static void
fill(struct block *block, const char **bytes, size_t *rest)
{
	size_t kept = block->nbytes - block->off, nbytes;

	memmove(block->input, block->input + block->off, kept);
	nbytes = *rest < BLOCK_NBYTES - kept ? *rest : BLOCK_NBYTES - kept;
	memcpy(block->input + kept, *bytes, nbytes);
	*bytes += nbytes;
	*rest -= nbytes;
	block->off = 0;
	block->nbytes = kept + nbytes;
}

/* Converts as much of BLOCK as can be; nothing at all: its start is bad. */
static size_t
convert_some(iconv_t converter, struct block *block, struct buf *out)
{
	/* No character of two bytes takes more than three, nor of one. */
	size_t room = 3 * (block->nbytes - block->off) + UTF8_BYTES_MAX;
	size_t left = block->nbytes - block->off, free_nbytes = room;
	char *from = block->input + block->off, *to = buf_reserve(out, room);
	size_t done;

	iconv(converter, &from, &left, &to, &free_nbytes);
	buf_commit(out, room - free_nbytes);
	done = block->nbytes - block->off - left;
	block->off += done;
	return done;
}

/* A byte that says nothing; its ASCII neighbours are converted alone. */
static size_t
skip_byte(struct block *block, struct buf *out)
{
	unsigned char byte = (unsigned char)block->input[block->off++];

	if (byte < 0x80) {
		buf_add_byte(out, (char)byte);
		return 0;
	}
	buf_add_string(out, "\xEF\xBF\xBD");
	return 1;
}

size_t
convert_gb18030(const char *bytes, size_t nbytes, struct buf *out)
{
	iconv_t converter = iconv_open("UTF-8", "GB18030");
	bool can_convert = converter != (iconv_t)-1;
	struct block block = { .off = 0 };
	size_t rest = nbytes, nbad = 0;

	while (fill(&block, &bytes, &rest), block.nbytes > 0) {
		/* A character may be cut where the block ends. */
		if (can_convert && convert_some(converter, &block, out) > 0)
			continue;
		nbad += skip_byte(&block, out);
	}
	if (can_convert)
		iconv_close(converter);
	return nbad;
}
