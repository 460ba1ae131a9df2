/*
 * Any bytes -> model/intake: what comes out is clean text or none, valid UTF-8
 * is never taken for another encoding, and what was lost is no more than what
 * there was.
 */

#include <config.h>

#include <stdbool.h>
#include <string.h>

#include "text/clean.h"
#include "text/utf8.h"
#include "model/intake.h"
#include "fuzz.h"

/* The first byte: an encoding that is given, or none. */
static void
set_encoding(struct intake *intake, uint8_t how)
{
	intake->is_forced = how % 32 < ENCODING_COUNT;
	intake->forced = intake->is_forced ? (enum encoding)(how % 32)
		: ENCODING_UTF8;
}

static void
check(struct intake *intake, const char *bytes, size_t nbytes)
{
	bool is_valid = utf8_valid_prefix(bytes, nbytes) == nbytes
		&& memchr(bytes, '\0', nbytes) == NULL;
	size_t length = nbytes;
	const char *text = intake_take(intake, bytes, &length);

	if (text == NULL)
		return;
	assert(clean_is_clean(text, length)
		|| memchr(text, '&', length) != NULL);
	assert(intake->nbad + intake->nleft_out + intake->nnuls
		<= 4 * nbytes);
	assert(!is_valid || intake->is_forced
		|| (intake->encoding == ENCODING_UTF8 && intake->nbad == 0
			&& intake->nforeign == 0 && !intake->is_guessed));
	assert(!intake->is_guessed || !intake->is_forced);
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
	static struct intake intake;
	static bool is_ready;

	if (!is_ready)
		intake_init(&intake);
	is_ready = true;
	if (nbytes < 2 || nbytes > FUZZ_NBYTES_MAX)
		return 0;
	set_encoding(&intake, data[0]);
	check(&intake, (const char *)data + 1, nbytes - 1);
	intake_is_hopeless(&intake, (const char *)data + 1, nbytes - 1);
	return 0;
}
