#ifndef MODEL_ALIKE_H
#define MODEL_ALIKE_H

/*
 * How much of two articles is the same text: the words that both have in the
 * same order, found by the runs of three that both have (the longest chain of
 * them that is in order) and what is equal beside them. Every tenth word
 * edited, anywhere, leaves 90 % of the words so, a sentence moved costs its
 * words once; sentences of one office in another order are next to nothing.
 * Knows nothing of the archive.
 *
 * Alike, that is nearly the same article, are two where this is ALIKE_PERCENT
 * of the longer one or more and what differs is not what makes articles of one
 * form different ones: numbers and names, or a whole paragraph. Two of one
 * form are not alike where, in both of them,
 *   - three numbers or more differ, and these are most of what does; or more
 *     than half of the numbers differ, and these are two or more, or there is
 *     nothing else that does (a figure or two put right in an article that
 *     has more of them leave it alike; "17.8" and "2026-01-20" are one each);
 *   - more than two fifths of the names (words with a capital inside a
 *     sentence) differ, and these are three or more;
 *   - ALIKE_BLOCK_WORDS or more stand in the place of each other.
 * Where a script has no capitals, names are words like others: what two
 * articles then do not tell, three do (model/duplicates).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct article;

#define ALIKE_PERCENT 80u
#define ALIKE_BLOCK_WORDS 18u

/* One word of an article that is compared. */
struct alike_word {
	uint32_t hash;
	uint32_t off;		/* in the folded text */
	bool is_number;
	bool is_part;		/* of the number that the word before is of */
	bool is_char;		/* of a script without blanks */
	bool is_name;
	bool is_held;		/* in the other text, too: alike_compare */
};

/* An article as it is compared. Zero is none yet. */
struct alike_text {
	struct alike_word *at;
	size_t count, capacity;
	bool has_names;		/* is_name is known */
};

/* Scratch. Zero is the empty one. */
struct alike;
struct alike *alike_new(void);
void alike_free(struct alike *alike);

/* Makes TEXT that of ARTICLE; VEC_RELEASE releases it. */
void alike_read(struct alike_text *text, const struct article *article);
/*
 * Sets is_held of both. The percentage of words of the longer one that the
 * other has, too: 100 only where all are; 0 for two without words.
 */
unsigned alike_compare(struct alike *alike, struct alike_text *a,
	struct alike_text *b);
/*
 * Whether A and B, the texts of these articles, are alike; *PERCENT as above.
 */
bool alike_is(struct alike *alike, struct alike_text *a,
	const struct article *article_a, struct alike_text *b,
	const struct article *article_b, unsigned *percent);
/*
 * Whether they are different ones of one form, however much else differs: by
 * their numbers or names, as above, where those differ twice as often as words
 * do.
 */
bool alike_is_form(struct alike *alike, struct alike_text *a,
	const struct article *article_a, struct alike_text *b,
	const struct article *article_b);

#endif
