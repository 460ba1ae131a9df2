#include <config.h>

#include "model/cut.h"

#include <string.h>

#include "base/vec.h"
#include "model/cut_words.h"
#include "model/lines.h"
#include "model/name.h"
#include "text/utf8.h"

/* A piece ends where it has so many letters ... */
#define PIECE_LETTERS_MIN 300
/* ... and before it has more than so many, if a sentence ends there ... */
#define PIECE_LETTERS_MAX 600
/* ... and at least so many are in it. */
#define PIECE_LETTERS_LEAST 150
/* A longer word is no abbreviation. */
#define WORD_NBYTES_MAX 24

/* A place in a line, and how many letters stand before it there. */
struct place {
	uint32_t off;
	uint32_t letters;
};

struct cutter {
	const char *text;
	struct span line;
	struct span_vec *pieces;
	struct place at;	/* what is looked at */
	struct place start;	/* of the piece */
	struct place best;	/* the last sentence end in it, if behind
				   its start */
	uint32_t depth;		/* of quotes and brackets */
	uint32_t opened;	/* letters before the outermost of them */
};

bool
cut_is_needed(const char *text, struct span line)
{
	return span_nbytes(line) > CUT_LETTERS_MIN
		&& letter_count(text + line.start, span_nbytes(line))
			> CUT_LETTERS_MIN;
}

/* The character at OFF; 0 at the end of the line. */
static uint32_t
char_at(const struct cutter *c, uint32_t off)
{
	uint32_t cp;

	if (off >= c->line.end)
		return 0;
	utf8_next(c->text + off, &cp);
	return cp;
}

static uint32_t
char_before(const struct cutter *c, uint32_t off)
{
	return off <= c->line.start ? 0
		: char_at(c, (uint32_t)utf8_before(c->text, off));
}

static bool
is_blank(const struct cutter *c, uint32_t off)
{
	return blank_nbytes(c->text + off, c->line.end - off) > 0;
}

static bool
is_arabic(uint32_t cp)
{
	return (cp >= 0x620 && cp <= 0x64A) || (cp >= 0x671 && cp <= 0x6D3);
}

static bool
has_case(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z')
		|| (cp >= 0xC0 && cp < 0x590 && cp != 0xD7 && cp != 0xF7)
		|| (cp >= 0x1E00 && cp < 0x2000);
}

static bool
is_small(uint32_t cp)
{
	return has_case(cp) && !is_capital(cp);
}

static bool
is_terminator(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == 0x61F
		|| cp == 0x6D4 || cp == 0x2026 || cp == 0x3002;
}

static bool
is_bracket(uint32_t cp, bool is_closing)
{
	return is_closing ? cp == ')' || cp == ']' : cp == '(' || cp == '[';
}

/* Which of these opens and which closes, scripts do not agree upon. */
static bool
is_quote(uint32_t cp)
{
	return cp == '"' || cp == 0xAB || cp == 0xBB
		|| (cp >= 0x201C && cp <= 0x201E);
}

/* Whether the quote at OFF opens: nothing but a blank or bracket before it. */
static bool
is_opening_quote(const struct cutter *c, uint32_t off)
{
	uint32_t before = char_before(c, off);

	return before <= ' ' || before == 0xA0 || is_bracket(before, false)
		|| before == ':' || before == 0x2013 || before == 0x2014;
}

static bool
closes(const struct cutter *c, uint32_t off, uint32_t cp)
{
	return is_bracket(cp, true)
		|| (is_quote(cp) && !is_opening_quote(c, off));
}

static void
close_one(struct cutter *c)
{
	c->depth -= c->depth > 0;
}

/* The word that ends at END, with what stands in it. */
static struct span
word_before(const struct cutter *c, uint32_t end)
{
	struct span word = { end, end };
	uint32_t least = end - c->line.start > WORD_NBYTES_MAX
		? end - WORD_NBYTES_MAX : c->line.start;

	while (word.start > least) {
		uint32_t off = (uint32_t)utf8_before(c->text, word.start);
		uint32_t cp = char_at(c, off);

		if (is_blank(c, off) || is_bracket(cp, false) || is_quote(cp)
			|| cp == '/' || cp == '-')
			break;
		word.start = off;
	}
	return word;
}

/* One or two digits, which number what comes behind them: "2. Abc" */
static bool
is_number_of_item(const char *s, size_t nbytes)
{
	return nbytes <= 2 && *s >= '0' && *s <= '9' && s[nbytes - 1] >= '0'
		&& s[nbytes - 1] <= '9';
}

/* Whether the full stop behind WORD belongs to it. */
static bool
is_abbreviation(const struct cutter *c, struct span word)
{
	const char *s = c->text + word.start;
	size_t nbytes = span_nbytes(word), nletters;

	if (nbytes == 0)
		return false;
	if (memchr(s, '.', nbytes) != NULL)
		return true;
	nletters = letter_count(s, nbytes);
	return (nletters == 1 && !(*s >= '0' && *s <= '9'))
		|| is_number_of_item(s, nbytes)
		|| cut_words_have(s, nbytes);
}

