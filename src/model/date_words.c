#include <config.h>

#include "model/date_words.h"

#include "model/date_reader.h"
#include "text/utf8.h"
#include "model/date_words_table.h"

#define LIST(words) { words, sizeof(words) / sizeof(*(words)) }

static const struct {
	const struct date_word *words;
	size_t count;
} lists[DATE_WORDS_COUNT] = {
	[DATE_WORDS_MONTH] = LIST(words_month),
	[DATE_WORDS_MONTH_VI] = LIST(words_month_vi),
	[DATE_WORDS_MONTH_HIJRI] = LIST(words_month_hijri),
	[DATE_WORDS_MONTH_PERSIAN] = LIST(words_month_persian),
	[DATE_WORDS_WEEKDAY] = LIST(words_weekday),
	[DATE_WORDS_LEAD] = LIST(words_lead),
	[DATE_WORDS_OFFSET] = LIST(words_offset),
	[DATE_WORDS_ORDINAL] = LIST(words_ordinal),
	[DATE_WORDS_NOON] = LIST(words_noon),
	[DATE_WORDS_ZONE] = LIST(words_zone),
	[DATE_WORDS_BEFORE_TIME] = LIST(words_before_time),
	[DATE_WORDS_ERA] = LIST(words_era),
	[DATE_WORDS_BESIDE] = LIST(words_beside),
};

const struct date_word *
date_words_of(enum date_words list, size_t *count)
{
	*count = lists[list].count;
	return lists[list].words;
}

bool
date_words_read(enum date_words list, struct reader *r, int *number)
{
	const struct date_word *words = lists[list].words;

	if (r->at == r->end)
		return false;
	for (size_t i = 0; i < lists[list].count; i++) {
		if (*words[i].folded == *r->at
			&& reader_word(r, words[i].folded)) {
			*number = words[i].number;
			return true;
		}
	}
	return false;
}

/* Most words differ in their first letters: no call. */
static inline bool
begins_with(const char *word, const char *letters, size_t nbytes)
{
	for (size_t i = 0; i < nbytes; i++)
		if (word[i] != letters[i])
			return false;
	return true;
}

static bool
list_may_begin(enum date_words list, const char *letters, size_t nbytes)
{
	for (size_t i = 0; i < lists[list].count; i++)
		if (begins_with(lists[list].words[i].folded, letters, nbytes))
			return true;
	return false;
}

bool
date_words_may_begin(const struct reader *r)
{
	static const enum date_words openers[] = { DATE_WORDS_MONTH,
		DATE_WORDS_MONTH_HIJRI, DATE_WORDS_MONTH_PERSIAN,
		DATE_WORDS_WEEKDAY, DATE_WORDS_LEAD, DATE_WORDS_OFFSET,
		DATE_WORDS_ORDINAL, DATE_WORDS_BEFORE_TIME };
	struct reader next = *r;
	uint32_t cp;
	size_t nbytes;

	while (reader_at_letter(&next))
		next.at += utf8_next(next.at, &cp);
	nbytes = (size_t)(next.at - r->at);
	if (nbytes == 0)
		return false;
	for (size_t i = 0; i < sizeof(openers) / sizeof(*openers); i++)
		if (list_may_begin(openers[i], r->at, nbytes))
			return true;
	/* "tháng 12/2025", "thứ 5"; the last are ordinals of their own. */
	return begins_with("thang", r->at, nbytes)
		|| begins_with("العشرين", r->at, nbytes)
		|| begins_with("العشرون", r->at, nbytes)
		|| begins_with("الثلاثين", r->at, nbytes)
		|| begins_with("الثلاثون", r->at, nbytes);
}
