/*
 * Any bytes -> text/clean: what comes out is safe, cleaning twice is cleaning
 * once, and a cursor walks over it cluster by cluster, there and back.
 */

#include <config.h>

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "fuzz.h"

#define CLUSTER_NBYTES_MAX 64

/* Spelled by code point, unlike in text/clean. */
static bool
may_be_shown(uint32_t cp)
{
	if (cp < 0x20 || (cp >= 0x7F && cp <= 0x9F))
		return false;
	if (cp == 0x2028 || cp == 0x2029 || cp == 0xFEFF)
		return false;
	if (cp >= 0xFDD0 && cp <= 0xFDEF)
		return false;
	return cp % 0x10000 < 0xFFFE;
}

static void
check_safe(const struct buf *text, bool is_name)
{
	uint32_t cp;

	assert(utf8_valid_prefix(text->at, text->nbytes) == text->nbytes);
	for (size_t off = 0; off < text->nbytes;) {
		off += utf8_next(text->at + off, &cp);
		if (is_name || (cp != '\n' && cp != '\t'))
			assert(may_be_shown(cp));
	}
}

static bool
is_same(const char *s, size_t nbytes, const struct buf *text)
{
	return text->nbytes == nbytes
		&& memcmp(s, text->at, nbytes) == 0;
}

static void
check_text(const char *s, size_t nbytes, struct buf *text, struct buf *again)
{
	buf_reset(text);
	clean_text(s, nbytes, text);
	check_safe(text, false);
	assert(is_same(s, nbytes, text) == clean_is_clean(s, nbytes));
	if (memchr(text->at, '&', text->nbytes) != NULL)
		return;
	assert(clean_is_clean(text->at, text->nbytes));
	buf_reset(again);
	clean_text(text->at, text->nbytes, again);
	assert(is_same(text->at, text->nbytes, again));
}

static void
check_name(const char *s, size_t nbytes, struct buf *name, struct buf *again)
{
	buf_reset(name);
	clean_name(s, nbytes, name);
	check_safe(name, true);
	buf_reset(again);
	clean_name(name->at, name->nbytes, again);
	assert(is_same(name->at, name->nbytes, again));
}

/* A line is cleaned for itself, whatever stands around it. */
static void
check_lines(const char *s, size_t nbytes, const struct buf *text,
	struct buf *again)
{
	buf_reset(again);
	for (size_t off = 0; off < nbytes;) {
		const char *end = memchr(s + off, '\n', nbytes - off);
		size_t next = end == NULL ? nbytes : (size_t)(end - s) + 1;

		clean_text(s + off, next - off, again);
		off = next;
	}
	assert(is_same(text->at, text->nbytes, again));
}

static void
check_clusters(const struct buf *text)
{
	size_t nbytes = text->nbytes;

	if (nbytes > CLUSTER_NBYTES_MAX)
		return;
	for (size_t off = 0, next; off < nbytes; off = next) {
		next = cluster_after(text->at, nbytes, off);
		assert(next > off && next <= nbytes);
		assert(cluster_before(text->at, nbytes, next) == off);
	}
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	fuzz_set_locale();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes)
{
	static struct buf text = BUF_INIT, again = BUF_INIT;
	const char *s = (const char *)data;

	if (nbytes == 0 || nbytes > FUZZ_NBYTES_MAX)
		return 0;
	check_name(s, nbytes, &text, &again);
	check_text(s, nbytes, &text, &again);
	check_lines(s, nbytes, &text, &again);
	check_clusters(&text);
	return 0;
}
