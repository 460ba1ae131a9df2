#include <config.h>

#include "text/frequent.h"

#include <stddef.h>
#include <string.h>

/* Sorted by the first letter. */
static const struct word {
	char letters[FREQUENT_LETTERS_MAX + 1];
	unsigned char kind;
} words[] = {
	{ "about", FREQUENT_EN }, { "after", FREQUENT_EN },
	{ "also", FREQUENT_EN }, { "an", FREQUENT_EN }, { "and", FREQUENT_EN },
	{ "are", FREQUENT_EN }, { "as", FREQUENT_EN }, { "at", FREQUENT_EN },
	{ "be", FREQUENT_EN }, { "been", FREQUENT_EN },
	{ "biet", FREQUENT_VI }, { "but", FREQUENT_EN }, { "by", FREQUENT_EN },
	{ "cac", FREQUENT_VI }, { "che", FREQUENT_OTHER },
	{ "chinh", FREQUENT_VI }, { "cua", FREQUENT_VI },
	{ "cung", FREQUENT_VI }, { "dan", FREQUENT_OTHER },
	{ "dans", FREQUENT_OTHER }, { "das", FREQUENT_OTHER },
	{ "de", FREQUENT_OTHER }, { "del", FREQUENT_OTHER },
	{ "dem", FREQUENT_OTHER }, { "den", FREQUENT_OTHER },
	{ "dengan", FREQUENT_OTHER }, { "der", FREQUENT_OTHER },
	{ "des", FREQUENT_OTHER }, { "di", FREQUENT_OTHER },
	{ "die", FREQUENT_OTHER }, { "duoc", FREQUENT_VI },
	{ "een", FREQUENT_OTHER }, { "el", FREQUENT_OTHER },
	{ "est", FREQUENT_OTHER }, { "for", FREQUENT_EN },
	{ "from", FREQUENT_EN }, { "had", FREQUENT_EN },
	{ "has", FREQUENT_EN }, { "have", FREQUENT_EN }, { "he", FREQUENT_EN },
	{ "het", FREQUENT_OTHER }, { "his", FREQUENT_EN },
	{ "il", FREQUENT_OTHER }, { "in", FREQUENT_EN },
	{ "into", FREQUENT_EN }, { "is", FREQUENT_EN }, { "it", FREQUENT_EN },
	{ "its", FREQUENT_EN }, { "khi", FREQUENT_VI },
	{ "khong", FREQUENT_VI }, { "la", FREQUENT_OTHER },
	{ "las", FREQUENT_OTHER }, { "les", FREQUENT_OTHER },
	{ "los", FREQUENT_OTHER }, { "mit", FREQUENT_OTHER },
	{ "more", FREQUENT_EN }, { "mot", FREQUENT_VI },
	{ "nay", FREQUENT_VI }, { "ngay", FREQUENT_VI },
	{ "nghi", FREQUENT_VI }, { "nguoi", FREQUENT_VI },
	{ "nhat", FREQUENT_VI }, { "nhieu", FREQUENT_VI },
	{ "nhu", FREQUENT_VI }, { "nhung", FREQUENT_VI },
	{ "not", FREQUENT_EN }, { "nuoc", FREQUENT_VI }, { "of", FREQUENT_EN },
	{ "on", FREQUENT_EN }, { "or", FREQUENT_EN }, { "over", FREQUENT_EN },
	{ "per", FREQUENT_OTHER }, { "phat", FREQUENT_VI },
	{ "phu", FREQUENT_VI }, { "pour", FREQUENT_OTHER },
	{ "que", FREQUENT_OTHER }, { "quoc", FREQUENT_VI },
	{ "said", FREQUENT_EN }, { "she", FREQUENT_EN },
	{ "than", FREQUENT_EN }, { "thanh", FREQUENT_VI },
	{ "that", FREQUENT_EN }, { "the", FREQUENT_EN },
	{ "their", FREQUENT_EN }, { "theo", FREQUENT_VI },
	{ "they", FREQUENT_EN }, { "this", FREQUENT_EN },
	{ "thong", FREQUENT_VI }, { "to", FREQUENT_EN },
	{ "tong", FREQUENT_VI }, { "trong", FREQUENT_VI },
	{ "trung", FREQUENT_VI }, { "truong", FREQUENT_VI },
	{ "und", FREQUENT_OTHER }, { "une", FREQUENT_OTHER },
	{ "untuk", FREQUENT_OTHER }, { "van", FREQUENT_OTHER },
	{ "vao", FREQUENT_VI }, { "viet", FREQUENT_VI },
	{ "voi", FREQUENT_VI }, { "von", FREQUENT_OTHER },
	{ "was", FREQUENT_EN }, { "we", FREQUENT_EN }, { "were", FREQUENT_EN },
	{ "what", FREQUENT_EN }, { "when", FREQUENT_EN },
	{ "which", FREQUENT_EN }, { "who", FREQUENT_EN },
	{ "will", FREQUENT_EN }, { "with", FREQUENT_EN },
	{ "would", FREQUENT_EN }, { "yang", FREQUENT_OTHER },
	{ "you", FREQUENT_EN },
};

#define WORDS_COUNT (sizeof(words) / sizeof(words[0]))

void
frequent_index_init(struct frequent_index *index)
{
	size_t i = 0;

	for (size_t letter = 0; letter < sizeof(index->first); letter++) {
		while (i < WORDS_COUNT
			&& (size_t)(words[i].letters[0] - 'a') < letter)
			i++;
		index->first[letter] = (unsigned char)i;
	}
}

enum frequent_kind
frequent_kind(const struct frequent_index *index,
	const char letters[FREQUENT_LETTERS_MAX + 1])
{
	size_t letter = (size_t)(letters[0] - 'a');

	for (size_t i = index->first[letter]; i < index->first[letter + 1];
		i++) {
		if (memcmp(words[i].letters, letters,
				sizeof(words[i].letters)) == 0)
			return (enum frequent_kind)words[i].kind;
	}
	return FREQUENT_UNKNOWN;
}
