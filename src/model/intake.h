#ifndef MODEL_INTAKE_H
#define MODEL_INTAKE_H

/*
 * From the bytes of a file to the clean text of an article: finds out the
 * encoding, decodes, leaves out what is no text at all, and counts what was
 * lost on the way. Owns the scratch memory that this takes.
 *
 * UTF-8 is believed where it is valid, and where it is mostly valid: a line
 * with more bad bytes than good characters may be in another encoding, alone,
 * which is guessed from all such lines together.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "model/decode.h"

/* So many NULs in a row are a hole, which is left out. */
#define INTAKE_HOLE_NBYTES 8u
/* What a reader puts in place of a longer one: even as UTF-32. */
#define INTAKE_HOLE_STAND_IN (8 * INTAKE_HOLE_NBYTES)
/* A text with more holes is none. */
#define INTAKE_HOLES_MAX 2

struct intake {
	/* What is to be; not changed here. */
	bool is_forced;		/* every file without a mark is in... */
	enum encoding forced;	/* ...this */

	/* What the last text was. */
	enum encoding encoding;
	bool is_guessed;
	size_t nbad;		/* bytes that are no character: U+FFFD */
	size_t nforeign;	/* bytes of lines in another encoding */
	enum encoding foreign;	/* which */
	size_t nleft_out;	/* NULs in holes */
	size_t nnuls;		/* other NULs, which have their picture */

	/* Scratch. */
	struct buf decoded, whole, cleaned;
};

void intake_init(struct intake *intake);
void intake_release(struct intake *intake);
/* Releases scratch memory of more than NBYTES_MAX. */
void intake_trim(struct intake *intake, size_t nbytes_max);

/*
 * The clean text of NBYTES bytes, in BYTES themselves or in scratch memory,
 * valid until the next call; NULL where they are no text. *NBYTES becomes its
 * length. Clean UTF-8 costs one look at each word.
 */
const char *intake_take(struct intake *intake, const char *bytes,
	size_t *nbytes);

/*
 * Whether a file that begins with these bytes cannot be a text, so that the
 * rest of it need not be read.
 */
bool intake_is_hopeless(struct intake *intake, const char *bytes,
	size_t nbytes);

#endif