/* Whether a word begins at OFF, though no blank stands before it. */
static bool
begins_glued(const struct cutter *c, uint32_t off, struct span word)
{
	uint32_t cp = char_at(c, off), next, last;

	next = char_at(c, off + (uint32_t)utf8_next(c->text + off, &cp));
	last = char_before(c, word.end);
	if (is_arabic(cp))
		return is_arabic(next) && is_arabic(last) && letter_count(
			c->text + word.start, span_nbytes(word)) > 2;
	return is_capital(cp) && is_small(next) && is_small(last);
}

/* Whether what stands at OFF, behind blanks, can begin a sentence. */
static bool
begins_sentence(const struct cutter *c, uint32_t off, bool is_pause)
{
	uint32_t cp;

	while (off < c->line.end && is_blank(c, off))
		off += (uint32_t)blank_nbytes(c->text + off,
			c->line.end - off);
	cp = char_at(c, off);
	if (is_quote(cp) || is_bracket(cp, false))
		return true;
	if (cp < 0xC0)
		return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z')
			|| cp == '-' || cp == 0;
	if (cp >= 0x2000 && cp < 0x3000)
		return cp == 0x2013 || cp == 0x2014 || cp == 0x2018
			|| cp == 0x2022;
	/* Where capitals do not tell, dots may be but a pause. */
	return !is_small(cp) && !(is_pause && !is_capital(cp));
}

/*
 * Passes over signs that end a sentence, and what closes behind them, at
 * c->at; whether a sentence ends there.
 */
static bool
pass_end(struct cutter *c)
{
	struct span word = word_before(c, c->at.off);
	uint32_t cp, first = char_at(c, c->at.off), count = 0;
	bool is_open;

	while (is_terminator(cp = char_at(c, c->at.off))) {
		c->at.off += (uint32_t)utf8_next(c->text + c->at.off, &cp);
		c->at.letters++;
		count++;
	}
	while (closes(c, c->at.off, cp)) {
		c->at.off += (uint32_t)utf8_next(c->text + c->at.off, &cp);
		c->at.letters++;
		close_one(c);
		cp = char_at(c, c->at.off);
	}
	is_open = c->depth > 0
		&& c->at.letters - c->opened <= PIECE_LETTERS_MAX;
	if (is_open || (first == '.' && count == 1
		&& is_abbreviation(c, word)))
		return false;
	c->depth = 0;
	if (first == 0x3002)
		return true;
	if (c->at.off < c->line.end && !is_blank(c, c->at.off))
		return count == 1 && begins_glued(c, c->at.off, word);
	return begins_sentence(c, c->at.off, count > 1 || first == 0x2026);
}

/* Ends the piece at END. */
static void
cut_at(struct cutter *c, struct place end)
{
	VEC_PUSH(c->pieces, span_trim(c->text, (struct span){ c->start.off,
		end.off }));
	c->start = c->best = end;
}

/* A sentence ends at c->at. */
static void
end_sentence(struct cutter *c)
{
	if (c->at.letters - c->start.letters > PIECE_LETTERS_MAX
		&& c->best.letters - c->start.letters >= PIECE_LETTERS_LEAST)
		cut_at(c, c->best);
	if (c->at.letters - c->start.letters >= PIECE_LETTERS_MIN)
		cut_at(c, c->at);
	else
		c->best = c->at;
}

/* All of the line that is left, FIRST being its first piece. */
static void
end_line(struct cutter *c, size_t first)
{
	struct span rest;

	if (c->at.letters - c->start.letters > PIECE_LETTERS_MAX
		&& c->best.letters - c->start.letters >= PIECE_LETTERS_LEAST)
		cut_at(c, c->best);
	rest = span_trim(c->text, (struct span){ c->start.off, c->line.end });
	if (span_is_empty(rest))
		return;
	if (c->pieces->count > first && c->at.letters - c->start.letters
		< PIECE_LETTERS_LEAST)
		c->pieces->at[c->pieces->count - 1].end = rest.end;
	else
		VEC_PUSH(c->pieces, rest);
}

/* Passes over the character CP, which ends no sentence. */
static void
pass(struct cutter *c, uint32_t cp)
{
	uint32_t off = c->at.off;

	if (closes(c, off, cp)) {
		close_one(c);
	} else if (is_quote(cp) || is_bracket(cp, false)) {
		if (c->depth > 0
			&& c->at.letters - c->opened > PIECE_LETTERS_MAX)
			c->depth = 0;
		if (c->depth++ == 0)
			c->opened = c->at.letters;
	}
	c->at.off += (uint32_t)utf8_next(c->text + off, &cp);
	c->at.letters++;
}

void
cut_line(const char *text, struct span line, struct span_vec *pieces)
{
	struct cutter c = { .text = text, .line = line, .pieces = pieces,
		.at = { line.start, 0 }, .start = { line.start, 0 },
		.best = { line.start, 0 } };
	size_t first = pieces->count;

	while (c.at.off < line.end) {
		uint32_t cp = char_at(&c, c.at.off);

		if (!is_terminator(cp))
			pass(&c, cp);
		else if (pass_end(&c))
			end_sentence(&c);
	}
	end_line(&c, first);
}
