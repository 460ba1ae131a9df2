#include <config.h>

#include "model/date_reader.h"

#include <string.h>

#include "text/utf8.h"

/* Signs that are no letters, by their first code points; half-open. */
static bool
is_sign(uint32_t cp)
{
	return cp < 0xC0 || (cp >= 0x2000 && cp < 0x2C00)
		|| (cp >= 0x3000 && cp < 0x3041) || cp == 0x060C
		|| cp == 0x061B || cp == 0x061F || cp == 0x06D4;
}

bool
reader_at_letter(const struct reader *r)
{
	uint32_t cp;

	if (r->at == r->end)
		return false;
	if ((unsigned char)*r->at < 0x80)
		return *r->at >= 'a' && *r->at <= 'z';
	utf8_decode(r->at, (size_t)(r->end - r->at), &cp);
	return !is_sign(cp);
}

bool
reader_at_digit(const struct reader *r)
{
	return r->at < r->end && *r->at >= '0' && *r->at <= '9';
}

bool
reader_blanks(struct reader *r)
{
	const char *start = r->at;

	while (r->at < r->end && *r->at == ' ')
		r->at++;
	return r->at > start;
}

bool
reader_bytes(struct reader *r, const char *bytes)
{
	size_t nbytes = strlen(bytes);

	if ((size_t)(r->end - r->at) < nbytes
		|| memcmp(r->at, bytes, nbytes) != 0)
		return false;
	r->at += nbytes;
	return true;
}

bool
reader_byte(struct reader *r, const char *any)
{
	if (r->at == r->end || *r->at == '\0' || strchr(any, *r->at) == NULL)
		return false;
	r->at++;
	return true;
}

bool
reader_word(struct reader *r, const char *word)
{
	struct reader next = *r;
	bool is_number;

	if (!reader_bytes(&next, word) || reader_at_letter(&next))
		return false;
	is_number = next.at[-1] >= '0' && next.at[-1] <= '9';
	if (is_number && reader_at_digit(&next))
		return false;
	*r = next;
	return true;
}

bool
reader_comma(struct reader *r)
{
	return reader_byte(r, ",") || reader_bytes(r, "\xD8\x8C");
}

bool
reader_number(struct reader *r, int min, int max, int *number)
{
	struct reader next = *r;
	int value = 0, ndigits = 0;

	for (; reader_at_digit(&next) && ndigits <= max; ndigits++)
		value = value * 10 + (*next.at++ - '0');
	if (ndigits < min || ndigits > max)
		return false;
	*number = value;
	*r = next;
	return true;
}

bool
reader_number_in(struct reader *r, int least, int most, int *number)
{
	struct reader next = *r;
	int value;

	if (!reader_number(&next, 1, most > 99 ? 4 : 2, &value)
		|| value < least || value > most)
		return false;
	*number = value;
	*r = next;
	return true;
}
