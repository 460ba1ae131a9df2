#include <config.h>

#include "model/intake.h"

#include <stdint.h>
#include <string.h>

#include "text/clean.h"
#include "text/utf8.h"
#include "model/guess.h"

void
intake_init(struct intake *intake)
{
	*intake = (struct intake){ .encoding = ENCODING_UTF8 };
	buf_init(&intake->decoded);
	buf_init(&intake->whole);
	buf_init(&intake->cleaned);
}

void
intake_release(struct intake *intake)
{
	buf_release(&intake->decoded);
	buf_release(&intake->whole);
	buf_release(&intake->cleaned);
}

void
intake_trim(struct intake *intake, size_t nbytes_max)
{
	struct buf *const bufs[] = { &intake->decoded, &intake->whole,
		&intake->cleaned };

	for (size_t i = 0; i < sizeof(bufs) / sizeof(*bufs); i++)
		if (bufs[i]->capacity > nbytes_max)
			buf_release(bufs[i]);
}

/* What is being worked on: bytes of somebody's. */
struct piece {
	const char *bytes;
	size_t nbytes;
};

static struct piece
piece_of(const struct buf *buf)
{
	return (struct piece){ buf->at, buf->nbytes };
}

/* How many NULs the piece has from OFF on in a row. */
static size_t
count_nuls(struct piece piece, size_t off)
{
	size_t start = off;

	while (off < piece.nbytes && piece.bytes[off] == '\0')
		off++;
	return off - start;
}

/*
 * Makes a line end of each hole, and of one at an end nothing. False: there
 * are so many that this is no text.
 */
static bool
leave_out_holes(struct intake *intake, struct piece *piece)
{
	struct buf *whole = &intake->whole;
	size_t off = 0, nholes = 0;

	if (memchr(piece->bytes, '\0', piece->nbytes) == NULL)
		return true;
	buf_reset(whole);
	while (off < piece->nbytes) {
		const char *nul = memchr(piece->bytes + off, '\0',
			piece->nbytes - off);
		size_t start = nul != NULL ? (size_t)(nul - piece->bytes)
			: piece->nbytes;
		size_t nuls = count_nuls(*piece, start);

		buf_add(whole, piece->bytes + off, start - off);
		off = start + nuls;
		if (nuls < INTAKE_HOLE_NBYTES) {
			buf_add(whole, piece->bytes + start, nuls);
			intake->nnuls += nuls;
			continue;
		}
		intake->nleft_out += nuls;
		nholes++;
		if (whole->nbytes > 0 && off < piece->nbytes)
			buf_add_byte(whole, '\n');
	}
	*piece = piece_of(whole);
	return nholes <= INTAKE_HOLES_MAX && whole->nbytes > 0;
}

/* What one line, or a whole text, is made of beyond ASCII. */
struct tally {
	size_t ngood;		/* characters */
	size_t nbad;		/* bytes */
};

static struct tally
tally(struct piece piece)
{
	struct tally tally = { 0 };

	for (size_t off = 0; off < piece.nbytes;) {
		size_t valid = utf8_valid_prefix(piece.bytes + off,
			piece.nbytes - off);
		uint32_t cp;

		for (size_t i = off; i < off + valid; i++)
			tally.ngood += (unsigned char)piece.bytes[i] >= 0xC0;
		off += valid;
		if (off < piece.nbytes) {
			size_t bad = utf8_decode(piece.bytes + off,
				piece.nbytes - off, &cp);

			tally.nbad += bad;
			off += bad;
		}
	}
	return tally;
}

static struct piece
line_at(struct piece piece, size_t off)
{
	const char *end = memchr(piece.bytes + off, '\n', piece.nbytes - off);

	return (struct piece){ piece.bytes + off, end != NULL
		? (size_t)(end - piece.bytes) + 1 - off : piece.nbytes - off };
}

/* Whether LINE is hardly in UTF-8. */
static bool
is_foreign(struct piece line)
{
	struct tally counts;

	if (utf8_valid_prefix(line.bytes, line.nbytes) == line.nbytes)
		return false;
	counts = tally(line);
	return counts.nbad > counts.ngood;
}

/* The foreign lines of PIECE, all in one. */
static void
gather_foreign(struct piece piece, struct buf *out)
{
	for (size_t off = 0; off < piece.nbytes;) {
		struct piece line = line_at(piece, off);

		if (is_foreign(line))
			buf_add(out, line.bytes, line.nbytes);
		off += line.nbytes;
	}
}

