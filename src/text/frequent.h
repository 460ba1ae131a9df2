#ifndef TEXT_FREQUENT_H
#define TEXT_FREQUENT_H

/*
 * The most frequent words of English and of Vietnamese typed without marks,
 * for text/language. Words that several languages share are left out.
 */

enum frequent_kind {
	FREQUENT_UNKNOWN,
	FREQUENT_EN,
	FREQUENT_VI,
	FREQUENT_OTHER,		/* of what would else pass for English */
	FREQUENT_COUNT
};

#define FREQUENT_LETTERS_MAX 6

/* Where the words with each first letter begin; made once per text. */
struct frequent_index {
	unsigned char first['z' - 'a' + 2];
};

void frequent_index_init(struct frequent_index *index);

/* LETTERS is a word of a to z in lower case, padded with NULs. */
enum frequent_kind frequent_kind(const struct frequent_index *index,
	const char letters[FREQUENT_LETTERS_MAX + 1]);

#endif
