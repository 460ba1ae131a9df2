#include <config.h>

#include "text/compare.h"

#include <stdint.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/utf8.h"

/* S with each run of blanks as one space. */
static void
add_with_single_blanks(struct buf *out, const char *s, size_t nbytes)
{
	bool was_blank = false;
	uint32_t cp;

	for (size_t off = 0, len; off < nbytes; off += len) {
		bool is_blank;

		len = utf8_decode(s + off, nbytes - off, &cp);
		is_blank = uc_is_property_white_space(cp);
		if (!is_blank)
			buf_add(out, s + off, len);
		else if (!was_blank)
			buf_add_byte(out, ' ');
		was_blank = is_blank;
	}
}

static bool
is_equal_casefolded(const struct buf *a, const struct buf *b)
{
	int order;

	if (u8_casecmp((const uint8_t *)a->at, a->nbytes,
		(const uint8_t *)b->at, b->nbytes, NULL, UNINORM_NFC,
		&order) != 0)
		die("out of memory");
	return order == 0;
}

bool
text_equal_nocase(const char *a, size_t a_nbytes, const char *b,
	size_t b_nbytes)
{
	struct buf plain_a = BUF_INIT, plain_b = BUF_INIT;
	bool is_equal;

	if (a_nbytes == b_nbytes && memcmp(a, b, a_nbytes) == 0)
		return true;
	add_with_single_blanks(&plain_a, a, a_nbytes);
	add_with_single_blanks(&plain_b, b, b_nbytes);
	is_equal = is_equal_casefolded(&plain_a, &plain_b);
	buf_release(&plain_a);
	buf_release(&plain_b);
	return is_equal;
}