static void
decode_foreign(struct intake *intake, struct piece piece)
{
	struct buf *out = &intake->decoded;

	buf_reset(out);
	for (size_t off = 0; off < piece.nbytes;) {
		struct piece line = line_at(piece, off);

		if (is_foreign(line)) {
			intake->nforeign += tally(line).nbad;
			intake->nbad += decode(intake->foreign, line.bytes,
				line.nbytes, out);
		} else {
			buf_add(out, line.bytes, line.nbytes);
		}
		off += line.nbytes;
	}
}

/* Decodes what is not UTF-8 in PIECE as far as it can be guessed. */
static struct piece
rescue(struct intake *intake, struct piece piece)
{
	struct tally counts = tally(piece);
	bool is_known;

	buf_reset(&intake->decoded);
	if (counts.nbad > counts.ngood && guess_encoding(piece.bytes,
			piece.nbytes, &intake->encoding)) {
		intake->is_guessed = true;
		intake->nbad += decode(intake->encoding, piece.bytes,
			piece.nbytes, &intake->decoded);
		return piece_of(&intake->decoded);
	}
	gather_foreign(piece, &intake->decoded);
	is_known = guess_encoding(intake->decoded.at, intake->decoded.nbytes,
		&intake->foreign);
	if (!is_known)
		return piece;
	decode_foreign(intake, piece);
	return piece_of(&intake->decoded);
}

/* Decodes PIECE, which begins at its mark, unless it is thought UTF-8. */
static struct piece
decode_known(struct intake *intake, struct piece piece)
{
	size_t mark;

	intake->encoding = encoding_of(piece.bytes, piece.nbytes, &mark);
	piece.bytes += mark;
	piece.nbytes -= mark;
	if (mark == 0 && intake->is_forced)
		intake->encoding = intake->forced;
	if (intake->encoding == ENCODING_UTF8)
		return piece;
	buf_reset(&intake->decoded);
	intake->nbad = decode(intake->encoding, piece.bytes, piece.nbytes,
		&intake->decoded);
	return piece_of(&intake->decoded);
}

static struct piece
decode_unmarked_wide(struct intake *intake, struct piece piece)
{
	if (intake->is_forced || intake->encoding != ENCODING_UTF8
		|| !guess_wide(piece.bytes, piece.nbytes, &intake->encoding))
		return piece;
	intake->is_guessed = true;
	buf_reset(&intake->decoded);
	intake->nbad = decode(intake->encoding, piece.bytes, piece.nbytes,
		&intake->decoded);
	return piece_of(&intake->decoded);
}

static struct piece
clean_piece(struct intake *intake, struct piece piece)
{
	size_t nbad;

	buf_reset(&intake->cleaned);
	nbad = clean_text(piece.bytes, piece.nbytes, &intake->cleaned);
	if (nbad > 0 && intake->encoding == ENCODING_UTF8
		&& !intake->is_forced) {
		piece = rescue(intake, piece);
		buf_reset(&intake->cleaned);
		nbad = clean_text(piece.bytes, piece.nbytes, &intake->cleaned);
	}
	intake->nbad += nbad;
	return piece_of(&intake->cleaned);
}

const char *
intake_take(struct intake *intake, const char *bytes, size_t *nbytes)
{
	struct piece piece = { bytes, *nbytes };

	intake->is_guessed = false;
	intake->nbad = intake->nforeign = 0;
	intake->nleft_out = intake->nnuls = 0;
	piece = decode_known(intake, piece);
	if (!clean_is_clean(piece.bytes, piece.nbytes)) {
		piece = decode_unmarked_wide(intake, piece);
		if (!leave_out_holes(intake, &piece)
			|| looks_binary(piece.bytes, piece.nbytes))
			return NULL;
		piece = clean_piece(intake, piece);
	}
	*nbytes = piece.nbytes;
	return piece.bytes;
}

bool
intake_is_hopeless(struct intake *intake, const char *bytes,
	size_t nbytes)
{
	struct piece piece = { bytes, nbytes };
	size_t mark;
	enum encoding encoding = encoding_of(bytes, nbytes, &mark);

	if (mark == 0 && intake->is_forced)
		encoding = intake->forced;
	if ((encoding >= ENCODING_UTF16LE && encoding <= ENCODING_UTF32BE)
		|| guess_wide(bytes, nbytes, &encoding))
		return false;
	return !leave_out_holes(intake, &piece)
		|| looks_binary(piece.bytes, piece.nbytes);
}
