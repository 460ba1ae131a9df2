#include <config.h>

#include "model/furniture.h"

#include <string.h>

#include "model/lines.h"
#include "model/name.h"
#include "model/sentence.h"

/* Sections of a paper: "World", "Home > World", "Kinh tế - Xã hội". */

#define SECTION_NBYTES_MAX 120
#define SECTION_ITEM_LETTERS_MAX 30
/* One that is not known has no more words. */
#define SECTION_WORDS_MAX 2

/* The length of what parts two sections at S; 0: nothing does. */
static size_t
crumb_nbytes(const char *s, size_t nbytes, bool *is_arrow)
{
	static const char *const arrows[] = { ">", "»", "›", "«", "‹", "→",
		"/", "|", "•", "·" };
	size_t blank, dash;

	for (size_t i = 0; i < sizeof(arrows) / sizeof(*arrows); i++) {
		if (nbytes < strlen(arrows[i])
			|| memcmp(s, arrows[i], strlen(arrows[i])) != 0)
			continue;
		*is_arrow |= i < 6;
		return strlen(arrows[i]);
	}
	blank = blank_nbytes(s, nbytes);
	dash = blank > 0 ? dash_nbytes(s + blank, nbytes - blank) : 0;
	return dash > 0 && nbytes > blank + dash && blank_nbytes(s + blank
		+ dash, nbytes - blank - dash) > 0 ? blank + dash : 0;
}

/* Counts one item of a line like "Home > World"; false: it is none. */
static bool
count_section(const struct furniture *f, struct span item, int *nitems,
	int *nknown)
{
	item = span_trim(f->text, item);
	if (span_is_empty(item))
		return true;
	++*nitems;
	*nknown += label_is(f->labels, LABEL_BIT(LABEL_SECTION),
		f->text + item.start, span_nbytes(item));
	return letter_count(f->text + item.start, span_nbytes(item))
		<= SECTION_ITEM_LETTERS_MAX;
}

bool
furniture_is_section(const struct furniture *f, struct span line)
{
	struct span item = { line.start, line.start };
	int nitems = 0, nknown = 0;
	bool is_arrow = false;
	struct label_hit hit;

	if (span_nbytes(line) > SECTION_NBYTES_MAX)
		return false;
	line = unwrapped(f->text, line);
	if (span_is_empty(line) || !furniture_label_at(f,
		LABEL_BIT(LABEL_SECTION), line, &hit))
		return false;
	item = (struct span){ line.start, line.start };
	/* "Kinh tế - Xã hội" can be the name of one. */
	if (count_section(f, line, &nitems, &nknown) && nknown == 1)
		return true;
	nitems = 0;
	while (item.end < line.end) {
		size_t nbytes = crumb_nbytes(f->text + item.end, line.end
			- item.end, &is_arrow);

		if (nbytes == 0) {
			item.end++;
			continue;
		}
		if (!count_section(f, item, &nitems, &nknown))
			return false;
		item.start = item.end += (uint32_t)nbytes;
	}
	return count_section(f, item, &nitems, &nknown) && nknown > 0
		&& (nknown == nitems || is_arrow);
}

bool
furniture_is_path(const struct furniture *f, struct span line)
{
	struct span item = { line.start, line.start };
	int nitems = 0;

	if (span_nbytes(line) > SECTION_NBYTES_MAX || has_digit(f->text
		+ line.start, span_nbytes(line)))
		return false;
	while (item.end < line.end) {
		bool is_arrow = false;
		size_t nbytes = crumb_nbytes(f->text + item.end, line.end
			- item.end, &is_arrow);

		if (nbytes == 0 || !(is_arrow || f->text[item.end] == '|')) {
			item.end++;
			continue;
		}
		if (!count_section(f, item, &nitems, &(int){ 0 }))
			return false;
		item.start = item.end += (uint32_t)nbytes;
	}
	return count_section(f, item, &nitems, &(int){ 0 }) && nitems > 1;
}

bool
furniture_may_be_section(const struct furniture *f, struct span line)
{
	const char *s = f->text + line.start;
	size_t nbytes = span_nbytes(line);
	struct name_shape shape;
	int nwords = 0;

	if (furniture_is_path(f, line))
		return true;
	if (letter_count(s, nbytes) > SECTION_ITEM_LETTERS_MAX
		|| has_digit(s, nbytes) || ends_sentence(f->text, line))
		return false;
	for (uint32_t at = line.start; at < line.end; nwords++)
		at = word_next(f->text, at, line.end);
	return nwords <= SECTION_WORDS_MAX || (name_read(s, nbytes, &shape)
		&& shape.is_all_capitals);
}
